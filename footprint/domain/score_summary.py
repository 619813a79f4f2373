"""A score at a glance: its last readings, and whether it is time to look again."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from footprint.domain.score import Reading, Rhythm, Score

_DAYS = {Rhythm.DAILY: 1, Rhythm.WEEKLY: 7}


@dataclass(frozen=True, slots=True)
class ScoreSummary:
    """A score with the last reading that counts and the one before it (None: there is none)."""

    score: Score
    latest: Reading | None
    previous: Reading | None
    due: bool

    @property
    def change(self) -> float | None:
        """From the previous to the latest number; None with fewer than two readings."""
        if self.latest is None or self.previous is None:
            return None
        return self.latest.value.number - self.previous.value.number


def next_look(rhythm: Rhythm, last: date) -> date | None:
    """The day on which to look again after `last`; None for never."""
    if rhythm is Rhythm.NEVER:
        return None
    if rhythm is not Rhythm.MONTHLY:
        return last + timedelta(days=_DAYS[rhythm])
    year, month = last.year + last.month // 12, last.month % 12 + 1
    return date(year, month, min(last.day, calendar.monthrange(year, month)[1]))


def is_due(score: Score, last: date | None, today: date) -> bool:
    """Whether it is time to look, `last` being the day of the last reading."""
    if score.rhythm is Rhythm.NEVER or (score.snoozed_until and today < score.snoozed_until):
        return False
    look = next_look(score.rhythm, last) if last else None
    return look is None or look <= today
