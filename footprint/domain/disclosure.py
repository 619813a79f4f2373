"""A disclosure: which identifier was given to whom, when, and in which step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footprint.domain.step import Identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """One identifier that one service was told, at a time (UTC) and a stop of a run."""

    service: str
    identifier: Identifier
    at: datetime
    run_id: int | None = None
    stop: str = ""
