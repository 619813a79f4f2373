"""Scores that only ever grow, such as followers or karma: what changes in them is their pace.

Growth has no level that could change, and a rise is nothing to explain. So the growth a day is
judged in place of the count: a change of its level is a change of pace, and a day far off the
pace (a purge, a windfall) is a leap (see leap.py). Of 100 simulated counters of a year whose
pace stays none is said to have changed; a doubled pace and the loss of a tenth are found in all.
"""

from __future__ import annotations

import math

from footprint.domain.explaining.judging import judged
from footprint.domain.explaining.leap import leaps
from footprint.domain.explaining.levels import FEWEST_READINGS, Levels
from footprint.domain.explaining.noise import median, spread
from footprint.domain.explaining.pace import Paces, paces_of
from footprint.domain.explaining.score_change import (
    Around,
    ChangeKind,
    ScoreChange,
    between_neighbours,
    by_noise,
    slack_of,
    strength_of,
)
from footprint.domain.series import Series

_LEAST = math.log(1.5)  # half as fast again; a day's pace may scatter by more than that
_MOST_PACES = 512


def changes_of_pace(series: Series, quantum: float) -> list[ScoreChange]:
    """The changes of a counter: of its pace, and leaps off it. `quantum` is its last digit."""
    days = series.days()
    near = paces_of(series, days, quantum, len(series))
    if len(near.daily) < FEWEST_READINGS:
        return []
    # Of ten years, weeks tell as much as days what became of the pace.
    paces = near if len(near.daily) < _MOST_PACES else paces_of(series, days, quantum, _MOST_PACES)
    levels, found = judged(paces.folded(), 0.0, _LEAST, scatters=0.0)
    around = between_neighbours(found, len(paces.daily))
    changed = [_changed_pace(each, levels, paces, series) for each in around]
    return sorted([*changed, *leaps(near, series)], key=lambda change: change.begins)


def _changed_pace(around: Around, levels: Levels, paces: Paces, series: Series) -> ScoreChange:
    last, first = around.transition.last, around.transition.first
    slack, strength = slack_of(around, levels), strength_of(around, levels)
    before, after = around.before, around.after
    old, new = median(paces.daily[before]), median(paces.daily[after])
    off = [pace - old for pace in paces.daily[before]]
    off += [pace - new for pace in paces.daily[after]]
    moments = series.moments

    def moment(number: int) -> int:
        return paces.kept[min(max(number, 0), len(paces.kept) - 1)]

    return ScoreChange(
        score_id=series.score_id,
        kind=ChangeKind.PACE,
        begins=moments[moment(last + 1)],
        ends=moments[moment(first + 1)],
        before=old,
        after=new,
        earliest=moments[moment(last - slack)],
        latest=moments[moment(first + 1 + slack)],
        window_begins=moments[moment(before.start)],
        window_ends=moments[moment(after.stop)],
        readings_before=before.stop - before.start,
        readings_after=after.stop - after.start,
        # Of both sides: three spans that happen to agree are no quiet counter.
        scatter=spread(off),
        strength=strength,
        by_noise=by_noise(strength, len(levels.values), levels.noise.differences),
    )
