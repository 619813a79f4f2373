"""How much a score moves while nothing happens: the yardstick of every judgement about a change.

Days that follow each other are alike, so windows of readings scatter more than a coin would let
them. Therefore the scatter is measured for windows of 1, 2, 4, 8 … readings: each against its
neighbour, by the middle or the calmer third of the differences, which real changes do not spoil.
Source: W. B. Wu and Z. Zhao, Inference of trends in time series, J. R. Stat. Soc. B 69 (2007);
the step from their one window to several, and the way on beyond the largest, are ours.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

# Within how many standard deviations a share of normally scattered numbers lies.
_HALF, _FOUR_FIFTHS, _CALMEST_THIRD = 0.6745, 1.2816, 0.4538

_MOST_DIFFERENCES = 512
_FEWEST_WINDOWS = 10
_SMALL = 4


def median(values: Sequence[float]) -> float:
    """The middle of `values`, which must not be empty."""
    ordered = sorted(values)
    count = len(ordered)
    return (ordered[count // 2] + ordered[(count - 1) // 2]) / 2


def spread(values: Sequence[float]) -> float:
    """The standard deviation by the median of the deviations (MAD); `values` not empty."""
    return median(_deviations(values)) / _HALF


def running_sums(values: Sequence[float]) -> list[float]:
    """Sums of the first 0, 1, 2 … values, so that any window's sum is one subtraction."""
    return list(accumulate(values, initial=0.0))


@dataclass(frozen=True, slots=True)
class Noise:
    """The scatter of windows. `levels[j]` is k × the variance of the mean of k = 2**j readings.

    It would be the same on every level if readings had nothing to do with each other; it never
    falls, so that a regular up and down does not make long windows look surer than they are.
    `growth` is how it goes on beyond the last level, as a power of the size. `differences` is
    the number of differences the first level was measured on.
    """

    levels: tuple[float, ...]
    growth: float
    differences: int

    @property
    def single(self) -> float:
        """The standard deviation of one reading around what it was about to be."""
        return math.sqrt(self.levels[0])

    def of_windows(self, size: float) -> float:
        """The long-run variance that windows of `size` readings have to be judged by."""
        last = len(self.levels) - 1
        if size >= 2 << last:
            return self.levels[last] * math.pow(size / 2.0**last, self.growth)
        return self.levels[min(last, int(size).bit_length() - 1)]

    def of_difference(self, before: int, after: int) -> float:
        """The standard deviation of the difference of two means of so many readings."""
        even = 2 * before * after / (before + after)
        return math.sqrt(self.of_windows(even) * (1 / before + 1 / after))


def single_scatter(values: Sequence[float]) -> tuple[float, int]:
    """The standard deviation of a step from one reading to the next, and on how many it rests."""
    stride = max(1, len(values) // _MOST_DIFFERENCES)
    steps = [b - a for a, b in zip(values[::stride], values[1::stride], strict=False)]
    deviations = _deviations(steps)
    # A score that mostly stands still has a middle step of nothing: ask its livelier days too.
    # One difference less, so that the only change of a short series is not taken for liveliness.
    lively = deviations[max(0, int(0.8 * len(deviations)) - 1)] / _FOUR_FIFTHS
    middle = deviations[len(deviations) // 2] / _HALF
    return max(middle, lively), len(steps)


def small_noise(sums: Sequence[float], step: float, differences: int, floor: float) -> Noise:
    """The noise of windows of up to four readings, whose scatter real changes hardly spoil.

    `step` and `differences` are as `single_scatter` gives them; `floor` is the least standard
    deviation to believe in (what rounding alone does).
    """
    noise = Noise((max(step * step / 2, floor * floor),), 0.0, differences)
    return replace(noise, levels=_levels(noise, sums, _SMALL))


def whole_noise(noise: Noise, *views: Sequence[float]) -> Noise:
    """The same with the noise of windows of up to the square root of their number.

    `views` are running sums of the values, and of what was left when the obvious changes were
    taken out. For each size of window the calmer view counts: changes only ever add to scatter.
    """
    first = replace(noise, levels=noise.levels[:1])
    every = zip(*(_levels(first, sums, len(sums)) for sums in views), strict=True)
    levels = tuple(min(each) for each in every)
    return replace(noise, levels=levels, growth=_growth(levels))


def _levels(noise: Noise, sums: Sequence[float], largest: int) -> tuple[float, ...]:
    count, levels, size = len(sums) - 1, list(noise.levels), 2
    while size <= largest and size * size <= count and count // size >= _FEWEST_WINDOWS:
        scatter = _window_scatter(sums, size)
        levels.append(max(levels[-1], size * scatter * scatter / 2))
        size *= 2
    return tuple(levels)


def _growth(levels: Sequence[float]) -> float:
    """0 where the last doubling at most doubled it, 1 where it quadrupled as in a random walk."""
    if len(levels) < 2 or not levels[-2]:
        return 0.0
    return min(1.0, max(0.0, math.log2(levels[-1] / levels[-2]) - 1))


def _window_scatter(sums: Sequence[float], size: int) -> float:
    """The standard deviation of the difference of two windows of `size` that touch."""
    stride = max(size, len(sums) // _MOST_DIFFERENCES)
    differences = [
        c - b - b + a
        for a, b, c in zip(
            sums[::stride], sums[size::stride], sums[2 * size :: stride], strict=False
        )
    ]
    deviations = _deviations(differences)
    # Not the half: of the few windows of a year a long rise and two drops may well be one half.
    return deviations[int(0.35 * len(deviations))] / _CALMEST_THIRD / size


def _deviations(values: Sequence[float]) -> list[float]:
    centre = median(values)
    return sorted([abs(value - centre) for value in values])
