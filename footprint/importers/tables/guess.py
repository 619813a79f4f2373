"""Which column of a table holds the dates, which the values, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from footprint.domain.names import folded
from footprint.domain.score import Scale, ScaleKind, Score
from footprint.domain.score_csv import BEFORE_PARTS
from footprint.domain.score_csv import header as header_of
from footprint.domain.score_preview import TableChoices
from footprint.domain.score_value import NotAValue
from footprint.i18n import _
from footprint.importers.tables.dates import Dates
from footprint.importers.tables.values import Values
from footprint.importers.tables.words import COUNTING, DATE, NOTE, VALUE

_ENOUGH = 0.5
_ALL_BUT = 0.9
_HINT = 0.5
# A column most of whose cells cannot be read is taken when nothing better is there.
_POOR, _POOREST = 0.2, 0.01


@dataclass(frozen=True, slots=True)
class Guess:
    """The columns of a table by place; None where there is none. `sure` is 0 to 1.

    `number` and `precision` are there in a table that Footprint wrote itself.
    """

    date: int | None
    value: int | None
    header: bool
    parts: Mapping[str, int] = field(default_factory=dict)
    note: int | None = None
    sure: float = 0.0
    number: int | None = None
    precision: int | None = None

    @property
    def complete(self) -> bool:
        """Whether there are dates, and values or the parts of them."""
        return self.date is not None and (self.value is not None or bool(self.parts))


@dataclass(frozen=True, slots=True)
class _Column:
    """What the cells of a column are like: shares of the filled ones, 0 to 1."""

    name: str
    filled: float
    dates: float
    counted_dates: float
    values: float
    rising_by_one: bool

    def named(self, words: Iterable[str]) -> bool:
        own = set(folded(self.name).replace("_", " ").replace("-", " ").replace(".", " ").split())
        return bool(own.intersection(words)) or folded(self.name) in words


def guess(rows: Sequence[Sequence[str]], score: Score, choices: TableChoices) -> Guess:
    """Look at the first rows of a table, the header among them, and say which column is which."""
    if not rows:
        return Guess(None, None, header=False)
    if choices == TableChoices() and tuple(rows[0]) == header_of(score.scale):
        return _own(rows[0], score.scale)
    header = _has_header(rows, score.scale) if choices.header is None else choices.header
    body = rows[1:] if header and len(rows) > 1 else rows
    width = max(map(len, rows))
    names = named(rows[0] if header else (), width)
    columns = [
        _column(names[place], [_cell(row, place) for row in body], score) for place in range(width)
    ]
    date, date_sure = _date_column(columns, choices.date_column)
    parts = _part_columns(columns, score.scale, choices)
    value, value_sure = _value_column(columns, score, {date, *parts.values()}, choices)
    if value is None and score.scale.kind is not ScaleKind.PARTS:
        parts = {}
    note = next((k for k, c in enumerate(columns) if c.named(NOTE)), None)
    sure = min(date_sure, value_sure if value is not None or not parts else 1.0)
    return Guess(date, value, header, parts, note if note not in {date, value} else None, sure)


def _own(header: Sequence[str], scale: Scale) -> Guess:
    """The columns of a table that Footprint wrote of a score of this scale."""
    place = {name: k for k, name in reversed(list(enumerate(header)))}
    before = len(BEFORE_PARTS)
    return Guess(
        place["date"],
        place["value"],
        header=True,
        parts={part.id: before + k for k, part in enumerate(scale.parts)},
        note=before + len(scale.parts),
        sure=1.0,
        number=place["number"],
        precision=place["precision"],
    )


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _has_header(rows: Sequence[Sequence[str]], scale: Scale) -> bool:
    """A header's cells are filled, and neither dates nor values."""
    dates, values = Dates(), Values(scale)
    first = [cell for cell in rows[0] if cell.strip()]
    return bool(first) and not any(dates.read(c) or _is_value(values, c) for c in first)


def _column(name: str, cells: Sequence[str], score: Score) -> _Column:
    filled = [stripped for cell in cells if (stripped := cell.strip())]
    dates, values = Dates(), Values(score.scale)
    shares = max(len(filled), 1)
    dated = [cell for cell in filled if dates.read(cell)]
    counted = sum(cell.replace(".", "", 1).isdigit() for cell in dated)
    valued = sum(_is_value(values, cell) for cell in filled)
    return _Column(
        name=name,
        filled=len(filled) / max(len(cells), 1),
        dates=(len(dated) - counted) / shares,
        counted_dates=counted / shares,
        values=valued / shares,
        rising_by_one=_rises_by_one(filled),
    )


