"""Counts what is due for the sidebar and the tray: after each write, and when a new day begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from footprint.domain.changes import Changes, Kind
from footprint.domain.due import Due, DueKind
from footprint.domain.run import RunState
from footprint.progress import Progress
from footprint.services.guiding import RunSummary
from footprint.services.workspace import Workspace
from footprint.ui.tasks import Task, Tasks

# A computer that slept wakes with its timers late: so often the day is compared at least.
_LOOK_EVERY_MS = 15 * 60 * 1000
_CONCERNED = (
    Kind.RUNS, Kind.STANDINGS, Kind.REMINDERS, Kind.DECISIONS, Kind.SCORES, Kind.READINGS,
    Kind.IMPORTS, Kind.GRANTS,
)  # fmt: skip
_OF_GUIDES = frozenset({DueKind.STEP, DueKind.RUN, DueKind.CHECK_BACK})


@dataclass(frozen=True, slots=True)
class Count:
    """What is due now; `stopped` is the run that was left open last."""

    due: tuple[Due, ...] = ()
    stopped: RunSummary | None = None

    @property
    def today(self) -> int:
        """How many things need the person."""
        return sum(due.counts for due in self.due)

    @property
    def guides(self) -> int:
        """How many of them are steps of guides."""
        return sum(due.counts for due in self.due if due.kind in _OF_GUIDES)

    @property
    def scores(self) -> int:
        """How many of them are scores to look at."""
        return sum(due.counts for due in self.due if due.kind is DueKind.SCORE)


def _now() -> datetime:
    return datetime.now(tz=UTC)


class DueWatch(QObject):
    """`counted` tells what is due, `day_turned` that it is another day than before."""

    counted = Signal(object)  # Count
    day_turned = Signal()

    def __init__(self, tasks: Tasks, parent: QObject, now: Callable[[], datetime] = _now) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._now = now
        self._day = self._today()
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        tasks.changed.connect(self._refresh)

    def begin(self) -> None:
        """Count for the first time, and look at the clock from now on.

        Who has nothing with a date is spared the counting: most starts are such.
        """
        if self._tasks.now(lambda w: w.seeing.has_dates()):
            self.count()
        self._wait()

    @Slot()
    def look(self) -> None:
        """Look at the clock; on a new day everything is counted again."""
        today = self._today()
        if today != self._day:
            self._day = today
            self.day_turned.emit()
        self.count()
        self._wait()

    @Slot()
    def count(self) -> None:
        """Count in the background; what was being counted is no longer wanted."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.start(count, done=self._counted, failed=self._failed)

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        if changes.touches(*_CONCERNED):
            self.count()

    @Slot(object)
    def _counted(self, found: Count) -> None:
        self._task = None
        self.counted.emit(found)

    @Slot(object)
    def _failed(self, _error: object) -> None:
        """Then there are no numbers; the page that reads the same says why."""
        self._task = None
        self.counted.emit(Count())

    def _wait(self) -> None:
        """Wake a second after midnight, or earlier."""
        now = self._now().astimezone()
        midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=1, microsecond=0)
        left = round((midnight - now).total_seconds() * 1000)
        self._timer.start(min(max(left, 1000), _LOOK_EVERY_MS))

    def _today(self) -> date:
        return self._now().astimezone().date()


def count(workspace: Workspace, _progress: Progress) -> Count:
    """What is due in a workspace."""
    due = tuple(workspace.reminding.due())
    open_ = {each.target for each in due if each.kind is DueKind.RUN}
    for summary in workspace.guiding.runs():  # the one touched last first
        if summary.run.state is RunState.RUNNING and str(summary.id) in open_:
            return Count(due, summary)
    return Count(due)
