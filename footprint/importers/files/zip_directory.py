"""The table of contents of a zip, read straight from its bytes: only what is wanted is looked at.

`zipfile` makes an object of every member before it answers anything, a second for 200,000 of
them. Here one `struct` call per member finds the next; the few that matter are handed on with
their own record, from which `zip_member` lets `zipfile` do the rest. Layout of the records:
PKWARE's APPNOTE.TXT, sections 4.3.12 to 4.3.16 and 4.5.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files.limits import MAX_DIRECTORY, MAX_WANTED, MEGABYTE
from footprint.importers.files.names import Wanted, basename
from footprint.importers.files.zip_end import find_directory
from footprint.importers.files.zip_record import (
    FIXED,
    IN_EXTRA,
    SIGNATURE,
    ZipRecord,
    decoded,
    long_values,
    record_at,
)

_STEP = struct.Struct("<4s24x3H8xL")
_FOUR_GIGABYTES = 1 << 32
_EVERY = 1 << 16


def read_directory(
    file: BinaryIO, wanted: Wanted, beat: Callable[[], None]
) -> tuple[ZipRecord, ...]:
    """The members of the zip whose basename is `wanted`, in the order of its table.

    `beat` is called now and then. Raises `NotAZip` or `FootprintError`.
    """
    where = find_directory(file)
    if where.size > MAX_DIRECTORY:
        raise FootprintError(
            _("The zip's table of contents is larger than {limit} MB.").format(
                limit=MAX_DIRECTORY // MEGABYTE
            ),
            _("No network makes such a zip. Unpack it and choose the folder of the download."),
        )
    file.seek(where.start)
    table = file.read(where.size)
    try:
        stated, hits = _walk(table, wanted, beat)
        starts = _real_starts(stated, where.shift) if hits else []
        places = [*sorted(starts), where.start]
        return tuple(
            record_at(table, at, starts[number], _following(places, starts[number]))
            for number, at in hits
        )
    except (struct.error, IndexError) as error:
        raise _damaged() from error


def _walk(
    table: bytes, wanted: Wanted, beat: Callable[[], None]
) -> tuple[list[int], list[tuple[int, int]]]:
    """Where every member says it starts; and of the wanted: its number, its place in `table`."""
    tails = wanted.tails
    starts: list[int] = []
    hits: list[tuple[int, int]] = []
    for at, stop, start in _steps(table):
        if (tails is None or table[stop - 3 : stop].lower() in tails) and wanted(
            basename(decoded(table[at + FIXED : stop]))
        ):
            hits.append((len(starts), at))
        starts.append(start)
        if not len(starts) % _EVERY:
            beat()
    if len(hits) > MAX_WANTED:
        raise FootprintError(
            _("The zip holds more than {limit} files of the kinds Footprint reads.").format(
                limit=MAX_WANTED
            ),
            _("Choose the download of one network as you got it."),
        )
    return starts, hits


def _steps(table: bytes) -> Iterator[tuple[int, int, int]]:
    """Per member: the place of its record, of the end of its name, and where it says it starts."""
    read, size, at = _STEP.unpack_from, len(table), 0
    while at < size:
        signature, name, extra, comment, start = read(table, at)
        if signature != SIGNATURE:
            raise _damaged()
        if start == IN_EXTRA:
            start = long_values(table, at)[2]
        yield at, at + FIXED + name, start
        at += FIXED + name + extra + comment
    if at != size:
        raise _damaged()


def _real_starts(stated: Sequence[int], shift: int) -> list[int]:
    if not shift or shift % _FOUR_GIGABYTES:
        return [start + shift for start in stated]
    # The Finder of macOS packs more than 4 GB without the long fields: the numbers begin anew
    # whenever they are full, and the members stand in the order of the table.
    starts: list[int] = []
    carry = before = 0
    for start in stated:
        if start < before:
            carry += _FOUR_GIGABYTES
        before = start
        starts.append(start + carry)
    return starts


def _following(places: Sequence[int], start: int) -> int:
    """Where the member after the one at `start` lies; at `start` too if two share a place."""
    return places[bisect_left(places, start) + 1]


def _damaged() -> FootprintError:
    return FootprintError(
        _("The zip is damaged: its table of contents cannot be read."),
        _("Download it again, or unpack it with another program and choose the unpacked folder."),
    )
