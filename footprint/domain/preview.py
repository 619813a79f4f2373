"""What an import would do, what the person decides, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from footprint.domain.account import Account
from footprint.domain.finding import BadRecord, Harvest
from footprint.domain.section import Section


class Change(StrEnum):
    """What an import does to one thing."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """One thing the import would add, change or mark as gone; `detail` says how, in words."""

    change: Change
    section: Section
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One file or folder of a download: size in bytes, SHA-256 of its bytes in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import of the history. `archive` is the file name; counts are of things, not rows.

    `readings` are those of scores that an archive brought besides.
    """

    id: int
    importer: str
    network: str
    account: str | None
    archive: str
    sha256: str
    size: int
    era: str
    as_of: datetime
    as_of_source: str
    imported_at: datetime
    undone_at: datetime | None
    new: int
    changed: int
    gone: int
    unreadable: int
    warnings: tuple[str, ...] = ()
    readings: int = 0


@dataclass(frozen=True, slots=True)
class PreviewReading:
    """A reading the import would write: the name of its score, and the value."""

    score: str
    number: float


@dataclass(frozen=True, slots=True)
class Download:
    """One recognised download of a preview.

    `account` is the known account it would merge into, None for a new one; `candidates` are the
    accounts of that network the person may choose instead. `imported_before` is set when this
    very archive is already in: applying it changes nothing.
    """

    harvest: Harvest
    parts: tuple[Part, ...]
    account: Account | None
    candidates: tuple[Account, ...]
    items: tuple[PreviewItem, ...]
    unchanged: int
    imported_before: ImportRecord | None = None
    readings: tuple[PreviewReading, ...] = ()

    def count(self, change: Change, section: Section | None = None) -> int:
        """How many things of `section` (of all when None) would undergo `change`."""
        return sum(item.change is change and section in (None, item.section) for item in self.items)

    @property
    def archive(self) -> str:
        """The name of the download's first file."""
        return self.parts[0].name


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not understood: what is wrong and the remedy, in words.

    `network` is set when it is that network's archive, only not the right kind of download.
    """

    name: str
    title: str
    hint: str
    network: str | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What was found in the files of one import; nothing of it is written yet."""

    downloads: tuple[Download, ...]
    refused: tuple[Refused, ...] = ()

    def count(self, change: Change, section: Section | None = None) -> int:
        """How many things would undergo `change` over all downloads."""
        return sum(download.count(change, section) for download in self.downloads)

    @property
    def bad(self) -> tuple[BadRecord, ...]:
        """The records that could not be read, over all downloads."""
        return tuple(record for d in self.downloads for record in d.harvest.bad)


@dataclass(frozen=True, slots=True)
class Decided:
    """What the person decided about one download.

    `account_id` merges it into that account, `new_account` makes a new one of it (both unset:
    as the preview proposes); `as_of` corrects the date of an archive that does not state it;
    `leave_out` imports the others without it.
    """

    account_id: int | None = None
    new_account: bool = False
    as_of: datetime | None = None
    leave_out: bool = False


@dataclass(frozen=True, slots=True)
class Losses:
    """What of the person's own an undo would lose: decisions, and "you said it is gone"."""

    decisions: int = 0
    said_gone: int = 0

    def __bool__(self) -> bool:
        return bool(self.decisions or self.said_gone)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; `records` are its rows in the history (none: nothing was new)."""

    records: tuple[ImportRecord, ...]
    skipped: tuple[str, ...] = ()

    new: int = field(init=False, default=0)
    changed: int = field(init=False, default=0)
    gone: int = field(init=False, default=0)
    unreadable: int = field(init=False, default=0)
    readings: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        for name in ("new", "changed", "gone", "unreadable", "readings"):
            object.__setattr__(self, name, sum(getattr(r, name) for r in self.records))
