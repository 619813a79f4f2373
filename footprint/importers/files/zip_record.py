"""One record of a zip's table of contents: what it says of a member that matters."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from datetime import UTC, datetime

SIGNATURE = b"PK\x01\x02"
# Bytes of a record before the name; after the name come the extra fields and a comment.
FIXED = 46
# Stands for a number that is too long for its field and is found among the extra fields.
IN_EXTRA = 0xFFFFFFFF

_RECORD = struct.Struct("<4s4B4H3L5H2L")
_START = slice(42, 46)
_COMMENT_LENGTH = slice(32, 34)
# A comment of as many bytes as a reader looks at before the end for the end's long form: what
# somebody put into the real comment or the extra fields is never taken for it.
_NO_LOCATOR = bytes(20)
_ZIP64_EXTRA = 0x0001
_UNIX_TIME_EXTRA = 0x5455


@dataclass(frozen=True, slots=True)
class ZipRecord:
    """A member: its header lies at `start` in the file, and before `end` begins something else.

    `raw` is the record itself, for a zip in which the member is the only one and begins at 0;
    `alone` tells that no other member claims the same place.
    """

    path: str
    size: int
    packed: int
    crc: int
    flags: int
    method: int
    modified: datetime | None
    start: int
    end: int
    alone: bool
    raw: bytes


def record_at(table: bytes, at: int, start: int, following: int) -> ZipRecord:
    """The record at `at` in the table; `following` is where the next member starts, or this one.

    Raises `struct.error` when it makes no sense.
    """
    fields = _RECORD.unpack_from(table, at)
    flags, method, clock, day, crc = fields[5:10]
    name, extra = fields[12:14]
    size, packed, _stated = long_values(table, at)
    raw = bytearray(table[at : at + FIXED + name + extra])
    raw[_START] = bytes(4)
    raw[_COMMENT_LENGTH] = struct.pack("<H", len(_NO_LOCATOR))
    return ZipRecord(
        path=decoded(table[at + FIXED : at + FIXED + name]),
        size=size,
        packed=packed,
        crc=crc,
        flags=flags,
        method=method,
        modified=_unix_time(_extras(table, at)) or _dos_time(day, clock),
        start=start,
        end=following,
        alone=following != start,
        raw=bytes(raw) + _NO_LOCATOR,
    )


def decoded(raw: bytes) -> str:
    """A member's name with "/". Most tools write UTF-8 and many forget to say so."""
    try:
        name = raw.decode()
    except UnicodeDecodeError:
        name = raw.decode("cp437")
    return name.replace("\\", "/")


def long_values(table: bytes, at: int) -> tuple[int, int, int]:
    """Size, packed size and start of the record at `at`, each from where it stands in full."""
    packed, size = struct.unpack_from("<2L", table, at + 20)
    (start,) = struct.unpack_from("<L", table, at + _START.start)
    values = [size, packed, start]
    if IN_EXTRA in values:
        # Only those that need it stand there, in this order.
        extra = _extras(table, at).get(_ZIP64_EXTRA, b"")
        long = [i for i, value in enumerate(values) if value == IN_EXTRA]
        for place, i in enumerate(long):
            (values[i],) = struct.unpack_from("<Q", extra, place * 8)
    return values[0], values[1], values[2]


def _extras(table: bytes, at: int) -> dict[int, bytes]:
    name, extra = struct.unpack_from("<2H", table, at + 28)
    rest = table[at + FIXED + name : at + FIXED + name + extra]
    found: dict[int, bytes] = {}
    while len(rest) >= 4:
        kind, length = struct.unpack_from("<2H", rest)
        found.setdefault(kind, rest[4 : 4 + length])
        rest = rest[4 + length :]
    return found


def _unix_time(extras: dict[int, bytes]) -> datetime | None:
    stamp = extras.get(_UNIX_TIME_EXTRA, b"")
    if len(stamp) < 5 or not stamp[0] & 1:
        return None
    seconds: int = struct.unpack_from("<l", stamp, 1)[0]
    return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None


def _dos_time(day: int, clock: int) -> datetime | None:
    """Without a zone, so taken as UTC; 1980 is what tools write that do not know."""
    year, month, day = 1980 + (day >> 9), day >> 5 & 15, day & 31
    if year == 1980:
        return None
    hour, minute, second = clock >> 11, clock >> 5 & 63, (clock & 31) * 2
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
