"""A listing: something besides grants that an archive lists about an account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from footprint.domain.section import Section


@dataclass(frozen=True, slots=True)
class Listing:
    """A linked identity, a device, an inference or an advertiser of one account.

    `facts` holds the few other values the archive names, by a plain English word.
    All times are UTC.
    """

    id: int
    account_id: int
    network: str
    account: str | None
    section: Section
    title: str
    detail: str
    facts: Mapping[str, str]
    since: datetime | None
    last_used: datetime | None
    first_seen: datetime
    last_seen: datetime
    gone_since: datetime | None
