"""Whether a score was worth it: its ups and downs beside what happened in life, and what fed it.

Nothing is made of few outcomes. Six fair coins that all fall alike are the first that would
surprise anybody; the same count decides here from when on anything can be said at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from footprint.domain.event import Event, EventKind
from footprint.domain.explaining.before_after import BeforeAfter, before_and_after
from footprint.domain.explaining.changing import changes
from footprint.domain.explaining.figures import of_hundred
from footprint.domain.explaining.history import as_first_told
from footprint.domain.explaining.noise import median
from footprint.domain.explaining.pace import is_counter
from footprint.domain.explaining.score_change import ScoreChange
from footprint.domain.score import Reading, Scale, ScaleKind
from footprint.domain.series import Series, series_of
from footprint.i18n import _, ngettext

LONGEST_STAND_DAYS = 31
_SURPRISING = 0.05


@dataclass(frozen=True, slots=True)
class Feed:
    """A network the score feeds on, and what the score did after each act of yours there."""

    service: str
    acts: tuple[BeforeAfter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """A score's ups and downs beside the outcomes the person logged.

    `days_high` are the days on which it stood above its own median, `days_low` the others; a
    reading stands for at most a month. `by_chance` is how often outcomes strewn at random
    would fall as unevenly; None when so few could show nothing, however they fell. What
    `only_grows`, such as followers, has no high and low days.
    """

    ups: tuple[ScoreChange, ...]
    downs: tuple[ScoreChange, ...]
    outcomes: tuple[Event, ...]
    days_high: int
    days_low: int
    outcomes_high: int
    outcomes_low: int
    by_chance: float | None
    feeds: tuple[Feed, ...] = ()
    only_grows: bool = False


def worth(
    readings: Sequence[Reading],
    scale: Scale,
    events: Iterable[Event],
    feeds_on: Iterable[str] = (),
) -> Worth:
    """The trade of a score; `events` concern it, `feeds_on` are ids of services."""
    events = tuple(events)
    series = series_of(as_first_told(readings))
    found = changes(series, scale)
    outcomes = tuple(event for event in events if event.kind is EventKind.OUTCOME)
    grows = scale.kind is ScaleKind.UNBOUNDED and is_counter(series)
    high, low = ([], []) if grows else _stands(series)
    met_high, met_low = (sum(e.day in days for e in outcomes) for days in map(set, (high, low)))
    return Worth(
        ups=tuple(change for change in found if change.size > 0),
        downs=tuple(change for change in found if change.size < 0),
        outcomes=outcomes,
        days_high=len(high),
        days_low=len(low),
        outcomes_high=met_high,
        outcomes_low=met_low,
        by_chance=_by_chance(met_high, met_low, len(high), len(low)),
        only_grows=grows,
        feeds=tuple(_feed(service, readings, scale, events) for service in feeds_on),
    )


def worth_text(told: Worth) -> str:
    """What can be said of the outcomes; that little can be said is said."""
    met = told.outcomes_high + told.outcomes_low
    if not told.outcomes:
        return _("You logged no outcomes, so nothing can be said about what it was worth.")
    if told.only_grows:
        return _(
            "The score hardly ever falls, so no outcome came on a high or a low day of it. "
            "Nothing can be said about what it was worth."
        )
    if told.by_chance is None:
        words = ngettext(
            "{n} outcome fell on a day whose score is known. That is too little to say whether "
            "the score had anything to do with it.",
            "{n} outcomes fell on days whose score is known. That is too little to say whether "
            "the score had anything to do with them.",
            met,
        )
        return words.format(n=met)
    if told.by_chance > _SURPRISING:
        words = _(
            "{high} outcomes came in {days_high} days with a high score, {low} in {days_low} "
            "days with a low one. Chance makes that difference easily: none shows."
        )
    else:
        words = _(
            "{high} outcomes came in {days_high} days with a high score, {low} in {days_low} "
            "days with a low one. Chance makes that difference in {chance} of 100 cases; which "
            "of the two followed the other, or both something else, it does not tell."
        )
    return words.format(
        high=told.outcomes_high,
        low=told.outcomes_low,
        days_high=told.days_high,
        days_low=told.days_low,
        chance=of_hundred(told.by_chance),
    )


def _feed(service: str, readings: Sequence[Reading], scale: Scale, events: Sequence[Event]) -> Feed:
    acts = (e for e in events if e.kind is EventKind.OWN_ACT and service in e.services)
    return Feed(service, tuple(before_and_after(readings, scale, act, events) for act in acts))


def _stands(series: Series) -> tuple[list[date], list[date]]:
    """The days on which the last reading was above the median of all of them, and the others."""
    values: dict[int, float] = {}
    for number, moment in enumerate(series.moments):
        first = moment.toordinal()
        until = first + LONGEST_STAND_DAYS
        if number + 1 < len(series):
            until = min(until, series.moments[number + 1].toordinal())
        values.update(dict.fromkeys(range(first, max(until, first + 1)), series.values[number]))
    if not values:
        return [], []
    middle = median(list(values.values()))
    high = [date.fromordinal(day) for day, value in values.items() if value > middle]
    return high, [date.fromordinal(day) for day, value in values.items() if value <= middle]


def _by_chance(met_high: int, met_low: int, days_high: int, days_low: int) -> float | None:
    """The exact two-sided binomial probability; None when not even the extremes would surprise."""
    met, days = met_high + met_low, days_high + days_low
    if not met or not days_high or not days_low:
        return None
    share = days_high / days
    chances = [math.comb(met, k) * share**k * (1 - share) ** (met - k) for k in range(met + 1)]

    def as_uneven(number: int) -> float:
        limit = chances[number] * (1 + 1e-9)
        return min(1.0, sum(chance for chance in chances if chance <= limit))

    if min(as_uneven(0), as_uneven(met)) > _SURPRISING or met < 6:
        return None
    return as_uneven(met_high)
