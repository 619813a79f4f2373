"""The detail of one grant: plain words, reasons, who is behind it, and how we know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu
from pytestqt.qtbot import QtBot

from footprint.ui.opening import OpeningDialog
from tests.ui.import_stage import fake_browser, seen
from tests.ui.networks_stage import Stage, entry

HARMLESS = "<img src=x> & reversed"

# Of the offscreen platform, whenever a menu or a list of suggestions opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    made.look_at("x")
    yield made
    made.close()


def button(stage: Stage, text: str) -> QAbstractButton:
    found = stage.page.apps.pane.findChildren(QAbstractButton)
    return next(b for b in found if text in b.text() and b.isVisible())


def test_each_permission_with_its_reason_and_scope(stage: Stage) -> None:
    stage.explain("Buffer")
    told = seen(stage.page.apps.pane)
    assert "Post in your name" in told
    assert "Risk high: It can publish, like and follow as you" in told
    assert "scope write" in told
    assert "Not in our dictionary: risk unknown." in told
    assert told.index("Read, write and delete") < told.index("Read your timeline")


def test_what_is_not_told_is_said_so(stage: Stage) -> None:
    stage.explain("Quiet")
    told = seen(stage.page.apps.pane)
    assert "Not told by the export." in told
    assert "At least: Read your timeline and your profile." in told
    assert "Organisation: not told by the export" in told
    assert "Risk unknown" in told


def test_a_closed_service_is_told_first_with_its_age(stage: Stage) -> None:
    stage.explain("Klout")
    told = seen(stage.page.apps.pane)
    assert "Klout closed on 25 May 2018." in told
    assert "source: " in told
    assert "Unverified: general knowledge" in told
    assert told.index("Klout closed") < told.index("Post in your name")


def test_how_do_we_know_names_archive_file_and_record(stage: Stage) -> None:
    stage.explain("Klout")
    told = seen(stage.page.apps.pane)
    assert told.index("12 May 2026: connected") < told.index("18 Feb 2019: connected")
    assert "x-2026.zip › apps.json, record 1" in told
    assert "x-2019.zip › apps.json, record 1" in told


def test_gone_says_which_archive_no_longer_lists_it(stage: Stage) -> None:
    stage.press(stage.page.apps.list.fold_button)
    stage.explain("Deck")
    told = seen(stage.page.apps.pane)
    assert "12 May 2026: no longer listed" in told
    assert "not listed since 12 May 2026, as of 12 May 2026" in told


def test_hostile_texts_are_shown_and_do_nothing(stage: Stage) -> None:
    stage.explain(HARMLESS)
    pane = stage.page.apps.pane
    assert pane.grant.heading.name.textFormat() is Qt.TextFormat.PlainText
    formats = {label.textFormat() for label in pane.grant.sections.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
    assert "javascript:alert(1) (not a web address, so it cannot be opened)" in seen(pane)
    assert not any("javascript" in b.text() for b in pane.findChildren(QAbstractButton))


def test_a_page_opens_after_its_host_was_shown(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts = fake_browser(monkeypatch)
    stage.explain("Klout")
    button(stage, "Web page: klout.com…").click()
    dialog = stage.dialog(OpeningDialog)
    assert "klout.com" in seen(dialog)
    assert hosts == []
    stage.press(dialog.go)
    assert hosts == ["klout.com"]


def test_the_networks_own_page_is_one_press_away(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts = fake_browser(monkeypatch)
    stage.press(stage.page.account_head.open)
    stage.press(stage.dialog(OpeningDialog).go)
    assert hosts == ["x.com"]


def test_keys_choose_open_and_close(stage: Stage) -> None:
    pane = stage.page.apps.pane
    stage.table.enter()
    stage.qtbot.keyClick(stage.table, Qt.Key.Key_Return)
    assert pane.grant.heading.name.text() == HARMLESS
    assert pane.grant.sections.hasFocus()
    stage.qtbot.keyClick(pane.grant.sections, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert stage.table.hasFocus()
    stage.qtbot.keyClick(stage.table, Qt.Key.Key_Down)
    stage.qtbot.wait(80)
    assert not pane.isVisible()  # closed means closed, until it is asked for
    stage.qtbot.keyClick(stage.table, Qt.Key.Key_Return)
    assert pane.isVisible()


def test_space_toggles_a_row(stage: Stage) -> None:
    stage.table.enter()
    stage.table.clearSelection()
    stage.qtbot.keyClick(stage.table, Qt.Key.Key_Space)
    assert len(stage.table.chosen_rows()) == 1
    stage.qtbot.keyClick(stage.table, Qt.Key.Key_Space)
    assert stage.table.chosen_rows() == []


def test_cross_closes(stage: Stage) -> None:
    stage.explain("Klout")
    pane = stage.page.apps.pane
    stage.press(pane.close_button)
    assert not pane.isVisible()
    stage.explain("Buffer")  # a press on a row asks for it again
    assert pane.isVisible()


def test_menu_by_key_leads_to_the_sources(stage: Stage) -> None:
    stage.explain("Klout")
    stage.table.menu_wanted.emit(stage.table.mapToGlobal(stage.middle("Klout")))
    (menu,) = [m for m in stage.page.apps.findChildren(QMenu) if m.isVisible()]
    entry(menu, "How do we know?").trigger()
    bar = stage.page.apps.pane.grant.sections.verticalScrollBar()
    assert bar.value() > 0
    menu.close()


def test_pane_is_beside_under_or_instead_of_the_list(stage: Stage) -> None:
    line = stage.window.fontMetrics().height()
    splitter = stage.page.apps.splitter
    stage.window.resize(line * 60, line * 60)
    stage.qtbot.waitUntil(lambda: splitter.orientation() is Qt.Orientation.Vertical)
    stage.explain("Klout")
    stage.window.resize(line * 110, line * 60)
    stage.qtbot.waitUntil(lambda: splitter.orientation() is Qt.Orientation.Horizontal)
    stage.window.resize(line * 60, line * 30)
    stage.qtbot.waitUntil(lambda: not stage.page.apps.list.isVisible())
    assert stage.page.apps.pane.isVisible()
    stage.qtbot.keyClick(stage.page.apps.pane, Qt.Key.Key_Escape)
    assert stage.page.apps.list.isVisible()
