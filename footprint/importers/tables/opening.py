"""The bytes of a table: what they are, how they are encoded, and their lines, hashed on the way."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

from footprint.domain.preview import Part
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files.limits import CHUNK
from footprint.importers.tables.encoding import encoding_of
from footprint.progress import Progress

HEAD = 256 * 1024
# No row of a table of scores is longer; it keeps a file without line ends out of the memory.
_LONGEST_LINE = CHUNK
_EVERY = 4_096


class TableFile:
    """One file that shall be a table. `part` is there after its lines or text were read."""

    def __init__(self, path: Path, encoding: str | None = None) -> None:
        self.path = path
        self.part: Part | None = None
        try:
            if path.exists() and not (path.is_file() or path.is_dir()):
                raise _no_file(path)  # a pipe would be waited for without end
            self.size = path.stat().st_size
            with path.open("rb") as file:
                head = file.read(HEAD)
        except OSError as error:
            raise _unreadable(path, error) from error
        self.encoding = encoding or encoding_of(head, path.name, whole=self.size <= HEAD)
        self.head = self._head_text(head)

    @property
    def cut(self) -> bool:
        """Whether `head` is only the beginning of the file."""
        return self.size > HEAD

    def lines(self, progress: Progress) -> Iterator[str]:
        """The lines with their ends. Raises `Cancelled`, and `FootprintError` for a bad disk."""
        try:
            with _Hashed(self.path) as raw:
                text = io.TextIOWrapper(
                    io.BufferedReader(raw, CHUNK), self.encoding, errors="replace", newline=""
                )
                number = 0
                while line := text.readline(_LONGEST_LINE):
                    if number % _EVERY == 0 or len(line) == _LONGEST_LINE:
                        self._step(progress, raw.position)
                    number += 1
                    yield line
                self._step(progress, self.size)
                self.part = Part(self.path.name, raw.position, raw.sha256.hexdigest())
        except OSError as error:
            raise _unreadable(self.path, error) from error

    def text(self, progress: Progress, most: int) -> str:
        """The whole text. Raises `FootprintError` when it is larger than `most` bytes."""
        if self.size > most:
            raise FootprintError(
                _("{file} is larger than {limit} MB.").format(
                    file=self.path.name, limit=most // 1024**2
                ),
                _("Save it as CSV: that is read in pieces, whatever its size."),
            )
        return "".join(self.lines(progress)).removeprefix("\ufeff")

    def _step(self, progress: Progress, done: int) -> None:
        progress.step(done, self.size, _("Reading {file}").format(file=self.path.name))

    def _head_text(self, head: bytes) -> str:
        try:
            text = head.decode(self.encoding, errors="replace").removeprefix("\ufeff")
        except (LookupError, UnicodeError) as error:
            raise FootprintError(
                _("There is no encoding “{name}”.").format(name=self.encoding[:60]),
                _("Name it like this: utf-8 or windows-1252."),
            ) from error
        if not text.strip("\0 \t\r\n"):
            raise FootprintError(
                _("{file} is empty.").format(file=self.path.name),
                _("Export it again from where it came from."),
            )
        return text


class _Hashed(io.RawIOBase):
    """A file that is hashed while it is read."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = path.open("rb", buffering=0)
        self.sha256 = hashlib.sha256()
        self.position = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        read = self._file.readinto(view) or 0
        self.sha256.update(view[:read])
        self.position += read
        return read

    def close(self) -> None:
        self._file.close()
        super().close()


def _no_file(path: Path) -> FootprintError:
    return FootprintError(
        _("{file} is not a file.").format(file=path.name),
        _("Choose a table as CSV, TSV or JSON."),
    )


def _unreadable(path: Path, error: OSError) -> FootprintError:
    return FootprintError(
        _("{file} cannot be read: {reason}.").format(
            file=path.name, reason=error.strerror or error
        ),
        _("Check that the file is there and that you may read it."),
    )
