"""A fact of the catalogue: a value that can grow old, with who says so and when it was checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from footprint.i18n import _

T = TypeVar("T")


class Confidence(StrEnum):
    """How much stands behind a fact: somebody's published word, or our own memory."""

    PUBLIC_SOURCE = "public-source"
    GENERAL_KNOWLEDGE = "general-knowledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who says so, and on which day their word was last seen to stand."""

    confidence: Confidence
    checked: date
    source: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if self.confidence is Confidence.PUBLIC_SOURCE and not self.source:
            raise ValueError(_("a fact from a public source names its source"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Generic[T]):
    """Another value for the same fact, by another source."""

    value: T
    confidence: Confidence
    source: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Provenance, Generic[T]):
    """A value that can grow old; a fact nobody knows is absent, never empty."""

    value: T
    alternatives: tuple[Alternative[T], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one source says in a matter where sources disagree."""

    value: str
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A matter where sources disagree: whoever shows the fact shows these claims with it."""

    fact: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A collection that facts were taken from: where it is, which state of it, on what terms.

    A reference to it is its `name`, alone or followed by ": " and a place inside it.
    """

    name: str
    what: str
    repository: str = ""
    path: str = ""
    commit: str = ""
    dated: date | None = None
    licence: str = ""
    caution: str = ""
