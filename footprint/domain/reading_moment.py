"""What a reading is about as a moment: a day stands for its noon, and no day is still to come."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

_NOON = time(12, tzinfo=UTC)
# Where it is tomorrow already when it is today in Greenwich.
_AHEAD = timedelta(hours=14)


def effective(about: date | datetime) -> datetime:
    """The moment in UTC, to the second."""
    if isinstance(about, datetime):
        return about.astimezone(UTC).replace(microsecond=0)
    return datetime.combine(about, _NOON)


def last_moment(now: datetime) -> datetime:
    """The last moment that is not in the future for everybody: some day is longest over there."""
    return datetime.combine((now + _AHEAD).astimezone(UTC).date(), time(23, 59, 59), UTC)
