"""The copy of a database that is made before its schema changes."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

_UNFINISHED = ".backup.part"


def back_up(path: Path, now: datetime) -> Path:
    """Copy the database to a dated file beside it; the caller holds the lock for writing.

    The copy stands under its name when it is whole, or not at all: half a backup is none. It is
    read through a connection of its own, because the one that holds the lock cannot copy.
    """
    for left_over in path.parent.glob(f"{path.stem}-*{_UNFINISHED}*"):
        left_over.unlink(missing_ok=True)
    # An empty file, readable by its owner alone: SQLite writes into it as it is.
    number, name = tempfile.mkstemp(_UNFINISHED, f"{path.stem}-", path.parent)
    os.close(number)
    unfinished = Path(name)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as reader:
            reader.execute("VACUUM INTO ?", (name,))
        return unfinished.replace(_free(path, f"{path.stem}-{now:%Y%m%d-%H%M%S}"))
    except BaseException:
        unfinished.unlink(missing_ok=True)
        unfinished.with_name(f"{unfinished.name}-journal").unlink(missing_ok=True)
        raise


def _free(path: Path, stem: str) -> Path:
    """A name that no earlier backup has."""
    found, number = path.with_name(f"{stem}.backup.db"), 1
    while found.exists():
        number += 1
        found = path.with_name(f"{stem}-{number}.backup.db")
    return found
