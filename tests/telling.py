"""Short ways to make the readings and events that the tests of explaining are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from footprint.domain.event import Event, EventKind
from footprint.domain.score import Method, Reading, Value

FIRST = date(2015, 1, 1)


def noon(day: date | str) -> datetime:
    """The moment that stands for a day."""
    day = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(day, time(12), UTC)


def reading(
    id: int,
    day: date | str,
    number: float,
    *,
    told: date | str | None = None,
    corrects: int | None = None,
    precision: float = 0.0,
) -> Reading:
    """A reading about `day`, told in the evening of the same day or of another."""
    return Reading(
        id=id,
        score_id=1,
        effective=noon(day),
        recorded=noon(told or day) + timedelta(hours=8),
        value=Value(float(number), str(number), precision),
        method=Method.TYPED,
        corrects=corrects,
        reason="a slip" if corrects else "",
    )


def told_daily(
    values: Iterable[float], begins: date | str = FIRST, *, apart: int = 1
) -> list[Reading]:
    """A reading every `apart` days, each told on its day."""
    first = noon(begins).date()
    days = (first + timedelta(days=number * apart) for number in range(1_000_000))
    return [
        reading(number, day, value)
        for number, (day, value) in enumerate(zip(days, values, strict=False), 1)
    ]


def told_on(days: Sequence[int], values: Sequence[float]) -> list[Reading]:
    """Readings on days counted from `FIRST`."""
    return [
        reading(number, FIRST + timedelta(days=day), value)
        for number, (day, value) in enumerate(zip(days, values, strict=True), 1)
    ]


def act(day: date | str, title: str = "Left a network", **facts: object) -> Event:
    """Something the person did."""
    return Event(f"act-{day}", EventKind.OWN_ACT, noon(day).date(), title, **facts)  # type: ignore[arg-type]


def theirs(day: date | str, title: str = "New formula", **facts: object) -> Event:
    """A change of the scorer."""
    return Event(f"theirs-{day}", EventKind.THEIR_CHANGE, noon(day).date(), title, **facts)  # type: ignore[arg-type]


def outcome(day: date | str, title: str = "A job") -> Event:
    """Something that came of it."""
    return Event(f"outcome-{day}", EventKind.OUTCOME, noon(day).date(), title)
