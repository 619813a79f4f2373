"""An unpacked folder as a source of members: links are not followed, only plain files are read."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from footprint.domain.finding import BadRecord, Where
from footprint.domain.preview import Part
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files.limits import (
    CHUNK,
    MAX_FOLDER_DEPTH,
    MAX_FOLDER_FILES,
    MAX_NESTED_FOLDERS,
    MAX_WANTED,
)
from footprint.importers.files.names import Wanted, is_hostile, is_litter, is_zip
from footprint.importers.files.portions import KNOWN_TOPS
from footprint.importers.files.source import Entry, UnreadableMember, hostile
from footprint.progress import Progress

_EVERY = 4096


class FolderSource:
    """A folder; `nested` are the zips near its top, each of which may be a download."""

    def __init__(self, folder: Path) -> None:
        self.given = self.name = folder.name or str(folder)
        self.file_time = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
        self.entries: list[Entry] = []
        self.problems: list[BadRecord] = []
        self.nested: tuple[Path, ...] = ()
        self._folder = folder
        # Somebody may choose the folder "data" itself; its members are then still data/….
        self._prefix = f"{self.name}/" if self.name.casefold() in KNOWN_TOPS else ""

    def index(self, wanted: Wanted, progress: Progress) -> None:
        """Find the members that matter. Raises `FootprintError` and `OSError`."""
        found = sorted(self._walk(wanted, progress), key=lambda pair: pair[0])
        self.nested = tuple(
            Path(item.path)
            for path, item in found
            if is_zip(path)
            and path.count("/") <= MAX_NESTED_FOLDERS
            and item.is_file(follow_symlinks=False)
        )
        for path, item in found:
            if not is_zip(path):
                self._take(path, item)

    def find(self, wanted: Wanted, progress: Progress) -> tuple[str, ...]:
        """The paths of other members; not to be read."""
        return tuple(path for path, _item in self._walk(wanted, progress))

    def part(self, entries: Sequence[Entry], progress: Progress) -> Part:
        """The SHA-256 goes over the paths and contents of the `entries`, in the order of paths."""
        digest = hashlib.sha256()
        for entry in sorted(entries, key=lambda entry: entry.path):
            digest.update(f"{entry.path}\0{entry.size}\0".encode())
            for piece in entry.read():
                progress.step(text=entry.path)
                digest.update(piece)
        return Part(self.name, sum(entry.size for entry in entries), digest.hexdigest())

    def _walk(self, wanted: Wanted, progress: Progress) -> Iterator[tuple[str, os.DirEntry[str]]]:
        """What is wanted below the folder: its path with "/" and itself."""
        waiting = [(str(self._folder), self._prefix)]
        seen = hits = 0
        while waiting:
            progress.step(text=self.name)
            folder, prefix = waiting.pop()
            for item in self._items(folder, prefix):
                seen += 1
                if not seen % _EVERY:
                    progress.step(text=self.name)
                path = prefix + item.name
                if item.is_dir(follow_symlinks=False):
                    if path.count("/") < MAX_FOLDER_DEPTH:
                        waiting.append((item.path, f"{path}/"))
                elif wanted(item.name) and not is_litter(path):
                    hits += 1
                    yield path, item
                if seen > MAX_FOLDER_FILES or hits > MAX_WANTED:
                    raise FootprintError(
                        _("The folder holds too many files to be a download."),
                        _("Choose the folder that came out of the zip itself."),
                    )

    def _items(self, folder: str, prefix: str) -> Iterator[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as items:
                yield from items
        except OSError as error:
            if not prefix.removeprefix(self._prefix):
                raise
            why = _("The folder cannot be opened: {why}.").format(why=error.strerror or error)
            self.problems.append(BadRecord(Where(prefix), why))

    def _take(self, path: str, item: os.DirEntry[str]) -> None:
        if is_hostile(path):
            self.problems.append(hostile(path))
        elif not item.is_file(follow_symlinks=False):
            why = _("This is a link to another place or no plain file; it is not followed.")
            self.problems.append(BadRecord(Where(path), why))
        else:
            status = item.stat(follow_symlinks=False)
            modified = datetime.fromtimestamp(status.st_mtime, UTC)
            read = partial(_pieces, Path(item.path))
            self.entries.append(Entry(path, status.st_size, modified, None, read))


def open_plain(path: Path, *, follow: bool) -> BinaryIO:
    """Open a file that is one: no device, no pipe. Raises `FootprintError` and `OSError`."""
    flags = os.O_RDONLY
    # Without O_NONBLOCK opening a pipe waits for somebody to write into it.
    for name in ("O_BINARY", "O_CLOEXEC", "O_NONBLOCK", *(() if follow else ("O_NOFOLLOW",))):
        flags |= getattr(os, name, 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FootprintError(
            _("This is not a file but a device or a pipe."),
            _("Choose the zip you downloaded, or the folder unpacked from it."),
        )
    return os.fdopen(handle, "rb")


def _pieces(path: Path) -> Iterator[bytes]:
    try:
        with open_plain(path, follow=False) as file:
            while piece := file.read(CHUNK):
                yield piece
    except OSError as error:
        raise UnreadableMember(
            _("The file cannot be read: {why}.").format(why=error.strerror or error),
            _("Allow your user to read it, or choose the zip it came from."),
        ) from error
    except FootprintError as error:
        raise UnreadableMember(error.title, error.hint) from error
