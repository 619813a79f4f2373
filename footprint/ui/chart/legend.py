"""Where the names of several curves stand above the picture: in as few rows as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footprint.i18n import ngettext
from footprint.ui.chart.layout import shares
from footprint.ui.chart.letters import Type

ROW = 1.25  # the height of a row, in lines
_SAMPLE, _GAP, _SHORTEST, _REST = 3, 2, 12, 14  # average characters
_NARROW = 30


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a row, from `x` on; `place` is its curve's, None where it stands for the rest.

    `sample` is how long a piece of the curve's line stands before it.
    """

    place: int | None
    text: str
    x: float
    row: int
    sample: float


def legend_of(names: Sequence[str], wide: float, letters: Type, *, rows: int) -> tuple[Name, ...]:
    """All names in at most so many rows; where they do not fit some are shortened or left out.

    None in a picture so narrow that not even one of them could be read.
    """
    character = letters.character
    if len(names) < 2 or rows < 1 or wide < _NARROW * character:
        return ()
    beside = (_SAMPLE + _GAP) * character + 6
    wanted = [letters.wide(letters.elide(name, wide)) + beside for name in names]
    whole = _flow(wanted, wide)
    if whole[-1] < rows:
        return _named(names, wanted, whole, letters)
    each = max(1, int(wide / (beside + _SHORTEST * character)))
    shown = len(names) if len(names) <= each * rows else max(1, each * rows - 1)
    columns = -(-shown // rows)
    at_row = [place // columns for place in range(shown)]
    room = wide - (_REST * character if shown < len(names) else 0)
    given: list[float] = []
    for row in range(rows):
        part = [wanted[n] for n in range(shown) if at_row[n] == row]
        given += shares(part, room if row == at_row[-1] else wide)
    return _named(names, given, at_row, letters)


def _flow(wanted: Sequence[float], wide: float) -> list[int]:
    """The row of each of these widths, filled one after the other."""
    rows, row, x = [], 0, 0.0
    for width in wanted:
        if x and x + width > wide:
            row, x = row + 1, 0.0
        rows.append(row)
        x += width
    return rows


def _named(
    names: Sequence[str], given: Sequence[float], rows: Sequence[int], letters: Type
) -> tuple[Name, ...]:
    character = letters.character
    beside = (_SAMPLE + _GAP) * character + 6
    made: list[Name] = []
    x, row = 0.0, 0
    for place, width in enumerate(given):
        x, row = (x if rows[place] == row else 0.0), rows[place]
        text = letters.elide(names[place], width - beside + 1)
        made.append(Name(place, text, x, row, _SAMPLE * character))
        x += width
    rest = len(names) - len(given)
    if rest:
        text = ngettext("and {n} more", "and {n} more", rest).format(n=rest)
        made.append(Name(None, text, x, row, 0.0))
    return tuple(made)
