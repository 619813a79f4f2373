"""Days on which a counter moved far off its pace: a purge of followers, a windfall, a loss."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import sub

from footprint.domain.explaining.levels import FEWEST_READINGS
from footprint.domain.explaining.noise import median, single_scatter, spread
from footprint.domain.explaining.pace import Paces, paces_of
from footprint.domain.explaining.score_change import ChangeKind, ScoreChange, by_noise
from footprint.domain.series import Series

_FAR_OFF = 7.0
_FAR_OFF_AT_LEAST = 1.5  # more than four times as fast, or as slow
_AROUND = 15
_TIMES_AS_LONG = 4  # a span of ten days is set against forty before it and forty after


def leaps(paces: Paces, series: Series) -> Iterator[ScoreChange]:
    """Spans in which the count moved far off the pace of the time before and after.

    Far is seven times the usual scatter from one pace to the next, and what is no loss must be
    more than four times as fast or as slow.
    """
    folded = paces.folded()
    scatter, differences = single_scatter(folded)
    noise = max(scatter / math.sqrt(2), 1e-12)
    off = _off(folded, _FAR_OFF * noise)
    for run in _runs(off):
        strength = max(abs(off[number]) for number in run) / noise
        # Compared with a median of others, of which each scatters too.
        chance = by_noise(strength / math.sqrt(2), len(folded), differences)
        step = range(run[0], run[-1] + 1)
        leap = _leap(step, _around(step, paces, _AROUND), paces, series)
        yield replace(leap, strength=strength, by_noise=chance)


def _off(folded: Sequence[float], limit: float) -> dict[int, float]:
    """How far from the median around it each pace is that lies further than `limit` from it.

    Only where paces jump is it asked for: what is far off is far from its neighbours too.
    """
    jumps = enumerate(map(sub, folded[1:], folded))
    leapt = [number for number, jump in jumps if abs(jump) > limit / 2]
    places = sorted({near for number in leapt for near in (number, number + 1)})
    off = {
        number: folded[number] - median(folded[max(0, number - _AROUND) : number + _AROUND])
        for number in places
    }
    fast = max(limit, _FAR_OFF_AT_LEAST)
    return {n: far for n, far in off.items() if abs(far) > (limit if folded[n] < 0 else fast)}


def _runs(off: dict[int, float]) -> Iterator[list[int]]:
    """Numbers that follow each other and are off in the same direction, together."""
    run: list[int] = []
    for number, far in off.items():
        if run and (number > run[-1] + 1 or far * off[run[-1]] < 0):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def span_of_counter(series: Series, last: int, first: int, digit: float) -> ScoreChange:
    """What a counter did from its reading `last` to its reading `first`, against its usual pace.

    Usual is what it did as long before and after. `digit` is the smallest difference that its
    readings can show.
    """
    paces = paces_of(series, series.days(), 0.0, len(series))
    inside = range(
        max(0, bisect_right(paces.kept, last) - 1),
        max(1, bisect_left(paces.kept, first)),
    )
    reach = max(_AROUND, _TIMES_AS_LONG * len(inside))
    around = _around(inside, paces, reach)
    change = replace(_leap(inside, around, paces, series), kind=ChangeKind.SPAN)
    others = _outside(inside, around, paces)
    if len(others) < FEWEST_READINGS:
        return replace(change, expected=None, readings_before=0, readings_after=0)
    length = (change.ends - change.begins).days or 1
    usual, scatter, known_by = _usual(others, len(inside))
    expected, scatter = usual * length, max(scatter * length, digit)
    strength = abs(change.size - expected) / scatter
    chance = by_noise(strength, len(others), known_by)
    return replace(change, expected=expected, scatter=scatter, strength=strength, by_noise=chance)


def _usual(paces: Sequence[float], many: int) -> tuple[float, float, int]:
    """The usual mean of so many paces in a row, its scatter, and of how many means it is known.

    Means of as many neighbours are compared, so that busy weekdays and good months count as
    usual; where there are too few of those, means of fewer, whose scatter is brought down.
    """
    size = max(1, min(many, len(paces) // FEWEST_READINGS))
    starts = range(0, len(paces) - size + 1, size)
    means = [math.fsum(paces[start : start + size]) / size for start in starts]
    return median(means), spread(means) * math.sqrt(size / many), len(means)


def _around(step: range, paces: Paces, reach: int) -> range:
    """The numbers of the paces that stand for what is usual around `step`, and of itself."""
    return range(max(0, step.start - reach), min(len(paces.daily), step.stop + reach))


def _outside(step: range, around: range, paces: Paces) -> list[float]:
    return [paces.daily[near] for near in around if near not in step]


def _leap(step: range, around: range, paces: Paces, series: Series) -> ScoreChange:
    """The change over the paces `step`, not judged yet."""
    last, first = paces.kept[step.start], paces.kept[step.stop]
    usual = _outside(step, around, paces)
    moments = series.moments
    days = (moments[first] - moments[last]).total_seconds() / 86_400
    return ScoreChange(
        score_id=series.score_id,
        kind=ChangeKind.LEAP,
        begins=moments[last],
        ends=moments[first],
        before=series.values[last],
        after=series.values[first],
        earliest=moments[last],
        latest=moments[first],
        window_begins=moments[paces.kept[around.start]],
        window_ends=moments[paces.kept[around.stop]],
        readings_before=step.start - around.start + 1,
        readings_after=around.stop - step.stop + 1,
        scatter=spread(usual) * days if usual else 0.0,
        expected=median(usual) * days if usual else None,
        strength=0.0,
        by_noise=1.0,
    )
