"""What the catalogue tells of one service, split into facts: each with who says so and how old."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from footprint.domain.disclosure import Disclosure
from footprint.domain.fact import Fact
from footprint.domain.grant import GrantQuery
from footprint.domain.playbook import Playbook
from footprint.domain.service import Method, Service
from footprint.domain.standing import Standing
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.models.accounts import account_title
from footprint.ui.models.catalogue import difficulty_meaning, difficulty_word
from footprint.ui.models.dates import exact
from footprint.ui.models.service_words import Told, closed_line, provenance
from footprint.ui.models.words import apps, number
from footprint.ui.opening import address, host
from footprint.ui.plain import plain


@dataclass(frozen=True, slots=True)
class Mine:
    """What is known of the person at a service."""

    accounts: tuple[str, ...]
    standings: tuple[Standing, ...]
    disclosures: tuple[Disclosure, ...]
    grants: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the service: what it is for, its address and host, who says so."""

    text: str
    url: str
    host: str
    source: str


def look_up(workspace: Workspace, service_id: str) -> Mine:
    """What is known of the person at one service."""
    seeing = workspace.seeing
    accounts = [s for s in seeing.accounts() if s.account.network == service_id]
    name = seeing.service_name
    groups = seeing.groups(GrantQuery(text=name(service_id)))
    return Mine(
        accounts=tuple(account_title(s.account, name) for s in accounts),
        standings=tuple(workspace.standing.of(service_id)),
        disclosures=tuple(workspace.standing.disclosures(service_id)),
        grants=sum(group.live for group in groups if group.service == service_id),
    )


def is_lines(service: Service) -> Iterator[Told]:
    """What it is: whether it runs, who owns it, what came after."""
    status = service.status
    closed = closed_line(service)
    if closed:
        yield Told(closed, provenance(status.ended or status.state))
    if status.successor:
        text = _("What came after it: {name}.").format(name=plain(status.successor.value))
        yield Told(text, provenance(status.successor))
    if status.owner:
        text = _("It belongs to {owner}.").format(owner=plain(status.owner.value))
        yield Told(text, provenance(status.owner))
    if service.region_limits:
        text = _("Where it answers: {text}").format(text=plain(service.region_limits.value, 300))
        yield Told(text, provenance(service.region_limits))


def holds_lines(service: Service, mine: Mine) -> Iterator[Told]:
    """What it holds: the person's own traces first, then what its archive is known to have."""
    for account in mine.accounts:
        yield Told(_("Your account: {account}").format(account=account), "")
    if mine.grants:
        text = _("It is let in by accounts of yours: {apps}.")
        yield Told(text.format(apps=apps(mine.grants)), "")
    archive = service.download.archive if service.download else None
    if archive is not None:
        text = _("Nobody knows whether its archive lists apps.")
        if archive.lists_apps is not None:
            text = (
                _("Its archive lists the apps you let in.")
                if archive.lists_apps
                else _("Its archive does not list the apps you let in.")
            )
        yield Told(text, provenance(archive))


def leaving_lines(service: Service, guides: Sequence[Playbook]) -> Iterator[tuple[str, list[Told]]]:
    """How hard leaving is, in facts under the question that each answers."""
    yield _("Who has to act"), list(_who(service))
    yield _("What they ask of you"), list(_asked(service))
    remains = dict.fromkeys(text for guide in guides for text in guide.remains)
    told = [Told(plain(text, limit=400), "") for text in remains]
    yield _("What stays behind"), told
    yield _("How long it takes"), list(_how_long(service, guides))
    if service.difficulty:
        level = service.difficulty.value
        text = _("Rated {word}. {meaning}").format(
            word=difficulty_word(level), meaning=difficulty_meaning(level)
        )
        yield _("In one word"), [Told(text, provenance(service.difficulty))]


