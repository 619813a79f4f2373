"""What follows from walking a guide, and what archives say of it afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from footprint.domain.circumstances import Circumstances
from footprint.domain.due import DueKind
from footprint.domain.event import EventKind
from footprint.domain.grant import Choice
from footprint.domain.preview import ImportReport, Losses
from footprint.domain.standing import StandingState
from footprint.domain.stop import Outcome
from footprint.services.guiding import Visit
from footprint.services.workspace import Workspace
from tests.guiding import connected, walk
from tests.making import grant, harvest
from tests.services.conftest import Clock

Take = Callable[..., ImportReport]


@pytest.fixture
def apps(workspace: Workspace) -> list[int]:
    return connected(workspace, "Klout", "Buffer")


def disconnected(workspace: Workspace, apps: list[int], **answers: str):
    run = workspace.guiding.start(
        "x-disconnect-app", grant_ids=apps, known=Circumstances(app_signs_in=False)
    )
    return walk(workspace, run, **answers)


def said(workspace: Workspace) -> dict[str, tuple[datetime | None, datetime | None]]:
    return {s.app: (s.gone_since, s.listed_again) for s in workspace.reminding.said()}


# --- what was given away ------------------------------------------------------------------------


def test_what_was_given_to_whom_is_written_down_once(workspace: Workspace) -> None:
    run = walk(workspace, workspace.guiding.start("spokeo-opt-out"))
    told = {(d.stop, d.service, d.identifier.value) for d in workspace.standing.disclosures()}
    assert told == {
        ("find-listing", "spokeo", "name"),
        ("send-form", "spokeo", "profile_url"),
        ("send-form", "spokeo", "email"),
        ("look-again", "spokeo", "name"),
    }
    again = workspace.guiding.go(run, "send-form")
    assert again.at is not None
    workspace.guiding.done(again, again.at)
    assert len(workspace.standing.disclosures()) == len(told), "the same told twice is one"
    assert workspace.standing.disclosures("facebook") == []


def test_what_was_skipped_was_not_given_away(workspace: Workspace) -> None:
    run = workspace.guiding.start("spokeo-opt-out")
    assert run.at is not None
    workspace.guiding.skip(run, run.at, Visit(reason="no"))
    assert workspace.standing.disclosures() == []


def test_a_page_of_another_service_is_told_under_its_name(workspace: Workspace) -> None:
    walk(workspace, workspace.guiding.start("klout-opt-out"), until="other-lists")
    told = {d.service for d in workspace.standing.disclosures()}
    assert told == {"x", "facebook", "linkedin", "google"}


# --- standings ----------------------------------------------------------------------------------


def test_a_listing_goes_from_found_to_not_visible_to_unknown(
    workspace: Workspace, clock: Clock
) -> None:
    run = walk(workspace, workspace.guiding.start("spokeo-opt-out"), until="wait")
    assert workspace.standing.states() == {"spokeo": StandingState.FOUND}
    workspace.guiding.finish(walk(workspace, run))
    assert workspace.standing.states() == {"spokeo": StandingState.NOT_VISIBLE}
    seen = workspace.standing.of("spokeo")[0]
    assert (seen.relist_days, seen.method, seen.run_id) == (90, "you looked", run.id)

    clock.moment += timedelta(days=91)
    assert workspace.standing.states() == {"spokeo": StandingState.UNKNOWN}
    due = {each.kind: each for each in workspace.reminding.due()}
    assert due[DueKind.STANDING].target == "spokeo"
    walk(workspace, workspace.guiding.start("spokeo-opt-out"), until="listing-address")
    assert workspace.standing.states() == {"spokeo": StandingState.VISIBLE_AGAIN}


def test_who_finds_nothing_is_not_visible_and_has_not_opted_out(workspace: Workspace) -> None:
    run = walk(workspace, workspace.guiding.start("spokeo-opt-out"), listed="no")
    workspace.guiding.finish(run)
    assert workspace.standing.states() == {"spokeo": StandingState.NOT_VISIBLE}
    assert workspace.marking.own() == []


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("gone", StandingState.NOT_VISIBLE),
        ("still_there", StandingState.VISIBLE_AGAIN),
        ("cannot_check", StandingState.CANNOT_BE_CHECKED),
    ],
)
def test_the_answers_of_a_look(workspace: Workspace, answer: str, state: StandingState) -> None:
    walk(workspace, workspace.guiding.start("spokeo-opt-out"), listed="no")
    walk(workspace, workspace.guiding.start("spokeo-opt-out"), look_again=answer, listed="yes")
    assert workspace.standing.states() == {"spokeo": state}


def test_a_letter_makes_it_requested(workspace: Workspace) -> None:
    walk(workspace, workspace.guiding.start("crif-de-opt-out"), until="wait")
    assert workspace.standing.states() == {"crif-de": StandingState.REQUESTED}


def test_an_account_that_is_still_there_is_found(workspace: Workspace) -> None:
    walk(workspace, workspace.guiding.start("x-delete"), look_again="still_there")
    assert workspace.standing.states() == {"x": StandingState.FOUND}


# --- claims and archives ------------------------------------------------------------------------


def test_what_the_person_said_is_verified_by_the_next_archive(
    workspace: Workspace, apps: list[int], take: Take
) -> None:
    disconnected(workspace, apps)
    assert said(workspace) == {"Klout": (None, None), "Buffer": (None, None)}
    take(harvest("2026-09-01", [grant("Other", id="other")]), "later.zip")
    assert {name: gone.date() for name, (gone, _again) in said(workspace).items() if gone} == {
        "Klout": date(2026, 9, 1),
        "Buffer": date(2026, 9, 1),
    }
    assert not [d for d in workspace.reminding.due() if d.kind is DueKind.CAME_BACK]


def test_what_is_listed_again_came_back(
    workspace: Workspace, apps: list[int], take: Take, clock: Clock
) -> None:
    disconnected(workspace, apps)
    clock.moment += timedelta(days=100)
    take(harvest("2026-09-01", [grant("Klout", id="klout")]), "later.zip")
    again = {name for name, (_gone, back) in said(workspace).items() if back}
    assert again == {"Klout"}
    (due,) = [d for d in workspace.reminding.due() if d.kind is DueKind.CAME_BACK]
    assert (due.title, due.target) == ("Klout came back", str(apps[0]))


def test_an_archive_from_before_says_nothing_of_it(
    workspace: Workspace, apps: list[int], take: Take
) -> None:
    disconnected(workspace, apps)
    take(harvest("2026-05-20", [grant("Klout", id="klout")]), "earlier.zip")
    assert said(workspace)["Klout"] == (None, None)


def test_an_import_that_is_undone_takes_its_word_with_it(
    workspace: Workspace, apps: list[int], take: Take
) -> None:
    disconnected(workspace, apps)
    report = take(harvest("2026-09-01", [grant("Klout", id="klout")]), "later.zip")
    workspace.importing.undo(report.records[0].id)
    assert said(workspace) == {"Klout": (None, None), "Buffer": (None, None)}


def test_the_import_that_brought_the_apps_names_what_goes_with_it(
    workspace: Workspace, apps: list[int]
) -> None:
    run = workspace.guiding.finish(disconnected(workspace, apps))
    first = workspace.seeing.imports()[0].id
    assert workspace.importing.losses(first) == Losses(decisions=0, said_gone=2)
    workspace.importing.undo(first)
    assert workspace.reminding.said() == []
    again = workspace.guiding.run(run.id)
    assert again.title == "Disconnect 2 apps from X", "the story stays readable"
    assert {subject.name for subject in again.subjects} == {"Klout", "Buffer"}


def test_still_there_takes_the_word_back(workspace: Workspace, apps: list[int]) -> None:
    disconnected(workspace, apps, look_again="still_there")
    assert said(workspace) == {}


def test_an_app_that_was_skipped_is_not_said_to_be_gone(
    workspace: Workspace, apps: list[int]
) -> None:
    run = workspace.guiding.start(
        "x-disconnect-app", grant_ids=apps, known=Circumstances(app_signs_in=False)
    )
    run = walk(workspace, run, until="revoke")
    assert run.at is not None
    assert run.at.subject is not None
    skipped = run.at.subject.name
    run = workspace.guiding.skip(run, run.at, Visit(reason="I need it"))
    run = workspace.guiding.finish(walk(workspace, run))
    (kept,) = said(workspace)
    assert kept != skipped
    (event,) = workspace.marking.own()
    assert event.title == f"Disconnected {kept} from X"


def test_setting_another_way_to_sign_in_disconnects_nothing(
    workspace: Workspace, apps: list[int]
) -> None:
    run = workspace.guiding.start(
        "x-disconnect-app", grant_ids=apps[:1], known=Circumstances(app_signs_in=True)
    )
    run = walk(workspace, run, until="revoke")
    assert said(workspace) == {}
    run = walk(workspace, run, until="look-again")
    assert set(said(workspace)) == {"Klout"}
    run = workspace.guiding.go(run, f"revoke@{apps[0]}")
    assert run.at is not None
    workspace.guiding.skip(run, run.at, Visit(reason="pressed the wrong one"))
    assert said(workspace) == {}


def test_all_at_once_leaves_out_what_the_person_keeps(
    workspace: Workspace, apps: list[int]
) -> None:
    workspace.deciding.decide(apps[1:], Choice.KEEP)
    account = workspace.seeing.accounts()[0].account.id
    run = workspace.guiding.start("x-disconnect-all", account_id=account)
    workspace.guiding.finish(walk(workspace, run))
    assert set(said(workspace)) == {"Klout"}


@pytest.mark.parametrize("answer", ["still_there", "cannot_check"])
def test_all_at_once_claims_nothing_that_was_not_seen(
    workspace: Workspace, apps: list[int], answer: str
) -> None:
    account = workspace.seeing.accounts()[0].account.id
    run = workspace.guiding.start("x-disconnect-all", account_id=account)
    workspace.guiding.finish(walk(workspace, run, look_again=answer))
    assert apps
    assert said(workspace) == {}
    assert workspace.marking.own() == []


# --- the time axis ------------------------------------------------------------------------------


def test_the_end_stands_on_the_time_axis(workspace: Workspace, apps: list[int]) -> None:
    workspace.guiding.finish(disconnected(workspace, apps))
    (event,) = workspace.marking.own()
    assert (event.kind, event.title) == (
        EventKind.OWN_ACT, "Disconnected Buffer, Klout from X",
    )  # fmt: skip
    assert event.day == date(2026, 6, 1)
    assert set(event.services) == {"x", "klout", "buffer"}


def test_many_apps_are_counted_in_the_title_and_named_below(workspace: Workspace) -> None:
    ids = connected(workspace, *(f"App {n}" for n in range(20)))
    workspace.guiding.finish(disconnected(workspace, ids))
    (event,) = workspace.marking.own()
    assert event.title == "Disconnected 20 apps from X"
    assert "App 19" in event.detail


def test_a_deletion_of_which_the_last_press_was_skipped_is_none(workspace: Workspace) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="press-deactivate")
    assert run.at is not None
    run = workspace.guiding.skip(run, run.at, Visit(reason="not yet"))
    run = walk(workspace, run, look_again="still_there")
    assert run.marks["press-deactivate"].outcome is Outcome.SKIPPED
    workspace.guiding.finish(run)
    assert workspace.marking.own() == []


def test_a_deactivation_is_an_act_though_it_can_be_undone(workspace: Workspace) -> None:
    workspace.guiding.finish(walk(workspace, workspace.guiding.start("bluesky-deactivate")))
    (event,) = workspace.marking.own()
    assert event.title == "Deactivated the account at Bluesky"
