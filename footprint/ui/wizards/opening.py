"""Opens guides: one window for a run, and a second request brings the first one forward."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from footprint.ui.guide_starting import GuideStarter
from footprint.ui.tasks import Tasks
from footprint.ui.wizards.guide_window import GuideWindow


@runtime_checkable
class Helping(Protocol):
    """A main window that can show the help."""

    def show_topic(self, topic: str) -> None:
        """Open the help at one of its topics."""


def open_guide(window: QWidget, tasks: Tasks, run_id: int) -> GuideWindow:
    """Show the window of a run beside `window`. Raises FootprintError when there is no such run."""
    found = window.findChild(GuideWindows)
    return (found or GuideWindows(tasks, window)).show(run_id)


class GuideWindows(QObject):
    """The guides that are open beside one main window."""

    def __init__(self, tasks: Tasks, main: QWidget) -> None:
        super().__init__(main)
        self._tasks = tasks
        self._main = main
        self._open: dict[int, GuideWindow] = {}

    def show(self, run_id: int) -> GuideWindow:
        """Open a run, or bring its window forward."""
        window = self._open.get(run_id)
        if window is None or not isValid(window):
            window = GuideWindow(self._tasks, run_id, self._main)
            window.help_wanted.connect(self._help)
            window.guide_wanted.connect(self._begin_beside)
            window.closed.connect(self._forget)
            self._open[run_id] = window
        window.come_forward()
        return window

    @Slot(str)
    def _begin_beside(self, playbook_id: str) -> None:
        """Begin another guide for the same account, or go on with it."""
        window = self.sender()
        if isinstance(window, GuideWindow):
            starter = GuideStarter(self._tasks, window.messages, self._main, open_guide)
            starter.start(playbook_id, account_id=window.walk.run.account_id)
            starter.deleteLater()

    @Slot()
    def _help(self) -> None:
        if isinstance(self._main, Helping):
            self._main.show_topic("guides")

    @Slot(int)
    def _forget(self, run_id: int) -> None:
        self._open.pop(run_id, None)
