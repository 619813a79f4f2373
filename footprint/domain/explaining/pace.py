"""How fast a score grows: its growth a day between readings that lie far enough apart to tell."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import lt, ne, sub, truediv

from footprint.domain.series import Series

FEWEST_OF_A_COUNTER = 8
_MOSTLY = 0.75
_DIGITS_PER_PACE = 4
_ENOUGH_TO_KNOW = 500


def is_counter(series: Series) -> bool:
    """Whether a score that has no upper end grows nearly whenever it moves."""
    if len(series) < FEWEST_OF_A_COUNTER:
        return False
    ups = list(map(lt, series.values, series.values[1:])).count(True)
    moves = list(map(ne, series.values, series.values[1:])).count(True)
    return ups > _MOSTLY * moves


@dataclass(frozen=True, slots=True)
class Paces:
    """Growth a day between the readings `kept`, each of which has its number in the series.

    Paces below `slow` are compared by their difference, greater ones by their ratio, because
    what is big grows by more.
    """

    kept: Sequence[int]
    daily: Sequence[float]
    slow: float

    def folded(self) -> list[float]:
        """The paces on a scale of doublings that also has room for nothing and for a loss."""
        slow = self.slow
        return [math.asinh(pace / slow) for pace in self.daily]


def paces_of(series: Series, days: Sequence[float], quantum: float, most: int) -> Paces:
    """At most so many paces, over spans of a day and more in which more than the last digit moves.

    `days` are those of the series. `quantum` is its last digit: where it is 10,000 a day shows
    nothing.
    """
    days_apart = 1.0
    while min(len(days), (days[-1] - days[0]) / days_apart) > most:
        days_apart *= 2
    while True:
        kept = _apart(days, days_apart)
        values = [series.values[number] for number in kept]
        if len(kept) < 2 * FEWEST_OF_A_COUNTER or _shows(values, _DIGITS_PER_PACE * quantum):
            break
        days_apart *= 2
    daily = _daily(values, [days[number] for number in kept])
    some = daily[:: 1 + len(daily) // _ENOUGH_TO_KNOW]
    moving = sorted([abs(pace) for pace in some if pace])
    return Paces(kept, daily, moving[len(moving) // 4] if moving else 1.0)


def daily_paces(series: Series) -> tuple[float, ...]:
    """Growth a day between readings that lie a day or more apart."""
    days = series.days()
    kept = _apart(days, 1.0)
    return _daily([series.values[n] for n in kept], [days[n] for n in kept])


def _shows(values: Sequence[float], enough: float) -> bool:
    seen = [step for step in map(sub, values[1:], values) if step >= enough or step <= -enough]
    return 2 * len(seen) >= len(values)


def _daily(values: Sequence[float], days: Sequence[float]) -> tuple[float, ...]:
    growth, spans = map(sub, values[1:], values), map(sub, days[1:], days)
    return tuple(map(truediv, growth, spans))


def _apart(days: Sequence[float], days_apart: float) -> list[int]:
    """The numbers of readings at least so many days apart, ending with the last."""
    kept: list[int] = []
    latest = math.inf
    for number in range(len(days) - 1, -1, -1):
        if days[number] <= latest:
            kept.append(number)
            latest = days[number] - days_apart
    return kept[::-1]
