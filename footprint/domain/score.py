"""A score: one thing somebody measures about the person, and the readings of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from footprint.i18n import _


class ScaleKind(StrEnum):
    """How a score is written down.

    bounded: a number between `low` and `high`; unbounded: any number; letter: one of `letters`;
    percentile: 0 to 100; pair: two numbers ("719 over 5"); parts: a number that is the sum of
    its parts. An abbreviated value ("1.23M") may stand on any of the numbers: its precision is
    kept with the reading.
    """

    BOUNDED = "bounded"
    UNBOUNDED = "unbounded"
    LETTER = "letter"
    PERCENTILE = "percentile"
    PAIR = "pair"
    PARTS = "parts"


class Better(StrEnum):
    """Which direction its maker calls better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a score of kind parts, or the second number of a pair."""

    id: str
    name: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The scale of a score. `letters` run from the worst to the best; a letter's number is its
    place in them, from 0. `decimals` is how many are usual; None when it varies."""

    kind: ScaleKind
    low: float | None = None
    high: float | None = None
    letters: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    better: Better = Better.HIGHER
    decimals: int | None = None
    unit: str = ""


class Rhythm(StrEnum):
    """How often the person wants to look."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Score:
    """A score the person keeps. `definition` is the catalogue's entry, None for their own.

    `about` tells two scores of one definition apart (the account, the handle). `snoozed_until`
    is a day until which nothing is due.
    """

    id: int
    name: str
    scale: Scale
    definition: str | None = None
    about: str = ""
    rhythm: Rhythm = Rhythm.NEVER
    snoozed_until: date | None = None


class Method(StrEnum):
    """How a reading came in."""

    TYPED = "typed"
    IMPORTED = "imported"
    PASTED = "pasted"
    CAPTURED = "captured"

    @property
    def word(self) -> str:
        """The word a person reads."""
        return {
            Method.TYPED: _("typed"),
            Method.IMPORTED: _("imported"),
            Method.PASTED: _("pasted"),
            Method.CAPTURED: _("captured"),
        }[self]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a score.

    `number` is what is drawn and compared (of a letter its place in the scale, of a pair the
    first number). `text` is what the person read, as it stood. `precision` is half the step it
    is known to ("1.23M" → 5,000), 0 when it is exact. `parts` are by `Part.id`.
    """

    number: float
    text: str
    precision: float = 0.0
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of one score, about one moment (`effective`), recorded at another.

    Never changed, never removed. A correction is a reading that names the one it `corrects`,
    with a reason. `effective` is UTC; a day stands for its noon, then `whole_day` is True.
    `evidence` is the hash of a kept file. `invented` marks values of the demo that stand between
    dated facts.
    """

    id: int
    score_id: int
    effective: datetime
    recorded: datetime
    value: Value
    method: Method
    whole_day: bool = True
    source: str = ""
    note: str = ""
    corrects: int | None = None
    reason: str = ""
    evidence: str | None = None
    invented: bool = False
    import_id: int | None = None


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A span of days for which a score later showed other values than it had shown before.

    `days` are (effective day, value as first told, value as told later), oldest first.
    """

    score_id: int
    told: datetime
    days: tuple[tuple[date, Value, Value], ...]

    @property
    def begins(self) -> date:
        """The first day that was re-told."""
        return self.days[0][0]

    @property
    def ends(self) -> date:
        """The last day that was re-told."""
        return self.days[-1][0]
