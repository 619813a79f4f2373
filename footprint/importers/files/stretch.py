"""Parts of files that look like whole files, and files that say how far they are read."""

from __future__ import annotations

import hashlib
import io
import os
from typing import BinaryIO

from footprint.progress import Progress


class Stretch(io.RawIOBase):
    """`length` bytes of `file` from `start`, followed by `tail`, as a file of their own."""

    def __init__(self, file: BinaryIO, start: int, length: int, *, tail: bytes = b"") -> None:
        self._file = file
        self._start = start
        self._length = length
        self._tail = tail
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        origin = {
            os.SEEK_SET: 0,
            os.SEEK_CUR: self._at,
            os.SEEK_END: self._length + len(self._tail),
        }[whence]
        if origin + offset < 0:
            raise ValueError("seek before the start")
        self._at = origin + offset
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        if self._at < self._length:
            self._file.seek(self._start + self._at)
            piece = self._file.read(min(size, self._length - self._at))
        else:
            at = self._at - self._length
            piece = self._tail[at : at + size]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def stretch(file: BinaryIO, start: int, length: int, *, tail: bytes = b"") -> BinaryIO:
    """A buffered `Stretch`: reads give all that was asked for, across the seam too."""
    return io.BufferedReader(Stretch(file, start, length, tail=tail))


def size_of(file: BinaryIO) -> int:
    """How many bytes `file` has."""
    return file.seek(0, os.SEEK_END)


class _Watched:
    """A file that tells `progress` how much of it was read."""

    def __init__(self, file: BinaryIO, progress: Progress, text: str) -> None:
        self._file = file
        self._progress = progress
        self._text = text
        self._done = 0
        self._total = size_of(file)
        file.seek(0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray, /) -> int:
        self._progress.step(self._done, self._total, self._text)
        count: int = self._file.readinto(buffer)  # type: ignore[attr-defined]
        self._done += count
        return count


def sha256(file: BinaryIO, progress: Progress, text: str) -> str:
    """The SHA-256 of all of `file` in hex; steps with bytes done and in all."""
    return hashlib.file_digest(_Watched(file, progress, text), "sha256").hexdigest()
