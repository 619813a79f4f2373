"""A workspace with accounts, grants and runs, and a page over it whose guides open nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from footprint.domain.grant import Grant, GrantQuery
from footprint.domain.run import Run
from footprint.domain.step import StepKind
from footprint.progress import Progress
from footprint.services.guide_effects import GONE
from footprint.services.guiding import Visit
from footprint.services.workspace import Workspace
from footprint.ui.guide_starting import GuideStarter
from footprint.ui.messages import Messages
from footprint.ui.pages.page import Page
from footprint.ui.tasks import Tasks
from tests.making import preview_of
from tests.ui.networks_stage import x_archives

Make = Callable[[Tasks, Messages, GuideStarter], Page]


class GuideStage:
    """`opened` are the runs whose window was asked for."""

    def __init__(self, qtbot: QtBot, folder: Path, make: Make) -> None:
        self.qtbot = qtbot
        self.moment = datetime(2026, 6, 1, 12, tzinfo=UTC)
        self.workspace = Workspace.open(folder, lambda: self.moment)
        for found, name in x_archives():
            self.workspace.importing.apply(preview_of(found, name), Progress())
        self.tasks = Tasks(self.workspace, lambda: Workspace.open(folder, lambda: self.moment))
        self.messages = Messages()
        self.opened: list[int] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.starter = GuideStarter(self.tasks, self.messages, self.window, self._open)
        self._make = make

    def _open(self, _window: QWidget, _tasks: Tasks, run_id: int) -> None:
        self.opened.append(run_id)

    def show(self) -> Page:
        """Show the page as the window does, and wait until everything is read."""
        page = self._make(self.tasks, self.messages, self.starter)
        self.tasks.changed.connect(page.refresh)
        column = QVBoxLayout(self.window)
        column.addWidget(page)
        column.addWidget(self.messages)
        self.window.resize(1100, 800)
        self.window.show()
        page.activate()
        self.settle()
        return page

    def settle(self) -> None:
        """Wait until everything that was asked for is there."""
        self.qtbot.wait(60)
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=15_000)
        self.qtbot.wait(150)

    def press(self, button: QAbstractButton) -> None:
        """Press a button, once it is where a person could press it."""
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def said(self, text: str) -> None:
        """Wait until the window's message says `text`."""
        self.qtbot.waitUntil(lambda: text in self.messages.text)

    def later(self, days: int) -> None:
        """Let days pass."""
        self.moment += timedelta(days=days)

    # --- what is there -------------------------------------------------------------------------

    def grant(self, name: str) -> Grant:
        return self.workspace.seeing.grants(GrantQuery(text=name))[0]

    def begin(self, playbook: str, *apps: str, account: bool = False, steps: int = 0) -> Run:
        """Start a guide and walk some steps."""
        account_id = self.workspace.seeing.accounts()[0].account.id if account else None
        ids = [self.grant(name).id for name in apps]
        run = self.workspace.guiding.start(playbook, account_id=account_id, grant_ids=ids)
        return self.walk(run, steps)

    def walk(self, run: Run, steps: int = 1000) -> Run:
        """Tick so many steps, or all that are left."""
        for _step in range(steps):
            here = run.at
            if here is None:
                break
            answer = GONE if here.step.kind is StepKind.VERIFY else ""
            answer = here.step.choices[0].id if here.step.choices else answer
            answer = "https://x.com/invented" if here.step.field else answer
            visit = Visit(answer=answer, note="a note", screens=2, seconds=90)
            run = self.workspace.guiding.done(run, here, visit)
        return run

    def to_wait(self, run: Run) -> Run:
        """Walk to the step that waits."""
        while run.at is not None and run.at.step.kind is not StepKind.WAIT_UNTIL:
            run = self.walk(run, 1)
        return run

    def close(self) -> None:
        self.tasks.shutdown()
        self.workspace.close()


@contextmanager
def staged(qtbot: QtBot, folder: Path, make: Make) -> Iterator[GuideStage]:
    """A stage that is taken down at the end."""
    stage = GuideStage(qtbot, folder, make)
    yield stage
    stage.close()


def read(widget: QWidget) -> str:
    """Every text a person sees in a widget, from its labels and buttons."""
    labels = [w.text() for w in widget.findChildren(QLabel) if w.isVisible()]
    buttons = [w.text() for w in widget.findChildren(QAbstractButton) if w.isVisible()]
    return "\n".join([*labels, *buttons]).replace("&", "")


def nameless(widget: QWidget) -> list[str]:
    """The buttons and fields that a screen reader could not name."""
    return [
        type(button).__name__
        for button in widget.findChildren(QAbstractButton)
        if button.isVisible() and not (button.text() or button.accessibleName())
    ]
