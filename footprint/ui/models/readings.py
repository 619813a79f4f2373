"""Readings as tables: what counts of the chosen scores, and everything that was ever told."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QLocale, QObject, QTime

from footprint.domain.ledger_row import Fate, LedgerRow
from footprint.domain.score import Reading, Scale, ScaleKind, Score
from footprint.domain.score_text import display
from footprint.i18n import _
from footprint.ui.models.dates import ago, day_of, exact
from footprint.ui.models.scores import score_title
from footprint.ui.models.table import PAGE, Column, Look, PagedTable
from footprint.ui.plain import plain

Fetch = Callable[[int, int], Sequence[LedgerRow]]  # (limit, offset) -> rows of one score


@dataclass(frozen=True, slots=True)
class ScoreReading:
    """A row of the ledger with the score it is one of."""

    score: Score
    row: LedgerRow

    @property
    def reading(self) -> Reading:
        """The reading itself."""
        return self.row.reading

    @property
    def value(self) -> str:
        """The value as the person read it."""
        return plain(display(self.reading.value, self.score.scale))


class ReadingsModel(PagedTable[ScoreReading]):
    """Readings, newest first; `ledger` adds what became of each."""

    def __init__(
        self, scores: Sequence[Score], *, ledger: bool = False, parent: QObject | None = None
    ) -> None:
        columns = columns_of(scores, ledger=ledger)
        super().__init__(columns, lambda row: row.reading.id, parent=parent)


class Newest:
    """Rows of several scores in one order, the newest moment first, fetched as they are asked."""

    def __init__(self, fetches: Sequence[tuple[Score, Fetch]]) -> None:
        each = [_endless(score, fetch) for score, fetch in fetches]
        # One score comes in its order already; of several the newest row is next.
        self._rows = each[0] if len(each) == 1 else heapq.merge(*each, key=_newness)
        self._read: list[ScoreReading] = []

    def __call__(self, limit: int, offset: int) -> Sequence[ScoreReading]:
        """The rows from `offset` on, at most `limit` of them."""
        self._read += islice(self._rows, max(0, offset + limit - len(self._read)))
        return self._read[offset : offset + limit]


def counting(readings: Sequence[Reading]) -> list[LedgerRow]:
    """Readings that count, as rows of the ledger."""
    return [LedgerRow(reading, Fate.COUNTS) for reading in readings]


def _endless(score: Score, fetch: Fetch) -> Iterator[ScoreReading]:
    offset = 0
    rows: Sequence[LedgerRow] = fetch(PAGE, offset)
    while rows:
        yield from (ScoreReading(score, row) for row in rows)
        offset += len(rows)
        rows = fetch(PAGE, offset) if len(rows) == PAGE else ()


def _newness(row: ScoreReading) -> float:
    return -row.reading.effective.timestamp()


def columns_of(scores: Sequence[Score], *, ledger: bool = False) -> list[Column[ScoreReading]]:
    """The score where there are several, day, value, fate, how it came in, when, and the note."""
    columns: list[Column[ScoreReading]] = []
    if len(scores) > 1:
        columns.append(Column(_("Score"), lambda r: score_title(r.score), 24, grow=1))
    columns += [
        Column(
            _("Day"),
            lambda r: exact(r.reading.effective),
            17,
            copied=lambda r: r.reading.effective.date().isoformat(),
        ),
        Column(
            _("Value"),
            lambda r: r.value,
            12,
            look=Look.NUMBER,
            copied=lambda r: display(r.reading.value, r.score.scale),
        ),
    ]
    if ledger:
        columns.append(Column(_("What became of it"), fate_text, 24, grow=1))
    elif len(scores) == 1:
        columns += [_part(part.id, part.name) for part in scores[0].scale.parts]
    return columns + _origin(ledger=ledger)


def _origin(*, ledger: bool) -> list[Column[ScoreReading]]:
    recorded: Column[ScoreReading] = Column(
        _("Recorded"),
        lambda r: moment_text(r.reading) if ledger else ago(r.reading.recorded),
        22 if ledger else 18,
        spoken=lambda r: exact(r.reading.recorded),
        copied=lambda r: r.reading.recorded.isoformat(),
        rank=1 if ledger else 2,
    )
    return [
        Column(_("How"), lambda r: how(r.reading), 26, rank=2 if ledger else 1, grow=1),
        recorded,
        Column(_("Note"), lambda r: remark(r.reading), 24, rank=3, grow=1),
    ]


def _part(id_: str, name: str) -> Column[ScoreReading]:
    def text(row: ScoreReading) -> str:
        parts = row.reading.value.parts
        return f"{parts[id_]:g}" if id_ in parts else _("not told")

    return Column(plain(name), text, 10, look=Look.NUMBER, rank=4)


def fate_text(row: ScoreReading) -> str:
    """What became of a reading, with the person's reason where they gave one."""
    told = {
        Fate.COUNTS: _("counts"),
        Fate.CORRECTED: _("corrected by you later"),
        Fate.RETOLD: _("told again later"),
        Fate.WITHDRAWN: _("withdrawn by you"),
        Fate.UNDONE: _("its import was undone"),
    }[row.row.fate]
    if not row.row.why:
        return told
    return _("{fate}: {why}").format(fate=told, why=plain(row.row.why))


def moment_text(reading: Reading) -> str:
    """When a reading was recorded, with the time of day where the person lives."""
    local = reading.recorded.astimezone()
    clock = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return _("{day}, {time}").format(day=exact(reading.recorded), time=clock)


def how(reading: Reading) -> str:
    """How it came in, and from where."""
    words = [reading.method.word]
    if reading.source:
        words.append(plain(reading.source, limit=60))
    if reading.invented:
        words.append(_("invented for the demo"))
    return " · ".join(words)


def remark(reading: Reading) -> str:
    """The person's own words on it."""
    if reading.reason:
        return _("corrects an earlier row: {reason}").format(reason=plain(reading.reason))
    return plain(reading.note)


def read_out(reading: Reading, scale: Scale) -> tuple[str, ...]:
    """What the chart tells of a reading: value, parts, day, where from, when recorded."""
    lines = [
        plain(display(reading.value, scale)),
        parts_text(reading, scale),
        exact(reading.effective),
        how(reading),
        _("recorded on {day}").format(day=exact(day_of(reading.recorded))),
    ]
    return tuple(line for line in (*lines, remark(reading)) if line)


def parts_text(reading: Reading, scale: Scale) -> str:
    """The parts by name, where the value does not show them itself; "" without any."""
    parts = reading.value.parts
    if scale.kind is not ScaleKind.PARTS or not parts:
        return ""
    told = [f"{plain(part.name)} {parts[part.id]:g}" for part in scale.parts if part.id in parts]
    return " · ".join(told)
