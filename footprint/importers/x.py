"""Archives of X (Twitter): the flat layout of 2018–2019 and the `data/` folder since."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from footprint.domain.finding import (
    AccountFinding,
    AppFinding,
    GrantFinding,
    Harvest,
    ListingFinding,
    Where,
)
from footprint.domain.permission import Scopes
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.importers import followers, moments, x_ads, x_devices
from footprint.importers.archive import Archive, Member, UnreadableMember
from footprint.importers.fields import identifier, link, mapping, sequence, text, texts
from footprint.importers.gathering import Gatherer, Unusable
from footprint.importers.importer import WrongDownload
from footprint.importers.rolls import Roll
from footprint.importers.x_records import inner, parts
from footprint.progress import Progress

APPS = Roll("apps", Section.GRANTS)

_MANIFEST = "manifest.js"
_ACCOUNT = "account"
_APPS = "connected-application"


class _Listed(NamedTuple):
    """A file that lists things: its name without ".js", its roll and who reads a record."""

    stem: str
    roll: Roll
    read: Callable[[Any, Where], Iterator[GrantFinding | ListingFinding]]


def _app(record: Any, where: Where) -> Iterator[GrantFinding]:
    app = inner(record, "connectedApplication")
    name = text(app.get("name"))
    if name is None:
        raise Unusable(_("This app has no name."))
    owner = mapping(app.get("organization"))
    yield GrantFinding(
        app=AppFinding(
            name=name,
            native_id=identifier(app.get("id")),
            description=text(app.get("description")),
            organisation=text(owner.get("name")),
            url=link(owner.get("url")),
            privacy_url=link(owner.get("privacyPolicyUrl")),
            terms_url=link(owner.get("termsAndConditionsUrl")),
        ),
        roll=APPS.name,
        where=where,
        scopes=_scopes(app.get("permissions")),
        since=moments.from_text(app.get("approvedAt"))
        or moments.from_unix(app.get("approvedAtMsec"), per_second=1000),
    )


def _scopes(value: object) -> Scopes:
    """The permissions of an app: a list, or one text; None when the archive names none."""
    if isinstance(value, str):
        value = re.split(r"[,;]", value)
    elif not isinstance(value, list):
        return None
    named = tuple(dict.fromkeys(texts(value)))
    # An empty list says "none"; a list of which nothing can be read says nothing.
    return named if named or not value else None


_LISTS = (
    _Listed(_APPS, APPS, _app),
    _Listed("sso", x_devices.SIGN_INS, x_devices.sign_in_service),
    _Listed("facebook-connection", x_devices.FACEBOOK, x_devices.facebook_account),
    _Listed("periscope-account-information", x_devices.PERISCOPE, x_devices.periscope_account),
    _Listed("shopify-account", x_devices.SHOPIFY, x_devices.shop),
    _Listed("device-token", x_devices.CLIENTS, x_devices.client),
    _Listed("ni-devices", x_devices.DEVICES, x_devices.device),
    _Listed("app", x_devices.INSTALLED, x_devices.installed_app),
)
_LOGINS = "ip-audit"
_PERSONALIZATION = "personalization"
_ADS = ("ad-impressions", "ad-engagements")
_FOLLOWERS = "follower"
_ROLLS = {
    **{listed.stem: listed.roll for listed in _LISTS},
    _LOGINS: x_devices.LOGINS,
    **dict.fromkeys(_ADS, x_ads.SEEN),
}
_STEMS = (*(listed.stem for listed in _LISTS), _LOGINS, _PERSONALIZATION, *_ADS)
# Names that any program may use; they say "X" only together with X's own wrapper.
_ORDINARY = {"app", _ACCOUNT, "sso", "personalization"}
_WRAPPER = re.compile(r"\s*[\w.$\"'\[\]]+\s*=\s*[\[{]")
_OWN_WRAPPER = re.compile(r"\s*window\.(YTD\.|__THAR_CONFIG\b)")


class XImporter:
    """Reads the archives of X."""

    name = "x"
    network = "x"
    wanted = (
        _MANIFEST,
        *(p for stem in (_ACCOUNT, *_STEMS) for p in parts(stem)),
        *followers.X.files,
    )

    def claims(self, archive: Archive) -> bool:
        """Whether a member has one of X's names and X's wrapper around its JSON."""
        members = archive.members(*self.wanted)
        return any(_is_ours(archive, m) for m in sorted(members, key=lambda m: m.size))

    def read(self, archive: Archive, progress: Progress) -> Harvest:
        """All findings. Raises `WrongDownload` when nothing of it can be read."""
        gatherer = Gatherer(archive, progress)
        manifest = _manifest(gatherer)
        account = _account(gatherer, mapping(manifest.get("userInfo")))
        for listed in _LISTS:
            for member in archive.members(*parts(listed.stem)):
                rows = gatherer.load(member, listed.roll, after="=")
                gatherer.read(rows, member.path, listed.roll, listed.read)
        x_devices.read_logins(gatherer, archive.members(*parts(_LOGINS)))
        x_ads.read_personalization(gatherer, archive.members(*parts(_PERSONALIZATION)))
        x_ads.read_ads(gatherer, archive.members(*(p for stem in _ADS for p in parts(stem))))
        missing = _missing(archive, manifest)
        _tell_missing(gatherer, missing)
        if not any(_stem(name) == _FOLLOWERS for name in missing):
            followers.read(gatherer, followers.X)
        _judge(gatherer)
        return gatherer.harvest(
            self.name, account, _era(archive, manifest), stated=_generated(manifest)
        )


def _is_ours(archive: Archive, member: Member) -> bool:
    try:
        start = archive.text(member)[:200]
    except UnreadableMember:
        return False
    if _OWN_WRAPPER.match(start):
        return True
    stem = _stem(member.name)
    return stem in _STEMS and stem not in _ORDINARY and _WRAPPER.match(start) is not None


def _manifest(gatherer: Gatherer) -> Mapping[str, Any]:
    """The index of the archive; in 2018–2019 there was none."""
    for member in gatherer.archive.members(_MANIFEST):
        found = mapping(gatherer.load(member, after="="))
        if "archiveInfo" in found or "dataTypes" in found:
            return found
    return {}


def _account(gatherer: Gatherer, owner: Mapping[str, Any]) -> AccountFinding:
    """Whose archive this is; the manifest answers where `account.js` does not."""
    own: Mapping[str, Any] = {}
    for member in gatherer.archive.members(*parts(_ACCOUNT)):
        for where, record in gatherer.rows(gatherer.load(member, after="="), member.path):
            try:
                own = own or inner(record, "account")
            except Unusable as unusable:
                gatherer.bad(where, str(unusable))
    return AccountFinding(
        network=XImporter.network,
        native_id=identifier(own.get("accountId")) or identifier(owner.get("accountId")),
        handle=text(own.get("username")) or text(owner.get("userName")),
        name=text(own.get("accountDisplayName")) or text(owner.get("displayName")),
    )


def _generated(manifest: Mapping[str, Any]) -> datetime | None:
    return moments.from_text(mapping(manifest.get("archiveInfo")).get("generationDate"))


def _missing(archive: Archive, manifest: Mapping[str, Any]) -> list[str]:
    """The files that the manifest names and that are not in the archive."""
    kinds = [mapping(kind) for kind in mapping(manifest.get("dataTypes")).values()]
    files = [mapping(file) for kind in kinds for file in sequence(kind.get("files"))]
    named = {name.rpartition("/")[2] for f in files if (name := text(f.get("fileName")))}
    held = {member.name for member in archive.members(*XImporter.wanted)}
    return sorted(named - held)


def _tell_missing(gatherer: Gatherer, missing: Sequence[str]) -> None:
    """Tell of files that are missing: their lists are cut off."""
    for name in missing:
        roll = _ROLLS.get(_stem(name))
        if roll:
            gatherer.spoil(roll)
        if roll or _stem(name) == _FOLLOWERS:
            gatherer.warn(_("The archive should hold {file}, but does not.").format(file=name))


def _stem(name: str) -> str:
    """The list a file belongs to: "x" of "x.js" and of "x-part1.js"."""
    return re.sub(r"(-part\d+)?\.js$", "", name.casefold())


def _era(archive: Archive, manifest: Mapping[str, Any]) -> str:
    in_folder = any(m.path.startswith("data/") for m in archive.members(*XImporter.wanted))
    return "since 2019" if manifest or in_folder else "2018–2019"


def _judge(gatherer: Gatherer) -> None:
    """Say what is missing; refuse an archive of which nothing could be read."""
    if gatherer.empty:
        problem = gatherer.problem
        raise WrongDownload(
            XImporter.network,
            _("Nothing in this X archive can be read."),
            problem.why if problem else _("Ask X for a new archive and choose the whole of it."),
        )
    if not gatherer.seen(APPS):
        gatherer.warn(
            _(
                "This archive does not hold the list of connected apps"
                " (data/connected-application.js), so nothing is said about apps."
            )
        )
