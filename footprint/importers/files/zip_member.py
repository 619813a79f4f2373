"""One member of a zip, unpacked in pieces: the library does it, on a zip of that member alone."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from footprint.i18n import _
from footprint.importers.files.limits import CHUNK, MAX_MEMBER, MAX_RATIO, MEGABYTE, RATIO_FREE
from footprint.importers.files.source import UnreadableMember
from footprint.importers.files.stretch import stretch
from footprint.importers.files.zip_record import ZipRecord

_HEADER = 30
_LONGEST_FIELD = 0xFFFF
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# All that the library is known to raise on bytes that somebody bent.
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    RuntimeError,
    ValueError,
    OverflowError,
)


def is_encrypted(record: ZipRecord) -> bool:
    """Whether the member opens with a password only."""
    return bool(record.flags & _ENCRYPTED)


def pieces(file: BinaryIO, record: ZipRecord, *, limit: int = MAX_MEMBER) -> Iterator[bytes]:
    """The content of the member in pieces of at most `CHUNK` bytes. Raises `UnreadableMember`."""
    _refuse(record, limit)
    try:
        with zipfile.ZipFile(_alone(file, record)) as lone, lone.open(lone.infolist()[0]) as member:
            done = 0
            while piece := member.read(CHUNK):
                done += len(piece)
                if done > limit or done > max(RATIO_FREE, MAX_RATIO * record.packed):
                    raise too_large(limit)
                yield piece
    except _FAULTS as error:
        raise _damaged() from error
    except OSError as error:
        raise UnreadableMember(
            _("The disk does not give the file: {why}.").format(why=error.strerror or error),
            _("Copy the archive to another place and try again."),
        ) from error


def stored_at(file: BinaryIO, record: ZipRecord) -> int:
    """Where the bytes of a member that is not compressed begin. Raises `UnreadableMember`."""
    file.seek(record.start)
    header = file.read(_HEADER)
    if len(header) < _HEADER or header[:4] != b"PK\x03\x04":
        raise _damaged()
    name, extra = struct.unpack_from("<2H", header, 26)
    begin = record.start + _HEADER + int(name) + int(extra)
    if begin + record.packed > record.end:
        raise _damaged()
    return begin


def too_large(limit: int) -> UnreadableMember:
    """The refusal of a member that is, or becomes, larger than a real one."""
    return UnreadableMember(
        _("The file is larger than {limit} MB, or {ratio} times as large as when packed.").format(
            limit=limit // MEGABYTE, ratio=MAX_RATIO
        ),
        _("No network makes such a file. Request a new download from the network itself."),
    )


def _damaged() -> UnreadableMember:
    return UnreadableMember(
        _("The file is damaged inside the zip."),
        _("Download the archive again: this copy of it is not whole."),
    )


def _refuse(record: ZipRecord, limit: int) -> None:
    if is_encrypted(record):
        raise UnreadableMember(
            _("The file is protected with a password."),
            _("Unpack the zip with its password and choose the unpacked folder instead."),
        )
    if record.method not in _METHODS:
        raise UnreadableMember(
            _("The file is packed in a way that Footprint does not know (method {number}).").format(
                number=record.method
            ),
            _("Unpack the zip with another program and choose the unpacked folder instead."),
        )
    if not record.alone or record.start + _HEADER + record.packed > record.end:
        raise UnreadableMember(
            _("The file shares its place in the zip with another one."),
            _("No network makes such a zip. Request a new download from the network itself."),
        )
    if record.size > limit or record.size > max(RATIO_FREE, MAX_RATIO * record.packed):
        raise too_large(limit)


def _alone(file: BinaryIO, record: ZipRecord) -> BinaryIO:
    """A zip that has the member and nothing else, its bytes still where they are."""
    room = record.end - record.start
    length = min(room, _HEADER + 2 * _LONGEST_FIELD + record.packed)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(record.raw), length, 0)
    return stretch(file, record.start, length, tail=record.raw + end)
