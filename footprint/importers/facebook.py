"""Archives of Facebook: JSON of all eras since 2018, and the web pages (HTML) in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from footprint.domain.finding import AccountFinding, Harvest
from footprint.i18n import _
from footprint.importers import facebook_apps, facebook_html, facebook_lists, followers, meta_ads
from footprint.importers.archive import Archive, Member, UnreadableMember
from footprint.importers.facebook_apps import APPS, BLOCKED
from footprint.importers.fields import mapping, sequence
from footprint.importers.gathering import Gatherer
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
from footprint.importers.meta_paths import of_instagram
from footprint.importers.rolls import Roll
from footprint.importers.tally import Tally
from footprint.progress import Progress

_Lists = facebook_lists
# Names that only Facebook uses, and names that Instagram or others use too.
_OWN_FILES: Mapping[str, tuple[Roll, ...]] = {
    "apps_and_websites": (APPS,),
    "connected_apps_and_websites": (APPS,),
    "permissions_you_have_granted_to_apps": (BLOCKED,),
    "advertisers_who_uploaded_a_contact_list_with_your_information": (ADVERTISERS,),
    "where_you_re_logged_in": (_Lists.SESSIONS,),
    "authorized_logins": (_Lists.RECOGNISED,),
    "used_ip_addresses": (_Lists.ADDRESSES,),
    "ip_address_activity": (_Lists.ADDRESSES,),
    "your_friend_peer_group": (_Lists.PEERS,),
}
_SHARED_FILES: Mapping[str, tuple[Roll, ...]] = {
    "advertisers_using_your_activity_or_information": (ADVERTISERS,),
    "ads_interests": (_Lists.TOPICS,),
    "other_categories_used_to_reach_you": (CATEGORIES,),
    "friend_peer_group": (_Lists.PEERS,),
    "recognized_devices": (_Lists.RECOGNISED,),
    "account_activity": (_Lists.ACTIVITY,),
    "logins_and_logouts": (_Lists.ACCESSES,),
    "mobile_devices": (_Lists.MOBILE,),
    "accounts_center": (_Lists.LINKED,),
    "profile_information": (),
}
_FILES = {**_OWN_FILES, **_SHARED_FILES}
_NO_LIST = "no-data.txt"
_MOST_SESSIONS = 50

# An advertiser of both lists stands on both; what its flags say is added to it.
_LISTS = (
    Listed("installed_apps", APPS, facebook_apps.app),
    Listed("accounts_center", _Lists.LINKED, _Lists.linked_account, _Lists.linked_accounts),
    Listed("active_sessions", _Lists.SESSIONS, _Lists.session),
    Listed("recognized_devices", _Lists.RECOGNISED, _Lists.recognised_device),
    Listed("devices", _Lists.MOBILE, _Lists.mobile_device),
    Listed("custom_audiences", ADVERTISERS, meta_ads.listed_advertiser),
    Listed("custom_audiences_all_types", ADVERTISERS, meta_ads.flagged_advertiser),
    Listed("topics", _Lists.TOPICS, meta_ads.belief(_Lists.TOPICS, lambda: _("Interest"))),
    Listed("bcts", CATEGORIES, meta_ads.belief(CATEGORIES, meta_ads.category_words)),
    Listed(
        "friend_peer_group",
        _Lists.PEERS,
        meta_ads.belief(_Lists.PEERS, lambda: _("Stage of life your friends are in")),
        lambda content: [content] if isinstance(content, str) else content,
    ),
)
# From the log that reaches back furthest: an address stands on the first roll that lists it.
_LOGS = (
    ("used_ip_address", _Lists.ADDRESSES),
    ("account_activity", _Lists.ACTIVITY),
    ("account_accesses", _Lists.ACCESSES),
)
_PROFILE = "profile"
_ROOTS = {*(listed.root for listed in _LISTS), *(root for root, _roll in _LOGS), _PROFILE}


def _read_label_topics(gatherer: Gatherer, document: Any, file: str) -> None:
    meta_ads.read_label_beliefs(gatherer, document, file, roll=_Lists.TOPICS, words=_("Interest"))


_LABEL_READERS: Mapping[str, Callable[[Gatherer, Any, str], None]] = {
    "apps_and_websites": facebook_apps.read_label_apps,
    "connected_apps_and_websites": facebook_apps.read_label_apps,
    "permissions_you_have_granted_to_apps": facebook_apps.read_blocked,
    "advertisers_using_your_activity_or_information": meta_ads.read_label_advertisers,
    "ads_interests": _read_label_topics,
    "other_categories_used_to_reach_you": meta_ads.read_label_categories,
}
_ZIP_NAME = re.compile(r"facebook-(?P<user>[a-z0-9](?:\.?[a-z0-9]){2,})(?:-\d.*| ?\(\d+\))?", re.I)


class FacebookImporter:
    """Reads the archives of Facebook."""

    name = "facebook"
    network = "facebook"
    wanted = (
        *(f"{file}.json" for file in _FILES),
        *(f"{page}.html" for page in facebook_html.PAGES),
        *(file for counted in followers.FACEBOOK for file in counted.files),
        _NO_LIST,
    )

    def claims(self, archive: Archive) -> bool:
        """Whether a file has a name only Facebook uses, or a shared one and its root key."""
        pages = [m for m in found(archive, facebook_html.PAGES, "html") if _may_be_ours(m.path)]
        lists = [m for m in found(archive, _FILES, "json") if _may_be_ours(m.path)]
        if pages or any(stem(member) in _OWN_FILES for member in lists):
            return True
        if any(_is_ours(archive, m) for m in sorted(lists, key=lambda m: m.size)):
            return True
        return any(followers.listed(archive, c, _may_be_ours) for c in followers.FACEBOOK)

    def read(self, archive: Archive, progress: Progress) -> Harvest:
        """All findings. Raises `WrongDownload` when nothing of it can be read."""
        gatherer = Gatherer(archive, progress)
        lists = [m for m in found(archive, _FILES, "json") if _may_be_ours(m.path)]
        inside = list(documents(gatherer, lists, _FILES))
        read_lists(gatherer, inside, _LISTS)
        _read_labels(gatherer, inside)
        _doubt_sessions(gatherer, inside)
        _read_logs(gatherer, inside)
        for counted in followers.FACEBOOK:
            followers.read(gatherer, counted, _may_be_ours)
        account = _account(archive, inside)
        pages = _pages(archive, {stem(member) for member in lists})
        for page in pages:
            if stem(page) != facebook_html.PROFILE:
                facebook_html.read(gatherer, page, stem(page))
            elif account.name is None:
                account = replace(account, name=facebook_html.owner_name(gatherer, page))
        if any("apps_and_websites" in member.path for member in archive.members(_NO_LIST)):
            gatherer.cover(APPS)
        _judge(gatherer)
        return gatherer.harvest(self.name, account, _era(inside, pages))


def _may_be_ours(path: str) -> bool:
    return not of_instagram(path)


def _is_ours(archive: Archive, member: Member) -> bool:
    try:
        known = roots(archive.json(member))
    except UnreadableMember:
        return False
    return not _ROOTS.isdisjoint(known) or LABELS in known


def _pages(archive: Archive, known: set[str]) -> list[Member]:
    """The web pages to read: those of lists that are not there as JSON."""
    pages = found(archive, facebook_html.PAGES, "html")
    return [m for m in pages if stem(m) not in known and _may_be_ours(m.path)]


def _read_labels(gatherer: Gatherer, inside: Sequence[Document]) -> None:
    """Read the files in the layout of labels; what is in them only their names say."""
    read = {document.file for document in inside if document.root in _ROOTS}
    for document in inside:
        reader = _LABEL_READERS.get(document.stem)
        if reader and is_labelled(document):
            reader(gatherer, document.content, document.file)
            read.add(document.file)
    report_unknown(gatherer, inside, read, _FILES)


def _doubt_sessions(gatherer: Gatherer, inside: Sequence[Document]) -> None:
    """A list of as many sessions as Facebook ever lists may have been cut off there."""
    for document in inside:
        if document.root == "active_sessions" and len(sequence(document.content)) >= _MOST_SESSIONS:
            gatherer.spoil(_Lists.SESSIONS)


def _read_logs(gatherer: Gatherer, inside: Sequence[Document]) -> None:
    """Count the sign-ins of the logs by internet address."""
    for root, roll in _LOGS:
        tally = Tally(roll)
        read_lists(gatherer, inside, [Listed(root, roll, facebook_lists.logged(tally))])
        for listing in tally.listings():
            gatherer.add(listing)


def _account(archive: Archive, inside: Sequence[Document]) -> AccountFinding:
    """Whose archive it is: as its profile says, else as the zip is called."""
    profiles = [document.content for document in inside if document.root == _PROFILE]
    account = facebook_lists.owner(mapping(profiles[0]) if profiles else {})
    named = _ZIP_NAME.fullmatch(re.sub(r"\.zip$", "", archive.name, flags=re.I))
    if named is None or account.handle or account.native_id:
        return account
    user = named["user"]
    return replace(account, native_id=user) if user.isdigit() else replace(account, handle=user)


def _era(inside: Sequence[Document], pages: Sequence[Member]) -> str:
    """The years whose layout this is; a download without lists of apps shows less of it."""
    if not inside:
        return "HTML" if pages else "unknown"
    if any(d.root == LABELS and d.stem in _OWN_FILES for d in inside):
        return "since 2024"
    if any(d.stem == "connected_apps_and_websites" for d in inside):
        return "since 2023"
    return "2021–2023" if any(d.versioned for d in inside) else "2018–2020"


def _judge(gatherer: Gatherer) -> None:
    """Say what is missing; refuse an archive of which nothing could be read."""
    if gatherer.empty:
        problem = gatherer.problem
        raise WrongDownload(
            FacebookImporter.network,
            _("Nothing in this Facebook download can be read."),
            problem.why if problem else _("Ask Facebook for a new download in the format JSON."),
        )
    if not gatherer.seen(APPS):
        gatherer.warn(
            _(
                "This download does not hold the list of connected apps, so nothing is said about"
                " apps. Choose “Apps and websites off of Facebook” when you request the next one."
            )
        )
