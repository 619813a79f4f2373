"""Where the ticks of an axis stand: numbers in steps of 1, 2, 5, dates on whole units of time."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
# A thousandth of a step: what adding steps may be off by.
_NEARLY = 1e-3
_MOST = 200


class Unit(IntEnum):
    """What a tick of a time axis begins."""

    MINUTE = 0
    HOUR = 1
    DAY = 2
    WEEK = 3
    MONTH = 4
    YEAR = 5


@dataclass(frozen=True, slots=True)
class Step:
    """The distance of two ticks of a time axis; `seconds` is about how long it is."""

    unit: Unit
    count: int
    seconds: float


@dataclass(frozen=True, slots=True)
class TimeTicks:
    """Ticks in seconds since 1970 (UTC); `fresh` are those that begin the next larger unit."""

    step: Step
    moments: tuple[float, ...]
    fresh: frozenset[float]


_LENGTHS = {
    Unit.MINUTE: _MINUTE,
    Unit.HOUR: _HOUR,
    Unit.DAY: _DAY,
    Unit.WEEK: 7 * _DAY,
    Unit.MONTH: 30.44 * _DAY,
    Unit.YEAR: 365.25 * _DAY,
}
_STEPS = tuple(
    Step(unit, count, count * _LENGTHS[unit])
    for unit, counts in (
        (Unit.MINUTE, (1, 5, 15, 30)),
        (Unit.HOUR, (1, 3, 6, 12)),
        (Unit.DAY, (1, 2)),
        (Unit.WEEK, (1, 2)),
        (Unit.MONTH, (1, 2, 3, 6)),
        (Unit.YEAR, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
    )
    for count in counts
)


def to_datetime(moment: float) -> datetime:
    """The UTC moment of so many seconds since 1970, within what a datetime can hold."""
    low, high = -62_135_596_800, 253_402_300_799
    return _EPOCH + timedelta(seconds=min(max(moment, low), high))


def number_ticks(low: float, high: float, step: float) -> tuple[float, ...]:
    """The multiples of a step of which the first is <= `low` and the last >= `high`."""
    first = math.floor(low / step + _NEARLY)
    last = math.ceil(high / step - _NEARLY)
    return tuple(_clean(n * step, step) for n in range(first, max(last, first + 1) + 1))


def nice_step(extent: float, most: int, least: float = 0.0) -> float:
    """The smallest of 1, 2, 5, 10, … that parts `extent` into at most `most` steps.

    Never smaller than `least`.
    """
    if not extent > 0 or not math.isfinite(extent):
        return max(1.0, least)
    rough = max(extent / max(1, most), least)
    power: float = 10.0 ** math.floor(math.log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= rough * (1 - _NEARLY))


def ratio_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Powers of ten, with 2 and 5 times them where there is room, around `low` and `high` > 0."""
    first = math.floor(math.log10(low) + _NEARLY)
    last = max(math.ceil(math.log10(high) - _NEARLY), first + 1)
    ticks = [_clean(n * 10.0**p, 10.0**p) for p in range(first, last) for n in (1, 2, 5)]
    ticks.append(10.0**last)
    begins = max(n for n, tick in enumerate(ticks) if tick <= low * (1 + _NEARLY) or n == 0)
    ends = min(
        n for n, tick in enumerate(ticks) if tick >= high * (1 - _NEARLY) or n == len(ticks) - 1
    )
    inside = ticks[begins : ends + 1]
    if len(inside) <= most + 1:
        return tuple(inside)
    every = max(1, math.ceil((last - first) / max(1, most)))
    return tuple(10.0**p for p in range(first, last + every, every))


def decimals_of(step: float) -> int:
    """How many decimals tell two ticks of that distance apart."""
    return max(0, min(9, -math.floor(math.log10(step) + _NEARLY)))


def _clean(number: float, step: float) -> float:
    # 0.30000000000000004 would be told as it stands.
    return round(number, decimals_of(step) + 2)


def letter_ticks(letters: Sequence[str], most: int) -> tuple[int, ...]:
    """Which grades stand on the axis: all where there is room, else every second, third …"""
    every = max(1, math.ceil(len(letters) / max(1, most)))
    return tuple(range(0, len(letters), every))


def time_ticks(begin: float, end: float, most: int) -> TimeTicks:
    """At most about `most` ticks from `begin` to `end` (seconds since 1970), on whole units."""
    wanted = max(end - begin, 1.0) / max(1, most)
    at = bisect_left([step.seconds for step in _STEPS], wanted)
    step = _STEPS[min(at, len(_STEPS) - 1)]
    moments: list[float] = []
    for moment in _from(begin, step):
        if moment > end or len(moments) >= _MOST:
            break
        if moment >= begin:
            moments.append(moment)
    fresh = frozenset(m for m in moments if _begins_larger(to_datetime(m), step.unit))
    return TimeTicks(step, tuple(moments), fresh)


def _from(begin: float, step: Step) -> Iterator[float]:
    """Ticks from a little before `begin` on, without end."""
    day = to_datetime(begin)
    if step.unit >= Unit.MONTH:
        yield from _months(day, step.count * (12 if step.unit is Unit.YEAR else 1))
        return
    seconds = step.count * _LENGTHS[step.unit]
    # 1970-01-05 was a Monday, on which weeks begin here.
    offset = 4 * _DAY if step.unit is Unit.WEEK else 0
    if step.unit is Unit.DAY and step.count > 1:
        yield from _days_of_months(day, step.count)
        return
    first = math.floor((begin - offset) / seconds)
    while True:
        yield first * seconds + offset
        first += 1


def _months(day: datetime, every: int) -> Iterator[float]:
    month = (day.year * 12 + day.month - 1) // every * every
    while month < 9999 * 12:
        if month >= 12:
            moment = datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)
            yield (moment - _EPOCH).total_seconds()
        month += every


def _days_of_months(day: datetime, every: int) -> Iterator[float]:
    """Every second day, counted from the first of each month; never the 31st beside the 1st."""
    at = day.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    while at.year < 9999:
        if (at.day - 1) % every == 0 and at.day < 31:
            yield (at - _EPOCH).total_seconds()
        at += timedelta(days=1)


def _begins_larger(day: datetime, unit: Unit) -> bool:
    """Whether the tick begins what is named beside the smaller unit: a day, a year."""
    if unit < Unit.DAY:
        return day.hour == 0 and day.minute == 0
    if unit is Unit.WEEK:
        return day.month == 1 and day.day <= 7
    return day.month == 1 and day.day == 1
