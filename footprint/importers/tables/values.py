"""The values of one column: each cell read on its scale, what a lone mark means weighed at the end.

"1.234" is a thousand or one and a bit; the other cells of the column mostly tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log10
from statistics import median
from typing import NamedTuple

from footprint.domain.score import Scale, ScaleKind
from footprint.domain.score_text import same_text
from footprint.domain.score_value import NotAValue, likely_mark, parse
from footprint.domain.written_numbers import COMMA, POINT, decimal_mark, plain, read_number
from footprint.i18n import _

_REMEMBERED = 65_536
_WEIGHED = 1_000
_LONGEST_WHOLE = 15
# Tenfold, on average, is what one reading must be nearer to the other values than the other.
_NEARER = 1.0


class Cell(NamedTuple):
    """A value as a table holds it; `text` is None where it says no more than the number."""

    number: float
    text: str | None = None
    precision: float = 0.0
    parts: Mapping[str, float] | None = None


class Values:
    """Reads the cells of one value column. `decimal` is the mark where it is known.

    `doubtful` counts the cells that could be read in two ways; they were read as English.
    """

    def __init__(self, scale: Scale, decimal: str | None = None) -> None:
        self.decimal = decimal
        self.doubtful = 0
        self._scale = scale
        self._numeric = scale.kind not in {ScaleKind.LETTER, ScaleKind.PAIR}
        self._proofs = {POINT: 0, COMMA: 0}
        self._doubts: list[str] = []
        self._sure: list[float] = []
        self._known: dict[str, Cell] = {}

    def read(self, cell: str) -> Cell:
        """The value of a cell. Raises `NotAValue`."""
        if self._numeric:
            if cell.isdigit() and cell.isascii() and len(cell) <= _LONGEST_WHOLE:
                return self._whole(cell)
            found = self._known.get(cell) or self._marked(cell)
        else:
            found = self._known.get(cell)
        if found is None:
            found = self._parsed(cell)
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[cell] = found
        return found

    def decided(self) -> str | None:
        """The decimal mark the column as a whole tells; None when it does not."""
        points, commas = self._proofs[POINT], self._proofs[COMMA]
        if bool(points) != bool(commas):
            return POINT if points else COMMA
        return None if points else self._nearer()

    def _whole(self, cell: str) -> Cell:
        number = float(cell)
        self._is_sure(number)
        return Cell(number) if cell[0] != "0" or cell == "0" else Cell(number, cell)

    def _marked(self, cell: str) -> Cell | None:
        """Digits, one mark, digits: nearly all that is left once whole numbers are read."""
        mark = POINT if POINT in cell else COMMA
        whole, _mark, rest = cell.partition(mark)
        digits = whole[1:] if whole[:1] == "-" else whole
        if not (digits.isdigit() and rest.isdigit() and cell.isascii() and len(cell) < 40):
            return None
        decimal: str | None = mark
        if len(rest) == 3 and len(digits) <= 3 and digits[0] != "0":
            decimal = self.decimal or likely_mark(cell, self._scale) or self._doubt(cell)
        else:
            self._proofs[mark] += 1
        number = float(f"{whole}.{rest}" if decimal == mark else whole + rest)
        return Cell(number, None if plain(number) == cell else cell)

    def _parsed(self, cell: str) -> Cell:
        decimal = self.decimal
        if mark := decimal_mark(cell):
            self._proofs[mark] += 1
        elif (number := read_number(cell)) and number.doubtful and not decimal:
            decimal = likely_mark(cell, self._scale) or self._doubt(cell)
        value = parse(cell, self._scale, decimal=decimal).value
        text = None if same_text(value) else value.text
        return Cell(value.number, text, value.precision, value.parts or None)

    def _doubt(self, cell: str) -> str:
        self.doubtful += 1
        if len(self._doubts) < _WEIGHED:
            self._doubts.append(cell)
        return POINT

    def _is_sure(self, number: float) -> None:
        if len(self._sure) < _WEIGHED and number:
            self._sure.append(abs(number))

    def _nearer(self) -> str | None:
        """The mark with which the doubtful cells are much nearer to the sure ones."""
        if not self._doubts or not self._sure:
            return None
        usual = log10(median(self._sure))
        apart = {
            mark: median(
                abs(log10(abs(told.number) or 1) - usual)
                for cell in self._doubts
                if (told := read_number(cell, mark))
            )
            for mark in (POINT, COMMA)
        }
        if abs(apart[POINT] - apart[COMMA]) < _NEARER:
            return None
        return min(apart, key=lambda mark: apart[mark])


def reason(error: NotAValue, cell: str) -> str:
    """Why a cell was not read, in words; a web address is called one."""
    if "://" in cell:
        return _("The value is a web address: “{text}”.").format(text=cell[:60])
    return error.title
