"""The copy that is made before a schema changes: whole or not there, and made once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlite_utils import Database as SqliteUtils

from footprint.store import backup, migrations
from footprint.store.backup import back_up
from footprint.store.database import SCHEMA, Database
from footprint.store.failures import StoreFull

ROOT = Path(__file__).parents[2]
OPEN = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from footprint.store.database import Database
print("ready", flush=True)
sys.stdin.readline()
Database.open(Path(sys.argv[1]), lambda: datetime(2026, 6, 1, 12, tzinfo=UTC)).close()
"""


def now() -> datetime:
    return datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database of the first release, as everybody on the machine could read it."""
    path = tmp_path / "footprint.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        migrations.migrations.apply(SqliteUtils(raw), stop_before="m002_scores")
        raw.execute("PRAGMA user_version = 1")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("INSERT INTO accounts (network, handle) VALUES ('x', 'sam_invented')")
    path.chmod(0o644)
    return path


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        found: int = raw.execute("PRAGMA user_version").fetchone()[0]
        assert raw.execute("SELECT handle FROM accounts").fetchall() == [("sam_invented",)]
    return found


def test_programs_that_open_an_older_file_at_once_agree(old: Path) -> None:
    """A scheduled record and the window, after an update: one migrates, all go on."""
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN, str(old)],
            cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for _ in range(4)
    ]  # fmt: skip
    for program in programs:
        assert program.stdout is not None
        program.stdout.readline()
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
    assert [program.communicate()[1] for program in programs] == [""] * 4
    assert version(old) == SCHEMA
    (copy,) = old.parent.glob("*.backup.db")
    assert version(copy) == 1, "and the copy is of what was there before"


def test_a_second_copy_of_the_same_second_has_a_name_of_its_own(old: Path) -> None:
    first, second = back_up(old, now()), back_up(old, now())
    assert [first.name, second.name] == [
        "footprint-20260601-120000.backup.db",
        "footprint-20260601-120000-2.backup.db",
    ]
    assert version(first) == version(second) == 1


def test_what_a_killed_program_left_of_a_copy_is_swept_away(old: Path) -> None:
    left = old.with_name("footprint-abc.backup.part")
    left.write_bytes(b"SQLite format 3\0 and half of it")
    left.with_name(f"{left.name}-journal").write_bytes(b"")
    Database.open(old, now).close()
    names = sorted(path.name for path in old.parent.iterdir())
    assert names == ["footprint-20260601-120000.backup.db", "footprint.db"]


def test_a_copy_for_which_there_is_no_room_is_not_there(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Reader:
        def __init__(self, *_args: object, **_options: object) -> None:
            pass

        def execute(self, _sql: str, values: tuple[str]) -> None:
            Path(values[0]).write_bytes(b"half of it")
            raise sqlite3.OperationalError("database or disk is full")

        def close(self) -> None:
            pass

    monkeypatch.setattr(backup, "sqlite3", SimpleNamespace(connect=Reader))
    with pytest.raises(StoreFull, match="disk is full"):
        Database.open(old, now)
    assert [path.name for path in old.parent.iterdir()] == ["footprint.db"]
    assert version(old) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_nobody_else_may_read_what_is_kept(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new" / "footprint.db"
    db = Database.open(new, now)
    Database.open(old, now).close()
    kept = [*new.parent.iterdir(), *tmp_path.glob("*.db")]
    assert len(kept) == 5, "with the files of a database that is open, and the copy"
    assert {oct(path.stat().st_mode & 0o077) for path in kept} == {"0o0"}
    db.close()
