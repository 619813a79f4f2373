"""Where a row of numbers changes its level for good, beyond what its own noise would do.

Windows of 3, 6, 12 … readings are compared with the windows before them; where two differ more
than noise allows, the level may change. Then the weakest of these places is struck out, again
and again, until every one that is left separates two levels that differ beyond chance.
Sources: B. Eichinger and C. Kirch, A MOSUM procedure for the estimation of multiple random
change points, Bernoulli 24 (2018), for the comparison of windows; M. Messer and others,
A multiple filter test, Ann. Appl. Stat. 8 (2014), for windows of many sizes.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import sub

from footprint.domain.explaining.levels import SHORTEST_END, Levels

_SMALLEST_WINDOW = 3  # doubled again and again
_FIRST_SIEVE = 0.7
_MOST_PLACES = 40


def change_points(levels: Levels) -> list[int]:
    """The places in order: a new level begins with the reading of that number."""
    count = len(levels.values)
    places = {count - SHORTEST_END}
    size = _SMALLEST_WINDOW
    while 2 * size <= count:
        places |= _sieved(levels, size)
        size *= 2
    inside = sorted(p for p in places if SHORTEST_END <= p <= count - SHORTEST_END)
    return _struck_out(levels, _moved(levels, _struck_out(levels, inside)))


def _sieved(levels: Levels, size: int) -> set[int]:
    """Where windows of `size` differ most, one place in each stretch of `size` readings."""
    sums, hop = levels.sums, max(1, size // 4)
    windows = list(map(sub, sums[size::hop], sums[::hop]))
    differences = list(map(sub, windows[size // hop :], windows))
    limit = _FIRST_SIEVE * levels.beyond * levels.noise.of_difference(size, size) * size
    if max(differences) <= limit and min(differences) >= -limit:
        return set()
    best: dict[int, tuple[float, int]] = {}
    for number, difference in enumerate(differences):
        if difference > limit or difference < -limit:
            found, stretch = (abs(difference), size + number * hop), number * hop // size
            if stretch not in best or best[stretch] < found:
                best[stretch] = found
    return {place for _difference, place in sorted(best.values())[-_MOST_PLACES:]}


def _struck_out(levels: Levels, places: Sequence[int]) -> list[int]:
    """The places that are left when the weakest was struck out until all are strong enough."""
    edges = [0, *places, len(levels.values)]
    strengths = [levels.strength(*edges[n : n + 3]) for n in range(len(places))]
    while strengths and (least := min(strengths)) < levels.beyond:
        weakest = strengths.index(least)
        del edges[weakest + 1], strengths[weakest]
        for near in (weakest - 1, weakest):
            if 0 <= near < len(strengths):
                strengths[near] = levels.strength(*edges[near : near + 3])
    return edges[1:-1]


def _moved(levels: Levels, places: Sequence[int]) -> list[int]:
    """Each place put where the two levels around it part best."""
    edges = [0, *places, len(levels.values)]
    return sorted({levels.parting(*edges[n : n + 3]) for n in range(len(places))})
