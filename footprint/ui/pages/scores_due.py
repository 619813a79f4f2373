"""Counts the scores that are due, whether or not their page was ever shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from footprint.domain.changes import Changes, Kind
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.tasks import Tasks


class DueScores(QObject):
    """`counted` tells the number at first, and again after what was written may have changed it."""

    counted = Signal(int)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        tasks.changed.connect(self._changed)

    @Slot()
    def count(self) -> None:
        """Count in the background."""
        self._tasks.start(_count, done=self._tell)

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.touches(Kind.SCORES, Kind.READINGS, Kind.IMPORTS):
            self.count()

    @Slot(object)
    def _tell(self, count: int) -> None:
        self.counted.emit(count)


def _count(workspace: Workspace, _progress: Progress) -> int:
    return len(workspace.scoring.due())
