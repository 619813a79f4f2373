"""Where members come from: the little that a zip and an unpacked folder have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from footprint.domain.finding import BadRecord, Where
from footprint.domain.preview import Part
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files.names import Wanted
from footprint.progress import Progress


class UnreadableMember(FootprintError):
    """One member of an archive cannot be read: damaged, too large, not UTF-8, not JSON …

    `title` speaks of "the file" without naming it; `file` is its path where it is known.
    """

    def __init__(self, title: str, hint: str = "", file: str = "") -> None:
        super().__init__(title, hint)
        self.file = file


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as its source has it: `path` with "/", `size` unpacked, `crc` where it is known.

    `read` yields the content in pieces and raises `UnreadableMember`.
    """

    path: str
    size: int
    modified: datetime | None
    crc: int | None
    read: Callable[[], Iterator[bytes]]


def hostile(path: str) -> BadRecord:
    """What is said of a member that is left out because of its name."""
    return BadRecord(
        Where(ascii(path)[1:-1]),
        _("The name leads out of the archive or hides characters; the file is left out."),
    )


class Source(Protocol):
    """A zip or folder, opened, with an index of the members that matter.

    `given` is the name of the file or folder the person chose, `name` its own: they differ for
    a zip that lies in what was given.
    """

    given: str
    name: str
    file_time: datetime

    @property
    def entries(self) -> Sequence[Entry]:
        """The members that matter."""
        ...

    @property
    def problems(self) -> Sequence[BadRecord]:
        """Members that matter by name and cannot be taken."""
        ...

    def find(self, wanted: Wanted, progress: Progress) -> tuple[str, ...]:
        """The paths of members with other names, to tell what the source may be."""
        ...

    def part(self, entries: Sequence[Entry], progress: Progress) -> Part:
        """Name, size and SHA-256 of what was given; of the `entries` alone for a folder."""
        ...


def label(source: Source) -> str:
    """What people call `source`."""
    return source.name if source.name == source.given else f"{source.given} › {source.name}"
