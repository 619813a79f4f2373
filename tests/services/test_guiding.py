"""A guide is walked on a real database: each step is saved, and nothing of it is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.domain.changes import Kind
from footprint.domain.circumstances import Circumstances
from footprint.domain.run import RunState
from footprint.domain.stop import Draft, Outcome
from footprint.errors import FootprintError
from footprint.services.guiding import Visit
from footprint.services.standing_of import cost_of
from footprint.services.workspace import Workspace
from tests.guiding import connected, walk

SHA = "ab" * 32


@pytest.fixture
def apps(workspace: Workspace) -> list[int]:
    return connected(workspace, "Klout", "Buffer", "Kred")


def keys(run) -> list[str]:
    return [stop.key for stop in run.stops]


def test_many_apps_become_one_run_in_the_networks_own_order(
    workspace: Workspace, apps: list[int]
) -> None:
    run = workspace.guiding.start("x-disconnect-app", grant_ids=list(reversed(apps)))

    assert [subject.name for subject in run.subjects] == ["Buffer", "Klout", "Kred"]
    assert run.title == "Disconnect 3 apps from X"
    assert run.account_id is not None
    assert run.known.account_known is True
    assert run.known.archive_downloaded is True
    assert workspace.preparing.questions(run.playbook, run.known) == ("app_signs_in",)
    assert Kind.RUNS in workspace.take_changes().kinds


def test_each_step_is_saved_before_the_next(workspace: Workspace, apps: list[int]) -> None:
    run = workspace.guiding.start("x-disconnect-app", grant_ids=apps[:1])
    run = workspace.guiding.know(run, Circumstances(app_signs_in=False))
    assert run.at is not None
    assert run.at.key == "open-list"
    after = workspace.guiding.done(run, run.at, Visit(note=" 3 apps I do not know \n", screens=2))

    again = workspace.guiding.run(run.id)
    assert again == after
    assert again.at is not None
    assert again.at.step.id == "revoke"
    assert again.marks["open-list"].note == "3 apps I do not know"
    assert again.known.app_signs_in is False


def test_back_and_jump_and_mark_again(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    run = walk(workspace, run, until="open-page")
    back = workspace.guiding.back(run)
    assert workspace.guiding.run(run.id).current == back.current == "apps"
    jumped = workspace.guiding.go(back, "premium")
    assert jumped.at is not None
    again = workspace.guiding.done(jumped, jumped.at, Visit(note="second thoughts"))
    assert again.at is not None
    assert again.at.key == "open-page"
    told = [mark.note for mark in workspace.guiding.marks(run.id) if mark.stop == "premium"]
    assert told == ["", "second thoughts"], "what was done twice is seen to be"


def test_skip_and_not_applicable_keep_their_reason(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    assert run.at is not None
    run = workspace.guiding.not_applicable(run, run.at)
    assert run.at is not None
    skipped = run.at.key
    run = workspace.guiding.skip(run, run.at, Visit(reason="I have it", note="on the old disk"))
    mark = workspace.guiding.run(run.id).marks[skipped]
    assert (mark.outcome, mark.reason, mark.note) == (
        Outcome.SKIPPED, "I have it", "on the old disk",
    )  # fmt: skip


def test_put_aside_resumed_given_up_and_taken_up_again(workspace: Workspace) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="apps")
    paused = workspace.guiding.pause(run)
    assert workspace.guiding.run(run.id).state is RunState.PAUSED
    assert paused.at is not None
    moved = workspace.guiding.done(paused, paused.at)
    assert moved.state is RunState.RUNNING, "whoever goes on has resumed"
    given_up = workspace.guiding.abandon(moved)
    assert given_up.ended_at is not None
    with pytest.raises(FootprintError, match="has ended"):
        workspace.guiding.back(given_up)
    up = workspace.guiding.resume_abandoned(given_up)
    assert up.at is not None
    assert (up.at.key, up.ended_at) == ("open-page", None)


def test_it_cannot_be_finished_while_something_is_left(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    with pytest.raises(FootprintError, match="left"):
        workspace.guiding.finish(run)
    assert workspace.guiding.run(run.id).state is RunState.RUNNING
    assert workspace.marking.own() == []


def test_what_is_typed_is_kept_until_the_step_is_ticked(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    stop = run.at
    assert stop is not None
    assert workspace.guiding.draft(run, stop) == Draft()
    typed = Draft(answer="yes", note="half a sent", screens=3, seconds=12)
    workspace.guiding.keep_draft(run, stop, typed)
    assert workspace.guiding.draft(workspace.guiding.run(run.id), stop) == typed
    workspace.guiding.done(run, stop, Visit(note="half a sentence"))
    assert workspace.guiding.draft(run, stop) == Draft()


def test_proof_is_attached_and_taken_off(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    stop = run.at
    assert stop is not None
    for _again in range(2):
        workspace.guiding.attach(run, stop, SHA)
    workspace.guiding.attach(run, stop, SHA.replace("a", "c"))
    assert workspace.guiding.evidence(run.id) == {stop.key: [SHA, SHA.replace("a", "c")]}
    workspace.guiding.detach(run, stop, SHA)
    assert workspace.guiding.evidence(run.id) == {stop.key: [SHA.replace("a", "c")]}


def test_a_run_is_listed_with_where_it_stands(workspace: Workspace) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="apps")
    (summary,) = workspace.guiding.runs()
    assert (summary.title, summary.service_name) == ("Delete your X account", "X")
    assert (summary.step_number, summary.step_count) == (
        keys(run).index("apps") + 1,
        len(run.stops),
    )
    assert summary.next_step == "Revoke the connected apps"
    assert not summary.playbook_gone
    assert not summary.clock_is_back
    assert workspace.guiding.summary(run.id) == summary
    assert workspace.guiding.summary(999) is None


def test_what_the_way_out_cost_is_counted(workspace: Workspace) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"))
    cost = cost_of(workspace.guiding.run(run.id))
    assert (cost.screens, cost.seconds) == (2 * len(run.marks), 5 * len(run.marks))
    assert cost.demands == ("password",)


def test_a_removed_run_goes_with_its_notes_and_comes_back_with_them(
    workspace: Workspace, apps: list[int]
) -> None:
    run = walk(workspace, workspace.guiding.start("x-disconnect-app", grant_ids=apps))
    run = workspace.guiding.finish(run)
    before = workspace.guiding.run(run.id), workspace.reminding.said()
    removed = workspace.guiding.remove(run.id)
    with pytest.raises(FootprintError, match="no longer in your list"):
        workspace.guiding.run(run.id)
    assert workspace.guiding.runs() == []
    assert workspace.standing.disclosures(), "what was given away was given away"
    assert workspace.marking.own(), "and what was done was done"
    workspace.guiding.put_back(removed)
    assert (workspace.guiding.run(run.id), workspace.reminding.said()) == before


@pytest.mark.parametrize(
    ("id_", "grants", "why"),
    [
        ("nowhere-delete", [], "no guide called nowhere-delete"),
        ("x-disconnect-app", [], "about single apps"),
        ("x-disconnect-app", [999], "about single apps"),
        ("../x-delete", [], "no guide called"),
    ],
)
def test_what_cannot_be_begun_is_refused_in_words(
    workspace: Workspace, id_: str, grants: list[int], why: str
) -> None:
    with pytest.raises(FootprintError, match=why) as caught:
        workspace.guiding.start(id_, grant_ids=grants)
    assert caught.value.hint
    assert workspace.guiding.runs() == []


def test_a_generated_guide_is_walked_like_any_other(workspace: Workspace) -> None:
    run = walk(workspace, workspace.guiding.start("flickr-delete"))
    assert workspace.guiding.finish(run).state is RunState.FINISHED
    assert [event.title for event in workspace.marking.own()] == ["Deleted the account at Flickr"]


def test_it_outlives_the_program(workspace: Workspace, tmp_path: Path) -> None:
    run = walk(workspace, workspace.guiding.start("spokeo-opt-out"), until="confirm-mail")
    with Workspace.open(tmp_path / "data") as other:
        again = other.guiding.run(run.id)
        assert again == run
        assert again.at is not None
        assert again.says("{profile_url}", again.at) == "https://www.spokeo.com/Sam-Invented"
