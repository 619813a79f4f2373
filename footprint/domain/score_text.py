"""Values and numbers of a scale as text: for people, for tables, and safe for spreadsheets."""

from __future__ import annotations

import re

from footprint.domain.score import Scale, ScaleKind, Value
from footprint.domain.written_numbers import plain

# What a spreadsheet takes for the beginning of a formula, full-width forms included.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_MARKED = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")


def shown(number: float, scale: Scale) -> str:
    """A number of the scale for people: its letter, or grouped with the usual decimals."""
    if scale.kind is ScaleKind.LETTER and scale.letters:
        place = min(max(round(number), 0), len(scale.letters) - 1)
        return scale.letters[place]
    if scale.decimals is not None:
        return f"{number:,.{scale.decimals}f}"
    return f"{number:,.0f}" if number == round(number) else f"{number:,.6g}"


def display(value: Value, scale: Scale) -> str:
    """A value for people: as it stood, and where nothing stood its number."""
    return value.text or shown(value.number, scale)


def same_text(value: Value) -> bool:
    """Whether the text of `value` says no more than its number."""
    return value.text == plain(value.number)


def neutral(cell: str) -> str:
    """`cell` for a CSV file, marked with ' where a spreadsheet would take it for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unmarked(cell: str) -> str:
    """The cell that `neutral` made `cell` of."""
    return cell[1:] if _MARKED.match(cell) else cell
