"""Many readings as columns: what a table of scores held, before anything of it is written."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from footprint.domain.score import Value
from footprint.domain.written_numbers import plain


class ReadingRow(NamedTuple):
    """One row: its moment (seconds since 1970, UTC), its value, its row in the file from 1.

    `text` is None where it says no more than the number.
    """

    effective: int
    number: float
    text: str | None
    precision: float
    parts: Mapping[str, float] | None
    whole_day: bool
    record: int
    note: str | None

    @property
    def value(self) -> Value:
        """The value of the row."""
        text = plain(self.number) if self.text is None else self.text
        return Value(self.number, text, self.precision, self.parts or {})


class ReadingRows:
    """Rows of readings: a million of them take some 30 MB, as objects they would take 500.

    What few rows have (another text, a precision, parts, a note) is kept by place.
    """

    def __init__(self) -> None:
        self.moments = array("q")
        self.numbers = array("d")
        self.records = array("q")
        self.days = bytearray()
        self.texts: dict[int, str] = {}
        self.precisions: dict[int, float] = {}
        self.parts: dict[int, Mapping[str, float]] = {}
        self.notes: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self.moments)

    def __getitem__(self, place: int) -> ReadingRow:
        return ReadingRow(
            self.moments[place],
            self.numbers[place],
            self.texts.get(place),
            self.precisions.get(place, 0.0),
            self.parts.get(place),
            bool(self.days[place]),
            self.records[place],
            self.notes.get(place),
        )

    def __iter__(self) -> Iterator[ReadingRow]:
        return (self[place] for place in range(len(self)))

    def append(self, row: ReadingRow) -> None:
        """Add a row at the end."""
        place = len(self.moments)
        self.moments.append(row.effective)
        self.numbers.append(row.number)
        self.records.append(row.record)
        self.days.append(row.whole_day)
        if row.text is not None:
            self.texts[place] = row.text
        if row.precision:
            self.precisions[place] = row.precision
        if row.parts:
            self.parts[place] = row.parts
        if row.note:
            self.notes[place] = row.note

    def in_order(self) -> list[int] | range:
        """The places by moment; rows of one moment stay in the order of the file."""
        if all(a <= b for a, b in pairwise(self.moments)):
            return range(len(self.moments))
        return sorted(range(len(self.moments)), key=self.moments.__getitem__)
