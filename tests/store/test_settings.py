"""Settings and other texts that nobody expects to find, and that stop nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from footprint.store.database import Database
from footprint.store.failures import StoreError
from footprint.store.settings import Settings


def now() -> datetime:
    return datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "footprint.db"


def test_half_a_character_stops_nobody(path: Path) -> None:
    """A clipboard of Windows, or an argument in no known encoding, may hold one."""
    db = Database.open(path, now)
    Settings(db).set("note", "a\ud800b\udcff")
    assert Settings(db).get("note") == "a\ufffdb\ufffd"
    assert db.value("SELECT :what", {"what": "\ud83d\ude00 \ud800"}) == "\U0001f600 \ufffd"
    with pytest.raises(StoreError, match="half a character"), db.write():
        db.execute_many("INSERT INTO settings (key, value) VALUES (?, '1')", [("\ud800",)])
    db.close()


@pytest.mark.parametrize("broken", ["{", "", "9" * 5000, "[" * 100_000])
def test_a_setting_that_somebody_has_broken_is_not_set(path: Path, broken: str) -> None:
    db = Database.open(path, now)
    db.value("PRAGMA ignore_check_constraints = ON")
    with db.write():
        db.execute("INSERT INTO settings (key, value) VALUES ('theme', ?)", (broken,))
    assert Settings(db).get("theme", "light") == "light"
    db.close()
