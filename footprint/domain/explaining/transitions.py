"""Whether a score changed its level at once or bit by bit: steps, and the slopes between levels.

A slow rise looks like a staircase to change_points.py. Steps one after the other in the same
direction are one slope if a straight line fits them no worse, counting what each description
needs to be told. Source: G. Schwarz, Estimating the dimension of a model, Ann. Stat. 6 (1978).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from operator import mul

from footprint.domain.explaining.levels import Levels

_LEFT = 3
_TOLD_BY_A_STEP = 2  # where it is and how high it leads
_TOLD_BY_A_SLOPE = 3  # where it begins and ends, and how high it leads


@dataclass(frozen=True, slots=True, order=True)
class Transition:
    """From one level to another: `last` is the last reading on the old level, `first` the first
    on the new one, so that a step has `first == last + 1`."""

    last: int
    first: int

    @property
    def is_step(self) -> bool:
        """Whether no reading lies between the levels."""
        return self.first == self.last + 1


def transitions(levels: Levels, places: Sequence[int]) -> list[Transition]:
    """The changes at `places` (see change_points), in order, slopes put together."""
    if not places:
        return []
    fits, edges = _Fits(levels), [0, *places, len(levels.values)]
    found, number = [], 1
    while number <= len(places):
        alike = _same_direction(levels, edges, number)
        end, transition = fits.best(edges, number, alike)
        found.append(transition)
        edges[end] = transition.first  # the next one begins where this one ends
        number = end + 1
    return found


def _same_direction(levels: Levels, edges: Sequence[int], number: int) -> int:
    """The number of the last place of a run that leads up, or down, from place `number` on."""
    means = [levels.mean(a, b) for a, b in pairwise(edges)]
    rises = means[number] > means[number - 1]
    end = number
    while end + 1 < len(means) and (means[end + 1] > means[end]) is rises:
        end += 1
    return end


@dataclass(frozen=True, slots=True)
class _Fits:
    """How well steps and slopes fit, each by a handful of subtractions of running sums."""

    levels: Levels
    squares: Sequence[float] = field(init=False)
    moments: Sequence[float] = field(init=False)

    def __post_init__(self) -> None:
        values = self.levels.values
        squares = list(accumulate(map(mul, values, values), initial=0.0))
        moments = list(accumulate(map(mul, values, range(len(values))), initial=0.0))
        object.__setattr__(self, "squares", squares)
        object.__setattr__(self, "moments", moments)

    def best(self, edges: Sequence[int], number: int, alike: int) -> tuple[int, Transition]:
        """The longest slope from place `number` to at most `alike`, or else the step there."""
        for end in range(alike, number - 1, -1):
            slope = self._slope(edges, number, end)
            if slope:
                return end, slope
        return number, Transition(edges[number] - 1, edges[number])

    def _slope(self, edges: Sequence[int], number: int, end: int) -> Transition | None:
        """The slope that tells the places from `number` to `end` better than steps do."""
        begins, ends = edges[number - 1], edges[end + 1]
        inner = [begins, *edges[number : end + 1], ends]
        steps = sum(self._flat(a, b) for a, b in pairwise(inner))
        saved = (end - number + 1) * _TOLD_BY_A_STEP - _TOLD_BY_A_SLOPE
        a_word = self.levels.noise.of_windows(4) * math.log(ends - begins)
        misfit, slope = min(
            (self._misfit(begins, t.last, t.first, ends), t)
            for t in _slopes(begins, edges[number], edges[end], ends)
        )
        return slope if misfit < steps + saved * a_word else None

    def _flat(self, begins: int, ends: int) -> float:
        """The sum of squares around the mean."""
        total = self.levels.sums[ends] - self.levels.sums[begins]
        return self.squares[ends] - self.squares[begins] - total * total / (ends - begins)

    def _misfit(self, begins: int, last: int, first: int, ends: int) -> float:
        """The sum of squares around two levels and the line between them."""
        low, high = self.levels.mean(begins, last + 1), self.levels.mean(first, ends)
        rise = (high - low) / (first - last)
        start = low - rise * last  # the line is start + rise * number
        a, b, count = last + 1, first, first - last - 1
        numbers = count * (a + b - 1) / 2
        squared_numbers = ((b - 1) * b * (2 * b - 1) - (a - 1) * a * (2 * a - 1)) / 6
        line = (
            self.squares[b]
            - self.squares[a]
            - 2 * start * (self.levels.sums[b] - self.levels.sums[a])
            - 2 * rise * (self.moments[b] - self.moments[a])
            + start * start * count
            + 2 * start * rise * numbers
            + rise * rise * squared_numbers
        )
        return self._flat(begins, a) + line + self._flat(b, ends)


def _slopes(begins: int, one: int, other: int, ends: int) -> list[Transition]:
    """Slopes to try around the places from `one` to `other`, a little or much longer.

    Where there are enough readings, three are left on each side to show the levels.
    """
    longest = max(other - one, min(one - begins, ends - other), 8)
    earliest, latest = min(begins + _LEFT - 1, one - 1), max(ends - _LEFT, other)
    longer = (0, 3, longest // 8, longest // 4, longest // 2, longest)
    found = {
        Transition(max(earliest, one - 1 - before), min(latest, other + after))
        for before in longer
        for after in longer
    }
    return [slope for slope in found if not slope.is_step] or [Transition(one - 1, other)]
