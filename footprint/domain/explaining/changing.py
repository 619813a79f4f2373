"""The significant changes of a series, by the rules that its scale asks for.

How often the rules err is measured by tests/benchmarks/bench_explaining.py, on scores of 50 that
scatter by 2 %. Of 100 flat series none or one has a change when the scatter is plain or has heavy
tails, up to 2 with spikes, and 5 to 12 when each reading is mostly like the one before: what
wanders cannot be told from what changes. Of 100 steps of 5, 10 and 20 % they find 98, 100 and
100 in a year of daily readings, 79, 90 and 100 in one of weekly ones, and 98, 100 and 100 in 120
readings strewn over two years; of those that are mostly like the one before 55 of 5 % at worst.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from footprint.domain.explaining.counter import changes_of_pace
from footprint.domain.explaining.judging import judged
from footprint.domain.explaining.leap import span_of_counter
from footprint.domain.explaining.levels import FEWEST_READINGS, Levels
from footprint.domain.explaining.pace import is_counter
from footprint.domain.explaining.score_change import (
    Around,
    ChangeKind,
    ScoreChange,
    between_neighbours,
    measured,
)
from footprint.domain.explaining.transitions import Transition
from footprint.domain.score import Scale, ScaleKind
from footprint.domain.series import Series

# The standard deviation of what rounding to a whole number takes away.
_ROUNDED_OFF = 12**-0.5
# What is less than it does from one day to the next anyway is nothing that asks for a reason.
_LEAST_SCATTERS = 1.5
_MOST_ASKED = 512
_FEWEST_STEPS = 5
_MOST_DECIMALS = 6
_NO_STEP = 1e-9


def changes(series: Series, scale: Scale) -> tuple[ScoreChange, ...]:
    """Every significant change, oldest first: steps and trends, or changes of pace of a counter.

    Fewer than four readings have none. A difference of no more than the last digit is never
    one, since rounding alone can make it; between letters one grade is.
    """
    if len(series) < FEWEST_READINGS:
        return ()
    if _grows(series, scale):
        return tuple(changes_of_pace(series, last_digit(series, scale)))
    levels, transitions = _judged(series, scale)
    found = between_neighbours(transitions, len(series))
    kinds = (ChangeKind.STEP if each.transition.is_step else ChangeKind.TREND for each in found)
    return tuple(
        measured(each, levels, series, kind) for each, kind in zip(found, kinds, strict=True)
    )


def span_change(
    series: Series, scale: Scale, begins: datetime, ends: datetime
) -> ScoreChange | None:
    """From before `begins` to after `ends`, a span the person chose; None where nothing is to see.

    The levels are those of the readings up to `begins` and from `ends` on, or else of the first
    and last reading inside; the growth of a counter is set against its usual pace. Whether noise
    could do it is judged as for every other change.
    """
    if len(series) < FEWEST_READINGS or begins > ends:
        return None
    last = max(0, bisect_right(series.moments, begins) - 1)
    first = min(len(series) - 1, bisect_left(series.moments, ends))
    if last >= first:
        return None
    if _grows(series, scale):
        return span_of_counter(series, last, first, last_digit(series, scale))
    span = Around(0, Transition(last, first), len(series)).close()
    return measured(span, _judged(series, scale)[0], series, ChangeKind.SPAN)


def _grows(series: Series, scale: Scale) -> bool:
    return scale.kind is ScaleKind.UNBOUNDED and is_counter(series)


def _judged(series: Series, scale: Scale) -> tuple[Levels, list[Transition]]:
    quantum = last_digit(series, scale)
    least = quantum / 2 if scale.kind is ScaleKind.LETTER else quantum
    return judged(series.values, quantum * _ROUNDED_OFF, least, scatters=_LEAST_SCATTERS)


def last_digit(series: Series, scale: Scale) -> float:
    """The smallest difference that the readings can show: 10,000 where "1.23M" is among them.

    Where neither scale nor readings say, it is the smallest step that was ever seen.
    """
    if scale.kind is ScaleKind.LETTER:
        return 1.0
    if series.precision:
        return 2 * series.precision
    if scale.decimals is not None:
        return 10.0**-scale.decimals
    # Of hundreds of steps one is surely the smallest; all of them would be asked for nothing.
    some = series.values[:_MOST_ASKED]
    steps = [step for a, b in pairwise(some) if (step := abs(b - a)) > _NO_STEP]
    # A score that moved once or twice shows no smallest step: its only change would be it.
    return min(steps) if len(steps) >= _FEWEST_STEPS else _as_written(set(some))


def _as_written(values: Iterable[float]) -> float:
    """The last decimal place that any of the values needs: 0.1 for 17.7, 1 for 20."""
    places = range(_MOST_DECIMALS)
    needed = (
        next((n for n in places if abs(value - round(value, n)) < _NO_STEP), _MOST_DECIMALS)
        for value in values
    )
    return 10.0 ** -max(needed, default=0)
