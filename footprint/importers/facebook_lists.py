"""What Facebook's JSON lists besides apps: linked accounts, devices, sign-ins, beliefs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from footprint.domain.finding import AccountFinding, ListingFinding, Where
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.importers import moments
from footprint.importers.agents import agent_name
from footprint.importers.fields import digest, folded, mapping, present
from footprint.importers.gathering import Unusable
from footprint.importers.meta_text import text
from footprint.importers.rolls import Roll
from footprint.importers.tally import Tally

LINKED = Roll("accounts centre", Section.LINKED_IDENTITIES)
SESSIONS = Roll("sessions", Section.DEVICES)
RECOGNISED = Roll("recognised devices", Section.DEVICES)
MOBILE = Roll("mobile devices", Section.DEVICES)
# The three logs of sign-ins, from the one that reaches back furthest.
ADDRESSES = Roll("internet addresses", Section.DEVICES)
ACTIVITY = Roll("account activity", Section.DEVICES)
ACCESSES = Roll("logins and logouts", Section.DEVICES)
TOPICS = Roll("ad interests", Section.INFERENCES)
PEERS = Roll("friend peer group", Section.INFERENCES)


def linked_account(record: Any, where: Where) -> Iterator[ListingFinding]:
    """An account at another of Meta's services."""
    account = mapping(record)
    service = text(account.get("service_name"))
    names = [text(account.get(key)) for key in ("username", "email", "phone_number", "name")]
    known = [name for name in names if name]
    if service is None and not known:
        raise Unusable(_("This linked account has neither a service nor a name."))
    yield ListingFinding(
        section=LINKED.section,
        key=f"linked:{folded(service or '')}:{folded(known[0] if known else '')}",
        title=service or _("Account"),
        roll=LINKED.name,
        where=where,
        detail=known[0] if known else "",
        facts=present(
            {"e-mail": text(account.get("email")), "phone": text(account.get("phone_number"))}
        ),
        since=moments.from_unix(account.get("linked_time")),
    )


def linked_accounts(content: Any) -> Any:
    """The accounts in the Accounts Centre: the list itself, or the list inside an object."""
    return content["linked_accounts"] if "linked_accounts" in mapping(content) else content


def session(record: Any, where: Where) -> Iterator[ListingFinding]:
    """A browser or app that is signed in. Its cookie is a secret and never read."""
    entry = mapping(record)
    begun = moments.from_unix(entry.get("created_timestamp"))
    app, kind = text(entry.get("app")), text(entry.get("session_type"))
    device, address = text(entry.get("device")), text(entry.get("ip_address"))
    agent = text(entry.get("user_agent"))
    title = " · ".join(filter(None, (device, app))) or (agent and agent_name(agent)) or address
    if not title:
        raise Unusable(_("This sign-in names neither a device nor a program."))
    mark = begun.isoformat() if begun else folded(f"{title} {address or ''}")
    yield ListingFinding(
        section=SESSIONS.section,
        key=f"session:{mark}:{kind or ''}",
        title=title,
        roll=SESSIONS.name,
        where=where,
        detail=text(entry.get("location")) or "",
        facts=present({"internet address": address, "kind": kind, "user agent": agent}),
        since=begun,
        last_used=moments.from_unix(entry.get("updated_timestamp")),
    )


def recognised_device(record: Any, where: Where) -> Iterator[ListingFinding]:
    """A device that Facebook no longer asks about."""
    entry = mapping(record)
    begun = moments.from_unix(entry.get("created_timestamp"))
    agent = text(entry.get("user_agent"))
    title = text(entry.get("name")) or (agent and agent_name(agent))
    if not title:
        raise Unusable(_("This device has no name."))
    # Names of devices are in the person's language; the time of the first sign-in is not.
    yield ListingFinding(
        section=RECOGNISED.section,
        key=f"recognised:{begun.isoformat() if begun else folded(title)}",
        title=title,
        roll=RECOGNISED.name,
        where=where,
        detail=_("Recognised device"),
        facts=present({"internet address": text(entry.get("ip_address")), "user agent": agent}),
        since=begun,
        last_used=moments.from_unix(entry.get("updated_timestamp")),
    )


def mobile_device(record: Any, where: Where) -> Iterator[ListingFinding]:
    """A phone or tablet with Facebook's app. Its tokens are secrets and never read."""
    entry = mapping(record)
    kind, system = text(entry.get("type")), text(entry.get("os"))
    own_id = text(entry.get("udid")) or text(entry.get("family_device_id"))
    title = kind or system
    if title is None:
        raise Unusable(_("This device has no name."))
    yield ListingFinding(
        section=MOBILE.section,
        key=f"mobile:{digest(own_id) if own_id else folded(f'{kind} {system}')}",
        title=title,
        roll=MOBILE.name,
        where=where,
        detail=_("Phone or tablet with Facebook's app"),
        facts=present({"system": system if kind else None}),
        last_used=moments.from_unix(entry.get("update_time")),
    )


def owner(profile: Mapping[str, Any]) -> AccountFinding:
    """Whose archive it is, by its profile."""
    names = profile.get("name")
    page = text(profile.get("profile_uri")) or ""
    handle = text(profile.get("username")) or _page_name(page)
    return AccountFinding(
        network="facebook",
        native_id=page.partition("profile.php?id=")[2].partition("&")[0] or None,
        handle=handle,
        name=text(names) or text(mapping(names).get("full_name")),
    )


def logged(tally: Tally) -> Callable[[Any, Where], Iterator[ListingFinding]]:
    """A reader that counts the records of a log of sign-ins instead of listing them."""

    def read(record: Any, where: Where) -> Iterator[ListingFinding]:
        entry = mapping(record)
        address = text(entry.get("ip_address")) or text(entry.get("ip"))
        moment = moments.from_unix(entry.get("timestamp"))
        tally.add(address, moment, where, agent=text(entry.get("user_agent")))
        return iter(())

    return read


def _page_name(page: str) -> str | None:
    """The name in "https://www.facebook.com/rosa.example"."""
    last = page.partition("?")[0].rstrip("/").rpartition("/")[2]
    known = "facebook.com/" in page and last and not last.endswith(".php")
    return last if known else None
