"""A grant: one app's access to one account, and the person's own decision on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from footprint.domain.permission import Permission, Risk, Scopes
from footprint.i18n import _


class GrantState(StrEnum):
    """What is known of a grant's life.

    live: listed as connected; expired: listed, but the network says its access ran out;
    removed: the network lists it as removed; blocked: the person forbade it;
    gone: a newer archive no longer lists it.
    """

    LIVE = "live"
    EXPIRED = "expired"
    REMOVED = "removed"
    BLOCKED = "blocked"
    GONE = "gone"

    @property
    def word(self) -> str:
        """The word a person reads."""
        return {
            GrantState.LIVE: _("connected"),
            GrantState.EXPIRED: _("access ran out"),
            GrantState.REMOVED: _("listed as removed"),
            GrantState.BLOCKED: _("blocked by you"),
            GrantState.GONE: _("no longer listed"),
        }[self]


# Folded away unless asked for: hundreds of rows that ended long ago in a single archive.
ENDED_STATES = frozenset({GrantState.REMOVED, GrantState.BLOCKED, GrantState.GONE})


class Choice(StrEnum):
    """What the person decided to do about a grant."""

    KEEP = "keep"
    WATCH = "watch"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Decision:
    """The person's own decision on a grant, with a note and an optional day to look again."""

    choice: Choice | None = None
    note: str = ""
    look_again: date | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class App:
    """A third party that an account has let in; `native_id` is the network's id of the app."""

    id: int
    network: str
    name: str
    native_id: str | None = None
    description: str | None = None
    organisation: str | None = None
    url: str | None = None
    privacy_url: str | None = None
    terms_url: str | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """One app's access to one account.

    `since`, `last_used` and `ended` are what the network says; `first_seen`, `last_seen` and
    `gone_since` are the dates of the archives in which it was, or no longer was, listed.
    All times are UTC. `scopes` is None when no source names them.
    """

    id: int
    account_id: int
    network: str
    account: str | None
    app: App
    state: GrantState
    scopes: Scopes
    risk: Risk | None
    since: datetime | None
    last_used: datetime | None
    ended: datetime | None
    first_seen: datetime
    last_seen: datetime
    gone_since: datetime | None
    member_id: str | None = None
    decision: Decision = field(default_factory=Decision)
    permissions: tuple[Permission, ...] | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """The grant was (or was no longer) listed, in this import, on this date."""

    import_id: int
    as_of: datetime
    present: bool
    importer: str
    archive: str
    file: str | None = None
    record: int | None = None
    state: GrantState | None = None


@dataclass(frozen=True, slots=True)
class AppGroup:
    """Grants of one service or one app name over all networks: who holds how many doors."""

    key: str
    name: str
    service: str | None
    networks: tuple[str, ...]
    grants: int
    live: int
    worst: Risk | None


class GrantOrder(StrEnum):
    """The columns a list of grants can be sorted by."""

    APP = "app"
    RISK = "risk"
    SINCE = "since"
    LAST_SEEN = "last_seen"
    STATE = "state"
    NETWORK = "network"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class GrantQuery:
    """Which grants are asked for; the empty query is everything, sorted by app name.

    `text` is matched without case in the app's name, its organisation and its permissions'
    words. `risks` may hold None for "risk unknown". `group` is an `AppGroup.key`.
    """

    account_id: int | None = None
    text: str = ""
    states: frozenset[GrantState] | None = None
    risks: frozenset[Risk | None] | None = None
    choices: frozenset[Choice | None] | None = None
    group: str | None = None
    order: GrantOrder = GrantOrder.APP
    descending: bool = False
