"""What a guide is about goes away while it is walked: it is still read, moved on and finished."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from footprint.domain.changes import Kind
from footprint.domain.grant import GrantQuery
from footprint.domain.run import RunState
from footprint.errors import FootprintError
from footprint.services.guiding import Visit
from footprint.services.workspace import Workspace
from tests.guiding import connected, here, walk


def undo_the_import(workspace: Workspace) -> None:
    (kept,) = workspace.seeing.imports()
    workspace.importing.undo(kept.id)
    assert workspace.seeing.grants(GrantQuery()) == []


@pytest.mark.parametrize("guide", ["x-disconnect-app", "x-disconnect-all", "x-delete"])
def test_the_import_is_undone_on_the_way(workspace: Workspace, guide: str) -> None:
    ids = connected(workspace, "Klout", "Buffer")
    account_id = workspace.seeing.accounts()[0].account.id
    apps = ids if guide == "x-disconnect-app" else []
    run = workspace.guiding.start(guide, account_id=account_id, grant_ids=apps)
    run = workspace.guiding.done(run, here(run), Visit(note="before"))
    undo_the_import(workspace)
    workspace.preparing.preflight(workspace.guiding.run(run.id))
    ended = workspace.guiding.finish(walk(workspace, workspace.guiding.run(run.id)))
    assert ended.state is RunState.FINISHED
    assert "before" in {mark.note for mark in ended.marks.values()}
    workspace.reminding.all()
    workspace.reminding.calendar()


def test_what_went_with_the_import_begins_no_guide(workspace: Workspace) -> None:
    connected(workspace, "Klout")
    account_id = workspace.seeing.accounts()[0].account.id
    undo_the_import(workspace)
    with pytest.raises(FootprintError, match="account is no longer in your list"):
        workspace.guiding.start("x-delete", account_id=account_id)
    with pytest.raises(FootprintError, match="account is no longer in your list"):
        workspace.preparing.add_login(account_id, "a shop")


def test_a_run_that_was_taken_off_the_list_takes_no_proof(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    workspace.guiding.remove(run.id)
    kept = workspace.keeping.keep_bytes(b"picture", "a.png")
    with pytest.raises(FootprintError, match="no longer in your list"):
        workspace.guiding.attach(run, here(run), kept.sha256)
    with pytest.raises(FootprintError, match="no longer in your list"):
        workspace.guiding.done(run, here(run))


@pytest.mark.parametrize("value", [5, "x" * 9, [[1], {}], {"a": 1}, True, None])
def test_settings_of_another_kind_stop_no_guide(workspace: Workspace, value: object) -> None:
    connected(workspace, "Klout")
    account_id = workspace.seeing.accounts()[0].account.id
    workspace.preparing.settle(account_id, "Klout", settled=True)
    with closing(sqlite3.connect(workspace.folder / "footprint.db")) as raw, raw:
        raw.execute("INSERT OR REPLACE INTO settings VALUES ('country', ?)", (json.dumps(value),))
        raw.execute("UPDATE settings SET value = ? WHERE key LIKE '%ettled%'", (json.dumps(value),))
    run = workspace.guiding.start("x-delete", account_id=account_id)
    assert [each.settled for each in workspace.preparing.preflight(run).hanging] == [False]
    assert workspace.guiding.finish(walk(workspace, run)).state is RunState.FINISHED


def test_half_a_character_in_a_note_is_no_reason_to_lose_it(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    workspace.guiding.done(run, here(run), Visit(note="mine \ud800", answer="\udcff"))
    assert workspace.guiding.marks(run.id)[0].note == "mine \ufffd"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among files")
def test_corrections_are_not_awaited_from_a_pipe(workspace: Workspace, tmp_path: Path) -> None:
    pipe = tmp_path / "corrections.json"
    os.mkfifo(pipe)
    with pytest.raises(FootprintError, match="holds no corrections"):
        workspace.correcting.inspect(pipe)


def test_corrections_with_half_a_character_are_taken(workspace: Workspace, tmp_path: Path) -> None:
    row = {"playbook": "x-delete", "step": "premium", "day": "2026-05-01", "text": "\ud800 here"}
    file = tmp_path / "corrections.json"
    file.write_text(json.dumps({"format": "footprint-corrections", "corrections": [row]}))
    workspace.correcting.take(workspace.correcting.inspect(file), file.name)
    assert workspace.take_changes().touches(Kind.OVERRIDES)
    (own,) = workspace.correcting.all()
    assert own.text == "\ufffd here"
