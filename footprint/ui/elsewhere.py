"""Notices what other programs write into the data folder, a scheduled `footprint record` say."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from footprint.domain.changes import Changes, Kind
from footprint.errors import FootprintError
from footprint.services.workspace import Workspace
from footprint.ui.tasks import Tasks

_LOOK_EVERY_MS = 2_000


class Elsewhere(QObject):
    """Looks every two seconds, which reads one number; what was written is not told.

    So every page looks anew, also after work of our own in the background, which is seldom.
    """

    def __init__(self, tasks: Tasks, parent: QObject, every_ms: int = _LOOK_EVERY_MS) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._seen = tasks.now(Workspace.version_elsewhere)
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Announce what was written elsewhere since the last look."""
        if self._tasks.busy:
            return
        try:
            found = self._tasks.now(Workspace.version_elsewhere)
        except FootprintError:
            return  # the disk does not answer; whoever reads something next is told why
        if found != self._seen:
            self._seen = found
            self._tasks.changed.emit(Changes(frozenset(Kind)))
