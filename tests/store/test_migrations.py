"""A database of an earlier release becomes one of this release, with all that was in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlite_utils import Database as SqliteUtils

from footprint.store.database import SCHEMA, Database
from footprint.store.migrations import migrations


@pytest.mark.parametrize(("version", "stop_before"), [(1, "m002_scores")])
def test_an_earlier_release_is_brought_up(tmp_path: Path, version: int, stop_before: str) -> None:
    path = tmp_path / "footprint.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        migrations.apply(SqliteUtils(raw), stop_before=stop_before)
        raw.execute(f"PRAGMA user_version = {version}")
        raw.execute("INSERT INTO accounts (network, handle) VALUES ('x', 'sam_invented')")

    Database.open(path, lambda: datetime(2026, 6, 1, tzinfo=UTC)).close()

    new = tmp_path / "new" / "footprint.db"
    Database.open(new, lambda: datetime(2026, 6, 1, tzinfo=UTC)).close()
    schemas = []
    for each in (path, new):
        with closing(sqlite3.connect(each)) as raw:
            assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
            schemas.append(
                raw.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
            )
    assert schemas[0] == schemas[1]
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT handle FROM accounts").fetchall() == [("sam_invented",)]
    assert len(list(tmp_path.glob("*.backup.db"))) == 1
