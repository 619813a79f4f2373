"""The end of a zip, where it says where its table of contents lies."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files.stretch import size_of

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_LONGEST_COMMENT = 0xFFFF
_UNKNOWN_DISK = 0xFFFF


class NotAZip(Exception):
    """The file has no end of a zip: it is something else, or the end is missing."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the table of contents lies; `shift` is how much lies before the zip's first byte."""

    start: int
    size: int
    shift: int


def find_directory(file: BinaryIO) -> Directory:
    """Find the table of contents of the zip `file`. Raises `NotAZip` or `FootprintError`."""
    length = size_of(file)
    first = max(0, length - _END.size - _LONGEST_COMMENT)
    file.seek(first)
    tail = file.read(length - first)
    # The last one that makes sense: a comment may contain what looks like an end.
    at = tail.rfind(b"PK\x05\x06")
    while at >= 0:
        if len(tail) - at >= _END.size and (found := _directory(file, first + at, length)):
            return found
        at = tail.rfind(b"PK\x05\x06", 0, at + 3)
    raise NotAZip


def _directory(file: BinaryIO, end: int, length: int) -> Directory | None:
    file.seek(end)
    _sig, disk, _first, _here, _count, size, offset, comment = _END.unpack(file.read(_END.size))
    last = end + _END.size + comment == length
    if long := _end64(file, end):
        end, disk, size, offset = long
    if last and disk not in (0, _UNKNOWN_DISK):
        raise FootprintError(
            _("This is one piece of a zip that was split into several."),
            _("Unpack it together with the other pieces, then choose the unpacked folder."),
        )
    # Bytes before the zip shift everything (self-extracting files), if the table ends here …
    for shift in (end - size - offset, 0):
        if _is_table(file, Directory(offset + shift, size, shift), end):
            return Directory(offset + shift, size, shift)
    return None


def _end64(file: BinaryIO, end: int) -> tuple[int, int, int, int] | None:
    """The long form of the end, for zips over 4 GB or of more than 65,535 members."""
    if end < _LOCATOR.size + _END64.size:
        return None
    file.seek(end - _LOCATOR.size)
    signature, _disk, stated, _disks = _LOCATOR.unpack(file.read(_LOCATOR.size))
    if signature != b"PK\x06\x07":
        return None
    for place in (end - _LOCATOR.size - _END64.size, stated):
        if place + _END64.size <= end:
            file.seek(place)
            fields = _END64.unpack(file.read(_END64.size))
            if fields[0] == b"PK\x06\x06":
                return place, fields[4], fields[8], fields[9]
    return None


def _is_table(file: BinaryIO, where: Directory, end: int) -> bool:
    if where.shift < 0 or where.start + where.size > end:
        return False
    file.seek(where.start)
    return where.size == 0 or file.read(4) == b"PK\x01\x02"
