"""An account: the person's own presence at a network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from footprint.domain.permission import Risk


@dataclass(frozen=True, slots=True)
class Account:
    """One account; `native_id` is the network's own id, which outlives a changed `handle`."""

    id: int
    network: str
    handle: str | None = None
    name: str | None = None
    native_id: str | None = None

    @property
    def label(self) -> str | None:
        """How the person knows it: handle, else name, else the network's id; None when untold."""
        return self.handle or self.name or self.native_id


@dataclass(frozen=True, slots=True)
class AccountSummary:
    """An account with what is known of its grants today.

    `live` is None when nothing that was read lists the apps of this account: unknown is not 0.
    """

    account: Account
    live: int | None
    listed: int
    worst: Risk | None
    last_looked: datetime | None
