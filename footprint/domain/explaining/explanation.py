"""What explains a change of a score: what you did, what they changed, a rewritten past, or nothing.

Only time speaks here. Something that lies near a change coincides with it; no more is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from footprint.domain.event import Event, EventKind
from footprint.domain.explaining.changing import changes
from footprint.domain.explaining.coincidence import Background, Near, near, retold_with
from footprint.domain.explaining.history import History, history_of
from footprint.domain.explaining.noise import median
from footprint.domain.explaining.score_change import ChangeKind, ScoreChange
from footprint.domain.score import Reading, Rewrite, Scale
from footprint.domain.series import series_of

_BOTH_NEAR = 0.5


class Verdict(StrEnum):
    """What a change is put down to."""

    OWN_ACT = "own_act"
    THEIR_CHANGE = "their_change"
    REWRITTEN = "rewritten"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A change, and what coincides with it.

    `sure` is between 0 and 1: how unlikely it is that noise made the change or that something
    lies near it by mere chance. It is never the certainty of a cause. Of an unexplained change
    it is only how sure the change itself is.
    """

    change: ScoreChange
    verdict: Verdict
    sure: float
    own_acts: Near
    their_changes: Near
    rewrites: tuple[Rewrite, ...] = ()

    @property
    def coincides_with(self) -> tuple[Event, ...]:
        """Every event near the change, those of the verdict first."""
        both = (self.own_acts.events, self.their_changes.events)
        first, second = both if self.verdict is Verdict.OWN_ACT else both[::-1]
        return first + second


def explain_all(
    readings: Sequence[Reading], scale: Scale, events: Iterable[Event] = ()
) -> tuple[Explanation, ...]:
    """Every significant change of what was told first, and every rewrite, explained, by date.

    `events` are those that concern the score (see coincidence.concerning).
    """
    history = history_of(readings)
    background = background_of(history, scale, events)
    found = changes(series_of(history.first_told), scale)
    told = [retold(rewrite) for rewrite in history.rewrites]
    ordered = sorted([*found, *told], key=lambda change: change.begins)
    return tuple(explain(change, background) for change in ordered)


def background_of(history: History, scale: Scale, events: Iterable[Event] = ()) -> Background:
    """What is known about a score with such a history; `events` concern it."""
    told = history.first_told
    return Background(
        scale=scale,
        begins=told[0].effective.date() if told else date.min,
        ends=told[-1].effective.date() if told else date.min,
        events=tuple(events),
        rewrites=history.rewrites,
    )


def explain(change: ScoreChange, background: Background) -> Explanation:
    """What coincides with the change, and what it is put down to.

    - Of what you did and what they changed, the only one near counts. With both near it is the
      nearer one, theirs when they are equally near, and theirs in any case when they told the
      past anew at the same time; one is then only half as sure.
    - Values that were told anew are *rewritten*; so is a change without an announcement that
      came when the past was told anew, or that lies where re-told and other days meet.
    - Otherwise nothing that is known explains it.
    """
    acts = near(change, background, EventKind.OWN_ACT)
    theirs = near(change, background, EventKind.THEIR_CHANGE)
    retold_near = retold_with(change, background.rewrites)
    verdict = _verdict(change, acts, theirs, retold_near)
    return Explanation(
        change=change,
        verdict=verdict,
        sure=_sure(change, verdict, acts, theirs),
        own_acts=acts,
        their_changes=theirs,
        rewrites=retold_near,
    )


def retold(rewrite: Rewrite) -> ScoreChange:
    """The change that a rewrite is: from what its days had been to what they are now."""
    noon = time(12, tzinfo=UTC)
    begins, ends = (datetime.combine(day, noon) for day in (rewrite.begins, rewrite.ends))
    return ScoreChange(
        score_id=rewrite.score_id,
        kind=ChangeKind.RETOLD,
        begins=begins,
        ends=ends,
        before=median([old.number for _day, old, _new in rewrite.days]),
        after=median([new.number for _day, _old, new in rewrite.days]),
        earliest=rewrite.told,
        latest=rewrite.told,
        window_begins=begins,
        window_ends=ends,
        readings_before=len(rewrite.days),
        readings_after=len(rewrite.days),
        scatter=0.0,
        strength=0.0,
        by_noise=0.0,
    )


def _verdict(
    change: ScoreChange, acts: Near, theirs: Near, retold_near: Sequence[Rewrite]
) -> Verdict:
    if change.kind is ChangeKind.RETOLD:
        return Verdict.REWRITTEN
    if theirs.events and (
        not acts.events or retold_near or theirs.distance(change) <= acts.distance(change)
    ):
        return Verdict.THEIR_CHANGE
    if acts.events:
        return Verdict.OWN_ACT
    return Verdict.REWRITTEN if retold_near else Verdict.UNEXPLAINED


def _sure(change: ScoreChange, verdict: Verdict, acts: Near, theirs: Near) -> float:
    real = 1 - change.by_noise
    chance = {Verdict.OWN_ACT: acts.by_chance, Verdict.THEIR_CHANGE: theirs.by_chance}
    both = acts.events and theirs.events and verdict in chance
    return real * (1 - chance.get(verdict, 0.0)) * (_BOTH_NEAR if both else 1.0)
