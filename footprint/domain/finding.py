"""Findings: what an importer reports of one download, before anything is decided or written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from footprint.domain.grant import GrantState
from footprint.domain.permission import Scopes
from footprint.domain.section import Section


@dataclass(frozen=True, slots=True)
class Where:
    """The place in an archive a finding was read from; `record` counts from 1."""

    file: str
    record: int | None = None


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A record that could not be read, and why, in words for the person."""

    where: Where
    why: str


@dataclass(frozen=True, slots=True)
class AccountFinding:
    """Whose archive this is, as far as it says."""

    network: str
    native_id: str | None = None
    handle: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class AppFinding:
    """An app as the archive describes it; `native_id` is the network's id of the app."""

    name: str
    native_id: str | None = None
    description: str | None = None
    organisation: str | None = None
    url: str | None = None
    privacy_url: str | None = None
    terms_url: str | None = None


@dataclass(frozen=True, slots=True)
class GrantFinding:
    """One app let into the account. `roll` names the list it stood on (see `Harvest.covers`).

    `member_id` is the person's id inside that app (Facebook, Instagram): it tells two apps of
    one name apart. Times are UTC; None means the archive does not say.
    """

    app: AppFinding
    roll: str
    where: Where
    state: GrantState = GrantState.LIVE
    scopes: Scopes = None
    since: datetime | None = None
    last_used: datetime | None = None
    ended: datetime | None = None
    member_id: str | None = None


@dataclass(frozen=True, slots=True)
class ListingFinding:
    """One listed thing besides grants; `key` tells it from the others of its section for ever.

    A `key` must not depend on language, order or import: the same thing in next year's archive
    has the same key.
    """

    section: Section
    key: str
    title: str
    roll: str
    where: Where
    detail: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    since: datetime | None = None
    last_used: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReadingFinding:
    """What an archive tells of a score on its date: `definition` is the catalogue's score."""

    definition: str
    number: float
    where: Where
    note: str = ""


class DateSource(StrEnum):
    """How the date of an archive is known, from sure to unsure."""

    STATED = "stated"
    FILE_NAME = "file_name"
    MEMBERS = "members"
    FILE_TIME = "file_time"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Harvest:
    """All that one importer found in one download.

    `covers` maps each roll (list) that this download holds completely to its section: what stood
    on such a roll before and is not listed now is gone. A roll with an unreadable record is not
    covered. `warnings` are sentences for the person.
    """

    importer: str
    account: AccountFinding
    era: str
    as_of: datetime
    as_of_source: DateSource
    grants: tuple[GrantFinding, ...] = ()
    listings: tuple[ListingFinding, ...] = ()
    readings: tuple[ReadingFinding, ...] = ()
    covers: Mapping[str, Section] = field(default_factory=dict)
    bad: tuple[BadRecord, ...] = ()
    warnings: tuple[str, ...] = ()
