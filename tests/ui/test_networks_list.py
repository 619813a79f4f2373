"""The Networks page: accounts, their apps, and every way to narrow and order them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from footprint.domain.grant import GrantState
from footprint.domain.permission import Risk
from footprint.ui.widgets.copying import TSV
from tests.ui.import_stage import seen
from tests.ui.networks_stage import REMOVED, Stage

HARMLESS = "<img src=x> & reversed"

# Of the offscreen platform, whenever a menu or a list of suggestions opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    yield made
    made.close()


def account_words(stage: Stage) -> list[str]:
    model = stage.page.accounts.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(spoken)) for row in range(model.rowCount())]


def test_accounts_tell_apps_risk_and_when_looked(stage: Stage) -> None:
    words = account_words(stage)
    assert words[0].startswith("All apps: 6 connected, worst risk high, 3 accounts")
    assert any("Facebook · Sam Invented: 2 connected apps" in word for word in words)
    assert any("X · sam_invented: 4 connected apps, worst risk high" in word for word in words)
    assert any("12 May 2026" in word for word in words)


def test_unknown_is_not_none(stage: Stage) -> None:
    (google,) = [word for word in account_words(stage) if word.startswith("Google")]
    assert "apps not in the export" in google
    assert "0" not in google.partition("last looked")[0]
    stage.look_at("google")
    told = stage.page.apps.list.placeholder.text
    assert "not in the export" in told
    assert "Google" in told
    assert stage.page.apps.list.placeholder.isVisible()


def test_permissions_stand_in_plain_words(stage: Stage) -> None:
    stage.look_at("x")
    assert "Post in your name" in stage.cell("Klout", "What it may do")
    assert "made.up" in stage.cell("Buffer", "What it may do")
    assert stage.cell("Quiet", "What it may do") == "not told by the export"
    assert stage.cell("Quiet", "Risk") == "unknown"
    assert stage.cell("Klout", "Risk") == "high"


def test_names_from_a_file_are_harmless(stage: Stage) -> None:
    assert HARMLESS in stage.names()
    index = stage.table.rows_model.index(stage.names().index(HARMLESS), 0)
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_typing_narrows_at_once(stage: Stage) -> None:
    stage.search("klo")
    assert stage.names() == ["Klout", "Klout"]
    stage.search("post in your")
    assert set(stage.names()) == {"Klout", "Buffer"}
    stage.search("lithium")
    assert stage.names() == ["Klout"]


def test_nothing_found_offers_the_way_back(stage: Stage) -> None:
    stage.look_at("facebook")
    stage.search("buffer")
    placeholder = stage.page.apps.list.placeholder
    assert placeholder.text.startswith("Nothing matches.")
    stage.press(placeholder.buttons[1])  # search all accounts
    assert stage.names() == ["Buffer"]
    stage.search("zzz")
    stage.press(placeholder.buttons[0])
    assert stage.page.search_field().text() == ""
    assert len(stage.names()) == 6


def test_what_ended_is_folded_away_and_counted(stage: Stage) -> None:
    stage.counted()
    told = stage.page.apps.list.fold_text
    assert told.isVisible()
    assert told.text().startswith(f"{REMOVED + 1} removed, blocked or no longer listed apps")
    stage.press(stage.page.apps.list.fold_button)
    assert "Deck" in stage.names()
    stage.counted()
    assert stage.page.apps.list.filters.count.text() == f"{REMOVED + 7} apps"
    assert stage.cell("Deck", "State") == "not listed since 12 May 2026"
    stage.press(stage.page.apps.list.fold_button)
    assert "Deck" not in stage.names()


def test_count_is_open_until_it_is_counted(stage: Stage) -> None:
    stage.press(stage.page.apps.list.fold_button)
    count = stage.page.apps.list.filters.count
    assert count.text() == "60+ apps"
    stage.qtbot.waitUntil(lambda: count.text() == f"{REMOVED + 7} apps")


def test_scrolling_brings_the_rest(stage: Stage) -> None:
    stage.press(stage.page.apps.list.fold_button)
    bar = stage.table.verticalScrollBar()

    def at_the_end() -> bool:
        bar.setValue(bar.maximum())
        return len(stage.names()) == REMOVED + 7

    stage.qtbot.waitUntil(at_the_end)
    assert len(set(stage.names())) == REMOVED + 6  # Klout twice


def test_filter_by_risk_and_state(stage: Stage) -> None:
    filters = stage.page.apps.list.filters
    filters.risks.choose({Risk.HIGH})
    assert set(stage.names()) == {"Klout", "Buffer"}
    assert filters.risks.text() == "Risk: high"
    filters.risks.choose({None})
    assert set(stage.names()) == {"Klout", "Quiet", "Songs"}
    filters.risks.choose([*Risk, None])
    filters.states.choose({GrantState.GONE})
    assert stage.names() == ["Deck"]
    stage.press(filters.cleared)
    assert len(stage.names()) == 6
    assert not filters.cleared.isVisible()


def test_filter_menu_stays_open_while_ticking(stage: Stage) -> None:
    button = stage.page.apps.list.filters.risks
    menu = button.menu()
    menu.popup(button.mapToGlobal(QPoint(0, 0)))
    boxes = [action for action in menu.actions() if action.isCheckable()]
    for box in boxes[2:]:  # all but critical and high
        where = menu.actionGeometry(box).center()
        stage.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=where)
    assert menu.isVisible()
    assert button.text() == "Risk: 2 of 6"
    assert set(stage.names()) == {"Klout", "Buffer"}
    menu.setActiveAction(boxes[2])
    stage.qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert HARMLESS in stage.names()
    menu.close()


def test_header_sorts_and_turns_round(stage: Stage) -> None:
    stage.look_at("x")
    header = stage.table.horizontalHeader()
    risk = [column.title for column in stage.table.rows_model.columns].index("Risk")
    where = QPoint(header.sectionViewportPosition(risk) + 10, header.height() // 2)
    stage.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert stage.names()[:2] == ["Buffer", "Klout"]  # the riskiest first
    stage.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert stage.names() == [HARMLESS, "Buffer", "Klout", "Quiet"]  # unknown stays last


def test_group_by_app_tells_which_networks_it_holds(stage: Stage) -> None:
    stage.page.apps.list.filters.grouped.click()
    assert stage.names().count("Klout") == 1
    assert stage.cell("Klout", "Networks") == "Facebook, X"
    assert stage.cell("Klout", "Connections") == "2"
    stage.pick("Klout")
    pane = stage.page.apps.pane
    stage.qtbot.waitUntil(pane.group.isVisible)
    accounts = [pane.group.model.text(row, 1) for row in range(2)]
    assert accounts == ["Facebook · Sam Invented", "X · sam_invented"]
    assert "Facebook, X" in seen(pane)


def test_from_a_group_into_a_grant_and_back(stage: Stage) -> None:
    stage.page.apps.list.filters.grouped.click()
    stage.pick("Klout")
    pane = stage.page.apps.pane
    stage.qtbot.waitUntil(pane.group.isVisible)
    pane.group.table.setCurrentIndex(pane.group.model.index(1, 0))
    stage.qtbot.keyClick(pane.group.table, Qt.Key.Key_Return)
    assert pane.grant.isVisible()
    assert "X · sam_invented" in pane.grant.heading.line.text()
    stage.qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.group.isVisible()


def test_selection_stays_when_typing(stage: Stage) -> None:
    stage.pick("Songs")
    stage.search("so")
    assert [grant.app.name for grant in stage.table.chosen_rows()] == ["Songs"]


def test_copy_is_a_table(stage: Stage) -> None:
    stage.pick("Buffer")
    stage.pick("Songs", modifier=Qt.KeyboardModifier.ControlModifier)
    stage.qtbot.keyClick(stage.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    content = QGuiApplication.clipboard().mimeData()
    lines = content.text().splitlines()
    assert lines[0].startswith("App\tAccount\tWhat it may do\tRisk\tSince\tLast seen")
    assert lines[1].split("\t")[:2] == ["Buffer", "X · sam_invented"]
    assert "2026-05-12" in lines[1]
    assert len(lines) == 3
    assert bytes(content.data(TSV).data()).decode() == content.text()


def test_select_all_takes_what_is_not_loaded_too(stage: Stage) -> None:
    stage.press(stage.page.apps.list.fold_button)
    stage.table.setFocus()
    stage.qtbot.keyClick(stage.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(stage.table.chosen_rows()) == REMOVED + 7


def test_search_leads_into_the_list_by_enter(stage: Stage) -> None:
    stage.search("klout")
    stage.qtbot.keyClick(stage.page.search_field(), Qt.Key.Key_Return)
    assert stage.table.currentIndex().row() == 0
    stage.qtbot.keyClick(stage.table, Qt.Key.Key_Down)
    assert stage.table.currentIndex().row() == 1