def _is_value(values: Values, cell: str) -> bool:
    try:
        values.read(cell)
    except NotAValue:
        return False
    return True


def _rises_by_one(cells: Sequence[str]) -> bool:
    if len(cells) < 3 or not all(c.isascii() and c.isdigit() and len(c) < 12 for c in cells):
        return False
    numbers = [int(cell) for cell in cells]
    return numbers[0] in {0, 1} and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def named(headings: Sequence[str], width: int) -> tuple[str, ...]:
    """A name for each column: its heading, with its number where two have the same."""
    found: list[str] = []
    for place in range(width):
        name = headings[place].strip() if place < len(headings) else ""
        if not name:
            name = _("Column {n}").format(n=place + 1)
        elif name in found:
            name = _("{name} (column {n})").format(name=name, n=place + 1)
        found.append(name)
    return tuple(found)


def place_of(names: Sequence[str], chosen: int | str) -> int | None:
    """The place of the column that was chosen by place or heading; None when there is none."""
    if isinstance(chosen, int):
        return chosen if 0 <= chosen < len(names) else None
    headings = [folded(name) for name in names]
    return headings.index(folded(chosen)) if folded(chosen) in headings else None


def _chosen(columns: Sequence[_Column], chosen: int | str) -> tuple[int | None, float]:
    place = place_of([column.name for column in columns], chosen)
    return place, 0.0 if place is None else 1.0


def _date_column(columns: Sequence[_Column], chosen: int | str | None) -> tuple[int | None, float]:
    if chosen is not None:
        return _chosen(columns, chosen)
    weights = []
    for column in columns:
        hint = _HINT if column.named(DATE) else 0.0
        if column.dates >= _ENOUGH:
            weights.append(column.dates + hint)
        elif column.counted_dates >= _ALL_BUT:
            weights.append(0.3 + hint)
        else:
            weights.append(_POOR if hint and column.dates else 0.0)
    return _heaviest(weights)


def _value_column(
    columns: Sequence[_Column], score: Score, taken: set[int | None], choices: TableChoices
) -> tuple[int | None, float]:
    if choices.value_column is not None:
        return _chosen(columns, choices.value_column)
    words = VALUE | set(folded(score.name).split()) | {folded(score.name)}
    weights = [
        0.0 if place in taken else _value_weight(column, words)
        for place, column in enumerate(columns)
    ]
    has_parts = len(taken) > 1
    if has_parts and max(weights) <= _POOR:
        return None, 0.0
    return _heaviest(weights)


def _value_weight(column: _Column, words: Iterable[str]) -> float:
    if column.values < _ENOUGH:
        poor = _POOR if column.named(words) else _POOREST
        return poor if column.values else 0.0
    weight = column.values * (0.5 + column.filled / 2)
    if column.named(words):
        weight += _HINT
    if column.named(DATE) or column.named(NOTE):
        weight -= _HINT
    if column.rising_by_one or column.named(COUNTING):
        weight -= _HINT
    return max(weight, _POOREST)


def _heaviest(weights: Sequence[float]) -> tuple[int | None, float]:
    """The place of the largest weight (the first of equal ones), and how clear it is: 0.5 a tie."""
    best = max(weights, default=0.0)
    if best <= 0:
        return None, 0.0
    place = list(weights).index(best)
    second = max((w for k, w in enumerate(weights) if k != place), default=0.0)
    return place, min(1.0, 0.5 + (best - second))


def _part_columns(
    columns: Sequence[_Column], scale: Scale, choices: TableChoices
) -> Mapping[str, int]:
    if choices.part_columns is not None:
        return {id_: k for id_, k in choices.part_columns.items() if k < len(columns)}
    if scale.kind not in {ScaleKind.PARTS, ScaleKind.PAIR}:
        return {}
    found: dict[str, int] = {}
    for part in scale.parts:
        wanted = {folded(part.id), folded(part.name)}
        for place, column in enumerate(columns):
            if column.named(wanted) and column.values >= _ENOUGH:
                found.setdefault(part.id, place)
    return found
