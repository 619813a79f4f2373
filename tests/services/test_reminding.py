"""What is due, when, and how a calendar reads it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from footprint.domain.due import Due, DueKind
from footprint.errors import FootprintError
from footprint.services.workspace import Workspace
from tests.guiding import connected, walk
from tests.services.conftest import Clock

TODAY = date(2026, 6, 1)


def due_of(workspace: Workspace, kind: DueKind) -> list[Due]:
    return [due for due in workspace.reminding.due() if due.kind is kind]


def entries(content: bytes) -> dict[str, tuple[date, date, str]]:
    """The entries of a calendar file by their id, as the library reads them back."""
    calendar: Any = Calendar.from_ical(content)
    return {
        str(entry["uid"]): (entry["dtstart"].dt, entry["dtend"].dt, str(entry["summary"]))
        for entry in calendar.walk("VEVENT")
    }


def test_nothing_is_due_when_nothing_was_begun(workspace: Workspace) -> None:
    assert workspace.reminding.all() == []
    assert workspace.reminding.count() == 0
    assert entries(workspace.reminding.calendar()) == {}


def test_a_guide_left_open_says_where_one_stopped(workspace: Workspace) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="apps")
    (due,) = workspace.reminding.due()
    assert (due.kind, due.target, due.day) == (DueKind.RUN, str(run.id), TODAY)
    assert due.detail.startswith("You stopped at step ")
    assert due.detail.endswith(": Revoke the connected apps")
    workspace.guiding.pause(run)
    assert workspace.reminding.due() == [], "what was put aside on purpose is left alone"


@pytest.mark.parametrize("put_aside", [False, True])
def test_a_grace_period_is_shown_and_its_end_is_due_also_when_put_aside(
    workspace: Workspace, clock: Clock, put_aside: bool
) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="wait")
    if put_aside:
        workspace.guiding.pause(run)
    (grace,) = workspace.reminding.due()
    assert (grace.kind, grace.counts, grace.until) == (DueKind.GRACE, False, date(2026, 7, 1))
    assert grace.detail == "Do not sign in at X before 2026-07-01, not by an app either."
    assert workspace.reminding.count() == 0

    clock.moment += timedelta(days=30)
    (step,) = workspace.reminding.due()
    assert (step.kind, step.day, step.counts) == (DueKind.STEP, date(2026, 7, 1), True)


def test_the_calendar_has_stable_ids_and_reads_back(workspace: Workspace, clock: Clock) -> None:
    run = walk(workspace, workspace.guiding.start("x-delete"), until="wait")
    before = entries(workspace.reminding.calendar())
    title = "Delete your X account"
    assert before == {
        f"grace-{run.id}@footprint.invalid": (TODAY, date(2026, 7, 1), title),
        f"step-{run.id}@footprint.invalid": (date(2026, 7, 1), date(2026, 7, 2), title),
    }
    clock.moment += timedelta(days=10)
    assert entries(workspace.reminding.calendar()) == before, "a newer file moves nothing"
    step = f"step-{run.id}@footprint.invalid"
    assert entries(workspace.reminding.calendar_of_wait(run.id)) == {step: before[step]}
    assert entries(workspace.reminding.calendar_of_wait(999)) == {}


def test_a_calendar_entry_reminds_in_the_morning(workspace: Workspace) -> None:
    walk(workspace, workspace.guiding.start("x-delete"), until="wait")
    calendar: Any = Calendar.from_ical(workspace.reminding.calendar())
    alarms = calendar.walk("VALARM")
    assert alarms
    assert all(alarm["trigger"].dt == timedelta(hours=9) for alarm in alarms)


def test_a_month_later_one_quiet_question(workspace: Workspace, clock: Clock) -> None:
    ids = connected(workspace, "Klout")
    run = workspace.guiding.start("x-disconnect-app", grant_ids=ids)
    run = workspace.guiding.finish(walk(workspace, run))
    assert due_of(workspace, DueKind.MISSED) == []
    clock.moment += timedelta(days=30)
    (asked,) = due_of(workspace, DueKind.MISSED)
    assert (asked.title, asked.counts) == ("Do you miss it?", False)

    workspace.guiding.miss(run.id, "no", " not for a minute ")
    assert due_of(workspace, DueKind.MISSED) == []
    (summary,) = workspace.guiding.runs()
    assert (summary.missed, summary.missed_note) == ("no", "not for a minute")


def test_the_question_goes_away_by_itself(workspace: Workspace, clock: Clock) -> None:
    workspace.guiding.finish(walk(workspace, workspace.guiding.start("x-delete")))
    clock.moment += timedelta(days=91)
    assert due_of(workspace, DueKind.MISSED) == []


def test_one_looks_again_soon_and_then_after_the_relisting(
    workspace: Workspace, clock: Clock
) -> None:
    """Spokeo's guide plans a look after 7 and after 90 days."""

    def look(listed: str) -> None:
        run = workspace.guiding.start("spokeo-opt-out")
        workspace.guiding.finish(walk(workspace, run, listed=listed))

    look("yes")
    clock.moment += timedelta(days=7)
    (due,) = due_of(workspace, DueKind.CHECK_BACK)
    assert (due.target, due.title) == ("spokeo", "See whether it worked at Spokeo")
    look("no")
    clock.moment += timedelta(days=7)
    assert due_of(workspace, DueKind.CHECK_BACK) == [], "the second look was the first's answer"
    clock.moment += timedelta(days=84)
    assert [d.target for d in due_of(workspace, DueKind.STANDING)] == ["spokeo"]


def test_a_letter_without_an_answer_is_looked_after_once_nobody_walks_the_guide(
    workspace: Workspace, clock: Clock
) -> None:
    run = walk(workspace, workspace.guiding.start("crif-de-opt-out"), until="wait")
    clock.moment += timedelta(days=40)
    assert due_of(workspace, DueKind.CHECK_BACK) == [], "the guide itself says so"
    workspace.guiding.abandon(run)
    (due,) = due_of(workspace, DueKind.CHECK_BACK)
    assert due.detail == "On 2026-06-01 it stood: requested."


def test_what_is_put_off_comes_back_on_its_day(workspace: Workspace, clock: Clock) -> None:
    walk(workspace, workspace.guiding.start("x-delete"), until="apps")
    (due,) = workspace.reminding.due()
    workspace.reminding.put_off(due, TODAY + timedelta(days=3))
    assert workspace.reminding.due() == []
    clock.moment += timedelta(days=3)
    assert workspace.reminding.due() == [due]
    workspace.reminding.put_off(due, TODAY + timedelta(days=9))
    workspace.reminding.put_off(due, None)
    assert workspace.reminding.due() == [due]


def test_a_day_in_the_past_is_no_day_to_put_something_off_to(workspace: Workspace) -> None:
    walk(workspace, workspace.guiding.start("x-delete"), until="apps")
    (due,) = workspace.reminding.due()
    with pytest.raises(FootprintError, match="2026-05-31 is over already") as caught:
        workspace.reminding.put_off(due, TODAY - timedelta(days=1))
    assert "clock" in caught.value.hint
    assert workspace.reminding.due() == [due]
