"""The schema that is documented is the schema that is there."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footprint import store
from footprint.store.database import Database


@pytest.fixture
def raw(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "footprint.db"
    Database.open(path, lambda: datetime(2026, 6, 1, tzinfo=UTC)).close()
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def documented() -> dict[str, set[str]]:
    text = (Path(store.__file__).parent / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\| (.*) \|$", text, re.MULTILINE)
    # In brackets stand the values of a column, not columns.
    return {
        table: set(re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", told))) for table, told in rows
    }


def test_every_table_and_column_is_documented(raw: sqlite3.Connection) -> None:
    names = raw.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB '*sqlite_*'"
    ).fetchall()
    present = {
        table: {row[1] for row in raw.execute(f"PRAGMA table_info({table})")} for (table,) in names
    }
    assert documented() == present


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO accounts (network) VALUES (NULL)",
        "INSERT INTO settings VALUES ('a', 'not json')",
        "INSERT INTO permissions VALUES ('x', 'read', 'Read', 5, '', 1)",
        "INSERT INTO apps (network, name, folded) VALUES ('x', x'00', 'a')",
        "INSERT INTO import_parts VALUES (1, 'a.zip', 'ab', 'many')",
    ],
)
def test_the_tables_refuse_what_makes_no_sense(raw: sqlite3.Connection, statement: str) -> None:
    raw.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(statement)


def test_the_readable_view_reads(raw: sqlite3.Connection) -> None:
    assert raw.execute("SELECT * FROM grants_readable").fetchall() == []
