"""The Networks page when there is nothing, too little, something wrong, or something new."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint.domain.finding import BadRecord, Where
from footprint.errors import FootprintError
from footprint.progress import Progress
from footprint.services.seeing import Seeing
from footprint.ui.dialogs.add_account import AddAccountDialog
from footprint.ui.messages import Messages
from footprint.ui.pages.networks import NetworksPage
from footprint.ui.theme import Theme
from tests.making import grant, harvest, preview_of
from tests.ui.networks_stage import Stage

# Of the offscreen platform, whenever a menu or a list of suggestions opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    yield made
    made.close()


def refuse(*_arguments: object, **_more: object) -> None:
    raise FootprintError("The database is busy.", "Close the other program.")


def test_first_start_welcomes_and_leads_on(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path / "store", empty=True)
    welcome = stage.page.stack.currentWidget()
    assert type(welcome).__name__ == "Welcome"
    assert not stage.page.search_field().isVisible()
    stage.page.adding.ask_account()
    dialog = stage.dialog(AddAccountDialog)
    qtbot.keyClicks(dialog.network.lineEdit(), "X")
    qtbot.keyClicks(dialog.handle, "sam")
    stage.press(dialog.act)
    assert stage.page.stack.currentWidget() is not welcome
    assert stage.page.search_field().isVisible()
    stage.press(stage.messages.button)  # undone: empty again
    assert stage.page.stack.currentWidget() is welcome
    stage.close()


def test_loading_is_said_before_anything_is_read(stage: Stage) -> None:
    page = NetworksPage(stage.tasks, Messages())
    stage.qtbot.addWidget(page)
    page.show()
    page.activate()
    assert page.notice.isVisible()
    assert "Reading" in page.notice.text
    stage.qtbot.waitUntil(lambda: not page.notice.isVisible())


def test_error_of_the_page_and_try_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(Seeing, "accounts", refuse)
        stage.page.load()
        assert stage.page.notice.isVisible()
        assert stage.page.notice.text == "The database is busy. Close the other program."
    stage.press(stage.page.notice.buttons[0])
    assert "Klout" in stage.names()


def test_error_of_the_list_and_try_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    placeholder = stage.page.apps.list.placeholder
    with monkeypatch.context() as broken:
        broken.setattr(Seeing, "grants", refuse)
        stage.search("k")
        assert placeholder.isVisible()
        assert "The database is busy." in placeholder.text
    stage.press(placeholder.buttons[0])
    assert stage.names() == ["Klout", "Klout"]


def test_error_of_a_decision_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("footprint.services.deciding.Deciding.decide", refuse)
    stage.pick("Songs")
    stage.page.apps.deciding.decide(stage.table.chosen_rows(), None)
    assert "The database is busy." in stage.messages.text


def test_partly_unreadable_is_said_at_the_account(stage: Stage) -> None:
    found = harvest("2026-06-01", [grant("Klout", id="1", scopes=("read",))])
    broken = type(found)(
        **{name: getattr(found, name) for name in found.__slots__ if name != "bad"},
        bad=(BadRecord(Where("apps.json", 2), "no name"),),
    )
    work = preview_of(broken, "x-partly.zip")
    stage.tasks.now(lambda w: w.importing.apply(work, Progress()))
    stage.look_at("x")
    line = stage.page.account_head.line.text()
    assert "from x-partly.zip" in line
    assert "1 record in it could not be read" in line


def test_what_is_imported_meanwhile_appears_and_the_choice_stays(stage: Stage) -> None:
    stage.look_at("x")
    stage.explain("Klout")
    found = harvest("2026-06-01", [grant("Newcomer", id="9"), grant("Klout", id="1")])
    work = preview_of(found, "x-new.zip")
    stage.tasks.now(lambda w: w.importing.apply(work, Progress()))
    assert "Newcomer" in stage.names()
    assert "Quiet" not in stage.names()
    assert [g.app.name for g in stage.table.chosen_rows()] == ["Klout"]
    assert stage.page.accounts.summary is not None
    assert stage.page.accounts.summary.account.network == "x"


def test_hidden_page_reads_when_it_is_seen(stage: Stage) -> None:
    stage.page.hide()
    found = preview_of(harvest("2026-06-01", [grant("Newcomer", id="9")]), "x-new.zip")
    stage.tasks.now(lambda w: w.importing.apply(found, Progress()))
    assert "Newcomer" not in stage.names()
    stage.page.show()
    stage.page.activate()
    stage.qtbot.waitUntil(lambda: "Newcomer" in stage.names())


def test_narrow_window_chooses_the_account_in_one_line(stage: Stage) -> None:
    line = stage.window.fontMetrics().height()
    stage.window.resize(line * 40, line * 60)
    stage.qtbot.waitUntil(lambda: not stage.page.accounts.isVisible())
    box = stage.page.accounts.narrow
    assert box.isVisible()
    box.setFocus()
    stage.qtbot.keyClick(box, Qt.Key.Key_End)
    assert stage.names() == ["<img src=x> & reversed", "Buffer", "Klout", "Quiet"]
    stage.window.resize(line * 90, line * 60)
    stage.qtbot.waitUntil(stage.page.accounts.isVisible)
    assert stage.page.accounts.summary is not None


def test_large_text_makes_higher_rows(stage: Stage) -> None:
    before = stage.table.verticalHeader().defaultSectionSize()
    font = stage.window.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    stage.window.setFont(font)
    stage.qtbot.waitUntil(lambda: stage.table.verticalHeader().defaultSectionSize() > before)
    height = stage.table.fontMetrics().height()
    assert stage.table.verticalHeader().defaultSectionSize() >= 2 * height


def test_both_themes_draw_every_look(stage: Stage, qapp: QApplication) -> None:
    theme = Theme(qapp)
    pictures = []
    for choice in ("light", "dark"):
        theme.apply(choice)
        stage.qtbot.wait(20)
        stage.explain("Klout")
        pictures.append(stage.window.grab().toImage())
    light, dark = (picture.pixelColor(2, 2).lightness() for picture in pictures)
    assert light > 200
    assert dark < 60
    theme.apply("light")


def test_right_to_left_mirrors_the_cells(stage: Stage) -> None:
    left = stage.window.grab().toImage()
    stage.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    stage.qtbot.wait(20)
    right = stage.window.grab().toImage()
    assert left != right
    header = stage.table.horizontalHeader()
    assert header.sectionViewportPosition(0) > header.sectionViewportPosition(2)
