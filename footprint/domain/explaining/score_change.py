"""A change of a score: from where to where, when, and the arithmetic that calls it a change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from footprint.domain.explaining.levels import Levels
from footprint.domain.explaining.noise import median
from footprint.domain.explaining.transitions import Transition
from footprint.domain.series import Series

READINGS_AROUND = 30


class ChangeKind(StrEnum):
    """How a score changed.

    step: from one reading to the next; trend: bit by bit; pace: what only ever grows began to
    grow faster or slower; leap: it moved far off its pace, and went on as before; retold: old
    days got other values; span: what lies in a span that the person chose.
    """

    STEP = "step"
    TREND = "trend"
    PACE = "pace"
    LEAP = "leap"
    RETOLD = "retold"
    SPAN = "span"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreChange:
    """One change of one score, with its arithmetic.

    It lies between `begins`, the last reading that showed the old level, and `ends`, the first
    that showed the new one; scatter allows for `earliest` to `latest`. `before` and `after` are
    medians of `readings_before` and `readings_after` readings, all of them in the window; of
    kind pace they are growth a day, of kind leap single readings, and `expected` is the growth
    that the usual pace would have made; where that is not known nothing stands around them and
    `readings_before` is 0. `scatter` is the usual deviation of one reading and
    `strength` how many times noise the levels differ. `by_noise` is the most that the chance
    of noise alone making such a change anywhere in the series can be; 1 where nobody can say.
    """

    score_id: int
    kind: ChangeKind
    begins: datetime
    ends: datetime
    before: float
    after: float
    earliest: datetime
    latest: datetime
    window_begins: datetime
    window_ends: datetime
    readings_before: int
    readings_after: int
    scatter: float
    strength: float
    by_noise: float
    expected: float | None = None

    @property
    def is_judged(self) -> bool:
        """Whether enough lies around it to tell it from what the score does anyway."""
        return self.readings_before > 0

    @property
    def size(self) -> float:
        """By how much it rose; below 0 when it fell."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Around:
    """A transition in a row of numbers between its neighbours: which readings stand for the levels.

    The old level stands from `begins` on, the new one up to but without `ends`.
    """

    begins: int
    transition: Transition
    ends: int

    def close(self) -> Around:
        """The same with no more of the levels than is shown of them."""
        return Around(self.before.start, self.transition, self.after.stop)

    @property
    def before(self) -> slice:
        """The last readings of the old level."""
        after_last = self.transition.last + 1
        return slice(max(self.begins, after_last - READINGS_AROUND), after_last)

    @property
    def after(self) -> slice:
        """The first readings of the new level."""
        first = self.transition.first
        return slice(first, min(self.ends, first + READINGS_AROUND))


def between_neighbours(found: Sequence[Transition], count: int) -> list[Around]:
    """Each transition with the reach of the levels it separates, in a row of `count` numbers."""
    begins = [0, *[transition.first for transition in found]]
    ends = [*[transition.last + 1 for transition in found[1:]], count]
    return [Around(*each) for each in zip(begins, found, ends, strict=False)]


def measured(around: Around, levels: Levels, series: Series, kind: ChangeKind) -> ScoreChange:
    """The change of `series` at a transition of its own numbers, with the arithmetic."""
    before, after, moments = around.before, around.after, series.moments
    last, first = around.transition.last, around.transition.first
    strength, slack = strength_of(around, levels), slack_of(around, levels)
    return ScoreChange(
        score_id=series.score_id,
        kind=kind,
        begins=moments[last],
        ends=moments[first],
        before=median(series.values[before]),
        after=median(series.values[after]),
        earliest=moments[max(around.begins, last - slack)],
        latest=moments[min(around.ends - 1, first + slack)],
        window_begins=moments[before.start],
        window_ends=moments[after.stop - 1],
        readings_before=before.stop - before.start,
        readings_after=after.stop - after.start,
        scatter=levels.noise.single,
        strength=strength,
        by_noise=by_noise(strength, len(levels.values), levels.noise.differences),
    )


def strength_of(around: Around, levels: Levels) -> float:
    """How many times noise the two levels differ."""
    before, after = (
        around.transition.last + 1 - around.begins,
        around.ends - around.transition.first,
    )
    difference = _difference(around, levels)
    return difference / max(levels.noise.of_difference(before, after), 1e-12)


def slack_of(around: Around, levels: Levels) -> int:
    """How many readings earlier or later the change may truly lie, in 95 of 100 cases.

    Source: J. Bai, Estimation of a change point in multiple regression models, Rev. Econ.
    Stat. 79 (1997).
    """
    difference = max(_difference(around, levels), 1e-12)
    reach = min(around.transition.last - around.begins, around.ends - around.transition.first)
    return min(reach, int(11 * levels.noise.levels[-1] / difference**2))


def by_noise(strength: float, count: int, differences: int) -> float:
    """The most that the chance can be of noise differing as much anywhere in `count` readings.

    Bonferroni; `differences` is on how many the noise was measured.
    """
    certain = 1 + 1 / math.sqrt(differences)
    return min(1.0, count * math.erfc(strength / certain / math.sqrt(2)))


def _difference(around: Around, levels: Levels) -> float:
    old = levels.mean(around.begins, around.transition.last + 1)
    return abs(levels.mean(around.transition.first, around.ends) - old)
