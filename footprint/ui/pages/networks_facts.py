"""Everything the detail of one grant tells, looked up at once."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.domain.grant import Grant, Sighting
from footprint.domain.permission import Permission
from footprint.domain.service import Service
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.models.dates import exact
from footprint.ui.models.words import risk_word
from footprint.ui.opening import address, host
from footprint.ui.plain import plain


@dataclass(frozen=True, slots=True)
class GrantFacts:
    """One grant with what is known around it.

    `permissions` are explained in full by the dictionary. `at_least` is what every app of the
    network gets, for a grant whose scopes nobody tells; `instead` says why they are not told.
    """

    grant: Grant
    sightings: tuple[Sighting, ...]
    permissions: tuple[Permission, ...] | None
    at_least: str = ""
    instead: str = ""
    service: Service | None = None
    network: Service | None = None


def look_up(workspace: Workspace, grant_id: int) -> GrantFacts | None:
    """The facts of one grant; None when it is no longer there."""
    seeing, dictionary = workspace.seeing, workspace.dictionary
    grant = seeing.grant(grant_id)
    if grant is None:
        return None
    network = seeing.service(grant.network)
    told = grant.scopes is not None
    default = None if told else dictionary.default(grant.network)
    archive = network.download.archive if network and network.download else None
    return GrantFacts(
        grant=grant,
        sightings=tuple(seeing.sightings(grant_id)),
        permissions=tuple(dictionary.permission(grant.network, s) for s in grant.scopes or ())
        if told
        else None,
        at_least=default.words if default else "",
        instead=archive.instead if archive and not told else "",
        service=seeing.service(grant.app.service) if grant.app.service else None,
        network=network,
    )


@dataclass(frozen=True, slots=True)
class Link:
    """A page somebody named: what it is, its address, its host ("" when it cannot be opened)."""

    text: str
    url: str
    host: str


def app_links(grant: Grant) -> list[Link]:
    """The pages the archive names for an app."""
    app = grant.app
    named = (
        (_("Web page"), app.url),
        (_("Privacy policy"), app.privacy_url),
        (_("Terms"), app.terms_url),
    )
    return [_link(text, url) for text, url in named if url]


def service_links(service: Service) -> list[Link]:
    """The pages of a service by which one leaves it; none once it has closed."""
    links = service.links
    named = (
        (_("Delete your account"), links.delete),
        (_("Opt out"), links.opt_out),
        (_("Privacy settings"), links.privacy_settings),
    )
    return [_link(text, fact.value) for text, fact in named if fact]


def connected_apps(network: Service | None) -> Link | None:
    """The page on which the network itself lists, and disconnects, the apps of an account."""
    if network is None or network.links.connected_apps is None:
        return None
    name = plain(network.name, limit=40)
    text = _("{network}’s connected apps page").format(network=name)
    return _link(text, network.links.connected_apps.value)


def _link(text: str, url: str) -> Link:
    """Only http and https can be opened; anything else is shown as what it is."""
    page = address(url)
    return Link(text, url.strip(), host(page) if page is not None else "")


def permission_lines(permission: Permission) -> tuple[str, str, str]:
    """A permission in words, why it is risky, and its raw scope with what else to know."""
    scope = _("scope {scope}").format(scope=plain(permission.scope, limit=200))
    if not permission.known:
        return plain(permission.words, limit=200), _("Not in our dictionary: risk unknown."), scope
    why = permission.reason
    if permission.risk is not None:
        text = _("Risk {risk}: {reason}")
        why = text.format(risk=risk_word(permission.risk), reason=permission.reason)
    more = [scope]
    if permission.retired:
        more.append(_("the network no longer gives it out"))
    if permission.confidence == "general-knowledge":
        more.append(_("unverified: general knowledge"))
    return (
        plain(permission.words, limit=200),
        f"{why} {permission.explain}".strip(),
        " · ".join(more),
    )


def sighting_line(sighting: Sighting) -> str:
    """On which day which archive told what: "12 May 2026: connected"."""
    if not sighting.present:
        told = _("no longer listed")
    else:
        told = sighting.state.word if sighting.state else _("listed")
    return _("{day}: {told}").format(day=exact(sighting.as_of), told=told)


def sighting_place(sighting: Sighting) -> str:
    """Where it stands: the archive, the file in it, and the record."""
    if sighting.importer == "hand":
        return _("You added it by hand.")
    archive = plain(sighting.archive, limit=120)
    if not sighting.file:
        return archive
    place = _("{archive} › {file}").format(archive=archive, file=plain(sighting.file, limit=200))
    if sighting.record is None:
        return place
    return _("{place}, record {n}").format(place=place, n=sighting.record)
