"""Explains in the background, and shows it when it is still wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QObject, Slot

from footprint.domain.event import Event, EventKind
from footprint.domain.explaining.before_after_text import before_after_text
from footprint.domain.explaining.ending import ending_text
from footprint.domain.explaining.explanation import Explanation
from footprint.domain.score import Score
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.chart.ticks import to_datetime
from footprint.ui.pages.scores_pane import ExplainPane, Told, own_acts
from footprint.ui.pages.scores_worth import worth_lines
from footprint.ui.tasks import Task, Tasks
from footprint.ui.widgets.placeholder import Action

_MOST_ACTS = 12


@dataclass(frozen=True, slots=True)
class _OfSpan:
    score: Score
    explanation: Explanation | None


@dataclass(frozen=True, slots=True)
class _OfEvent:
    event: Event
    afterwards: str
    acts: Sequence[Action]


_Found = Told | _OfSpan | _OfEvent


class ExplainingTask(QObject):
    """One explanation at a time; asking for another forgets the one under way."""

    def __init__(self, tasks: Tasks, pane: ExplainPane) -> None:
        super().__init__(pane)
        self._tasks = tasks
        self._pane = pane
        self._task: Task | None = None
        self._number = 0  # of what was asked for last; what comes of another is old

    def changes(self, score: Score, events: Sequence[Event], known_on: date | None) -> None:
        """Explain every change of a score."""
        self._begin(_all_changes(score, own_acts(events)[-_MOST_ACTS:], known_on))

    def span(self, score: Score, begin: float, end: float) -> None:
        """Explain what happened in a span."""

        def work(workspace: Workspace, _progress: Progress) -> _OfSpan:
            ends = to_datetime(begin), to_datetime(end)
            return _OfSpan(score, workspace.explaining.explain_span(score.id, *ends))

        self._begin(work)

    def of_event(self, score: Score, event: Event, acts: Sequence[Action]) -> None:
        """Tell what an event is; of the person's own act also what the score did afterwards."""

        def work(workspace: Workspace, _progress: Progress) -> _OfEvent:
            afterwards = ""
            if event.kind is EventKind.OWN_ACT:
                compared = workspace.explaining.before_and_after(score.id, event)
                afterwards = before_after_text(compared)
            return _OfEvent(event, afterwards, acts)

        self._begin(work)

    def stop(self) -> None:
        """Nothing is to be explained any more: the pane shows something else."""
        self._number += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _begin(self, work: Callable[[Workspace, Progress], _Found]) -> None:
        self.stop()
        self._pane.say(_("Looking at the changes…"))
        number = self._number

        def numbered(workspace: Workspace, progress: Progress) -> tuple[int, _Found]:
            return number, work(workspace, progress)

        self._task = self._tasks.start(numbered, done=self._done, failed=self._failed)

    @Slot(object)
    def _done(self, found: tuple[int, _Found]) -> None:
        number, told = found
        if number != self._number:
            return
        self._task = None
        if isinstance(told, Told):
            self._pane.show_changes(told)
        elif isinstance(told, _OfEvent):
            self._pane.show_event(told.event, told.afterwards, told.acts)
        else:
            self._pane.show_span(told.score, told.explanation)

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._task = None
        self._pane.say(error.title, error.hint)


def _all_changes(
    score: Score, acts: Sequence[Event], known_on: date | None
) -> Callable[[Workspace, Progress], Told]:
    until = datetime.combine(known_on, time.max, UTC) if known_on else None

    def work(workspace: Workspace, progress: Progress) -> Told:
        found = workspace.explaining.explain(score.id, until)
        if until is not None:
            return Told(score, found)
        afterwards = []
        for act in acts:
            progress.step()
            compared = workspace.explaining.before_and_after(score.id, act)
            afterwards.append(before_after_text(compared))
        progress.step()
        worth = worth_lines(workspace, workspace.explaining.worth(score.id))
        end = workspace.explaining.ending(score.id)
        return Told(score, found, tuple(afterwards), worth, ending_text(end) if end else "")

    return work
