"""What a write touched: announced once, so that each page decides for itself whether to reload."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of things a write can touch."""

    ACCOUNTS = "accounts"
    GRANTS = "grants"
    LISTINGS = "listings"
    DECISIONS = "decisions"
    IMPORTS = "imports"
    SETTINGS = "settings"
    SCORES = "scores"
    READINGS = "readings"
    EVENTS = "events"
    EVIDENCE = "evidence"
    RUNS = "runs"
    STANDINGS = "standings"
    OVERRIDES = "overrides"
    REMINDERS = "reminders"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds touched by one or more writes."""

    kinds: frozenset[Kind] = frozenset()

    def touches(self, *kinds: Kind) -> bool:
        """Whether any of `kinds` was touched."""
        return not self.kinds.isdisjoint(kinds)

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.kinds | other.kinds)

    def __bool__(self) -> bool:
        return bool(self.kinds)
