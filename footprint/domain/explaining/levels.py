"""Numbers ready to be judged: freed of single spikes, with the noise and what counts beyond it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from operator import sub

from footprint.domain.explaining.noise import Noise, running_sums, single_scatter, small_noise

FEWEST_READINGS = 4
SHORTEST_END = 2
_SHORTEST_INSIDE = 3
_WIDEST_VIEW = 64
_LASTING = 5
_SPIKE = 5.0


@dataclass(frozen=True, slots=True)
class Levels:
    """Numbers ready to be judged: without single spikes, with their noise and thresholds.

    `sums` are running sums of `values`, which begin at 0. A difference of two levels counts
    when it is more than `least` and at least `beyond` times what noise makes of it.
    """

    values: Sequence[float]
    sums: Sequence[float]
    noise: Noise
    least: float
    beyond: float

    def mean(self, begins: int, ends: int) -> float:
        """The mean of the values from `begins` up to but without `ends`."""
        return (self.sums[ends] - self.sums[begins]) / (ends - begins)

    def strength(self, begins: int, place: int, ends: int) -> float:
        """How many times noise the levels on the two sides of `place` differ; 0 if not enough."""
        difference = abs(self.mean(place, ends) - self.mean(begins, place))
        if difference <= self.least:
            return 0.0
        doubt = self._doubt_of_the_brief(place - begins, ends - place, begins, ends)
        return difference / self.noise.of_difference(place - begins, ends - place) / doubt

    def parting(self, begins: int, place: int, ends: int) -> int:
        """The place near `place` where two levels fit best."""
        before, after = max(begins, place - _WIDEST_VIEW), min(ends, place + _WIDEST_VIEW)
        mean, start = self.mean(before, after), self.sums[before]

        def fit(place: int) -> float:
            apart = self.sums[place] - start - mean * (place - before)
            return apart * apart / ((place - before) * (after - place))

        places = range(before + SHORTEST_END, after - SHORTEST_END + 1)
        return max(places, key=fit, default=place)

    def _doubt_of_the_brief(self, before: int, after: int, begins: int, ends: int) -> float:
        """What does not last between two changes has to stand out more; two readings never do."""
        inside = (before if begins else _LASTING, after if ends < len(self.values) else _LASTING)
        shortest = min(inside)
        return math.inf if shortest < _SHORTEST_INSIDE else 1 + 0.3 * max(0, _LASTING - shortest)


def levels_of(values: Sequence[float], floor: float, least: float, scatters: float) -> Levels:
    """Prepare at least `FEWEST_READINGS` values, with the noise of small windows only.

    `floor` is the standard deviation that rounding alone gives; `least` the smallest difference
    that could be more than rounding. A change must also exceed so many times the scatter of one
    value (`scatters`).
    The threshold was set by simulation, see tests/benchmarks/bench_explaining.py.
    """
    first = values[0]
    raised = [value - first for value in values]
    step, differences = single_scatter(raised)
    calm = _without_spikes(raised, _SPIKE * max(step, floor))
    sums = running_sums(calm)
    noise = small_noise(sums, step, differences, floor)
    beyond = (math.sqrt(2 * math.log(len(values))) + 1) * (1 + 1 / math.sqrt(differences))
    return Levels(calm, sums, noise, max(least, scatters * noise.single), beyond)


def _without_spikes(values: list[float], limit: float) -> list[float]:
    """The values with jumps that last one or two readings taken down to their surroundings."""
    steps = enumerate(map(sub, values[1:], values))
    jumps = [place for place, step in steps if step > limit or step < -limit]
    if not jumps:
        return values
    count, calm = len(values), list(values)
    for place in {near for jump in jumps for near in range(jump - 1, jump + 4)}:
        if 2 <= place < count - 2:
            calm[place] = sorted(values[place - 2 : place + 3])[2]
        elif 0 <= place < count:  # at an end a lone jump is not believed yet, two readings are
            calm[place] = sorted(values[:3] if place < 2 else values[-3:])[1]
    return calm
