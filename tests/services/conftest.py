"""A workspace on a real database, with a clock the test holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from footprint.domain.finding import Harvest
from footprint.domain.preview import Decided, ImportReport
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from tests.making import preview_of


class Clock:
    """Each look at it is a minute later."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 6, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(minutes=1)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def take(workspace: Workspace) -> Callable[..., ImportReport]:
    """Import a harvest as the archive `name`."""

    def take_in(found: Harvest, name: str, decided: Decided | None = None) -> ImportReport:
        choices = {0: decided} if decided else None
        return workspace.importing.apply(preview_of(found, name), Progress(), choices)

    return take_in


# The history keeps a row of what was undone; which row ids are used up is no knowledge either.
_NOT_KNOWLEDGE = {"imports", "import_parts", "bad_records", "_sqlite_migrations", "permissions"}


@pytest.fixture
def knowledge(workspace: Workspace) -> Callable[[], dict[str, list[tuple[object, ...]]]]:
    """Everything the database knows, table by table."""

    def read() -> dict[str, list[tuple[object, ...]]]:
        with sqlite3.connect(workspace.folder / "footprint.db") as db:
            tables = [
                name
                for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
                if name not in _NOT_KNOWLEDGE and not name.startswith("sqlite_")
            ]
            return {t: sorted(db.execute(f"SELECT * FROM {t}"), key=repr) for t in tables}

    return read
