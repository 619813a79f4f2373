"""Opening a database and its one door for writing, with a real file on a real disk."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footprint.domain.changes import Kind
from footprint.store import database as module
from footprint.store.database import SCHEMA, Database
from footprint.store.failures import (
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreReadOnly,
    StoreTooNew,
)
from footprint.store.settings import Settings


def now() -> datetime:
    return datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "footprint.db"


def put(db: Database, key: str) -> None:
    db.execute("INSERT INTO settings (key, value) VALUES (?, '1')", (key,))


def keys(db: Database) -> list[str]:
    return [key for (key,) in db.rows("SELECT key FROM settings ORDER BY key")]


def test_a_new_folder_gets_a_database_in_wal_mode_with_strict_tables(path: Path) -> None:
    db = Database.open(path, now)

    assert db.value("PRAGMA journal_mode") == "wal"
    assert db.value("PRAGMA foreign_keys") == 1
    assert db.value("PRAGMA user_version") == SCHEMA
    ours = "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT GLOB"
    loose = [n for n, strict in db.rows(f"{ours} '*sqlite*'") if not strict]
    assert loose == []
    db.close()


def test_a_write_happens_wholly_or_not_at_all(path: Path) -> None:
    db = Database.open(path, now)

    def fail() -> None:
        with db.write(Kind.SETTINGS):
            put(db, "a")
            with db.write(Kind.GRANTS):
                put(db, "b")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        fail()
    assert keys(db) == []
    assert not db.take_changes()

    with db.write(Kind.SETTINGS), db.write(Kind.GRANTS):
        put(db, "c")
    assert keys(db) == ["c"]
    assert db.take_changes().kinds == {Kind.SETTINGS, Kind.GRANTS}
    assert not db.take_changes()
    db.close()


def test_nothing_is_written_beside_the_door(path: Path) -> None:
    db = Database.open(path, now)
    with pytest.raises(RuntimeError, match="go through Database"):
        put(db, "a")
    db.close()


def test_a_newer_file_is_left_alone(path: Path) -> None:
    Database.open(path, now).close()
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = path.read_bytes()

    with pytest.raises(StoreTooNew, match="newer Footprint"):
        Database.open(path, now)
    assert path.read_bytes() == before


def test_an_older_file_is_backed_up_before_it_is_migrated(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE from_before (x)")
        raw.execute("INSERT INTO from_before VALUES ('kept')")

    Database.open(path, now).close()

    (backup,) = path.parent.glob("*.backup.db")
    assert backup.name == "footprint-20260601-120000.backup.db"
    with sqlite3.connect(backup) as raw:
        assert raw.execute("SELECT x FROM from_before").fetchall() == [("kept",)]


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from footprint.store import migrations

    monkeypatch.setattr(migrations, "_VIEWS", ("CREATE VIEW broken AS SELECT",))
    with pytest.raises(sqlite3.OperationalError, match="incomplete input"):
        Database.open(path, now)
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (0,)
        assert raw.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)

    monkeypatch.undo()
    Database.open(path, now).close()


def test_two_programs_may_open_an_empty_folder_at_once(path: Path) -> None:
    failures: list[BaseException] = []

    def opening() -> None:
        try:
            Database.open(path, now).close()
        except BaseException as error:  # noqa: BLE001 - any failure at all is the finding
            failures.append(error)

    threads = [threading.Thread(target=opening) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04 not a database at all" * 99, b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_a_file_that_is_no_database_is_said_to_be_damaged(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    with pytest.raises(StoreDamaged, match="damaged") as caught:
        Database.open(path, now)
    assert "backup" in caught.value.hint
    assert path.read_bytes() == content


def test_a_database_that_another_program_writes_is_busy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WAIT_SECONDS", 0.05)
    other, db = Database.open(path, now), Database.open(path, now)

    with other.write(Kind.SETTINGS):
        with pytest.raises(StoreBusy, match="Another program"):
            Settings(db).set("theme", "dark")
        assert Settings(db).get("theme", "none") == "none", "reading goes on"
    Settings(db).set("theme", "dark")
    assert Settings(other).get("theme") == "dark"


def test_a_full_disk_loses_nothing(path: Path) -> None:
    db = Database.open(path, now)
    Settings(db).set("theme", "dark")
    pages = db.value("PRAGMA page_count")
    db.value(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(StoreFull, match="disk is full"):
        Settings(db).set("big", "x" * 100_000)

    assert Settings(db).get("theme") == "dark"
    assert Settings(db).get("big") is None
    Settings(db).set("theme", "light")
    db.close()


def test_a_disk_that_is_full_at_the_very_first_start_is_said_to_be_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def connect_to_a_small_disk(*args: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 5")
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_to_a_small_disk)
    with pytest.raises(StoreFull, match="disk is full"):
        Database.open(path, now)
    monkeypatch.undo()
    Database.open(path, now).close()


def _read_only_folder(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o500)


def _a_file_where_the_folder_should_be(folder: Path) -> None:
    folder.write_text("not a folder")


@pytest.mark.parametrize("obstacle", [_read_only_folder, _a_file_where_the_folder_should_be])
def test_a_folder_that_cannot_be_used_is_named(
    path: Path, obstacle: Callable[[Path], None]
) -> None:
    if obstacle is _read_only_folder and os.geteuid() == 0:
        pytest.skip("nothing is read-only to root")
    obstacle(path.parent)
    with pytest.raises(StoreReadOnly, match="folder") as caught:
        Database.open(path, now)
    assert "--data-dir" in caught.value.hint


def test_a_read_only_file_is_said_to_be_so(path: Path) -> None:
    Database.open(path, now).close()
    raw = sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
    db = Database(raw, path)

    with pytest.raises(StoreReadOnly, match="cannot be written"):
        Settings(db).set("theme", "dark")
    db.close()


def test_a_wal_that_was_left_behind_is_read(path: Path, tmp_path: Path) -> None:
    """A killed program leaves -wal and -shm files; the next start finds what was committed."""
    db = Database.open(path, now)
    Settings(db).set("theme", "dark")
    shutil.copytree(path.parent, tmp_path / "copy")
    db.close()

    after = Database.open(tmp_path / "copy" / path.name, now)
    assert Settings(after).get("theme") == "dark"


def test_interrupt_stops_a_query_from_another_thread(path: Path) -> None:
    db = Database.open(path, now)
    timer = threading.Timer(0.05, db.interrupt)
    timer.start()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        db.value(endless)
    timer.join()
    db.close()


def test_what_was_rolled_back_takes_no_room(path: Path) -> None:
    db = Database.open(path, now)
    wal = path.with_name(f"{path.name}-wal")

    def write_and_fail() -> None:
        with db.write():
            for number in range(12):
                Settings(db).set(f"large{number}", "x" * 1024**2)
            assert wal.stat().st_size > 8 * 1024**2
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_fail()
    assert wal.stat().st_size < 4 * 1024**2
    assert Settings(db).get("large0") is None
    db.close()


def test_what_was_committed_outlives_a_power_failure(path: Path) -> None:
    """A committed step waits for the disk: nothing less than FULL does so under WAL."""
    db = Database.open(path, now)
    assert db.value("PRAGMA synchronous") == 2
    db.close()
