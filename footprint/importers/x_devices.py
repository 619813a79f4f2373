"""What else X lists about an account: linked accounts, devices, sign-ins, installed apps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from footprint.domain.finding import ListingFinding, Where
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.importers import moments
from footprint.importers.archive import Member
from footprint.importers.fields import digest, folded, identifier, mapping, present, text, texts
from footprint.importers.gathering import Gatherer, Unusable
from footprint.importers.rolls import Roll
from footprint.importers.tally import Tally
from footprint.importers.x_records import inner

SIGN_INS = Roll("sign-in services", Section.LINKED_IDENTITIES)
FACEBOOK = Roll("Facebook connection", Section.LINKED_IDENTITIES)
PERISCOPE = Roll("Periscope account", Section.LINKED_IDENTITIES)
SHOPIFY = Roll("Shopify account", Section.LINKED_IDENTITIES)
CLIENTS = Roll("signed-in apps", Section.DEVICES)
DEVICES = Roll("devices", Section.DEVICES)
INSTALLED = Roll("installed apps", Section.INFERENCES)
LOGINS = Roll("logins", Section.DEVICES)


def sign_in_service(record: Any, where: Where) -> Iterator[ListingFinding]:
    """A Google or Apple account used to sign in; the archive does not say which of the two."""
    sso = inner(record, "sso")
    own_id, email = identifier(sso.get("ssoId")), text(sso.get("ssoEmail"))
    if own_id is None and email is None:
        raise Unusable(_("This linked account has neither an id nor an e-mail address."))
    yield ListingFinding(
        section=SIGN_INS.section,
        key=f"sso:{digest(own_id or folded(email or ''))}",
        title=email or _("Google or Apple account"),
        roll=SIGN_INS.name,
        where=where,
        detail=_("Google or Apple account used to sign in"),
        facts=present({"linked by": text(sso.get("associationMethodType"))}),
        since=moments.from_text(sso.get("createdAt")),
    )


def facebook_account(record: Any, where: Where) -> Iterator[ListingFinding]:
    """The Facebook account that was connected in 2018–2019."""
    connection = inner(record, "facebookConnection")
    if connection:
        yield ListingFinding(
            section=FACEBOOK.section,
            key="facebook",
            title="Facebook",
            roll=FACEBOOK.name,
            where=where,
            detail=text(connection.get("name")) or text(connection.get("username")) or "",
            since=moments.from_text(connection.get("createdAt")),
        )


def periscope_account(record: Any, where: Where) -> Iterator[ListingFinding]:
    """The account that X made at its live video service Periscope."""
    periscope = inner(record, "periscopeAccountInformation")
    own_id, user = identifier(periscope.get("id")), text(periscope.get("username"))
    if own_id is None and user is None:
        raise Unusable(_("This linked account has neither an id nor a name."))
    yield ListingFinding(
        section=PERISCOPE.section,
        key=f"periscope:{own_id or folded(user or '')}",
        title="Periscope",
        roll=PERISCOPE.name,
        where=where,
        detail=user or text(periscope.get("displayName")) or "",
        since=moments.from_text(periscope.get("createdAt")),
    )


def shop(record: Any, where: Where) -> Iterator[ListingFinding]:
    """A Shopify shop linked to the account."""
    account = inner(record, "shopifyAccount")
    domain = text(account.get("shopDomain"))
    if domain is None:
        raise Unusable(_("This linked account has neither an id nor a name."))
    yield ListingFinding(
        section=SHOPIFY.section,
        key=f"shopify:{folded(domain)}",
        title="Shopify",
        roll=SHOPIFY.name,
        where=where,
        detail=domain,
        since=moments.from_text(account.get("createdAt")),
    )


def client(record: Any, where: Where) -> Iterator[ListingFinding]:
    """A program that signed in, by its token; the token itself is a secret and never read."""
    token = inner(record, "deviceToken")
    own_id = identifier(token.get("clientApplicationId"))
    name = text(token.get("clientApplicationName"))
    created = moments.from_text(token.get("createdAt"))
    last_used = moments.from_text(token.get("lastSeenAt"))
    if not (own_id or name or created or last_used):
        raise Unusable(_("This sign-in names neither a program nor a time."))
    yield ListingFinding(
        section=CLIENTS.section,
        key=f"client:{own_id or folded(name or '')}:{created.isoformat() if created else ''}",
        title=name or _("Program without a name"),
        roll=CLIENTS.name,
        where=where,
        detail=_("Signed-in program"),
        since=created,
        last_used=last_used,
    )


def device(record: Any, where: Where) -> Iterator[ListingFinding]:
    """A device that gets notifications, or a phone number for messages and codes."""
    response = inner(record, "niDeviceResponse")
    push, messaging = mapping(response.get("pushDevice")), mapping(response.get("messagingDevice"))
    found = push or messaging
    kind = text(found.get("deviceType"))
    number = text(found.get("phone_number")) or text(found.get("phoneNumber"))
    own_id = text(found.get("udid")) or number or kind
    if own_id is None:
        raise Unusable(_("This device has neither an id nor a kind."))
    yield ListingFinding(
        section=DEVICES.section,
        key=f"device:{digest(own_id)}",
        title=(kind if push else number) or _("Device without a name"),
        roll=DEVICES.name,
        where=where,
        detail=_("Device that gets notifications") if push else _("Phone for messages and codes"),
        facts=present(
            {"carrier": text(found.get("carrier")), "system": text(found.get("deviceVersion"))}
        ),
        since=moments.from_text(found.get("createdDate")),
        last_used=moments.from_text(found.get("updatedDate")),
    )


def installed_app(record: Any, where: Where) -> Iterator[ListingFinding]:
    """An app that X believes to be on the person's devices."""
    app = inner(record, "app")
    own_id = identifier(app.get("appId"))
    title = ", ".join(texts(app.get("appNames"))) or own_id
    if title is None:
        raise Unusable(_("This app has no name."))
    yield ListingFinding(
        section=INSTALLED.section,
        key=f"installed app:{own_id or folded(title)}",
        title=title,
        roll=INSTALLED.name,
        where=where,
        detail=_("App that X believes to be on your devices"),
    )


def read_logins(gatherer: Gatherer, members: tuple[Member, ...]) -> None:
    """Count the sign-ins of the last weeks by internet address."""
    tally = Tally(LOGINS)

    def count(record: Any, where: Where) -> Iterator[ListingFinding]:
        login = inner(record, "ipAudit")
        tally.add(text(login.get("loginIp")), moments.from_text(login.get("createdAt")), where)
        return iter(())

    for member in members:
        gatherer.read(gatherer.load(member, LOGINS, after="="), member.path, LOGINS, count)
    for listing in tally.listings():
        gatherer.add(listing)
