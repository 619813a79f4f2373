"""Finding the changes of a row of numbers: first the obvious ones, then all, by honest noise.

A few big changes in a short series make its wide windows scatter as if that were noise. So the
changes that stand out far, by the noise of small windows, are taken out before the noise of wide
windows is measured; with that, all changes are looked for anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from footprint.domain.explaining.change_points import change_points
from footprint.domain.explaining.levels import Levels, levels_of
from footprint.domain.explaining.noise import running_sums, whole_noise
from footprint.domain.explaining.transitions import Transition, transitions

_OBVIOUS = 2.0
# Of so many readings even the widest windows are many, and a few changes spoil only a few.
_MANY = 2048


def judged(
    values: Sequence[float], floor: float, least: float, *, scatters: float
) -> tuple[Levels, list[Transition]]:
    """The levels and the changes between them; arguments as for `levels_of`."""
    levels = levels_of(values, floor, least, scatters)
    views = [levels.sums]
    if len(values) < _MANY:
        views += _without_the_obvious(levels)
    levels = replace(levels, noise=whole_noise(levels.noise, *views))
    return levels, transitions(levels, change_points(levels))


def _without_the_obvious(levels: Levels) -> list[Sequence[float]]:
    """Running sums of the values less what stands out far; none where nothing does."""
    strict = replace(levels, beyond=_OBVIOUS * levels.beyond)
    found = transitions(strict, change_points(strict))
    if not found:
        return []
    edges = [Transition(-1, 0), *found, Transition(len(levels.values) - 1, len(levels.values))]
    means = [levels.mean(one.first, other.last + 1) for one, other in pairwise(edges)]
    course: list[float] = []
    for (one, other), mean, following in zip(
        pairwise(edges), means, [*means[1:], 0.0], strict=True
    ):
        course += [mean] * (other.last + 1 - one.first)
        rise = (following - mean) / (other.first - other.last)
        course += [mean + rise * step for step in range(1, other.first - other.last)]
    rest = [value - usual for value, usual in zip(levels.values, course, strict=True)]
    return [running_sums(rest)]
