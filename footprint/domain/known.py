"""What is known already, with just what the rules of merging need of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footprint.domain.grant import GrantState
from footprint.domain.permission import Scopes
from footprint.domain.section import Section


@dataclass(frozen=True, slots=True)
class KnownGrant:
    """A grant of the account as the store has it, with just what the rules need."""

    id: int
    name: str
    native_id: str | None
    member_id: str | None
    state: GrantState
    scopes: Scopes
    since: datetime | None
    last_seen: datetime
    roll: str
    gone_since: datetime | None = None

    def is_newer(self, as_of: datetime) -> bool:
        """Whether an archive of that date knows better than what is known."""
        return as_of >= self.last_seen and (self.gone_since is None or as_of >= self.gone_since)


@dataclass(frozen=True, slots=True)
class KnownListing:
    """A listing of the account as the store has it."""

    id: int
    section: Section
    key: str
    title: str
    detail: str
    last_seen: datetime
    roll: str
    gone: bool
