"""A service: what the catalogue knows about a network, scorer, broker or app, and who says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from urllib.parse import urlsplit

from footprint.domain.download import Download
from footprint.domain.fact import Conflict, Fact, Provenance
from footprint.i18n import _

_YEAR_MONTH_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class ServiceKind(StrEnum):
    """What a service is to the person."""

    NETWORK = "network"
    SCORING = "scoring"
    PEOPLE_SEARCH = "people_search"
    DATA_BROKER = "data_broker"
    CONSUMER_SCORE = "consumer_score"
    APP = "app"


class ServiceState(StrEnum):
    """Whether a service still runs."""

    ACTIVE = "active"
    DEFUNCT = "defunct"
    UNKNOWN = "unknown"


class Difficulty(StrEnum):
    """How hard it is to leave, on the scale of JustDeleteMe."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    LIMITED = "limited"
    IMPOSSIBLE = "impossible"


class Method(StrEnum):
    """By which door one leaves."""

    SETTINGS = "settings"
    WEB_FORM = "web-form"
    EMAIL = "email"
    PHONE = "phone"
    MAIL = "mail"
    FAX = "fax"
    API = "api"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStatus:
    """Whether it runs, who owns it, since when it is over and what came after.

    `ended` is an ISO date as exact as it is known: "2018-05-25", "2015-05" or "2013".
    `successor_id` names the entry of the successor where the catalogue has one.
    """

    state: Fact[ServiceState]
    ended: Fact[str] | None = None
    owner: Fact[str] | None = None
    successor: Fact[str] | None = None
    successor_id: str | None = None

    def __post_init__(self) -> None:
        if self.ended and not _YEAR_MONTH_DAY.fullmatch(self.ended.value):
            raise ValueError(_("ended is a year, a month or a day, such as 2015-05"))
        if self.ended and self.state.value is not ServiceState.DEFUNCT:
            raise ValueError(_("only a defunct service has an end"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Pages a person may need, each an address on the web."""

    privacy_settings: Fact[str] | None = None
    connected_apps: Fact[str] | None = None
    data_export: Fact[str] | None = None
    deactivate: Fact[str] | None = None
    delete: Fact[str] | None = None
    opt_out: Fact[str] | None = None
    privacy_policy: Fact[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where a letter about one's own traces goes; `countries` are those the contact answers for."""

    controller: Fact[str] | None = None
    email: Fact[str] | None = None
    web_form: Fact[str] | None = None
    postal_address: Fact[str] | None = None
    phone: Fact[str] | None = None
    countries: Fact[tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceName:
    """The top of an entry: how a service is called, and which addresses are its own.

    `aliases` are other names under which archives or people know it. A service that
    `hosts_others` carries pages of other people, so that an address there says nothing about
    who an App is. `trusted_hosts` are single hosts of others that serve its forms.
    `shares_domains_with` names the entry that the domains belong to in the first place.
    """

    id: str
    name: str
    kind: ServiceKind
    domains: tuple[str, ...]
    also_kinds: tuple[ServiceKind, ...] = ()
    aliases: tuple[str, ...] = ()
    hosts_others: bool = False
    shares_domains_with: str | None = None
    trusted_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(ServiceName):
    """One whole entry. Whoever has a Service may open its links: see `_refuse_strange_links`."""

    identity: Provenance
    status: ServiceStatus
    links: Links = Links()
    contact: Contact = Contact()
    download: Download | None = None
    difficulty: Fact[Difficulty] | None = None
    method: Fact[tuple[Method, ...]] | None = None
    must_provide: Fact[tuple[str, ...]] | None = None
    id_document_required: Fact[bool] | None = None
    region_limits: Fact[str] | None = None
    grace_period_days: Fact[int] | None = None
    grace_login_cancels: Fact[bool] | None = None
    conflicts: tuple[Conflict, ...] = ()

    def __post_init__(self) -> None:
        self._refuse_strange_links()

    def owns(self, url: str) -> bool:
        """Whether the address lies on a domain of the service or on a host the entry trusts."""
        host = host_of(url)
        return host in self.trusted_hosts or any(is_within(host, own) for own in self.domains)

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every address of the entry that could be opened, alternatives too, with its key."""
        named = [(f"links.{f.name}", getattr(self.links, f.name)) for f in fields(self.links)]
        for key, fact in [*named, ("contact.web_form", self.contact.web_form)]:
            if fact is not None:
                yield key, fact.value
                yield from ((key, other.value) for other in fact.alternatives)

    def _refuse_strange_links(self) -> None:
        """Every address lies on a host of the service and is https.

        A defunct service may keep an http address: it is shown as text and never opened.
        """
        over = self.status.state.value is ServiceState.DEFUNCT
        for key, url in self.addresses():
            if not url.startswith(("https://", "http://") if over else "https://"):
                raise ValueError(_("{key}: {url} is not https").format(key=key, url=url))
            if not self.owns(url):
                text = _("{key}: {url} is on none of its domains and trusted_hosts")
                raise ValueError(text.format(key=key, url=url))


def host_of(url: str) -> str:
    """The host an address leads to, in lower case; "" where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_within(host: str, domain: str) -> bool:
    """Whether `host` is `domain` or below it."""
    return host == domain or host.endswith("." + domain)
