"""What Instagram's JSON lists besides apps: linked accounts, devices, sign-ins, beliefs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from ipaddress import ip_address
from typing import Any, NamedTuple

from footprint.domain.finding import AccountFinding, ListingFinding, Where
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.importers import moments
from footprint.importers.agents import agent_name
from footprint.importers.fields import digest, folded, mapping, present, sequence
from footprint.importers.gathering import Unusable
from footprint.importers.labels import Meaning
from footprint.importers.meta_ads import believed
from footprint.importers.meta_rows import Row, read_row
from footprint.importers.meta_text import text
from footprint.importers.rolls import Roll
from footprint.importers.tally import Tally

LINKED = Roll("linked accounts", Section.LINKED_IDENTITIES)
LOGINS = Roll("logins", Section.DEVICES)
DEVICES = Roll("devices", Section.DEVICES)


class Belief(NamedTuple):
    """A list of what Instagram believes: its root key, its roll and its words."""

    root: str
    roll: Roll
    words: Callable[[], str]


def _roll(name: str) -> Roll:
    return Roll(name, Section.INFERENCES)


INTERESTS = _roll("ad interests")
TOPICS = _roll("topics")
REEL_TOPICS = _roll("reel topics")
REEL_MOODS = _roll("reel moods")
EMAILS = _roll("possible e-mail addresses")
PHONES = _roll("possible phone numbers")
PLACE = _roll("place")
BELIEFS = (
    Belief("inferred_data_ig_interest", INTERESTS, lambda: _("Interest")),
    Belief("topics_your_topics", TOPICS, lambda: _("Topic")),
    Belief("topics_your_reels_topics", REEL_TOPICS, lambda: _("Topic of reels")),
    Belief("topics_your_reels_emotions", REEL_MOODS, lambda: _("Mood of reels")),
    Belief("inferred_data_inferred_emails", EMAILS, lambda: _("Possible e-mail address")),
    Belief("inferred_data_inferred_phone_numbers", PHONES, lambda: _("Possible phone number")),
    Belief("inferred_data_primary_location", PLACE, lambda: _("Place you may live in")),
)

_USERNAME = re.compile(r"(?=.*[a-z])[a-z0-9._]{1,30}")
# What stands in the same row and looks like a user name in some language.
_NO_USERNAMES = {"true", "false", "unspecified", "male", "female", "none"}
_AGENT = re.compile(r"Mozilla/|Instagram [\d.]+|Barcelona [\d.]+|Android|iPhone|iPad")


def linked_account(record: Any, where: Where) -> Iterator[ListingFinding]:
    """An account at another of Meta's services."""
    row = read_row(record)
    strange = row.strange_values
    service = row.value(Meaning.ACCOUNT_TYPE) or (strange.pop(0) if strange else None)
    user = row.value(Meaning.USERNAME) or row.value(Meaning.NAME)
    user = user or (strange.pop(0) if strange else None)
    own_id, email = row.value(Meaning.IDENTIFIER), row.value(Meaning.EMAIL)
    known = next(filter(None, (own_id, user, email)), None)
    if service is None and known is None:
        raise Unusable(_("This linked account has neither a service nor a name."))
    yield ListingFinding(
        section=LINKED.section,
        key=f"linked:{folded(service or '')}:{folded(known or '')}",
        title=service or _("Account"),
        roll=LINKED.name,
        where=where,
        detail=user or email or "",
        facts=present({"e-mail": email, "phone": row.value(Meaning.PHONE)}),
    )


def login(tally: Tally) -> Callable[[Any, Where], Iterator[ListingFinding]]:
    """A reader that counts sign-ins; their cookies are secrets and never read."""

    def read(record: Any, where: Where) -> Iterator[ListingFinding]:
        row = read_row(record)
        address = row.value(Meaning.ADDRESS)
        address = address or next(filter(_is_address, row.strange_values), None)
        tally.add(address, _time(row), where, agent=_agent(row))
        return iter(())

    return read


def old_login(tally: Tally) -> Callable[[Any, Where], Iterator[ListingFinding]]:
    """The same for `account_history.json` of 2019–2020, whose keys are English in all languages."""

    def read(record: Any, where: Where) -> Iterator[ListingFinding]:
        entry = mapping(record)
        when = moments.from_text(entry.get("timestamp"))
        tally.add(text(entry.get("ip_address")), when, where, agent=text(entry.get("user_agent")))
        return iter(())

    return read


def device(record: Any, where: Where) -> Iterator[ListingFinding]:
    """A device that signed in; its id is kept as a fingerprint."""
    row = read_row(record)
    agent = _agent(row)
    own_id = row.value(Meaning.DEVICE_ID)
    own_id = own_id or next((value for value in row.strange_values if value != agent), None)
    title = row.title or (agent and agent_name(agent))
    if not title:
        raise Unusable(_("This device has no name."))
    yield ListingFinding(
        section=DEVICES.section,
        key=f"device:{digest(own_id or title)}",
        title=title,
        roll=DEVICES.name,
        where=where,
        detail=_("Device that signed in"),
        facts=present({"user agent": agent}),
        last_used=_time(row),
    )


def believed_row(belief: Belief) -> Callable[[Any, Where], Iterator[ListingFinding]]:
    """A reader of rows that hold one value each, whatever its label is called."""

    def read(record: Any, where: Where) -> Iterator[ListingFinding]:
        title = text(record) or next(iter(_listed(record) or read_row(record).values), None)
        title = title or text(mapping(record).get("title"))
        if title is None:
            raise Unusable(_("This entry has no name."))
        yield believed(belief.roll, title, belief.words(), where)

    return read


def owner(record: Any, archive_name: str | None) -> AccountFinding:
    """Whose archive it is; `archive_name` is the user in the name of the zip."""
    row = read_row(record)
    guessed = (value for value in row.strange_values if _is_username(value))
    return AccountFinding(
        network="instagram",
        handle=row.value(Meaning.USERNAME) or archive_name or next(guessed, None),
        name=row.value(Meaning.NAME),
    )


def _listed(record: Any) -> Sequence[str]:
    """The values of the oldest kind of row, which has no labels."""
    entries = map(mapping, sequence(mapping(record).get("string_list_data")))
    return [value for entry in entries if (value := text(entry.get("value")))]


def _time(row: Row) -> datetime | None:
    dates = (moment for moment in row.strange_dates if moment)
    return row.moment(Meaning.TIME) or next(dates, None) or moments.from_text(row.title)


def _agent(row: Row) -> str | None:
    known = row.value(Meaning.AGENT)
    return known or next((v for v in row.strange_values if _AGENT.search(v)), None)


def _is_address(value: str) -> bool:
    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def _is_username(value: str) -> bool:
    return _USERNAME.fullmatch(value) is not None and value not in _NO_USERNAMES
