"""Events of one's own: added from the chart, looked at, changed, removed, with a way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from footprint.domain.event import Event, EventKind
from footprint.ui.dialogs.add_event import AddEventDialog
from footprint.ui.dialogs.events import EventsDialog
from tests.ui.scores_stage import BEGINS, Stage, staged

Left = Qt.MouseButton.LeftButton
ACT = "Disconnected all but one"


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(qtbot, tmp_path / "data") as made:
        yield made


def _open_mark(stage: Stage, title: str) -> None:
    """Go to the event with the keyboard's place on the chart, and press Enter."""
    chart = stage.page.timeline.chart
    chart.setFocus()
    chart.put_mark([mark.title for mark in chart.picture.marks].index(title))
    stage.qtbot.keyClick(chart, Qt.Key.Key_Return)
    stage.settle()


def _titles(stage: Stage) -> list[str]:
    return [event.title for event in stage.workspace.marking.own()]


def test_an_act_tells_what_the_score_did_afterwards(stage: Stage) -> None:
    stage.klout()
    stage.show()
    _open_mark(stage, ACT)
    told = stage.page.pane.text
    assert told.startswith(ACT)
    assert "you did it" in told
    assert "After “Disconnected all but one”" in told
    assert "95 of 100" in told
    assert "How do we know “Disconnected all but one”? You logged it." in told


def test_an_event_is_changed_from_the_chart_and_back(stage: Stage) -> None:
    id_ = stage.klout()
    stage.show()
    _open_mark(stage, ACT)
    stage.press(stage.button("Change it"))
    dialog = stage.dialog(AddEventDialog)
    assert dialog.title.text() == ACT
    assert dialog.act.text() == "&Save the changes"
    dialog.title.clear()
    stage.qtbot.keyClicks(dialog.title, "Disconnected two")
    dialog.spans.setChecked(True)
    dialog.until.setDate(QDate(2011, 9, 1))
    stage.qtbot.mouseClick(dialog.act, Left)
    assert "It ends before it begins." in dialog.trouble.text()
    dialog.until.setDate(QDate(2011, 9, 20))
    stage.press(dialog.act)
    (event,) = stage.workspace.marking.own()
    assert (event.title, event.ends, event.scores) == (
        "Disconnected two", date(2011, 9, 20), (f"own:{id_}",),
    )  # fmt: skip
    assert "Disconnected two" in [m.title for m in stage.page.timeline.chart.picture.marks]
    stage.press(stage.messages.button)
    assert _titles(stage) == [ACT]


def test_an_event_is_removed_and_back(stage: Stage) -> None:
    stage.klout()
    stage.show()
    _open_mark(stage, ACT)
    stage.press(stage.button("Remove it"))
    assert not _titles(stage)
    assert ACT not in [m.title for m in stage.page.timeline.chart.picture.marks]
    stage.press(stage.messages.button)
    assert _titles(stage) == [ACT]
    assert ACT in [m.title for m in stage.page.timeline.chart.picture.marks]


def test_what_footprint_ships_cannot_be_changed(stage: Stage) -> None:
    stage.klout()
    stage.show()
    stage.page.events.show_all()
    dialog = stage.dialog(EventsDialog)
    own = [row.title for row in dialog.table.rows_model.rows].index(ACT)
    dialog.table.selectRow(own)
    assert dialog.remove.isEnabled()
    shipped = next(n for n, row in enumerate(dialog.table.rows_model.rows) if row.title != ACT)
    dialog.table.selectRow(shipped)
    assert not dialog.remove.isEnabled()
    assert not dialog.change.isEnabled()
    dialog.table.selectRow(own)
    stage.press(dialog.remove)
    assert not _titles(stage)
    assert ACT not in [row.title for row in dialog.table.rows_model.rows]
    stage.press(dialog.messages.button)
    assert ACT in [row.title for row in dialog.table.rows_model.rows]


def test_the_menu_of_the_chart_adds_an_event_on_that_day(stage: Stage) -> None:
    stage.klout()
    stage.show()
    chart = stage.page.timeline.chart
    noon = stage.page.timeline.loaded[0].track.times[20]
    x = round(chart.view.place(noon, chart.plot.left, chart.plot.width))
    menu: QMenu = stage.page.pressing.menu_at(None, QPoint(x, 100))
    entry = next(a for a in menu.actions() if a.text().startswith("&Add an event on"))
    entry.trigger()
    dialog = stage.dialog(AddEventDialog)
    stage.qtbot.keyClicks(dialog.title, "Went on holiday")
    stage.press(dialog.act)
    event = next(e for e in stage.workspace.marking.own() if e.title == "Went on holiday")
    assert abs((event.day - BEGINS).days - 20) <= 1
    assert event.kind is EventKind.OWN_ACT
    menu.deleteLater()


def test_their_change_wants_a_page_as_its_source(stage: Stage) -> None:
    stage.klout()
    stage.show()
    stage.page.events.add()
    dialog = stage.dialog(AddEventDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(EventKind.THEIR_CHANGE))
    assert dialog.retells.isVisible()
    assert not dialog.network.isVisible()
    stage.qtbot.keyClicks(dialog.title, "New formula")
    stage.qtbot.keyClicks(dialog.link, "file:///etc/passwd")
    stage.qtbot.mouseClick(dialog.act, Left)
    assert "That is no address of a page." in dialog.trouble.text()
    dialog.link.setText("https://invented.example/news")
    dialog.retells.setChecked(True)
    stage.press(dialog.act)
    event = next(e for e in stage.workspace.marking.own() if e.title == "New formula")
    assert (event.link, event.retells_past) == ("https://invented.example/news", True)


def test_whether_it_was_worth_it_names_outcomes_and_networks(stage: Stage) -> None:
    id_ = stage.klout()
    stage.workspace.marking.add(
        Event(
            "", EventKind.OUTCOME, date(2011, 9, 1), "A job", scores=(f"own:{id_}",),
            worth="a year of pay",
        )
    )  # fmt: skip
    stage.workspace.adding.account("facebook", "sam.invented")
    stage.show()
    told = stage.page.pane.text
    assert "Was it worth it?" in told
    assert "1 September 2011: A job, worth a year of pay." in told
    assert "too little to say" in told
    assert "It feeds on Facebook" in told
