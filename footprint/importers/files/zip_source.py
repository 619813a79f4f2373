"""A zip as a source of members, and the zips that lie inside it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import BinaryIO

from footprint.domain.finding import BadRecord, Where
from footprint.domain.preview import Part
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files.limits import MAX_NESTED_FOLDERS, MAX_NESTED_SIZE
from footprint.importers.files.names import Wanted, is_hostile, is_litter, is_zip
from footprint.importers.files.source import Entry, hostile, label
from footprint.importers.files.stretch import sha256, size_of, stretch
from footprint.importers.files.zip_directory import read_directory
from footprint.importers.files.zip_member import is_encrypted, pieces, stored_at
from footprint.importers.files.zip_record import ZipRecord
from footprint.progress import Progress


class ZipSource:
    """An open zip; `nested` are the zips in it that may be downloads of their own."""

    def __init__(self, file: BinaryIO, *, given: str, name: str, file_time: datetime) -> None:
        self.given = given
        self.name = name
        self.file_time = file_time
        self.entries: tuple[Entry, ...] = ()
        self.problems: tuple[BadRecord, ...] = ()
        self.nested: tuple[ZipRecord, ...] = ()
        self._file = file

    def index(self, wanted: Wanted, progress: Progress) -> None:
        """Find the members that matter. Raises `NotAZip` or `FootprintError`."""
        records = [r for r in self._records(wanted, progress) if not is_litter(r.path)]
        if any(is_encrypted(record) for record in records):
            raise FootprintError(
                _("The zip is protected with a password."),
                _("Unpack it with its password and choose the unpacked folder instead."),
            )
        self.problems = tuple(_problems(records))
        first: dict[str, ZipRecord] = {}
        for record in records:
            if not is_hostile(record.path):
                first.setdefault(record.path, record)
        self.nested = tuple(r for path, r in first.items() if _may_be_download(path))
        self.entries = tuple(self._entry(r) for path, r in first.items() if not is_zip(path))

    def find(self, wanted: Wanted, progress: Progress) -> tuple[str, ...]:
        """The paths of other members; not to be read."""
        return tuple(record.path for record in self._records(wanted, progress))

    def open_nested(self, record: ZipRecord, progress: Progress) -> BinaryIO:
        """A zip inside this one, as a file. Raises `UnreadableMember`."""
        if record.packed == record.size and record.method == 0:
            return stretch(self._file, stored_at(self._file, record), record.packed)
        content = io.BytesIO()
        for piece in pieces(self._file, record, limit=MAX_NESTED_SIZE):
            progress.step(text=record.path)
            content.write(piece)
        return content

    def part(self, _entries: Sequence[Entry], progress: Progress) -> Part:
        """Name, size and SHA-256 of the whole file."""
        digest = sha256(self._file, progress, self.name)
        return Part(label(self), size_of(self._file), digest)

    def _records(self, wanted: Wanted, progress: Progress) -> tuple[ZipRecord, ...]:
        return read_directory(self._file, wanted, partial(progress.step, text=self.name))

    def _entry(self, record: ZipRecord) -> Entry:
        read = partial(pieces, self._file, record)
        return Entry(record.path, record.size, record.modified, record.crc, read)


def _may_be_download(path: str) -> bool:
    """A zip near the top is; deeper down it is something a person sent to somebody."""
    return is_zip(path) and path.count("/") <= MAX_NESTED_FOLDERS


def _problems(records: Iterable[ZipRecord]) -> Iterable[BadRecord]:
    seen: set[str] = set()
    for record in records:
        if is_hostile(record.path):
            yield hostile(record.path)
        elif record.path in seen:
            yield BadRecord(
                Where(record.path),
                _("The zip holds several files of this name; the first one is read."),
            )
        seen.add(record.path)
