"""When it is time to look at a score again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from footprint.domain.score import Rhythm, Score
from footprint.domain.score_summary import is_due, next_look
from tests import scales

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("rhythm", "last", "again"),
    [
        (Rhythm.DAILY, date(2026, 2, 28), date(2026, 3, 1)),
        (Rhythm.WEEKLY, date(2026, 12, 29), date(2027, 1, 5)),
        (Rhythm.MONTHLY, date(2026, 1, 31), date(2026, 2, 28)),
        (Rhythm.MONTHLY, date(2026, 12, 15), date(2027, 1, 15)),
        (Rhythm.NEVER, date(2026, 1, 1), None),
    ],
)
def test_the_next_look(rhythm: Rhythm, last: date, again: date | None) -> None:
    assert next_look(rhythm, last) == again


@pytest.mark.parametrize(
    ("rhythm", "last", "snoozed", "due"),
    [
        (Rhythm.WEEKLY, None, None, True),
        (Rhythm.WEEKLY, 7, None, True),
        (Rhythm.WEEKLY, 6, None, False),
        (Rhythm.WEEKLY, 30, 1, False),
        (Rhythm.WEEKLY, 30, 0, True),
        (Rhythm.NEVER, 300, None, False),
    ],
)
def test_due(rhythm: Rhythm, last: int | None, snoozed: int | None, due: bool) -> None:
    score = Score(
        1,
        "Invented",
        scales.OPEN,
        rhythm=rhythm,
        snoozed_until=None if snoozed is None else TODAY + timedelta(days=snoozed),
    )
    assert is_due(score, None if last is None else TODAY - timedelta(days=last), TODAY) is due
