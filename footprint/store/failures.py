"""What SQLite's failures mean in words a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from footprint.errors import FootprintError
from footprint.i18n import _

# EDQUOT is no error of Windows.
_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class StoreError(FootprintError):
    """The data folder or its database cannot be used as it is."""


class StoreTooNew(StoreError):
    """The database was written by a newer Footprint."""


class StoreBusy(StoreError):
    """Another process holds the database for writing."""


class StoreFull(StoreError):
    """There is no room left on the disk."""


class StoreReadOnly(StoreError):
    """The folder or the database may not be written."""


class StoreDamaged(StoreError):
    """The file is not a database that SQLite can read."""


def too_new(path: Path) -> StoreTooNew:
    """The error for a database of a newer version."""
    return StoreTooNew(
        _("The database in {folder} was written by a newer Footprint.").format(folder=path.parent),
        _("Install the newest Footprint, or start with --data-dir and another folder."),
    )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the failures of SQLite and of the file system inside into `StoreError`s."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        meaning = _meaning(error, path)
        if meaning is None:
            raise
        raise meaning from error
    except UnicodeEncodeError as error:
        raise StoreError(
            _("A text holds half a character, which cannot be kept."),
            _("Copy it again from where it came, or leave that character out."),
        ) from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise _full(path) from error
        raise StoreReadOnly(
            _("The data folder {folder} cannot be used: {reason}.").format(
                folder=path.parent, reason=error.strerror or error
            ),
            _("Choose another folder with --data-dir, or change its permissions."),
        ) from error


def _full(path: Path) -> StoreFull:
    return StoreFull(
        _("The disk is full: nothing was written."),
        _("Free some space on the disk of {folder} and try again.").format(folder=path.parent),
    )


def _meaning(error: sqlite3.DatabaseError, path: Path) -> StoreError | None:
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return StoreBusy(
            _("Another program is writing to the Footprint database."),
            _("Wait a moment and try again, or close the other program that has it open."),
        )
    if "full" in text or "disk i/o" in text:
        return _full(path)
    if "readonly" in text or "unable to open" in text:
        return StoreReadOnly(
            _("The data folder {folder} cannot be written.").format(folder=path.parent),
            _("Choose another folder with --data-dir, or change its permissions."),
        )
    if "not a database" in text or "malformed" in text:
        return StoreDamaged(
            _("The database {file} is damaged or is not Footprint's.").format(file=path),
            _("Move it away and put a backup (footprint-….backup.db, same folder) in its place."),
        )
    return None
