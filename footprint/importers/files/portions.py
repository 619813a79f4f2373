"""Which files belong to one download, and which only look as if they did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from footprint.importers.files.names import folded, natural
from footprint.importers.files.source import Entry, Source

# Top folders of the networks' own layouts, folded; any other one that everything lies in was
# added by whoever packed the files again. A name that is missing here costs a shorter path only.
KNOWN_TOPS = frozenset(
    {
        "account_information",
        "ads_and_businesses",
        "ads_information",
        "apps_and_websites",
        "apps_and_websites_off_of_facebook",
        "apps_and_websites_off_of_instagram",
        "assets",
        "connections",
        "data",
        "device_information",
        "information_about_you",
        "facebook_accounts_center",
        "followers_and_following",
        "friends",
        "logged_information",
        "login_and_account_creation",
        "login_and_profile_creation",
        "other_logged_information",
        "other_personal_information",
        "personal_information",
        "preferences",
        "profile_information",
        "security_and_login_information",
        "your_activity_across_facebook",
        "your_facebook_activity",
        "your_instagram_activity",
        "your_places",
        "your_topics",
    }
)

_SUFFIX = re.compile(r"\.zip$", re.IGNORECASE)
# "-part2", "-2-of-5", "-002": a number that some program gave to a part.
_NUMBER = re.compile(
    r"([-_. ]*part[-_. ]?(?P<part>\d{1,3})|[-_ ](?P<of>\d{1,3})[-_ ]?of[-_ ]?\d{1,3}"
    r"|[-_](?P<plain>0\d\d))$",
    re.IGNORECASE,
)
_MARKS = (
    _SUFFIX,
    re.compile(r"\s*\(\d{1,3}\)$"),
    re.compile(r"\s*-?\s*copy( \d+)?$", re.IGNORECASE),
    _NUMBER,
    # The parts of one Meta download have the day in common and end in letters of their own.
    re.compile(r"(?<=\d\d-\d\d)-(?=[\w]*[A-Za-z])\w{6,}$"),
)


@dataclass(frozen=True, slots=True)
class Portion:
    """What one source holds of one download: its entries by path without an extra root."""

    name: str
    source: Source
    entries: Mapping[str, Entry]


def portions(source: Source) -> list[Portion]:
    """What `source` holds; several if it is a folder of downloads that cannot be one."""
    by_root: dict[str, dict[str, Entry]] = {}
    for entry in source.entries:
        root, slash, rest = entry.path.partition("/")
        if not slash or folded(root) in KNOWN_TOPS:
            whole = {entry.path: entry for entry in source.entries}
            return [Portion(source.name, source, whole)]
        by_root.setdefault(root, {})[rest] = entry
    merged: dict[str, Entry] = {}
    for entries in by_root.values():
        if _clash(merged, entries):
            return [Portion(root, source, held) for root, held in by_root.items()]
        merged.update(entries)
    return [Portion(source.name, source, merged)]


def downloads(found: Iterable[Portion]) -> Iterator[list[Portion]]:
    """Put together what belongs to one download, in the order of part numbers.

    Files whose names differ in a part number only are. Others with like names are if they do
    not hold two versions of one member: a browser calls next year's download "x (1).zip" too.
    """
    groups: dict[str, list[list[Portion]]] = {}
    for portion in sorted(found, key=lambda portion: natural(portion.name)):
        alike = groups.setdefault(download_key(portion.name), [])
        for group in alike:
            if all(_belong(portion, other) for other in group):
                group.append(portion)
                break
        else:
            alike.append([portion])
    for alike in groups.values():
        yield from alike


def download_key(name: str) -> str:
    """`name` without what tells the parts and copies of one download apart."""
    key, before = name, ""
    while key != before:
        before = key
        for mark in _MARKS:
            key = mark.sub("", key) or key
    return folded(key)


def _belong(one: Portion, other: Portion) -> bool:
    mine, theirs = _numbered(one.name), _numbered(other.name)
    if mine and theirs and mine[0] == theirs[0] and mine[1] != theirs[1]:
        return True
    return not _clash(one.entries, other.entries)


def _numbered(name: str) -> tuple[str, int] | None:
    """The name and the number of a part that bears one."""
    stem = _SUFFIX.sub("", name)
    found = _NUMBER.search(stem)
    if found is None:
        return None
    return stem[: found.start()], int(found["part"] or found["of"] or found["plain"])


def _clash(some: Mapping[str, Entry], others: Mapping[str, Entry]) -> bool:
    return any(path in others and differ(entry, others[path]) for path, entry in some.items())


def differ(one: Entry, other: Entry) -> bool:
    """Whether two members of one path are two versions of it, as far as their sources tell."""
    if None not in (one.crc, other.crc) and one.crc != other.crc:
        return True
    return one.size != other.size
