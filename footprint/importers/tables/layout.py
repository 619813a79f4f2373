"""How a table is laid out: what separates its fields, where it begins, which column is which."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from footprint.domain.score import Score
from footprint.domain.score_preview import TableChoices
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.tables.guess import Guess, guess, named, place_of

# csv.Sniffer and clevercsv were tried: they look at shapes alone, and took the comma for the
# separator of "19.09.2015;1.234,5", or refused it. Here the separator is the one that yields
# a column of dates and a column of values.
_SEPARATORS = (",", ";", "\t", "|")
_HEAD_ROWS = 500
_ASKED_BELOW = 0.6
# What spreadsheets are told about the separator on a line of its own, above the table.
_TOLD = "sep="

# A cell of more lines than that begins with a quotation mark that is not closed.
_MOST_LINES = 20

# (number of the row in the file, from 1; its cells, None when it cannot be told apart)
Row = tuple[int, list[str] | None]


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read a table. `skip` rows stand before its first row of data, the header too.

    Where not `quoted`, a quotation mark is a character like any other.
    """

    separator: str
    quoted: bool
    guess: Guess
    columns: tuple[str, ...]
    skip: int
    sample: tuple[tuple[str, ...], ...]

    @property
    def unsure(self) -> bool:
        """Whether the columns should be confirmed by the person."""
        return self.guess.sure < _ASKED_BELOW


def lay_out(head: str, *, cut: bool, score: Score, choices: TableChoices) -> Layout:
    """The layout of a CSV-like text that begins with `head`. Raises `FootprintError`.

    `cut`: the text goes on, so the last line of `head` may be half a line.
    """
    lines = head.splitlines(keepends=True)
    if cut and len(lines) > 1:
        lines.pop()
    given = choices.delimiter
    if given is not None and (len(given) != 1 or given in '\r\n"'):
        raise FootprintError(
            _("Fields cannot be separated by “{text}”.").format(text=given[:20]),
            _("It is one character, mostly a comma, a semicolon or a tab."),
        )
    separators = (given,) if given else (*_SEPARATORS, " ")
    layouts = []
    for quoted in (True, False):
        tables = {mark: list(numbered(lines, mark, quoted=quoted)) for mark in separators}
        layouts += [laid_out(t, mark, score, choices, quoted=quoted) for mark, t in tables.items()]
        if all(row is not None for table in tables.values() for _number, row in table):
            break
    best = max(layouts, key=lambda x: (x.guess.complete, x.guess.sure, len(x.sample)))
    return complete(best, score, choices)


def laid_out(
    rows: Sequence[Row],
    separator: str,
    score: Score,
    choices: TableChoices,
    *,
    quoted: bool = True,
) -> Layout:
    """The layout of these first rows; lines above the table (a title) are skipped."""
    filled = [(k, row) for k, row in rows if row and any(map(str.strip, row))][:_HEAD_ROWS]
    if filled and filled[0][1][0].strip().casefold().startswith(_TOLD):
        filled.pop(0)
    widths = [len(row) for _number, row in filled]
    # A line of one field is a title or an end note, unless there is nothing else.
    common = Counter(w for w in widths if w > 1 or max(widths) < 2).most_common(1)
    usual = common[0][0] if common else 0
    start = next((k for k, (_number, row) in enumerate(filled) if len(row) >= usual), 0)
    table = filled[start:]
    guessed = guess([row for _number, row in table], score, choices)
    first = table[0] if table else (1, [])
    names = first[1] if guessed.header else []
    columns = named(names, max(usual, len(names)))
    skip = first[0] if guessed.header else first[0] - 1
    sample = tuple(tuple(row) for number, row in table if number > skip)[:20]
    return Layout(separator, quoted, guessed, columns, skip, sample)


def numbered(lines: Iterable[str], separator: str, *, quoted: bool = True) -> Iterator[Row]:
    """The rows with their numbers; empty lines count but are no rows."""
    rows = csv.reader(
        lines,
        delimiter=separator,
        skipinitialspace=separator == " ",
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    number = line = 0
    while True:
        number += 1
        row: list[str] | None
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            row = None
        if row is None or rows.line_num - line > _MOST_LINES:
            yield number, None
        elif row:
            yield number, row
        line = rows.line_num


def complete(layout: Layout, score: Score, choices: TableChoices) -> Layout:
    """`layout` when it has all that is needed. Raises `FootprintError` naming what is missing."""
    names = ", ".join(layout.columns[:20])
    for chosen in (choices.date_column, choices.value_column):
        if chosen is not None and place_of(layout.columns, chosen) is None:
            name = chosen if isinstance(chosen, str) else str(chosen + 1)
            raise FootprintError(
                _("There is no column “{name}”.").format(name=name[:60]),
                _("The columns are: {names}.").format(names=names),
            )
    if not layout.sample and not layout.guess.complete:
        raise FootprintError(
            _("There is a heading and no row below it: {names}.").format(names=names),
            _("Export the table again from where it came from."),
        )
    if layout.guess.date is None:
        raise FootprintError(
            _("No column of this table holds dates. Its columns: {names}.").format(names=names),
            _("Add a column with a date in each row, for example 2011-10-26."),
        )
    if not layout.guess.complete:
        raise FootprintError(
            _("No column of this table holds values of {score}. Its columns: {names}.").format(
                score=score.name, names=names
            ),
            _("Choose another score, or add a column with one value in each row."),
        )
    return layout
