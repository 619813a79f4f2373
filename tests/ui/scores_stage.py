"""The Scores page over a real workspace with invented readings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog
from pytestqt.qtbot import QtBot

from footprint.domain.event import Event, EventKind
from footprint.domain.score import Scale, ScaleKind
from footprint.services.workspace import Workspace
from footprint.ui.messages import Messages
from footprint.ui.pages.scores import ScoresPage
from footprint.ui.tasks import Tasks

Dialog = TypeVar("Dialog", bound=QDialog)
BEGINS = date(2011, 8, 1)
GRADE = Scale(kind=ScaleKind.LETTER, letters=("D", "C", "B", "A"))


class Stage:
    """A page, its workspace, and the scores in it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.now = datetime(2026, 11, 22, 12, tzinfo=UTC)
        self.qtbot = qtbot
        self.workspace = Workspace.open(folder, lambda: self.now)
        self.tasks = Tasks(self.workspace, partial(Workspace.open, folder, lambda: self.now))
        self.messages = Messages()
        qtbot.addWidget(self.messages)
        self.page = ScoresPage(self.tasks, self.messages)
        qtbot.addWidget(self.page)
        self.tasks.changed.connect(self.page.refresh)
        self.page.resize(1180, 760)

    def show(self) -> None:
        """Show the page as the window does, and wait until it is read."""
        self.page.show()
        self.page.activate()
        self.settle()

    def settle(self) -> None:
        """Wait until everything that was asked for is there."""
        self.qtbot.wait(20)
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=10_000)
        self.qtbot.wait(20)

    def choose(self, *ids: int) -> None:
        """Choose scores in the list."""
        self.page.list.choose(ids)
        self.settle()

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The dialog of that kind which is open."""

        def found() -> list[Dialog]:
            return [d for d in self.page.findChildren(kind) if d.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def press(self, button: QAbstractButton) -> None:
        """Press a button, once it is where a person could press it."""
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def button(self, text: str) -> QAbstractButton:
        """The button of the pane whose text, mnemonic aside, begins so."""
        return next(b for b in self.page.pane.buttons if b.text().replace("&", "").startswith(text))

    def klout(self) -> int:
        """A hundred days of Klout that fall on the day of an act; the past is re-told once."""
        id_ = self.workspace.scoring.add("klout")
        for n in range(100):
            day = BEGINS + timedelta(days=n)
            self.now = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
            value = (75 if n < 40 else 60) + n % 3
            self.workspace.recording.record(id_, f"{value}", day)
        for n in range(60, 80):
            self.workspace.recording.record(id_, "50", BEGINS + timedelta(days=n))
        self.now = datetime(2026, 11, 22, 12, tzinfo=UTC)
        self.workspace.marking.add(
            Event(
                "",
                EventKind.OWN_ACT,
                BEGINS + timedelta(days=40),
                "Disconnected all but one",
                scores=(f"own:{id_}",),
            )
        )
        self.workspace.take_changes()
        return id_

    def grade(self, *values: str) -> int:
        """A score of the person's own, read once a week."""
        id_ = self.workspace.scoring.add_own("Home-made grade", GRADE)
        for n, value in enumerate(values):
            self.workspace.recording.record(id_, value, date(2026, 10, 1) + timedelta(days=7 * n))
        self.workspace.take_changes()
        return id_


@contextmanager
def staged(qtbot: QtBot, folder: Path) -> Iterator[Stage]:
    """A stage that is taken down at the end."""
    made = Stage(qtbot, folder)
    try:
        yield made
    finally:
        for dialog in made.page.findChildren(QDialog):
            dialog.close()
        QApplication.processEvents()
        made.tasks.shutdown()
        made.workspace.close()
