"""How many followers or friends an archive lists: one reading of a score, as of the archive's date.

The days on which single followers began say only who still follows, so no series is made of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from footprint.domain.finding import ReadingFinding, Where
from footprint.i18n import _
from footprint.importers.archive import Archive, Member, UnreadableMember
from footprint.importers.gathering import Gatherer
from footprint.importers.meta_documents import roots

# "x.js" and then "x-part1.js"; but "x_1.json" is the first one.
_NUMBER = re.compile(r"(?:-part|_)(\d+)\.[a-z]+$", re.IGNORECASE)


class Counted(NamedTuple):
    """A list that is counted: the score it tells, its files, and where its records stand.

    `layouts` are patterns of its files, era by era; the first that fits is read. `rows` gives
    the records in the content of a file; None for a file of another kind. `ranged`: the person
    may have asked for a range of dates.
    """

    score: str
    layouts: tuple[tuple[str, ...], ...]
    rows: Callable[[Any], list[Any] | None]
    after: str = ""
    ranged: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """The patterns of all its files."""
        return tuple(pattern for layout in self.layouts for pattern in layout)


def _records(content: Any) -> list[Any] | None:
    """A list of which every entry is a record."""
    whole = isinstance(content, list) and all(isinstance(row, Mapping) for row in content)
    return content if whole else None


def _instagram(content: Any) -> list[Any] | None:
    """A bare list since 2022, under a root key before."""
    if isinstance(content, Mapping):
        content = content.get("relationships_followers")
    rows = _records(content)
    return rows if rows is not None and all("string_list_data" in row for row in rows) else None


def _facebook(root: str) -> Callable[[Any], list[Any] | None]:
    def rows(content: Any) -> list[Any] | None:
        key = roots(content).get(root)
        return _records(content[key]) if key else None

    return rows


X = Counted("x-followers", (("follower.js", "follower-part*.js"),), _records, after="=")
# In files of a few thousand since 2022, in a single one before.
INSTAGRAM = Counted(
    "instagram-followers",
    (("followers_[0-9]*.json",), ("followers.json",)),
    _instagram,
    ranged=True,
)
FACEBOOK = (
    Counted(
        "facebook-followers",
        (("people_who_followed_you.json",), ("followers.json",)),
        _facebook("followers"),
        ranged=True,
    ),
    Counted(
        "facebook-friends",
        (("your_friends.json",), ("friends.json",)),
        _facebook("friends"),
        ranged=True,
    ),
)


def read(
    gatherer: Gatherer, counted: Counted, ours: Callable[[str], bool] = lambda _path: True
) -> None:
    """Count the records of a list over all its files whose path is `ours`.

    Nothing is told of a list of which a file is missing or cannot be read: a smaller number
    would be untrue.
    """
    members = _members(gatherer.archive, counted, ours)
    if not members:
        return
    if not _unbroken(members):
        gatherer.warn(_("A file of the list of followers is missing, so they are not counted."))
        return
    total = 0
    for member in members:
        rows = counted.rows(gatherer.load(member, after=counted.after))
        if rows is None:
            return
        total += len(rows)
    place = members[0].path
    if more := len(members) - 1:
        place = _("{file} and {n} more").format(file=place, n=more)
    gatherer.add_reading(
        ReadingFinding(counted.score, float(total), Where(place), _note(ranged=counted.ranged))
    )


def listed(archive: Archive, counted: Counted, ours: Callable[[str], bool]) -> bool:
    """Whether the archive has such a list that can be read."""
    try:
        members = _members(archive, counted, ours)
        return bool(members) and counted.rows(archive.json(members[0])) is not None
    except UnreadableMember:
        return False


def _members(archive: Archive, counted: Counted, ours: Callable[[str], bool]) -> Sequence[Member]:
    """The files of the list, of one era and in one folder."""
    for layout in counted.layouts:
        if found := [m for m in archive.members(*layout) if ours(m.path)]:
            folder = found[0].path.rpartition("/")[0]
            return [m for m in found if m.path.rpartition("/")[0] == folder]
    return ()


def _unbroken(members: Sequence[Member]) -> bool:
    """Whether no file is missing before the last one."""
    found = [_NUMBER.search(member.name) for member in members]
    numbers = [int(match[1]) if match else 0 for match in found]
    first = 1 if found[0] and found[0][0].startswith("_") else 0
    return numbers == list(range(first, first + len(numbers)))


def _note(*, ranged: bool) -> str:
    if ranged:
        return _("Listed in this archive. A download of a chosen range of dates lists fewer.")
    return _("Listed in this archive.")
