"""By how much one set of readings lies above another, with an interval that needs no bell curve.

The shift is the median of all differences between the two sets. Source: J. L. Hodges and
E. L. Lehmann, Estimates of location based on rank tests, Ann. Math. Stat. 34 (1963), with the
interval of L. E. Moses, Query 10, Technometrics 7 (1965). Readings of days that follow each
other are alike; the interval is widened by what their likeness takes away from their number:
G. V. Bayley and J. M. Hammersley, The effective number of independent observations in an
autocorrelated time series, J. R. Stat. Soc. Suppl. 8 (1946).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import NormalDist

from footprint.domain.explaining.noise import median

CONFIDENCE = 0.95
_MOST_ALIKE = 0.9
_COUNTED_OUT = 20


@dataclass(frozen=True, slots=True)
class Shift:
    """A difference, and the interval that holds the true one in 95 of 100 cases."""

    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves no difference out."""
        return self.low > 0 or self.high < 0


def shift(before: Sequence[float], after: Sequence[float], last_digit: float = 0.0) -> Shift | None:
    """How far `after` lies above `before`, both in order of time; None with too few readings.

    Values that were rounded to `last_digit` are not known better than to half of it; without
    that an interval between whole numbers would have no width.
    """
    pairs = len(before) * len(after)
    rank = _rank(len(before), len(after), _alike(before, after)) if pairs else 0
    if rank < 1:
        return None
    differences = sorted(b - a for a in before for b in after)
    low, high = differences[rank - 1], differences[pairs - rank]
    return Shift(median(differences), low - last_digit / 2, high + last_digit / 2)


def missing(before: Sequence[float], after: Sequence[float]) -> tuple[int, int]:
    """How many more readings at least would give an interval: as many on either side."""
    alike, enough = _alike(before, after), 4
    while _rank(max(enough, len(before)), max(enough, len(after)), alike) < 1:
        enough += 1
    return max(0, enough - len(before)), max(0, enough - len(after))


def _rank(before: int, after: int, alike: float) -> int:
    """Which smallest and which largest difference bound the interval; 0 where none does."""
    middle = before * after / 2
    few = max(before, after) <= _COUNTED_OUT
    rank = (_counted_out if few else _approximated)(before, after)
    return math.floor(middle - (middle - rank) * math.sqrt((1 + alike) / (1 - alike)))


def _approximated(before: int, after: int) -> float:
    """The rank of many readings (normal approximation)."""
    z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)
    return before * after / 2 - z * math.sqrt(before * after * (before + after + 1) / 12)


def _counted_out(before: int, after: int) -> float:
    """The rank of few readings, by counting how often chance ranks them so (Mann and Whitney)."""
    ways = [1] + [0] * (before * after)
    for size in range(1, before + 1):
        for place in range(len(ways) - 1, after + size - 1, -1):
            ways[place] -= ways[place - after - size]
        for place in range(size, len(ways)):
            ways[place] += ways[place - size]
    allowed = (1 - CONFIDENCE) / 2 * math.comb(before + after, before)
    return sum(1 for total in accumulate(ways) if total <= allowed)


def _alike(before: Sequence[float], after: Sequence[float]) -> float:
    """How much a reading is like the one before it, from 0 to 0.9 (lag-one autocorrelation)."""
    products = squares = 0.0
    for side in (before, after):
        if side:
            centre = median(side)
            off = [value - centre for value in side]
            products += sum(a * b for a, b in pairwise(off))
            squares += sum(value * value for value in off)
    return min(_MOST_ALIKE, max(0.0, products / squares)) if squares else 0.0
