"""One piece of background work that a person waits for: it shows itself when it takes long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from footprint.errors import FootprintError
from footprint.ui.dialogs.import_progress import ImportProgress
from footprint.ui.tasks import Task, Tasks, Work


@dataclass(frozen=True, slots=True)
class Ends:
    """Who hears how it ended: exactly one of them is called, after the progress is gone."""

    done: Callable[[Any], None]
    failed: Callable[[FootprintError], None]
    cancelled: Callable[[], None]


class Errand(QObject):
    """One at a time; `begin` while another is under way is a fault of the caller."""

    def __init__(self, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._window = window
        self._task: Task | None = None
        self._ends: Ends | None = None
        self._progress: ImportProgress | None = None

    def begin(self, title: str, what: str, work: Work, *, ends: Ends) -> None:
        """Start `work`; `title` says what is done, `what` to which file."""
        assert self._task is None
        self._ends = ends
        self._progress = ImportProgress(title, what, self._window)
        self._progress.stop_wanted.connect(self._stop)
        self._task = self._tasks.start(
            work,
            done=self._done,
            failed=self._failed,
            cancelled=self._cancelled,
            progressed=self._progress.tell,
        )

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot(object)
    def _done(self, result: object) -> None:
        self._finish().done(result)

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._finish().failed(error)

    @Slot()
    def _cancelled(self) -> None:
        self._finish().cancelled()

    def _finish(self) -> Ends:
        assert self._ends is not None
        ends, self._ends, self._task = self._ends, None, None
        if self._progress is not None:
            self._progress.finish()
            self._progress = None
        return ends
