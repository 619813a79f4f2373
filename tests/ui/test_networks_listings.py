"""The tabs beside the apps: how many, what they hold, and what no export told of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from footprint.domain.section import Section
from footprint.ui.pages.networks_listings import ListingsTab
from tests.ui.import_stage import seen
from tests.ui.networks_stage import Stage


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    made.window.resize(1500, 900)
    made.look_at("x")
    yield made
    made.close()


def turn(stage: Stage, section: Section) -> ListingsTab:
    tabs = stage.page.tabs
    place = list(Section).index(section)
    stage.qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())
    tab = stage.page.sections.currentWidget()
    assert isinstance(tab, ListingsTab)
    return tab


def words(stage: Stage) -> list[str]:
    tabs = stage.page.tabs
    return [tabs.accessibleTabName(place) for place in range(tabs.count())]


def test_tabs_tell_numbers_and_what_is_not_in_the_export(stage: Stage) -> None:
    assert words(stage) == [
        "Apps · 4 connected",
        "Linked identities · not in the export",
        "Devices · 1",
        "What they think of you · 1",
        "Who uploaded you · 0",
    ]
    stage.look_at("google")
    assert words(stage)[0] == "Apps · not in the export"


def test_a_narrow_window_shortens_the_tabs_but_not_what_is_read_out(stage: Stage) -> None:
    assert stage.page.tabs.tabText(1).endswith("not in the export")
    stage.window.resize(500, 700)
    stage.qtbot.waitUntil(lambda: stage.page.tabs.tabText(1).endswith("?"))
    assert words(stage)[1] == "Linked identities · not in the export"


def test_devices_with_their_facts(stage: Stage) -> None:
    tab = turn(stage, Section.DEVICES)
    assert stage.names(tab.table) == ["Invented phone"]
    assert tab.table.rows_model.text(0, 1) == "Berlin · address: 203.0.113.7"
    assert tab.count.text() == "1 entry"
    stage.pick("Invented phone", tab.table)
    told = seen(tab.pane)
    assert tab.pane.isVisible()
    assert "address: 203.0.113.7" in told
    assert "Last used: 2 Apr 2026" in told
    assert ": listed" in told, "how do we know"
    assert " › " in told
    stage.qtbot.keyClick(tab.pane, Qt.Key.Key_Escape)
    assert not tab.pane.isVisible()


def test_enter_explains_an_entry(stage: Stage) -> None:
    tab = turn(stage, Section.INFERENCES)
    tab.table.enter()
    stage.qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert tab.pane.isVisible()
    assert tab.pane.heading.name.text() == "Dogs"


def test_empty_and_untold_are_told_apart(stage: Stage) -> None:
    tab = turn(stage, Section.ADVERTISERS)
    assert "Who uploaded you: none" in tab.placeholder.text
    tab = turn(stage, Section.LINKED_IDENTITIES)
    assert "Linked identities: not in the export" in tab.placeholder.text
    assert "does not mean there is nothing" in tab.placeholder.text


def test_search_works_here_too(stage: Stage) -> None:
    tab = turn(stage, Section.INFERENCES)
    assert "What they think of you" in stage.page.search_field().placeholderText()
    stage.search("cat")
    assert "Nothing matches." in tab.placeholder.text
    stage.search("dog")
    assert stage.names(tab.table) == ["Dogs"]
    assert tab.table.isVisible()


def test_copy_here_too(stage: Stage) -> None:
    tab = turn(stage, Section.INFERENCES)
    stage.pick("Dogs", tab.table)
    stage.qtbot.keyClick(tab.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Dogs" in QGuiApplication.clipboard().text()
