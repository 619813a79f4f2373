"""Applying 100,000 grants against a bare `executemany` of the same rows in one transaction."""

from __future__ import annotations

import sqlite3
import statistics
import sys
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from footprint.progress import Progress
from footprint.services.workspace import Workspace
from tests.making import day, grant, harvest, preview_of

GRANTS = 100_000
ROUNDS = 3
LIMIT = 3.0
SCOPES = (None, ("read",), ("read", "write"), ("read", "write", "directmessages"))
# In an order that foreign keys allow.
TABLES = ("accounts", "imports", "import_parts", "coverage", "apps", "grants", "sightings")


def main() -> int:
    """Print the median ratio of three rounds; 1 when it is over the limit."""
    apps = [
        grant(
            f"Invented App {n * 7919 % GRANTS}",
            id=str(n),
            scopes=SCOPES[n % 4],
            since=day("2015-01-01"),
            organisation=f"Invented Organisation {n % 5_000}",
            url=f"https://app{n}.example",
        )
        for n in range(GRANTS)
    ]
    found = preview_of(harvest("2024-01-01", apps), "invented.zip")
    ratios = []
    for _round in range(ROUNDS):
        with TemporaryDirectory() as folder:
            applied = _apply(Path(folder) / "applied", found)
            bare = _bare(Path(folder) / "applied", Path(folder) / "bare")
        ratios.append(applied / bare)
        print(f"apply {applied:.2f} s, executemany {bare:.2f} s")
    ratio = statistics.median(ratios)
    print(f"apply {GRANTS} grants / executemany of the same rows: {ratio:.2f} (at most {LIMIT})")
    return int(ratio > LIMIT)


def _apply(folder: Path, found: object) -> float:
    with Workspace.open(folder) as workspace:
        workspace.rating.service_of("warm", None)
        start = time.perf_counter()
        workspace.importing.apply(found, Progress())  # type: ignore[arg-type]
        return time.perf_counter() - start


def _bare(source: Path, target: Path) -> float:
    """The very same rows into the very same tables, indexes and journal, and nothing else."""
    Workspace.open(target).close()
    with closing(sqlite3.connect(source / "footprint.db")) as db:
        rows = {table: db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    with closing(sqlite3.connect(target / "footprint.db", isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        start = time.perf_counter()
        db.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            marks = ", ".join("?" * len(values[0]))
            db.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
        db.execute("COMMIT")
        return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
