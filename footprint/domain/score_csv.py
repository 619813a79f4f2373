"""The CSV that Footprint writes of readings: safe for spreadsheets, and read back as it was."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Protocol

from footprint.domain.score import Reading, Scale
from footprint.domain.score_text import display, neutral

BEFORE_PARTS = ("date", "value", "number", "precision")
AFTER_PARTS = ("note", "source", "method", "recorded", "reason")


class Writable(Protocol):
    """What text can be written to."""

    def write(self, text: str, /) -> object:
        """Take some text."""
        ...


def header(scale: Scale) -> tuple[str, ...]:
    """The heading: fixed columns, and between them one for each part, by its id."""
    return (*BEFORE_PARTS, *(part.id for part in scale.parts), *AFTER_PARTS)


def write(readings: Iterable[Reading], scale: Scale, target: Writable) -> None:
    """Write `readings` with a heading to `target`."""
    writer = csv.writer(target, lineterminator="\n")
    # Python before 3.13 leaves a lone \r bare: what stands behind it would begin a row.
    quoting = csv.writer(target, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow([neutral(cell) for cell in header(scale)])
    for row in _rows(readings, scale):
        (quoting if any("\r" in cell for cell in row) else writer).writerow(row)


def _rows(readings: Iterable[Reading], scale: Scale) -> Iterator[list[str]]:
    for reading in readings:
        value = reading.value
        parts = [value.parts.get(part.id) for part in scale.parts]
        yield [
            moment(reading.effective, whole_day=reading.whole_day),
            neutral(display(value, scale)),
            repr(float(value.number)),
            repr(float(value.precision)) if value.precision else "",
            *("" if number is None else repr(float(number)) for number in parts),
            neutral(reading.note),
            neutral(reading.source),
            reading.method.value,
            moment(reading.recorded, whole_day=False),
            neutral(reading.reason),
        ]


def moment(told: datetime, *, whole_day: bool) -> str:
    """A moment as ISO 8601 text in UTC; a whole day as its date."""
    if whole_day:
        return told.astimezone(UTC).date().isoformat()
    return told.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"
