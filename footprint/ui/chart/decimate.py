"""A row of points made so short that a screen can draw it, without losing any extreme.

Of all points that fall into one column of pixels the lowest and the highest stay, so a spike of
one day is as high as it was at any zoom. Blocks of 16, 256, … points remember their extremes:
one column asks a handful of blocks instead of thousands of points.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

DAY = 86_400.0
_FACTOR = 16
# A column takes at least so many blocks: where its edges fall into a block hardly matters then.
_BLOCKS_A_COLUMN = 4
_POINTS_A_COLUMN = 3
# What was worked out is kept for so many screens to either side.
_SCREENS_KEPT = 8
_ASKED = 2000
_SHORTEST_GAP, _LONGEST_GAP, _TIMES_USUAL = 14 * DAY, 366 * DAY, 6


@dataclass(frozen=True, slots=True)
class Column:
    """What falls into one column of pixels: its moment, its extremes, and its ends."""

    moment: float
    low: float
    high: float
    first: float
    last: float
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is to be drawn of a track. `runs` are parted by gaps.

    Where `exact` every column is one reading, else each holds the extremes of many.
    """

    runs: tuple[tuple[Column, ...], ...]
    exact: bool

    @property
    def columns(self) -> list[Column]:
        """All columns, from left to right."""
        return [column for run in self.runs for column in run]


class Track:
    """Moments (seconds since 1970, rising) and numbers beside them."""

    def __init__(self, times: Sequence[float], values: Sequence[float]) -> None:
        self.times = times
        self.values = values
        self._levels: list[tuple[list[float], list[float]]] | None = None
        self._gap: float | None = None
        self._kept: tuple[tuple[float, float, int], Drawn] | None = None
        self._raster: tuple[float, dict[int, Column | None]] = (0.0, {})

    def __len__(self) -> int:
        return len(self.times)

    @property
    def gap(self) -> float:
        """Seconds without a reading after which no line is drawn.

        Six times the usual (median) distance of two readings, but at least two weeks and at most
        a year and a day.
        """
        if self._gap is None:
            step = max(1, len(self) // _ASKED)
            near = range(0, len(self) - 1, step)
            usual = median([self.times[n + 1] - self.times[n] for n in near] or [0.0])
            self._gap = min(max(_TIMES_USUAL * usual, _SHORTEST_GAP), _LONGEST_GAP)
        return self._gap

    def nearest(self, moment: float) -> int | None:
        """The place of the point nearest to a moment; None without points."""
        if not self.times:
            return None
        after = bisect_left(self.times, moment)
        near = [at for at in (after - 1, after) if 0 <= at < len(self)]
        return min(near, key=lambda at: abs(self.times[at] - moment))

    def within(self, begin: float, end: float) -> range:
        """The places of the points from `begin` to `end`, both included."""
        return range(bisect_left(self.times, begin), bisect_right(self.times, end))

    def extremes(self, begins: int, ends: int) -> tuple[float, float]:
        """The lowest and the highest of the values at these places; there must be some."""
        size, level = 1, -1
        levels = self._pyramid()
        while level + 1 < len(levels) and size * _FACTOR * _BLOCKS_A_COLUMN <= ends - begins:
            size *= _FACTOR
            level += 1
        if level < 0:
            part = self.values[begins:ends]
            return min(part), max(part)
        lows, highs = levels[level]
        first, last = -(-begins // size), ends // size
        low, high = min(lows[first:last]), max(highs[first:last])
        for a, b in ((begins, first * size), (last * size, ends)):
            if a < b:
                part = self.values[a:b]
                low, high = min(low, *part), max(high, *part)
        return low, high

    def drawn(self, begin: float, end: float, columns: int) -> Drawn:
        """What to draw from `begin` to `end` on so many columns of pixels.

        One point beyond either end is included, so that the line leaves the picture.
        """
        key = (begin, end, columns)
        if self._kept is None or self._kept[0] != key:
            self._kept = key, self._draw(begin, end, columns)
        return self._kept[1]

    def _draw(self, begin: float, end: float, columns: int) -> Drawn:
        seen = self.within(begin, end)
        first, last = max(0, seen.start - 1), min(len(self), seen.stop + 1)
        if last - first <= _POINTS_A_COLUMN * max(1, columns):
            times, values = self.times[first:last], self.values[first:last]
            points = [
                Column(t, v, v, v, v, at, at + 1)
                for at, (t, v) in enumerate(zip(times, values, strict=True), first)
            ]
            return Drawn(self._parted(points), exact=True)
        return Drawn(self._parted(self._bundled(begin, end, columns, seen)), exact=False)

    def _bundled(self, begin: float, end: float, columns: int, seen: range) -> list[Column]:
        """One column of extremes for each column of a raster that holds a point.

        The raster neither moves while panning nor changes within a doubling of the zoom, so
        nothing flickers, and what was worked out for one frame is there for the next.
        """
        width = 2.0 ** round(math.log2((end - begin) / columns))
        if self._raster[0] != width or len(self._raster[1]) > _SCREENS_KEPT * columns:
            self._raster = width, {}
        kept = self._raster[1]
        first = int(self.times[seen.start] // width)
        last = int(self.times[seen.stop - 1] // width)
        made = [self._single(seen.start - 1)] if seen.start > 0 else []
        for number in range(first, last + 1):
            if number not in kept:
                kept[number] = self._column(number, width)
            column = kept[number]
            if column is not None:
                made.append(column)
        if seen.stop < len(self):
            made.append(self._single(seen.stop))
        return made

    def _column(self, number: int, width: float) -> Column | None:
        begins = bisect_left(self.times, number * width)
        ends = bisect_left(self.times, (number + 1) * width, begins)
        if ends == begins:
            return None
        low, high = self.extremes(begins, ends)
        first, last = self.values[begins], self.values[ends - 1]
        return Column((number + 0.5) * width, low, high, first, last, begins, ends)

    def _single(self, at: int) -> Column:
        value = self.values[at]
        return Column(self.times[at], value, value, value, value, at, at + 1)

    def _parted(self, columns: Sequence[Column]) -> tuple[tuple[Column, ...], ...]:
        times, gap = self.times, self.gap
        parts = [
            at
            for at in range(1, len(columns))
            if times[columns[at].begins] - times[columns[at - 1].ends - 1] > gap
        ]
        if not columns:
            return ()
        return tuple(tuple(columns[a:b]) for a, b in pairwise([0, *parts, len(columns)]))

    def _pyramid(self) -> list[tuple[list[float], list[float]]]:
        if self._levels is None:
            self._levels = []
            lows: Sequence[float] = self.values
            highs: Sequence[float] = self.values
            while len(lows) > _FACTOR * _FACTOR:
                starts = range(0, len(lows), _FACTOR)
                lows, highs = (
                    [min(lows[n : n + _FACTOR]) for n in starts],
                    [max(highs[n : n + _FACTOR]) for n in starts],
                )
                self._levels.append((lows, highs))
        return self._levels


def stacked(tracks: Sequence[Track]) -> list[Track]:
    """Tracks on top of each other, the first at the bottom; they must have the same moments."""
    if not tracks:
        return []
    total = [0.0] * len(tracks[0])
    piled = []
    for track in tracks:
        total = [below + value for below, value in zip(total, track.values, strict=True)]
        piled.append(Track(track.times, total))
    return piled