def _who(service: Service) -> Iterator[Told]:
    if service.method is None:
        return
    methods = service.method.value
    alone = {Method.SETTINGS, Method.WEB_FORM, Method.API}
    text = (
        _("You, on your own: {ways}.")
        if set(methods) <= alone
        else _("You ask, and somebody there has to act: {ways}.")
    )
    ways = ", ".join(method_word(method) for method in methods)
    yield Told(text.format(ways=ways), provenance(service.method))


def _asked(service: Service) -> Iterator[Told]:
    if service.must_provide and service.must_provide.value:
        things = ", ".join(plain(thing, limit=80) for thing in service.must_provide.value)
        yield Told(_("They insist on: {things}.").format(things=things),
                   provenance(service.must_provide))  # fmt: skip
    if service.id_document_required is not None:
        text = (
            _("They want an identity document.")
            if service.id_document_required.value
            else _("They want no identity document.")
        )
        yield Told(text, provenance(service.id_document_required))


def _how_long(service: Service, guides: Sequence[Playbook]) -> Iterator[Told]:
    days = service.grace_period_days
    if days is not None and days.value:
        text = ngettext(
            "The deletion takes effect after {n} day.",
            "The deletion takes effect after {n} days.", days.value,
        ).format(n=number(days.value))  # fmt: skip
        if service.grace_login_cancels and service.grace_login_cancels.value:
            text += " " + _("Signing in before that cancels it.")
        yield Told(text, provenance(days))
    minutes = [guide.minutes for guide in guides if guide.steps]
    if minutes:
        shortest, longest = number(min(minutes)), number(max(minutes))
        text = _("A guide takes about {n} min of your own time.").format(n=shortest)
        if shortest != longest:
            text = _("A guide takes about {n} to {most} min of your own time.")
            text = text.format(n=shortest, most=longest)
        yield Told(text, "")


def method_word(method: Method) -> str:
    """By which door one leaves."""
    return {
        Method.SETTINGS: _("in the settings"),
        Method.WEB_FORM: _("by a form"),
        Method.EMAIL: _("by e-mail"),
        Method.PHONE: _("by phone"),
        Method.MAIL: _("by post"),
        Method.FAX: _("by fax"),
        Method.API: _("by a program"),
    }[method]


def pages_of(service: Service) -> list[Page]:
    """The pages a person may need; those that cannot be opened have no host."""
    links = service.links
    named: tuple[tuple[str, Fact[str] | None], ...] = (
        (_("Delete your account"), links.delete),
        (_("Deactivate your account"), links.deactivate),
        (_("Opt out"), links.opt_out),
        (_("Connected apps"), links.connected_apps),
        (_("Download your data"), links.data_export),
        (_("Privacy settings"), links.privacy_settings),
        (_("Privacy policy"), links.privacy_policy),
        (_("Contact form"), service.contact.web_form),
    )
    return [_page(text, fact) for text, fact in named if fact is not None]


def contact_lines(service: Service) -> Iterator[Told]:
    """Where a letter goes."""
    contact = service.contact
    for fact in (contact.controller, contact.email, contact.postal_address, contact.phone):
        if fact is not None:
            yield Told(plain(fact.value, limit=300), provenance(fact))


def conflict_lines(service: Service) -> Iterator[str]:
    """Where sources disagree."""
    for conflict in service.conflicts:
        claims = "; ".join(plain(claim.value, limit=160) for claim in conflict.claims)
        yield _("Sources disagree on {fact}: {claims}.").format(fact=conflict.fact, claims=claims)


def standing_line(standing: Standing) -> str:
    """What was seen on a day, and how."""
    text = _("{day}: {state}").format(day=exact(standing.day), state=standing.state.word)
    return f"{text}, {plain(standing.method, limit=80)}" if standing.method else text


def expiry_line(standing: Standing) -> str:
    """Until when "not visible" may be said."""
    if standing.expires is None:
        return ""
    return _("After {day} it says nothing any more.").format(day=exact(standing.expires))


def _page(text: str, fact: Fact[Any]) -> Page:
    url = str(fact.value)
    found = address(url) if url.startswith("https://") else None
    return Page(text, url, host(found) if found is not None else "", provenance(fact))
