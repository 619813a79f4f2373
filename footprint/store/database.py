"""One open database: how it is opened, read, and written through a single door."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from footprint.domain.changes import Changes, Kind
from footprint.store.failures import too_new, translated

# The newest schema this program can read; kept in the file as PRAGMA user_version.
SCHEMA = 3
WAIT_SECONDS = 5.0
_LARGE_WAL = 4 * 1024**2

Row = tuple[Any, ...]


class Database:
    """A connection of one thread; `interrupt` alone may be called from another.

    The connection is in autocommit mode, so nothing opens a transaction behind our back:
    `write` begins one with BEGIN IMMEDIATE, because a transaction that reads first and writes
    later fails at once with "database is locked" however long the timeout is.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self._touched: frozenset[Kind] = frozenset()

    @classmethod
    def open(cls, path: Path, now: Callable[[], datetime]) -> Self:
        """Open or create the database; migrates an older one after a dated backup."""
        with translated(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _own(path)
            connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
            try:
                _prepare(connection, path, now)
            except BaseException:
                connection.close()
                raise
        return cls(connection, path)

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of a query."""
        with translated(self.path):
            return self._run(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row of a query."""
        with translated(self.path):
            found: Row | None = self._run(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The first value of the first row; None when there is none."""
        found = self.row(sql, values)
        return found[0] if found else None

    @contextmanager
    def write(self, *kinds: Kind) -> Iterator[None]:
        """The one door for writing: everything inside happens, or nothing; may be nested.

        `kinds` are announced by `take_changes` once it is committed.
        """
        if self.writing():
            yield
            self._touched |= frozenset(kinds)
            return
        before = self._touched
        with translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._touched = before
                if self.writing():
                    self._connection.execute("ROLLBACK")
                self._give_back()
                raise
        self._touched |= frozenset(kinds)

    def execute(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run one writing statement inside `write`; returns the last row id."""
        self._inside()
        return self._run(sql, values).lastrowid or 0

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one writing statement for many rows inside `write`."""
        self._inside()
        self._connection.executemany(sql, rows)

    def writing(self) -> bool:
        """Whether a write is open."""
        return self._connection.in_transaction

    def take_changes(self) -> Changes:
        """What was written since the last call."""
        taken, self._touched = Changes(self._touched), frozenset()
        return taken

    def version_elsewhere(self) -> int:
        """A number that is another one once another connection, or program, has written."""
        number: int = self.value("PRAGMA data_version")
        return number

    def interrupt(self) -> None:
        """Stop the statement that runs now; the only call allowed from another thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection; an open transaction is rolled back."""
        self._connection.close()

    def _run(self, sql: str, values: Sequence[Any] | dict[str, Any]) -> sqlite3.Cursor:
        try:
            return self._connection.execute(sql, values)
        except UnicodeEncodeError:
            return self._connection.execute(sql, _sound(values))

    def _give_back(self) -> None:
        """Free the room that a large write took in the WAL before it was rolled back."""
        wal = self.path.with_name(f"{self.path.name}-wal")
        # Somebody may be reading: then the next checkpoint frees it.
        with suppress(OSError, sqlite3.OperationalError):
            if wal.stat().st_size > _LARGE_WAL:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _inside(self) -> None:
        if not self.writing():
            raise RuntimeError("writes go through Database.write()")


def _sound(values: Sequence[Any] | dict[str, Any]) -> Sequence[Any] | dict[str, Any]:
    """The values with U+FFFD for halves of characters, which a clipboard or an argument may hold.

    SQLite keeps UTF-8, in which they cannot be written.
    """
    if isinstance(values, dict):
        return {key: _whole(value) for key, value in values.items()}
    return tuple(_whole(value) for value in values)


def _whole(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _own(path: Path) -> None:
    """Make a missing file that its owner alone may read: SQLite would let everybody."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to WAL; only the very first program to open a file has to.

    SQLite does not wait for the lock this switch needs, so the waiting is ours.
    """
    end = time.monotonic() + WAIT_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.01)


def _prepare(connection: sqlite3.Connection, path: Path, now: Callable[[], datetime]) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise too_new(path)
    _use_wal(connection)
    # NORMAL loses what was committed last when the power fails: steps of a guide, ticked already.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS alone: there a flush stops at the drive
    if version < SCHEMA:
        # Only an old or empty file needs sqlite-utils, which takes longer to import than a start.
        from footprint.store.migrations import migrate  # noqa: PLC0415

        migrate(connection, path, SCHEMA, now())
    connection.execute("PRAGMA foreign_keys = ON")
