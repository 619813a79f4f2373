"""A row of the ledger: a reading as it was told, and what became of it since."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from footprint.domain.score import Reading


class Fate(StrEnum):
    """What became of a reading by now."""

    COUNTS = "counts"
    CORRECTED = "corrected"
    RETOLD = "retold"
    WITHDRAWN = "withdrawn"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A reading with its fate; `why` is the person's reason where they took it out."""

    reading: Reading
    fate: Fate
    why: str = ""
