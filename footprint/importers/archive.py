"""One download, opened: its members that matter, found by name and read in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from footprint.domain.finding import BadRecord, Where
from footprint.domain.preview import Part
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files import json_text
from footprint.importers.files.limits import MAX_MEMBER, MAX_TOTAL, MEGABYTE
from footprint.importers.files.names import Wanted, basename, natural
from footprint.importers.files.opening import Opening
from footprint.importers.files.portions import Portion, differ, portions
from footprint.importers.files.source import Entry, UnreadableMember
from footprint.importers.files.zip_member import too_large
from footprint.progress import Progress

__all__ = ["Archive", "Member", "UnreadableMember"]


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive. `path` is without an extra root folder; `size` is in bytes."""

    path: str
    name: str
    size: int
    modified: datetime | None
    _locator: Entry = field(repr=False, compare=False)


class Archive:
    """One download: a zip, several zips of it, a zip in a zip, or an unpacked folder.

    `name` is the name of its first file, `file_time` when that was written (UTC), `problems`
    are members that matter by name but were left out.
    """

    def __init__(
        self,
        held: Sequence[Portion],
        progress: Progress,
        *,
        close: Callable[[], None] | None = None,
    ) -> None:
        self.name = held[0].name
        self.file_time = held[0].source.file_time
        self._held = held
        self._progress = progress
        self._close = close
        self._members, problems = _members(held)
        problems += [problem for portion in held for problem in portion.source.problems]
        self.problems = tuple(dict.fromkeys(problems))
        self._lengths: dict[str, int] = {}

    @classmethod
    def open(cls, paths: Sequence[Path], wanted: Iterable[str], progress: Progress) -> Self:
        """Open files that are known to be one download; only members like `wanted` are seen."""
        opening = Opening(wanted, progress)
        try:
            for path in paths:
                opening.add(path)
            held = [portion for source in opening.sources for portion in portions(source)]
            if opening.refused and not any(portion.entries for portion in held):
                raise FootprintError(opening.refused[0].title, opening.refused[0].hint)
        except BaseException:
            opening.close()
            raise
        full = [portion for portion in held if portion.entries]
        return cls(full or held, progress, close=opening.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_args: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files, if it was this archive that opened them."""
        if self._close:
            self._close()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What was given of this download and holds something that matters, without copies.

        Asking for it first reads every file to its end for the SHA-256.
        """
        parts: dict[str, Part] = {}
        for portion in self._held:
            part = portion.source.part(tuple(portion.entries.values()), self._progress)
            parts.setdefault(part.sha256, part)
        return tuple(parts.values())

    @property
    def newest(self) -> datetime | None:
        """The newest modification time of the members that matter (UTC)."""
        return max((m.modified for m in self._members if m.modified), default=None)

    def members(self, *patterns: str) -> tuple[Member, ...]:
        """The members whose basename fits one of the fnmatch `patterns`, in natural order.

        Case does not matter, and ', ’ and _ are the same.
        """
        fits = Wanted(patterns)
        return tuple(member for member in self._members if fits(member.name))

    def has(self, *patterns: str) -> bool:
        """Whether a member fits one of the `patterns`."""
        return bool(self.members(*patterns))

    def text(self, member: Member) -> str:
        """The text of `member`, which must be UTF-8. Raises `UnreadableMember`."""
        try:
            return self._content(member).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UnreadableMember(
                _("The file is not written in UTF-8."),
                _("If it was edited or converted, use the download as it came from the network."),
                member.path,
            ) from error

    def json(self, member: Member, *, after: str = "") -> Any:
        """The JSON of `member`, without what stands up to and including `after` ("=" for X).

        Raises `UnreadableMember`.
        """
        text = self.text(member)
        if after:
            text = text.partition(after)[2]
        try:
            return json_text.parse(text, self._progress)
        except UnreadableMember as error:
            error.file = member.path
            raise

    def _content(self, member: Member) -> bytearray:
        content = bytearray()
        try:
            self._count(member, member.size)
            for piece in member._locator.read():
                self._progress.step(text=member.path)
                content += piece
                self._count(member, len(content))
        except UnreadableMember as error:
            error.file = member.path
            raise
        return content

    def _count(self, member: Member, length: int) -> None:
        if length > MAX_MEMBER:
            raise too_large(MAX_MEMBER)
        self._lengths[member.path] = length
        if sum(self._lengths.values()) > MAX_TOTAL:
            raise UnreadableMember(
                _("The files of this download add up to more than {limit} MB.").format(
                    limit=MAX_TOTAL // MEGABYTE
                ),
                _("No network makes such a download. Request a new one from the network itself."),
            )


def _members(held: Iterable[Portion]) -> tuple[tuple[Member, ...], list[BadRecord]]:
    """The members in natural order; of several with one path the first, and what is to say."""
    first: dict[str, Entry] = {}
    problems: list[BadRecord] = []
    for portion in held:
        for path, entry in portion.entries.items():
            if differ(first.setdefault(path, entry), entry):
                why = _("The parts of the download hold several versions; the first one is read.")
                problems.append(BadRecord(Where(path), why))
    members = [Member(p, basename(p), e.size, e.modified, e) for p, e in first.items()]
    return tuple(sorted(members, key=lambda member: natural(member.path))), problems
