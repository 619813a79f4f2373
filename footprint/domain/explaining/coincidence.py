"""What lies near a change in time, and how often something would lie as near by chance."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from footprint.domain.event import Event, EventKind
from footprint.domain.explaining.score_change import ChangeKind, ScoreChange
from footprint.domain.score import Rewrite, Scale

# Who counts a score takes days to notice an act; who announces a change may do so a little late.
_DAYS_BEFORE = {EventKind.OWN_ACT: 7, EventKind.THEIR_CHANGE: 2}
_DAYS_AFTER = {EventKind.OWN_ACT: 0, EventKind.THEIR_CHANGE: 2}
_GRADUAL = frozenset({ChangeKind.TREND, ChangeKind.PACE})
_A_DAY = timedelta(days=1)
_A_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What is known about a score beside its readings: its scale, what happened, what was re-told.

    `events` are those that concern it (see `concerning`). `begins` and `ends` are the days of
    its first and last reading.
    """

    scale: Scale
    begins: date
    ends: date
    events: tuple[Event, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """The events of one kind in the window of a change, nearest first.

    `by_chance` is how often one would lie at least as near if they were strewn at random.
    """

    events: tuple[Event, ...]
    begins: date
    ends: date
    by_chance: float

    def distance(self, change: ScoreChange) -> int:
        """Days from the nearest event to the change; 0 when it lies inside."""
        return min(_distance(event, change) for event in self.events)


def concerning(
    events: Iterable[Event], names: Iterable[str], services: Iterable[str] = ()
) -> tuple[Event, ...]:
    """The events about a score: about all scores, about one of its `names`, or its `services`.

    Its names are its definition and "own:12"; its services are its maker and what it feeds on.
    An event that names neither scores nor services concerns every score.
    """
    wanted, makers = set(names), set(services)
    return tuple(
        event
        for event in events
        if wanted.intersection(event.scores)
        or (not event.scores and (not event.services or makers.intersection(event.services)))
    )


def near(change: ScoreChange, background: Background, kind: EventKind) -> Near:
    """The events of `kind` that coincide with the change.

    For a step the window reaches from where it may first lie to where it may last lie, and a
    few days beyond. What went on bit by bit has to begin there, in its first quarter, unless
    the event is a span that covers at least half of it.
    """
    begins, ends = _window(change, kind)
    if change.kind is ChangeKind.RETOLD and kind is EventKind.OWN_ACT:
        return Near((), begins, ends, 0.0)  # nothing you do makes them tell the past anew
    found = [e for e in background.events if e.kind is kind and _meets(e, change, begins, ends)]
    found.sort(key=lambda event: (_distance(event, change), event.day))
    chance = _by_chance(found[0], change, background) if found else 0.0
    return Near(tuple(found), begins, ends, chance)


def retold_with(change: ScoreChange, rewrites: Sequence[Rewrite]) -> tuple[Rewrite, ...]:
    """The rewrites that belong to the change: told when it came, or with an edge where it lies.

    A rewrite told in the window has moved the days before in the direction of the change. An
    edge is where the series as told later goes over from what was left to what was told anew.
    To a rewrite belongs itself alone.
    """
    begins, ends = _window(change, EventKind.THEIR_CHANGE)
    if change.kind is ChangeKind.RETOLD:
        itself = change.latest, change.begins.date()
        return tuple(rewrite for rewrite in rewrites if (rewrite.told, rewrite.begins) == itself)
    return tuple(
        rewrite
        for rewrite in rewrites
        if rewrite.score_id == change.score_id
        and (
            (begins <= rewrite.told.date() <= ends and _shift(rewrite) * change.size > 0)
            or _at_an_edge(rewrite, change)
        )
    )


def _at_an_edge(rewrite: Rewrite, change: ScoreChange) -> bool:
    last, first = change.begins.date(), change.ends.date()
    into = last < rewrite.begins <= first and _shift(rewrite) * change.size > 0
    out_of = last <= rewrite.ends < first and _shift(rewrite) * change.size < 0
    return into or out_of


def _shift(rewrite: Rewrite) -> float:
    return sum(new.number - old.number for _day, old, new in rewrite.days)


def _window(change: ScoreChange, kind: EventKind) -> tuple[date, date]:
    begins = change.earliest.date() - _DAYS_BEFORE[kind] * _A_DAY
    if change.kind not in _GRADUAL:
        return begins, change.latest.date() + _DAYS_AFTER[kind] * _A_DAY
    quarter = (change.ends - change.begins).days // 4
    return begins, change.begins.date() + max(quarter, _DAYS_BEFORE[kind]) * _A_DAY


def _meets(event: Event, change: ScoreChange, begins: date, ends: date) -> bool:
    until = event.ends or event.day
    if not event.exact:  # it lies on one day of a span that is all that is known
        return event.day <= ends and until >= begins
    if begins <= event.day <= ends:
        return True
    last, first = change.begins.date(), change.ends.date()
    common = (min(until, first) - max(event.day, last)).days
    return change.kind is ChangeKind.TREND and 2 * common >= (first - last).days


def _distance(event: Event, change: ScoreChange) -> int:
    """Days from the event to where the change lies: see `_place`."""
    until = event.day if event.exact else event.ends or event.day
    first, last = _place(change)
    return max(0, (first - until).days, (event.day - last).days)


def _place(change: ScoreChange) -> tuple[date, date]:
    """Where a change lies: a gradual one where it begins, a re-told past when it was told."""
    if change.kind is ChangeKind.RETOLD:
        return change.earliest.date(), change.latest.date()
    ends = change.begins if change.kind in _GRADUAL else change.ends
    return change.begins.date(), ends.date()


def _by_chance(nearest: Event, change: ScoreChange, background: Background) -> float:
    """The chance that any of as many events, strewn over all days, lies as near."""
    first, last = background.begins - _A_MONTH, background.ends + _A_MONTH
    alike = [e for e in background.events if e.kind is nearest.kind and first <= e.day <= last]
    ends = change.begins if change.kind in _GRADUAL else change.latest
    width = (ends - change.earliest).days + 2 * _distance(nearest, change) + 1
    inexact = sum((e.ends - e.day).days for e in alike if e.ends and not e.exact)
    expected = (len(alike) * width + inexact) / max((last - first).days, width)
    return -math.expm1(-expected)
