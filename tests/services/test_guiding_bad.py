"""What goes wrong around a run is said in words, and nothing of the run is lost."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from footprint.catalogue import snapshot
from footprint.catalogue.playbooks import PlaybookShelf
from footprint.domain.run import RunState
from footprint.domain.step import Step, StepKind
from footprint.domain.stop import Draft, Outcome
from footprint.errors import FootprintError
from footprint.services.guides import Guides
from footprint.services.guiding import Visit
from footprint.services.workspace import Workspace
from footprint.store.failures import StoreFull
from tests.guiding import connected, playbook, step, walk
from tests.services.conftest import Clock


@pytest.fixture
def shipped(workspace: Workspace, monkeypatch: pytest.MonkeyPatch):
    """Make the program ship another playbook, or none, in the place of x-delete."""

    def ship(*steps: Step) -> None:
        book = playbook(*steps) if steps else None
        monkeypatch.setattr(Guides, "shipped", lambda _self, _id: book)

    return ship


def test_two_windows_on_one_run(workspace: Workspace, tmp_path: Path) -> None:
    run = workspace.guiding.start("x-delete")
    with Workspace.open(tmp_path / "data") as other:
        theirs = other.guiding.run(run.id)
        assert theirs.at is not None
        other.guiding.done(theirs, theirs.at, Visit(note="in the other window"))
    assert run.at is not None
    with pytest.raises(FootprintError, match="moved on in another window") as caught:
        workspace.guiding.done(run, run.at, Visit(note="in this one"))
    assert "as it stands now" in caught.value.hint

    now = workspace.guiding.run(run.id)
    assert now.marks["premium"].note == "in the other window"
    assert [mark.note for mark in workspace.guiding.marks(run.id)] == ["in the other window"]
    assert workspace.standing.disclosures() == []
    for act in (workspace.guiding.back, workspace.guiding.pause, workspace.guiding.abandon):
        with pytest.raises(FootprintError, match="another window"):
            act(run)


def test_a_full_disk_loses_nothing(workspace: Workspace) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="open-page")
    stop = run.at
    assert stop is not None
    workspace.guiding.keep_draft(run, stop, Draft(note="typed before"))
    database = workspace._database
    pages = database.value("PRAGMA page_count")
    database.value(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFull, match="disk is full"):
        workspace.guiding.done(run, stop, Visit(note="x" * 200_000))

    assert workspace.guiding.run(run.id) == run
    assert workspace.guiding.draft(run, stop).note == "typed before"
    assert workspace.standing.disclosures() == []
    database.value(f"PRAGMA max_page_count = {pages + 10_000}")
    after = workspace.guiding.done(run, stop, Visit(note="x" * 200_000))
    assert after.at is not None
    assert after.at.key == "press-deactivate"
    assert [d.identifier.value for d in workspace.standing.disclosures()] == ["login"]


def test_a_run_whose_playbook_has_vanished_is_readable_and_finishable(
    workspace: Workspace, shipped
) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="apps")
    shipped()
    (summary,) = workspace.guiding.runs()
    assert summary.playbook_gone
    assert summary.run.stops == run.stops
    assert summary.run.playbook == run.playbook
    ended = workspace.guiding.finish(walk(workspace, summary.run))
    assert ended.state is RunState.FINISHED
    assert [event.title for event in workspace.marking.own()] == ["Deleted the account at X"]


def test_a_run_whose_playbook_has_changed_keeps_what_was_done(
    workspace: Workspace, shipped
) -> None:
    run = workspace.guiding.start("x-delete")
    assert run.at is not None
    run = workspace.guiding.done(run, run.at, Visit(note="no Premium"))
    run = walk(workspace, run, until="open-page")
    shipped(step("open-page"), step("brand-new", destructive=True))
    now = workspace.guiding.run(run.id)
    assert [stop.key for stop in now.stops] == ["open-page", "brand-new"]
    assert now.at is not None
    assert now.at.key == "open-page"
    assert now.marks["premium"].note == "no Premium", "also of steps that are no more"
    assert workspace.guiding.finish(walk(workspace, now)).state is RunState.FINISHED


def test_the_step_one_stood_at_is_gone(workspace: Workspace, shipped) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="open-page")
    shipped(step("premium"), step("later"))
    now = workspace.guiding.run(run.id)
    assert now.at is not None
    assert now.at.key == "later"
    with pytest.raises(FootprintError, match="no such step any more"):
        workspace.guiding.go(now, "open-page")


@pytest.mark.parametrize("kept", ['{"odd": 1}', "[]", '{"id": "x", "provenance": {}}', '"text"'])
def test_a_run_of_which_nothing_can_be_read_any_more_still_ends(
    workspace: Workspace, shipped, kept: str
) -> None:
    run = workspace.guiding.start("x-delete")
    assert run.at is not None
    workspace.guiding.done(run, run.at, Visit(note="mine"))
    shipped()
    with closing(sqlite3.connect(workspace.folder / "footprint.db")) as raw, raw:
        raw.execute("UPDATE runs SET snapshot = ?", (kept,))
    (summary,) = workspace.guiding.runs()
    assert summary.title == "Delete your X account"
    assert summary.next_step == "The steps of this guide can no longer be read"
    assert summary.run.marks["premium"].note == "mine"
    assert workspace.guiding.finish(walk(workspace, summary.run)).state is RunState.FINISHED


def test_a_shipped_file_that_is_broken_does_not_take_the_run_with_it(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="apps")
    folder = tmp_path / "playbooks"
    folder.mkdir()
    (folder / "x-delete.toml").write_text("broken", encoding="utf-8")
    broken = PlaybookShelf(workspace.catalogue, folder)
    monkeypatch.setattr(workspace.guides, "_shelf", broken)
    (summary,) = workspace.guiding.runs()
    assert summary.playbook_gone
    assert summary.run.playbook == run.playbook


def test_a_snapshot_is_read_back_as_it_was(workspace: Workspace) -> None:
    for playbook_ in workspace.guides.all():
        text = snapshot.to_text(playbook_)
        assert snapshot.from_text(text) == playbook_
        assert json.loads(text)["id"] == playbook_.id


def test_a_clock_that_was_set_back_is_said(workspace: Workspace, clock: Clock) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="wait")
    clock.moment -= timedelta(minutes=2)
    (summary,) = workspace.guiding.runs()
    assert not summary.clock_is_back, "a few minutes are no news"
    clock.moment -= timedelta(days=400)
    (summary,) = workspace.guiding.runs()
    assert summary.clock_is_back
    assert summary.waits_until is not None
    assert summary.waits_until == date(2026, 7, 1), "the wait counts from what was noted"
    assert run.at is not None
    moved = workspace.guiding.done(run, run.at)
    assert workspace.guiding.run(run.id) == moved, "and it goes on"
    clock.moment += timedelta(days=500)
    (summary,) = workspace.guiding.runs()
    assert not summary.clock_is_back


def test_a_wait_that_is_over_is_over_on_its_day(workspace: Workspace, clock: Clock) -> None:
    walk(workspace, workspace.guiding.start("x-delete"), until="wait")
    clock.moment += timedelta(days=400)
    (summary,) = workspace.guiding.runs()
    assert summary.waits_until == date(2026, 7, 1)


def test_access_that_was_granted_is_not_forgotten(workspace: Workspace, shipped) -> None:
    shipped(
        step("let-in", StepKind.GRANT_ACCESS),
        step("opt-out"),
        step("shut", StepKind.TAKE_BACK_ACCESS, takes_back="let-in"),
    )
    run = walk(workspace, workspace.guiding.start("x-delete"), until="shut")
    assert run.at is not None
    with pytest.raises(FootprintError, match="needs a reason"):
        workspace.guiding.skip(run, run.at, Visit(reason="  "))
    given_up = workspace.guiding.abandon(run)
    (due,) = workspace.reminding.due()
    assert due.detail == "Access that you granted on the way is still open: Do shut"
    up = workspace.guiding.resume_abandoned(given_up)
    with pytest.raises(FootprintError, match="still open"):
        workspace.guiding.finish(up)
    assert workspace.guiding.finish(walk(workspace, up)).obligations == ()
    assert not [due for due in workspace.reminding.due() if due.counts]


def test_an_app_with_a_hostile_name_stays_a_text(workspace: Workspace) -> None:
    names = ("{handle}\u202egpj.exe\x1b[31m", "<img src=x>\r\nBEGIN:VEVENT", "a,b;c\\n: d")
    ids = connected(workspace, *names)
    run = workspace.guiding.start("x-disconnect-app", grant_ids=ids[:1])
    assert run.title == f"Disconnect {names[0]} from X", "what an app calls itself is not filled in"
    for id_ in ids[1:]:
        workspace.guiding.start("x-disconnect-app", grant_ids=[id_])
    run = workspace.guiding.finish(walk(workspace, run))
    (event,) = workspace.marking.own()
    assert names[0] in event.title
    from icalendar import Calendar

    calendar = Calendar.from_ical(workspace.reminding.calendar())
    titles = [str(entry["summary"]) for entry in calendar.walk("VEVENT")]
    assert len(titles) == len(workspace.reminding.all())
    assert not any(c in title for title in titles for c in "\u202e\x1b\r\n")
    assert "Disconnect a,b;c\\n: d from X" in titles


def test_a_skipped_stop_is_marked_so(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    while run.at is not None:
        run = workspace.guiding.skip(run, run.at, Visit(reason="trying it out"))
    run = workspace.guiding.finish(run)
    assert {mark.outcome for mark in run.marks.values()} == {Outcome.SKIPPED}
    assert workspace.marking.own() == [], "whoever skipped everything has not left"
    assert workspace.standing.states() == {}
