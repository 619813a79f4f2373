"""What importing a table of scores would do, what is asked about it, and what is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from footprint.domain.finding import BadRecord
from footprint.domain.preview import ImportRecord, Part
from footprint.domain.reading_rows import ReadingRow, ReadingRows
from footprint.domain.score import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChoices:
    """What the person says about a table; None leaves it to the guess.

    A column is a place, from 0, or a heading; `part_columns` are places by the part's id.
    `decimal` is "." or ",". `zone` is the name of the zone ("Europe/Berlin") of times that name
    none; without it they are UTC.
    """

    encoding: str | None = None
    delimiter: str | None = None
    header: bool | None = None
    date_column: int | str | None = None
    value_column: int | str | None = None
    part_columns: Mapping[str, int] | None = None
    day_first: bool | None = None
    decimal: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What the table alone does not tell: the choice that is missing, and its possible answers.

    `options` are (value for `TableChoices.<choice>`, label).
    """

    choice: str
    text: str
    options: tuple[tuple[object, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """How a table was understood. `confidence` (0 to 1) is about the columns.

    `value_column` is None where the parts make the value. `delimiter` is "" for JSON. `sample`
    are the first rows as they stand.
    """

    encoding: str
    delimiter: str
    header: bool
    columns: tuple[str, ...]
    date_column: int
    value_column: int | None
    part_columns: Mapping[str, int] = field(default_factory=dict)
    note_column: int | None = None
    confidence: float = 1.0
    day_first: bool | None = None
    decimal: str | None = None
    sample: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """All that an importer read in one table of scores."""

    part: Part
    layout: TableLayout
    rows: ReadingRows
    bad: tuple[BadRecord, ...] = ()
    warnings: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePreview:
    """What importing a table into one score would do; nothing of it is written yet.

    `taken` are the places of `reading.rows` that would be written, by moment: `new` moments, and
    `retold` ones that had another value so far. `unchanged` rows are known as they are and
    `repeated` ones stand twice in the file. `examples` are the first rows for the eye.
    """

    score_id: int
    reading: TableReading
    taken: range | list[int]
    new: int
    retold: int
    unchanged: int
    repeated: int
    examples: tuple[ReadingRow, ...] = ()
    imported_before: ImportRecord | None = None

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.reading.part.name

    @property
    def questions(self) -> tuple[Question, ...]:
        """What has to be answered before it can be imported."""
        return self.reading.questions


@dataclass(frozen=True, slots=True)
class PageProposal:
    """A value on a pasted page that may be one of this score; `label` is what stands beside it."""

    score_id: int
    label: str
    value: Value
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePreview:
    """What a pasted page says; nothing of it is written yet. `lines` are all (label, number)."""

    part: Part
    proposals: tuple[PageProposal, ...]
    lines: tuple[tuple[str, str], ...]
