"""A table of scores in any shape (CSV, TSV, JSON), read into readings without writing anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from footprint.domain.reading_moment import last_moment
from footprint.domain.score import ScaleKind, Score
from footprint.domain.score_preview import Question, TableChoices, TableLayout, TableReading
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.importers.tables.dates import Dates
from footprint.importers.tables.json_rows import rows_of
from footprint.importers.tables.layout import Layout, Row, complete, laid_out, lay_out, numbered
from footprint.importers.tables.opening import TableFile
from footprint.importers.tables.rows import RowReader, at_midnight
from footprint.importers.tables.values import Values
from footprint.progress import Progress

_MOST_JSON = 128 * 1024**2


@dataclass(slots=True)
class _Source:
    """A file and how it is laid out; `rows` may be asked for several times."""

    file: TableFile
    layout: Layout
    table: list[Row] | None

    def rows(self, progress: Progress) -> Iterator[Row]:
        if self.table is not None:
            return iter(self.table)
        lines = self.file.lines(progress)
        return numbered(lines, self.layout.separator, quoted=self.layout.quoted)


def read(
    path: Path, score: Score, choices: TableChoices, *, now: datetime, progress: Progress
) -> TableReading:
    """All readings of the table at `path`. Raises `FootprintError` when there are none.

    Reads the file once; a second time when only the whole of a column tells whether the day or
    the month comes first, or which mark is decimal. What remains open is asked in `questions`.
    """
    source = _open(path, score, choices, progress)
    reader = _read(source, score, choices, now=now, progress=progress)
    decided = _decided(choices, reader)
    if decided != choices:
        reader = _read(source, score, decided, now=now, progress=progress)
    if reader.guess.number is None:
        at_midnight(reader.rows)
    if not len(reader.rows):
        raise _nothing(path, reader)
    part = source.file.part
    if part is None:
        raise RuntimeError("the file was not read to its end")
    return TableReading(
        part=part,
        layout=_told(source, decided),
        rows=reader.rows,
        bad=tuple(reader.bad),
        warnings=_warnings(source, reader, score),
        questions=_questions(source, reader, decided),
    )


def _open(path: Path, score: Score, choices: TableChoices, progress: Progress) -> _Source:
    file = TableFile(path, choices.encoding)
    if path.suffix.casefold() in {".json", ".jsonl", ".ndjson"} or file.head.lstrip()[:1] in "[{":
        text = file.text(progress, _MOST_JSON)
        table: list[Row] = list(enumerate(rows_of(text, path.name), 1))
        layout = complete(laid_out(table, "", score, choices), score, choices)
        return _Source(file, layout, table)
    return _Source(file, lay_out(file.head, cut=file.cut, score=score, choices=choices), None)


def _read(
    source: _Source, score: Score, choices: TableChoices, *, now: datetime, progress: Progress
) -> RowReader:
    reader = RowReader(
        file=source.file.path.name,
        scale=score.scale,
        guess=source.layout.guess,
        dates=Dates(day_first=choices.day_first, zone=choices.zone),
        values=Values(score.scale, choices.decimal),
        latest=int(last_moment(now).timestamp()),
    )
    reader.read(source.rows(progress), source.layout.skip)
    return reader


def _decided(choices: TableChoices, reader: RowReader) -> TableChoices:
    """The choices with what the whole of the columns told."""
    dates = reader.dates
    if choices.day_first is None and dates.either:
        choices = replace(choices, day_first=_day_first(dates))
    if choices.decimal is None and reader.values.doubtful:
        choices = replace(choices, decimal=reader.values.decided())
    return choices


def _day_first(dates: Dates) -> bool | None:
    if bool(dates.day_first_only) != bool(dates.month_first_only):
        return dates.day_first_only > 0
    return None if dates.day_first_only else dates.orderly()


def _questions(source: _Source, reader: RowReader, choices: TableChoices) -> tuple[Question, ...]:
    found = []
    layout = source.layout
    if choices.day_first is None and reader.dates.either:
        either = reader.dates.either
        told = ngettext(
            "{n} date can be read with the day or the month first.",
            "{n} dates can be read with the day or the month first.",
            either,
        )
        options = ((True, _("The day comes first")), (False, _("The month comes first")))
        found.append(Question("day_first", told.format(n=either), options))
    if choices.decimal is None and reader.values.doubtful:
        doubtful = reader.values.doubtful
        told = ngettext(
            "{n} value has a mark that can be decimal, or stand for thousands.",
            "{n} values have a mark that can be decimal, or stand for thousands.",
            doubtful,
        )
        marks = ((".", _("The point is decimal")), (",", _("The comma is decimal")))
        found.append(Question("decimal", told.format(n=doubtful), marks))
    if layout.unsure and choices.value_column is None and layout.guess.value is not None:
        columns = tuple((k, c) for k, c in enumerate(layout.columns) if k != layout.guess.date)
        found.append(Question("value_column", _("Which column holds the values?"), columns))
    return tuple(found)


def _warnings(source: _Source, reader: RowReader, score: Score) -> tuple[str, ...]:
    warnings = []
    beyond = _beyond(reader, score)
    if beyond:
        told = ngettext(
            "{n} value lies outside the scale; it is taken as it stands.",
            "{n} values lie outside the scale; they are taken as they stand.",
            beyond,
        )
        warnings.append(told.format(n=beyond))
    if reader.dates.months_only:
        warnings.append(_("Some dates name a month only; they are put on its first day."))
    if source.file.encoding == "cp1252":
        warnings.append(_("The file is not in Unicode; accents in notes may be wrong."))
    return tuple(warnings)


def _beyond(reader: RowReader, score: Score) -> int:
    scale = score.scale
    if scale.kind is ScaleKind.LETTER:
        return 0
    low = float("-inf") if scale.low is None else scale.low
    high = float("inf") if scale.high is None else scale.high
    return sum(not low <= number <= high for number in reader.rows.numbers)


def _told(source: _Source, choices: TableChoices) -> TableLayout:
    layout = source.layout
    return TableLayout(
        encoding=source.file.encoding,
        delimiter=layout.separator,
        header=layout.guess.header,
        columns=layout.columns,
        date_column=layout.guess.date or 0,
        value_column=layout.guess.value,
        part_columns=layout.guess.parts,
        note_column=layout.guess.note,
        confidence=layout.guess.sure,
        day_first=choices.day_first,
        decimal=choices.decimal,
        sample=layout.sample,
    )


def _nothing(path: Path, reader: RowReader) -> FootprintError:
    if not reader.bad:
        return FootprintError(
            _("{file} has no rows.").format(file=path.name),
            _("Export it again from where it came from."),
        )
    first = reader.bad[0]
    return FootprintError(
        _("No row of {file} can be read. Row {n}: {why}").format(
            file=path.name, n=first.where.record, why=first.why
        ),
        _("Choose other columns, or export the table again."),
    )
