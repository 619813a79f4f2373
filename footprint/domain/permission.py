"""A permission: one capability in plain words, its risk and the reason for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from footprint.i18n import _


class Risk(IntEnum):
    """How much harm a permission can do; unknown risk is None, never NONE."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def key(self) -> str:
        """The word used in files and on the command line: "none" … "critical"."""
        return self.name.lower()

    @property
    def word(self) -> str:
        """The word a person reads."""
        return {
            Risk.NONE: _("none"),
            Risk.LOW: _("low"),
            Risk.MEDIUM: _("medium"),
            Risk.HIGH: _("high"),
            Risk.CRITICAL: _("critical"),
        }[self]


# Raw scopes as an archive names them; None is unknown ("not told by the export"), never "none".
Scopes = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Permission:
    """One scope as the dictionary of its network explains it.

    `known` is False for a scope that is not in the dictionary: then `words` is the raw scope
    and `risk` is None, because nothing was guessed.
    """

    network: str
    scope: str
    words: str
    risk: Risk | None = None
    reason: str = ""
    explain: str = ""
    known: bool = True
    retired: bool = False
    source: str = ""
    confidence: str = ""
    checked: date | None = None


def worst(risks: Iterable[Risk | None]) -> Risk | None:
    """The highest known risk; None when no risk is known at all."""
    return max((risk for risk in risks if risk is not None), default=None)
