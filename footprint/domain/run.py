"""A run: one person's way through one playbook, which can be stopped and resumed at any step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from footprint.domain.circumstances import Circumstances, applies
from footprint.domain.playbook import Playbook
from footprint.domain.step import StepKind, filled
from footprint.domain.stop import Mark, Outcome, Stop, Subject, every_stop
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext


class RunState(StrEnum):
    """Where a run stands. A paused one was put aside on purpose."""

    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    ABANDONED = "abandoned"


# A clock that is set right now and then goes back by seconds, which means nothing.
_CLOCKS_DIFFER_BY = timedelta(minutes=5)
OVER = frozenset({RunState.FINISHED, RunState.ABANDONED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The state of one run; every act returns the run as it is afterwards.

    `current` is the key of the stop the person stands at. `marks` are by stop, also those of
    steps that a newer playbook no longer has. `names` are what stands for names in braces.
    `version` counts the saved changes, so that two windows on one run notice each other.
    """

    id: int
    playbook: Playbook
    begun_at: datetime
    state: RunState = RunState.RUNNING
    subjects: tuple[Subject, ...] = ()
    known: Circumstances
    names: Mapping[str, str]
    marks: Mapping[str, Mark]
    current: str | None = None
    ended_at: datetime | None = None
    account_id: int | None = None
    version: int = 0

    @property
    def title(self) -> str:
        """What the run is about, with the names of its apps."""
        return filled(self.playbook.title, {"app": self._apps, **self.names})

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The stops that apply, in order; `sure` is False where it depends on the unknown."""
        choices = {stop: mark.answer for stop, mark in self.marks.items() if mark.answer}
        found = []
        for stop in every_stop(self.playbook, self.subjects):
            verdict = applies(stop.step.when, self.known, choices)
            if verdict is False or self._does_not_apply(stop):
                choices.setdefault(stop.step.id, "")  # not met, so nothing was chosen there
            if verdict is not False or stop.key in self.marks:
                found.append(replace(stop, sure=verdict is True))
        return tuple(found)

    @property
    def at(self) -> Stop | None:
        """The stop the person stands at; None when nothing is left to do."""
        stops = self.stops
        return next(
            (stop for stop in stops if stop.key == self.current),
            next((stop for stop in stops if stop.key not in self.marks), None),
        )

    @property
    def left(self) -> tuple[Stop, ...]:
        """The stops without a mark."""
        return tuple(stop for stop in self.stops if stop.key not in self.marks)

    @property
    def minutes_left(self) -> int:
        """An estimate for the stops that are left, without days of waiting."""
        return sum(stop.step.minutes for stop in self.left)

    @property
    def obligations(self) -> tuple[Stop, ...]:
        """Access that was granted on the way and has to be taken back before the end."""
        given = {key for key, mark in self.marks.items() if mark.outcome is Outcome.DONE}
        return tuple(stop for stop in self.left if stop.step.takes_back in given)

    @property
    def answers(self) -> dict[str, str]:
        """What stands for the names in braces: what is known, and what was entered on the way."""
        entered = {
            stop.step.field: self.marks[stop.key].answer
            for stop in self.stops
            if stop.step.field and stop.key in self.marks
        }
        return {**self.names, **{key: value for key, value in entered.items() if value}}

    def says(self, text: str, stop: Stop) -> str:
        """`text` of a step with the names in braces filled in; what is not known stays as it is."""
        answers = dict(self.answers)
        if stop.subject:
            answers["app"] = stop.subject.name
        return filled(text, answers)

    def waits_until(self, stop: Stop, today: date) -> date | None:
        """The day a waiting stop is over, counted from the last thing done before it."""
        if stop.step.kind is not StepKind.WAIT_UNTIL or stop.step.wait_days is None:
            return None
        before: list[date] = []
        for other in self.stops:
            if other.key == stop.key:
                break
            mark = self.marks.get(other.key)
            if mark and mark.outcome is Outcome.DONE:
                before.append(mark.at.astimezone().date())
        return max(before, default=today) + timedelta(days=stop.step.wait_days)

    def mark(self, mark: Mark) -> Run:
        """The run after a stop was done, skipped or found not to apply; then comes the next one.

        Raises FootprintError where access that was granted is left without a word.
        """
        self._refuse_over()
        silent = mark.outcome is not Outcome.DONE and not mark.reason
        if silent and mark.stop in {stop.key for stop in self.obligations}:
            raise FootprintError(
                _("You granted access on the way; leaving it open needs a reason."),
                _("Take the access back, or write why it shall stay."),
            )
        after = replace(self, marks={**self.marks, mark.stop: mark}, state=RunState.RUNNING)
        return replace(after, current=after._next_after(mark.stop))

    def back(self) -> Run:
        """The run at the stop before this one; at the first one it stays there."""
        keys = [stop.key for stop in self.stops]
        here = keys.index(self.at.key) if self.at else len(keys)
        return self.go(keys[max(0, here - 1)])

    def go(self, key: str) -> Run:
        """The run at the stop of that key. Raises FootprintError where there is none."""
        self._refuse_over()
        if key not in {stop.key for stop in self.stops}:
            raise FootprintError(
                _("This guide has no such step any more."), _("Choose another step of the list.")
            )
        return replace(self, current=key, state=RunState.RUNNING)

    def pause(self) -> Run:
        """The run, put aside on purpose."""
        self._refuse_over()
        return replace(self, state=RunState.PAUSED)

    def finish(self, now: datetime) -> Run:
        """The run, finished. Raises FootprintError while something is left or access is open."""
        self._refuse_over()
        if self.obligations:
            names = ", ".join(self.says(stop.step.title, stop) for stop in self.obligations)
            raise FootprintError(
                _("Access that you granted on the way is still open."),
                _("First do this step, or skip it with a reason: {steps}").format(steps=names),
            )
        if self.left:
            raise FootprintError(
                _("Some steps are left."), _("Do them, skip them, or stop the guide for good.")
            )
        return replace(self, state=RunState.FINISHED, ended_at=now, current=None)

    def abandon(self, now: datetime) -> Run:
        """The run, given up. Access that was granted on the way stays named in `obligations`."""
        self._refuse_over()
        return replace(self, state=RunState.ABANDONED, ended_at=now, current=None)

    def resume(self) -> Run:
        """The run, taken up again after it was given up or put aside."""
        if self.state is RunState.FINISHED:
            self._refuse_over()
        return replace(self, state=RunState.RUNNING, ended_at=None)

    def clock_is_back(self, now: datetime) -> bool:
        """Whether something was noted later than `now`: then the clock was set back."""
        noted = (self.begun_at, *(mark.at for mark in self.marks.values()))
        return max(noted) > now + _CLOCKS_DIFFER_BY

    @property
    def _apps(self) -> str:
        """The apps as a title names them."""
        if len(self.subjects) == 1:
            return self.subjects[0].name
        return ngettext("{n} app", "{n} apps", len(self.subjects)).format(n=len(self.subjects))

    def _does_not_apply(self, stop: Stop) -> bool:
        mark = self.marks.get(stop.key)
        return mark is not None and mark.outcome is Outcome.NOT_APPLICABLE

    def _next_after(self, key: str) -> str | None:
        keys = [stop.key for stop in self.stops]
        here = keys.index(key) if key in keys else -1
        ordered = [*keys[here + 1 :], *keys[: here + 1]]
        return next((other for other in ordered if other not in self.marks), None)

    def _refuse_over(self) -> None:
        if self.state in OVER:
            raise FootprintError(
                _("This guide has ended."), _("Start it again to walk it once more.")
            )
