"""An import of scores that is stopped, or fails, leaves everything as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from footprint.domain.score_preview import ScorePreview
from footprint.errors import FootprintError
from footprint.importers.tables import rows
from footprint.progress import Cancelled, Progress
from footprint.services.workspace import Workspace
from tests import scales

MANY = 30_000
Everything = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def everything(workspace: Workspace) -> Callable[[], Everything]:
    """Every row of every table, the history of imports too."""

    def read() -> Everything:
        with sqlite3.connect(workspace.folder / "footprint.db") as db:
            names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            return {name: db.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}

    return read


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "many.csv"
    lines = (f"{n // 1440 % 28 + 1:02} {n // 60 % 24:02}:{n % 60:02},{n}" for n in range(MANY))
    path.write_text("date,score\n" + "".join(f"2011-10-{x}\n" for x in lines), encoding="utf-8")
    return path


@pytest.fixture
def preview(workspace: Workspace, table: Path) -> ScorePreview:
    score = workspace.scoring.add_own("Invented", scales.OPEN)
    return workspace.score_importing.inspect_table(table, score, progress=Progress())


def wal(workspace: Workspace) -> int:
    return (workspace.folder / "footprint.db-wal").stat().st_size


def stopping_at(step: int) -> tuple[Progress, list[tuple[int, int | None]]]:
    heard: list[tuple[int, int | None]] = []

    def listen(done: int, total: int | None, _text: str) -> None:
        heard.append((done, total))
        if len(heard) == step:
            progress.cancel()

    progress = Progress(listen)
    return progress, heard


@pytest.mark.parametrize("step", [1, 2, 3])
def test_stopped_half_way_nothing_is_left(
    workspace: Workspace,
    preview: ScorePreview,
    everything: Callable[[], Everything],
    step: int,
) -> None:
    before, journal = everything(), wal(workspace)
    progress, heard = stopping_at(step)
    with pytest.raises(Cancelled):
        workspace.score_importing.apply(preview, progress)
    assert heard == [(n * 10_000, MANY) for n in range(step)]
    assert everything() == before
    assert wal(workspace) <= max(journal, 4 * 1024**2)

    report = workspace.score_importing.apply(preview, Progress())
    assert report.new == MANY


def test_stopped_at_the_very_last_moment_nothing_is_left(
    workspace: Workspace, preview: ScorePreview, everything: Callable[[], Everything]
) -> None:
    before = everything()
    steps = MANY // 10_000 + 1
    progress, heard = stopping_at(steps - 1)
    with pytest.raises(Cancelled):
        workspace.score_importing.apply(preview, progress)
    assert len(heard) == steps - 1
    assert everything() == before


def test_a_look_that_is_stopped_or_refused_writes_nothing(
    workspace: Workspace,
    table: Path,
    everything: Callable[[], Everything],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    score = workspace.scoring.add_own("Invented", scales.OPEN)
    before = everything()
    progress, _heard = stopping_at(2)
    with pytest.raises(Cancelled):
        workspace.score_importing.inspect_table(table, score, progress=progress)
    monkeypatch.setattr(rows, "MOST_ROWS", 100)
    with pytest.raises(FootprintError, match="more than 100 rows"):
        workspace.score_importing.inspect_table(table, score, progress=Progress())
    assert everything() == before
