"""Evidence: the files kept as proof, each under the hash of its bytes, and a row for each."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from footprint.domain.evidence import Evidence
from footprint.store.database import Database, Row
from footprint.store.failures import translated
from footprint.store.rows import certain, moment

_COLUMNS = "sha256, name, size, media_type, kept_at, shows"
_UNFINISHED = ".part"
# Nobody writes a single file for so long: what is left over of it is from a killed program.
_LEFT_OVER = timedelta(days=1)
_OWNER_ONLY = 0o700


class EvidenceRows:
    """What is known of the evidence of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Evidence]:
        """Everything that was kept, the newest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM evidence ORDER BY kept_at DESC, rowid DESC"
        )
        return [_evidence(row) for row in rows]

    def one(self, sha256: str) -> Evidence | None:
        """The evidence of that hash."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM evidence WHERE sha256 = ?", (sha256,))
        return _evidence(row) if row else None

    def add(self, evidence: Evidence) -> None:
        """A new row."""
        self._database.execute(
            f"INSERT INTO evidence ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
            (
                evidence.sha256, evidence.name, evidence.size, evidence.media_type,
                certain(evidence.kept_at), evidence.shows,
            ),
        )  # fmt: skip

    def say(self, sha256: str, shows: str) -> None:
        """Put down what the evidence shows."""
        self._database.execute("UPDATE evidence SET shows = ? WHERE sha256 = ?", (shows, sha256))


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a file was put: the hash of its bytes, and how many they are."""

    sha256: str
    size: int


class EvidenceFiles:
    """The folder of kept files: `ab/abcdef….bin`, readable by its owner alone.

    The name is the hash and never what somebody called the file: nothing in here can be started
    by opening it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, sha256: str) -> Path:
        """Where the file of that hash lies, or would lie."""
        return self._folder / sha256[:2] / f"{sha256}.bin"

    def put(self, chunks: Iterable[bytes], now: datetime) -> Placed:
        """Write a file; it stands under its name when it is whole and on the disk, or not at all.

        Raises `StoreFull` and `StoreReadOnly`, and whatever `chunks` raises.
        """
        with translated(self._folder):
            self._folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
            self._sweep(now)
            handle, name = tempfile.mkstemp(suffix=_UNFINISHED, dir=self._folder)
            try:
                placed = _written(handle, chunks)
                target = self.path(placed.sha256)
                target.parent.mkdir(mode=_OWNER_ONLY, exist_ok=True)
                # Even where it is already: the copy that lies there may have been damaged.
                Path(name).replace(target)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            for folder in (target.parent, self._folder):
                _sync(folder)
        return placed

    def remove(self, sha256: str) -> None:
        """Remove a file; it may be gone already."""
        with translated(self._folder):
            self.path(sha256).unlink(missing_ok=True)

    def _sweep(self, now: datetime) -> None:
        oldest = (now - _LEFT_OVER).timestamp()
        for path in self._folder.glob(f"*{_UNFINISHED}"):
            # Another program may be sweeping too.
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < oldest:
                    path.unlink()


def _written(handle: int, chunks: Iterable[bytes]) -> Placed:
    digest, size = hashlib.sha256(), 0
    with os.fdopen(handle, "wb") as file:
        for chunk in chunks:
            digest.update(chunk)
            size += file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return Placed(digest.hexdigest(), size)


def _sync(folder: Path) -> None:
    """Let the names in `folder` outlive a power cut; Windows does so by itself."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _evidence(row: Row) -> Evidence:
    sha256, name, size, media_type, kept_at, shows = row
    return Evidence(sha256, name, size, media_type, moment(kept_at), shows)
