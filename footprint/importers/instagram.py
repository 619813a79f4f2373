"""Archives of Instagram: JSON of all eras since 2019, with labels in the person's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from footprint.domain.finding import AccountFinding, Harvest
from footprint.domain.grant import GrantState
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.importers import followers, instagram_lists, meta_ads, meta_apps
from footprint.importers.archive import Archive, Member, UnreadableMember
from footprint.importers.gathering import Gatherer, Unusable
from footprint.importers.importer import WrongDownload
from footprint.importers.meta_ads import ADVERTISERS, CATEGORIES
from footprint.importers.meta_documents import (
    LABELS,
    Document,
    Listed,
    documents,
    found,
    is_labelled,
    read_lists,
    report_unknown,
    roots,
    stem,
)
from footprint.importers.meta_paths import of_facebook, of_instagram
from footprint.importers.meta_text import text
from footprint.importers.rolls import Roll
from footprint.importers.tally import Tally
from footprint.progress import Progress

ACTIVE = Roll("active apps", Section.GRANTS)
EXPIRED = Roll("expired apps", Section.GRANTS)

LabelReader = Callable[[Gatherer, Any, str], None]

_Lists = instagram_lists
_OWN_FILES: Mapping[str, tuple[Roll, ...]] = {
    "active_apps": (ACTIVE,),
    # Really spelled that way until 2025.
    "expired_pps": (EXPIRED,),
    "expired_apps": (EXPIRED,),
    "login_activity": (_Lists.LOGINS,),
    "linked_meta_accounts": (_Lists.LINKED,),
    "possible_emails": (_Lists.EMAILS,),
    "possible_phone_numbers": (_Lists.PHONES,),
    "your_topics": (_Lists.TOPICS,),
    "your_reels_topics": (_Lists.REEL_TOPICS,),
    "your_reels_sentiments": (_Lists.REEL_MOODS,),
    "account_based_in": (_Lists.PLACE,),
    "profile_based_in": (_Lists.PLACE,),
}
_SHARED_FILES: Mapping[str, tuple[Roll, ...]] = {
    "advertisers_using_your_activity_or_information": (ADVERTISERS,),
    "ads_interests": (_Lists.INTERESTS,),
    "other_categories_used_to_reach_you": (CATEGORIES,),
    "devices": (_Lists.DEVICES,),
    "personal_information": (),
}
# 2019–2020: in the root of the zip, with English keys and without a list of apps.
_FLAT_FILES: Mapping[str, tuple[Roll, ...]] = {
    "profile": (),
    "account_history": (_Lists.LOGINS,),
}
_FILES = {**_OWN_FILES, **_SHARED_FILES, **_FLAT_FILES}
_NO_LIST = "no-data.txt"
# Names that say "Instagram" even when what stands in the file cannot be read.
_SURE = {"active_apps", "expired_pps", "linked_meta_accounts", "your_reels_topics"}
# Web pages are not read; these tell that a download consists of them.
_PAGES = ("followers_1", "following", "personal_information", *_OWN_FILES)

_ACTIVE_ROOT = "apps_and_websites_active_apps"
_EXPIRED_ROOT = "apps_and_websites_expired_apps"
_LOGINS_ROOT = "account_history_login_history"
_OLD_LOGINS_ROOT = "login_history"
_LISTS = (
    Listed(_ACTIVE_ROOT, ACTIVE, meta_apps.grants(ACTIVE, GrantState.LIVE)),
    Listed(_EXPIRED_ROOT, EXPIRED, meta_apps.grants(EXPIRED, GrantState.EXPIRED)),
    Listed("profile_linked_meta_accounts", _Lists.LINKED, _Lists.linked_account),
    Listed("devices_devices", _Lists.DEVICES, _Lists.device),
    Listed("ig_custom_audiences_all_types", ADVERTISERS, meta_ads.flagged_advertiser),
    *(Listed(b.root, b.roll, _Lists.believed_row(b)) for b in _Lists.BELIEFS),
)
_PROFILE = "profile_user"
_OLD_PROFILE = "username"
_ROOTS = {*(listed.root for listed in _LISTS), _LOGINS_ROOT, _OLD_LOGINS_ROOT, _PROFILE}
# Files in the layout of labels have no root key: these are the ones they would have.
_LABEL_ROOTS = {
    "active_apps": _ACTIVE_ROOT,
    "expired_apps": _EXPIRED_ROOT,
    "expired_pps": _EXPIRED_ROOT,
    "linked_meta_accounts": "profile_linked_meta_accounts",
    "devices": "devices_devices",
    "login_activity": _LOGINS_ROOT,
}
_ZIP_NAMES = (
    re.compile(r"(?P<user>[a-z0-9._]{1,30})_20\d{6}(?:[ _(-].*)?(?:\.zip)?", re.I),
    re.compile(r"instagram-(?P<user>[a-z0-9._]{1,30})-20\d\d-\d\d-\d\d.*", re.I),
)


class InstagramImporter:
    """Reads the archives of Instagram."""

    name = "instagram"
    network = "instagram"
    wanted = (
        *(f"{file}.json" for file in _FILES),
        *(f"{page}.html" for page in _PAGES),
        *followers.INSTAGRAM.files,
        _NO_LIST,
    )

    def claims(self, archive: Archive) -> bool:
        """Whether a file has a name only Instagram uses, or one of its root keys."""
        lists = _lists(archive)
        if _pages(archive) or any(stem(member) in _SURE for member in lists):
            return True
        if any(_is_ours(archive, m) for m in sorted(lists, key=lambda m: m.size)):
            return True
        return followers.listed(archive, followers.INSTAGRAM, _may_be_ours)

    def read(self, archive: Archive, progress: Progress) -> Harvest:
        """All findings. Raises `WrongDownload` when nothing of it can be read."""
        gatherer = Gatherer(archive, progress)
        inside = [_rooted(d, gatherer) for d in documents(gatherer, _lists(archive), _FILES)]
        read_lists(gatherer, inside, _LISTS)
        _read_logins(gatherer, inside)
        _read_labels(gatherer, inside)
        account = _account(gatherer, inside)
        no_apps = [m for m in archive.members(_NO_LIST) if "apps_and_websites" in m.path]
        if no_apps and not of_facebook(no_apps[0].path):
            gatherer.cover(ACTIVE, EXPIRED)
        followers.read(gatherer, followers.INSTAGRAM, _may_be_ours)
        flat = any(document.stem in _FLAT_FILES for document in inside)
        _judge(gatherer, flat=flat)
        return gatherer.harvest(self.name, account, _era(inside, flat=flat))


def _may_be_ours(path: str) -> bool:
    return not of_facebook(path)


def _lists(archive: Archive) -> list[Member]:
    return [m for m in found(archive, _FILES, "json") if _may_be_ours(m.path)]


def _pages(archive: Archive) -> list[Member]:
    return [m for m in found(archive, _PAGES, "html") if _may_be_ours(m.path)]


def _is_ours(archive: Archive, member: Member) -> bool:
    try:
        known = roots(archive.json(member))
    except UnreadableMember:
        return False
    if stem(member) in _FLAT_FILES:
        return _OLD_LOGINS_ROOT in known or {_OLD_PROFILE, "private_account"} <= known.keys()
    labelled = LABELS in known and (of_instagram(member.path) or stem(member) in _OWN_FILES)
    return labelled or not _ROOTS.isdisjoint(known)


def _rooted(document: Document, gatherer: Gatherer) -> Document:
    """The document under the root key it would have if it were not in the layout of labels."""
    root = _LABEL_ROOTS.get(document.stem)
    if root is None or not is_labelled(document):
        return document
    if document.content and root in {_ACTIVE_ROOT, _EXPIRED_ROOT}:
        meta_apps.warn_unconfirmed(gatherer, document.file)
    return document._replace(root=root)


def _read_logins(gatherer: Gatherer, inside: Sequence[Document]) -> None:
    tally = Tally(_Lists.LOGINS)
    lists = (
        Listed(_LOGINS_ROOT, _Lists.LOGINS, _Lists.login(tally)),
        Listed(_OLD_LOGINS_ROOT, _Lists.LOGINS, _Lists.old_login(tally)),
    )
    read_lists(gatherer, inside, lists)
    for listing in tally.listings():
        gatherer.add(listing)


def _read_labels(gatherer: Gatherer, inside: Sequence[Document]) -> None:
    """Read what is in the layout of labels; then tell of what is in none that is known."""
    read = {d.file for d in inside if d.root in _ROOTS or d.stem in _FLAT_FILES}
    for document in inside:
        reader = _LABEL_READERS.get(document.stem)
        if reader and document.file not in read and is_labelled(document):
            reader(gatherer, document.content, document.file)
            read.add(document.file)
    report_unknown(gatherer, inside, read, _FILES)


def _label_beliefs(belief: instagram_lists.Belief) -> LabelReader:
    def read(gatherer: Gatherer, document: Any, file: str) -> None:
        meta_ads.read_label_beliefs(
            gatherer, document, file, roll=belief.roll, words=belief.words()
        )

    return read


_LABEL_READERS: Mapping[str, LabelReader] = {
    "advertisers_using_your_activity_or_information": meta_ads.read_label_advertisers,
    "other_categories_used_to_reach_you": meta_ads.read_label_categories,
    **{
        name: _label_beliefs(belief)
        for belief in _Lists.BELIEFS
        for name, rolls in _FILES.items()
        if belief.roll in rolls
    },
}


def _account(gatherer: Gatherer, inside: Sequence[Document]) -> AccountFinding:
    """Whose archive it is: as its profile says, else as the zip is called."""
    matches = filter(None, (name.fullmatch(gatherer.archive.name) for name in _ZIP_NAMES))
    named = next((match["user"] for match in matches), None)
    for document in inside:
        if document.root == _PROFILE:
            for _where, record in gatherer.rows(document.content, document.file):
                try:
                    return _Lists.owner(record, named)
                except Unusable as unusable:
                    gatherer.bad(_where, str(unusable))
    old = {d.root: text(d.content) for d in inside if d.stem == "profile"}
    return AccountFinding(
        InstagramImporter.network, handle=old.get(_OLD_PROFILE) or named, name=old.get("name")
    )


def _era(inside: Sequence[Document], *, flat: bool) -> str:
    """The years whose layout this is, as far as the folders tell."""
    paths = [document.file for document in inside]
    if flat:
        return "2019–2020"
    if any(document.stem == "expired_apps" for document in inside):
        return "since 2025"
    if any(of_instagram(path) and "instagram" in path for path in paths):
        return "since 2024"
    if any(path.startswith("personal_information/") for path in paths):
        return "2022–2024"
    return "2021–2022" if paths else "unknown"


def _judge(gatherer: Gatherer, *, flat: bool) -> None:
    """Say what is missing; refuse an archive of which nothing could be read."""
    if gatherer.empty:
        raise _refusal(gatherer)
    if gatherer.seen(ACTIVE) or gatherer.seen(EXPIRED):
        return
    if flat:
        gatherer.warn(_("Instagram's downloads of 2019 and 2020 do not list the apps you let in."))
    else:
        gatherer.warn(
            _(
                "This download does not hold the list of connected apps, so nothing is said about"
                " apps. Choose “Apps and websites off of Instagram” when you request the next one."
            )
        )


def _refusal(gatherer: Gatherer) -> WrongDownload:
    network = InstagramImporter.network
    if problem := gatherer.problem:
        title = _("Nothing in this Instagram download can be read.")
        return WrongDownload(network, title, problem.why)
    if _pages(gatherer.archive):
        return WrongDownload(
            network,
            _("This Instagram download consists of web pages (HTML)."),
            _("Request it again and choose the format JSON."),
        )
    return WrongDownload(
        network,
        _("This Instagram download holds nothing that Footprint reads."),
        _("Request it again with all your information, in the format JSON."),
    )
