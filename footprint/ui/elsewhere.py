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

    So every page looks anew. What our own work in the background wrote is announced by itself,
    and its number is then known.
    """

    def __init__(self, tasks: Tasks, parent: QObject, every_ms: int = _LOOK_EVERY_MS) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._seen = tasks.now(Workspace.version_elsewhere)
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.look)
        tasks.changed.connect(self._know)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Announce what was written elsewhere since the last look."""
        if not self._tasks.busy and self._anew():
            self._tasks.changed.emit(Changes(frozenset(Kind)))

    @Slot(object)
    def _know(self, _changes: Changes) -> None:
        self._anew()

    def _anew(self) -> bool:
        """Whether the number is another than before; it is known from now on."""
        try:
            found = self._tasks.now(Workspace.version_elsewhere)
        except FootprintError:
            return False  # the disk does not answer; whoever reads something next is told why
        before, self._seen = self._seen, found
        return found != before
