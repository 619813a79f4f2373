"""What a score did after an event: the readings around it compared, with an interval."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from footprint.domain.event import Event, EventKind
from footprint.domain.explaining.changing import last_digit
from footprint.domain.explaining.history import as_first_told
from footprint.domain.explaining.noise import median
from footprint.domain.explaining.pace import daily_paces, is_counter
from footprint.domain.explaining.shift import Shift, missing, shift
from footprint.domain.score import Reading, Scale, ScaleKind
from footprint.domain.series import Series, series_of

DAYS_AROUND = 90
_MOST_READINGS = 60
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """The readings before and after an event, from `begins` to `ends`.

    `by` is how far those after lie above those before, of a counter by its growth a day
    (`of_pace`); None with too few readings, and then `missing_before` and `missing_after` say
    how many more it takes at least. `cut_by` are other events at which the comparison had to stop.
    `was_moving` is what it did before already, where that is clear.
    """

    event: Event
    scale: Scale
    begins: date
    ends: date
    readings_before: int
    readings_after: int
    median_before: float | None
    median_after: float | None
    by: Shift | None
    missing_before: int = 0
    missing_after: int = 0
    of_pace: bool = False
    was_moving: Shift | None = None
    cut_by: tuple[Event, ...] = ()


def before_and_after(
    readings: Iterable[Reading], scale: Scale, event: Event, others: Iterable[Event] = ()
) -> BeforeAfter:
    """What the score did in the 90 days after the event, against the 90 days before it.

    What was told first counts, so that a past told anew does not look like an effect. `others`
    are the events that concern the score: the comparison stops at the nearest one on each side.
    """
    series = series_of(as_first_told(readings))
    begins, ends, cut_by = _reach(event, others)
    of_pace = scale.kind is ScaleKind.UNBOUNDED and is_counter(series)
    first_after = event.ends if event.ends else event.day
    before = _values(series, begins, event.day, of_pace=of_pace)[-_MOST_READINGS:]
    after = _values(series, first_after + _A_DAY, ends + _A_DAY, of_pace=of_pace)
    after = after[:_MOST_READINGS]
    digit = 0.0 if of_pace else last_digit(series, scale)
    by = shift(before, after, digit)
    lacking = (0, 0) if by else missing(before, after)
    half = len(before) // 2
    moving = shift(before[:half], before[half:], digit)
    return BeforeAfter(
        event=event,
        scale=scale,
        begins=begins,
        ends=ends,
        readings_before=len(before),
        readings_after=len(after),
        median_before=median(before) if before else None,
        median_after=median(after) if after else None,
        by=by,
        missing_before=lacking[0],
        missing_after=lacking[1],
        of_pace=of_pace,
        was_moving=moving if moving and moving.is_clear else None,
        cut_by=cut_by,
    )


def _reach(event: Event, others: Iterable[Event]) -> tuple[date, date, tuple[Event, ...]]:
    """The first and last day to compare, and the events that made it shorter."""
    last = event.ends or event.day
    begins, ends = event.day - DAYS_AROUND * _A_DAY, last + DAYS_AROUND * _A_DAY
    acting = [e for e in others if e.kind is not EventKind.OUTCOME and e.id != event.id]
    earlier = [e for e in acting if begins <= (e.ends or e.day) < event.day]
    later = [e for e in acting if last < e.day <= ends]
    before = max(earlier, key=lambda e: e.ends or e.day, default=None)
    after = min(later, key=lambda e: e.day, default=None)
    if before:
        begins = (before.ends or before.day) + _A_DAY
    if after:
        ends = after.day - _A_DAY
    return begins, ends, tuple(e for e in (before, after) if e)


def _values(series: Series, begins: date, before: date, *, of_pace: bool) -> Sequence[float]:
    """The values of the days from `begins` to the day before `before`; their paces of a counter."""
    first, last = (datetime.combine(day, time(), tzinfo=UTC) for day in (begins, before))
    inside = [n for n, moment in enumerate(series.moments) if first <= moment < last]
    if not inside:
        return ()
    part = series.part(inside[0], inside[-1] + 1)
    return daily_paces(part) if of_pace else part.values
