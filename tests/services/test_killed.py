"""A process that is killed at any moment of an import leaves the database before or after it."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from footprint.domain.grant import GrantQuery
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from tests.making import grant, harvest, preview_of

APPS = 3_000
KILLS = 25

# The killed one: says when it is about to begin, then imports.
_IMPORTER = """
import sys
from pathlib import Path
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from tests.making import grant, harvest, preview_of
apps = [grant(f"App {n}", id=str(n), scopes=("read",)) for n in range(int(sys.argv[2]))]
with Workspace.open(Path(sys.argv[1])) as workspace:
    workspace.rating.service_of("warm", None)
    print("ready", flush=True)
    workspace.importing.apply(preview_of(harvest("2026-01-01", apps), "new.zip"), Progress())
    print("done", flush=True)
"""


def seen(folder: Path) -> tuple[int, int, int]:
    with Workspace.open(folder) as workspace:
        return (
            workspace.seeing.count(GrantQuery()),
            len(workspace.seeing.imports()),
            workspace.seeing.accounts()[0].listed,
        )


@contextmanager
def started(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """The importer, at the very beginning of its import."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", _IMPORTER, str(folder), str(APPS + 500)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process


def sound(folder: Path) -> bool:
    with closing(sqlite3.connect(folder / "footprint.db")) as db:
        whole = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return whole and db.execute("PRAGMA foreign_key_check").fetchall() == []


def copy_of(folder: Path, target: Path) -> Path:
    """A copy made the way SQLite wants it: under WAL a plain file copy is no backup."""
    target.mkdir()
    with closing(sqlite3.connect(folder / "footprint.db")) as source:
        source.execute("VACUUM INTO ?", (str(target / "footprint.db"),))
    return target


@pytest.fixture
def before(tmp_path: Path) -> Path:
    folder = tmp_path / "before"
    apps = [grant(f"App {n}", id=str(n)) for n in range(APPS)]
    with Workspace.open(folder) as workspace:
        old = preview_of(harvest("2024-01-01", apps), "old.zip")
        workspace.importing.apply(old, Progress())
    return folder


def test_a_killed_import_is_there_wholly_or_not_at_all(before: Path, tmp_path: Path) -> None:
    as_before, as_after = (APPS, 1, APPS), (APPS + 500, 2, APPS + 500)
    chance = random.Random(2011)

    whole = copy_of(before, tmp_path / "whole")
    with started(whole) as process:
        began = time.monotonic()
        assert process.stdout is not None
        assert process.stdout.read() == "done\n"
        lasts = time.monotonic() - began
    assert seen(whole) == as_after

    outcomes = []
    for number in range(KILLS):
        folder = copy_of(before, tmp_path / f"killed-{number}")
        with started(folder) as process:
            time.sleep(chance.uniform(0, lasts * 1.1))
            process.kill()
        outcomes.append(seen(folder))
        assert sound(folder)

    assert set(outcomes) <= {as_before, as_after}
    assert outcomes.count(as_before) >= 5, "the kills must fall into the import to say anything"
