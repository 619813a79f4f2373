"""Reminders: one bundle a day at most, none without cause, off by one press; the day's end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from footprint.domain.due import Due, DueKind
from footprint.services.workspace import Workspace
from footprint.ui.due_watch import Count, DueWatch
from footprint.ui.tasks import Tasks
from footprint.ui.tray import Reminder, Tray, bundle, set_reminders

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


def due(title: str, *, counts: bool = True) -> Due:
    return Due(kind=DueKind.RUN, day=date(2026, 11, 20), title=title, target=title, counts=counts)


class Shown:
    """Keeps what would be shown on the desktop."""

    def __init__(self) -> None:
        self.all: list[tuple[str, str]] = []

    def showMessage(self, title: str, text: str, /) -> None:
        self.all.append((title, text))


class Desk:
    """A workspace, a clock, and a desktop that keeps what it is shown."""

    def __init__(self, folder: Path) -> None:
        self.moment = TODAY
        self.looked_at = False
        self.workspace = Workspace.open(folder, lambda: self.moment)
        self.tasks = Tasks(self.workspace, lambda: Workspace.open(folder, lambda: self.moment))
        self.shown = Shown()
        self.owner = QObject()
        self.reminder = Reminder(
            self.tasks, self.shown, lambda: self.looked_at, self.owner, now=lambda: self.moment
        )


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "store")
    yield made
    made.tasks.shutdown()
    made.workspace.close()


def test_one_bundle_a_day(desk: Desk) -> None:
    for _time in range(3):
        desk.reminder.hear(Count((due("A"), due("B"))))
    assert desk.shown.all == [("2 things need you", "A\nB")]
    desk.moment += timedelta(days=1)
    desk.reminder.hear(Count((due("A"),)))
    assert desk.shown.all[1:] == [("1 thing needs you", "A")]


def test_a_second_start_on_the_same_day_is_quiet(desk: Desk) -> None:
    desk.reminder.hear(Count((due("A"),)))
    again = Reminder(desk.tasks, desk.shown, lambda: False, desk.owner, now=lambda: desk.moment)
    again.hear(Count((due("A"),)))
    assert len(desk.shown.all) == 1


def test_nothing_due_shows_nothing_and_uses_nothing_up(desk: Desk) -> None:
    desk.reminder.hear(Count())
    desk.reminder.hear(Count((due("only good to know", counts=False),)))
    assert desk.shown.all == []
    desk.reminder.hear(Count((due("A"),)))
    assert len(desk.shown.all) == 1


def test_whoever_looks_at_the_window_is_not_told_again(desk: Desk) -> None:
    desk.looked_at = True
    desk.reminder.hear(Count((due("A"),)))
    assert desk.shown.all == []
    desk.looked_at = False
    desk.reminder.hear(Count((due("A"),)))
    assert len(desk.shown.all) == 1


def test_off_is_off(desk: Desk) -> None:
    set_reminders(desk.tasks, on=False)
    desk.reminder.hear(Count((due("A"),)))
    assert desk.shown.all == []


def test_a_bundle_names_three_and_harmless_text() -> None:
    heading, text = bundle(["a\u202eb", "c", "d", "e", "f"])
    assert heading == "5 things need you"
    assert text == "ab\nc\nd\nand 2 more"


def test_the_menu_turns_reminders_off(qtbot: QtBot, desk: Desk) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tray = Tray(desk.tasks, window, QSystemTrayIcon(window))
    assert tray.remind.isChecked()
    tray.remind.trigger()
    assert desk.workspace.settings.get("reminders") is False
    set_reminders(desk.tasks, on=True)
    assert tray.remind.isChecked()
    tray.hear(Count((due("A"),)))
    assert tray.due.text() == "1 thing needs you"
    tray.hear(Count())
    assert tray.due.text() == "Nothing is due"
    with qtbot.waitSignal(tray.shown):
        tray.due.trigger()


def test_the_watch_counts_and_notices_a_new_day(qtbot: QtBot, desk: Desk) -> None:
    playbook = "advice-they-want-my-id"
    run = desk.workspace.guiding.start(playbook)
    watch = DueWatch(desk.tasks, desk.owner, lambda: desk.moment)
    with qtbot.waitSignal(watch.counted) as counted:
        watch.begin()
    (count,) = counted.args
    assert (count.today, count.guides) == (1, 1)
    assert count.stopped.id == run.id
    desk.moment += timedelta(hours=1)
    with qtbot.assertNotEmitted(watch.day_turned):
        watch.look()
    desk.moment += timedelta(days=1)
    with qtbot.waitSignals([watch.day_turned, watch.counted]):
        watch.look()
    with qtbot.waitSignal(watch.counted):
        desk.tasks.now(lambda w: w.guiding.pause(w.guiding.run(run.id)))
