"""The whole ledger: every row with what became of it, page by page, and in portions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from footprint.domain.ledger_row import Fate
from footprint.domain.score import Scale, ScaleKind
from footprint.progress import Progress
from footprint.services.workspace import Workspace

FIRST = date(2011, 9, 1)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2011, 9, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    with Workspace.open(tmp_path, clock) as opened:
        yield opened


def _score(workspace: Workspace) -> int:
    return workspace.scoring.add_own("Grade", Scale(kind=ScaleKind.UNBOUNDED))


def test_every_row_says_what_became_of_it(workspace: Workspace, clock: Clock) -> None:
    id_ = _score(workspace)
    one = workspace.recording.record(id_, "61", FIRST)
    clock.now += timedelta(days=10)
    workspace.recording.record(id_, "49", FIRST)
    two = workspace.recording.record(id_, "36", FIRST + timedelta(days=1))
    workspace.recording.correct(two.id, "63", reason="slipped")
    gone = workspace.recording.record(id_, "5", FIRST + timedelta(days=2))
    workspace.recording.withdraw(gone.id, "not mine")
    told = workspace.recalling.told(id_)
    assert [(row.reading.value.text, row.fate, row.why) for row in told] == [
        ("5", Fate.WITHDRAWN, "not mine"),
        ("63", Fate.COUNTS, ""),
        ("36", Fate.CORRECTED, ""),
        ("49", Fate.COUNTS, ""),
        ("61", Fate.RETOLD, ""),
    ]
    assert workspace.recalling.told(id_, limit=2, offset=1) == told[1:3]
    then = datetime(2011, 9, 2, tzinfo=UTC)
    assert [row.reading.id for row in workspace.recalling.told(id_, recorded_by=then)] == [one.id]


def test_rows_of_an_import_that_was_undone_stay(workspace: Workspace, tmp_path: Path) -> None:
    id_ = _score(workspace)
    table = tmp_path / "grade.csv"
    table.write_text("day,value\n2011-08-01,7\n2011-08-02,8\n", encoding="utf-8")
    preview = workspace.score_importing.inspect_table(table, id_, progress=Progress())
    (record,) = workspace.score_importing.apply(preview, Progress()).records
    workspace.importing.undo(record.id, Progress())
    assert [row.fate for row in workspace.recalling.told(id_)] == [Fate.UNDONE, Fate.UNDONE]
    assert list(workspace.recalling.portions(id_)) == []


def test_portions_are_the_ledger_that_stands(
    workspace: Workspace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_, other = _score(workspace), _score(workspace)
    clock.now += timedelta(days=40)
    for n in range(7):
        workspace.recording.record(id_, str(n), FIRST + timedelta(days=n % 5))
        workspace.recording.record(other, str(n), FIRST)
    monkeypatch.setattr("footprint.store.ledger._AT_ONCE", 3)
    portions = list(workspace.recalling.portions(id_))
    assert [len(portion) for portion in portions] == [3, 3, 1]
    assert [r for portion in portions for r in portion] == workspace.recalling.ledger(id_)


def test_scores_that_were_put_away_are_listed_last_first(
    workspace: Workspace, clock: Clock
) -> None:
    one, other, _kept = (_score(workspace) for _n in range(3))
    workspace.scoring.put_away(one)
    clock.now += timedelta(days=1)
    workspace.scoring.put_away(other)
    assert [score.id for score in workspace.scoring.away()] == [other, one]
    workspace.scoring.bring_back(other)
    assert [score.id for score in workspace.scoring.away()] == [one]
