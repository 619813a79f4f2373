"""The rows of a table as readings: each is taken, or listed with the reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import isfinite

from footprint.domain.finding import BadRecord, Where
from footprint.domain.reading_rows import ReadingRows
from footprint.domain.score import Scale
from footprint.domain.score_text import unmarked
from footprint.domain.score_value import NotAValue, Typed, from_parts
from footprint.domain.written_numbers import plain
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.tables.dates import Dates, Moment
from footprint.importers.tables.guess import Guess
from footprint.importers.tables.layout import Row
from footprint.importers.tables.values import Cell, Values, reason

# More are not taken from one file: some 200 MB of memory.
MOST_ROWS = 5_000_000
MOST_BAD = 100_000
_LONGEST_NOTE = 2_000
_DAY = 86_400


@dataclass(slots=True)
class RowReader:
    """Turns rows into readings. `latest` (seconds) is the last moment that is not the future."""

    file: str
    scale: Scale
    guess: Guess
    dates: Dates
    values: Values
    latest: int
    rows: ReadingRows = field(default_factory=ReadingRows)
    bad: list[BadRecord] = field(default_factory=list)

    def read(self, rows: Iterable[Row], skip: int) -> None:
        """Read all rows after the first `skip`. Raises `FootprintError` when there are too many."""
        for number, cells in rows:
            if number <= skip:
                continue
            if cells is None:
                self._refuse(number, _("The row cannot be told apart: a quotation mark is open."))
                continue
            try:
                self._read(number, cells)
            except NotAValue as error:
                cell = _cell(cells, self.guess.value)
                self._refuse(number, reason(error, cell) if cell else _("The value is empty."))

    def _read(self, number: int, cells: Sequence[str]) -> None:
        date = _cell(cells, self.guess.date)
        if not date and not any(map(str.strip, cells)):
            return
        moment = self.dates.read(date)
        if moment is None or moment[0] > self.latest:
            self._refuse(number, _why(date, moment))
            return
        self._keep(number, moment, self._value(cells), cells)

    def _keep(self, number: int, moment: Moment, value: Cell, cells: Sequence[str]) -> None:
        rows, place = self.rows, len(self.rows)
        if place >= MOST_ROWS:
            raise FootprintError(
                _("{file} has more than {limit} rows.").format(file=self.file, limit=MOST_ROWS),
                _("Split it, and import one piece after the other."),
            )
        note = None
        if self.guess.note is not None:
            note = unmarked(_cell(cells, self.guess.note))[:_LONGEST_NOTE]
        # Not through append and a row object: this is the one place where speed shows.
        rows.moments.append(moment[0])
        rows.days.append(moment[1])
        rows.numbers.append(value.number)
        rows.records.append(number)
        if value.text is not None:
            rows.texts[place] = value.text
        if value.precision:
            rows.precisions[place] = value.precision
        if value.parts:
            rows.parts[place] = value.parts
        if note:
            rows.notes[place] = note

    def _value(self, cells: Sequence[str]) -> Cell:
        cell = _cell(cells, self.guess.value)
        if self.guess.number is not None:
            return self._own(cell, cells)
        if not self.guess.parts:
            return self.values.read(cell)
        parts = {
            id_: self.values.read(text).number
            for id_, place in self.guess.parts.items()
            if (text := _cell(cells, place))
        }
        if cell:
            whole = self.values.read(cell)
            return whole._replace(parts=parts or whole.parts)
        if not parts:
            raise NotAValue(_("The value is empty."))
        return _whole(from_parts(parts, self.scale))

    def _own(self, text: str, cells: Sequence[str]) -> Cell:
        """A value that Footprint wrote: number and text stand side by side."""
        parts = {id_: _cell(cells, place) for id_, place in self.guess.parts.items()}
        try:
            number = float(_cell(cells, self.guess.number))
            precision = float(_cell(cells, self.guess.precision) or 0)
            told = {id_: float(part) for id_, part in parts.items() if part}
        except ValueError:
            return self.values.read(text)
        if not all(map(isfinite, (number, precision, *told.values()))):
            raise NotAValue(_("“{text}” is not a number.").format(text=text[:60]))
        return Cell(number, None if text == plain(number) else text, abs(precision), told or None)

    def _refuse(self, number: int, why: str) -> None:
        if len(self.bad) >= MOST_BAD:
            raise FootprintError(
                _("More than {n} rows of {file} cannot be read. The last: {why}").format(
                    n=MOST_BAD, file=self.file, why=why
                ),
                _("Choose other columns, or export the table again."),
            )
        self.bad.append(BadRecord(Where(self.file, number), why))


def at_midnight(rows: ReadingRows) -> None:
    """Take times for days where all of them are midnight: an export that knows days only."""
    if not len(rows) or any(rows.days) or any(moment % _DAY for moment in rows.moments):
        return
    for place in range(len(rows)):
        rows.moments[place] += _DAY // 2
        rows.days[place] = True


def _whole(typed: Typed) -> Cell:
    value = typed.value
    return Cell(value.number, value.text, value.precision, value.parts)


def _why(date: str, moment: Moment | None) -> str:
    if not date:
        return _("The date is empty.")
    if moment is None:
        return _("“{text}” is not a date.").format(text=date[:60])
    return _("“{text}” lies in the future.").format(text=date[:60])


def _cell(cells: Sequence[str], place: int | None) -> str:
    if place is None or place >= len(cells):
        return ""
    return unmarked(cells[place].strip())
