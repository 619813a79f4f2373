"""A run knows what is next, what is left and what must be taken back, without a window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from footprint.domain.circumstances import Circumstances, applies, in_region
from footprint.domain.run import RunState
from footprint.domain.step import Choice, Condition, StepKind
from footprint.domain.stop import Outcome, Subject
from footprint.errors import FootprintError
from tests.guiding import NOW, here, mark, playbook, run_of, step

APPS = (Subject("7", "Klout", 7), Subject("9", "Buffer", 9))


def keys(run):
    return [stop.key for stop in run.stops]


def test_it_goes_from_step_to_step_to_its_end():
    run = run_of(playbook(step("one", minutes=2), step("two")))
    assert here(run).key == "one"
    assert run.minutes_left == 3
    run = run.mark(mark("one")).mark(mark("two"))
    assert run.at is None
    assert run.finish(NOW).state is RunState.FINISHED


def test_steps_of_several_apps_are_walked_app_by_app():
    book = playbook(step("open"), step("pick", each="app"), step("press", each="app"), step("look"))
    run = run_of(book, APPS)
    assert keys(run) == ["open", "pick@7", "press@7", "pick@9", "press@9", "look"]


def test_names_in_braces_are_filled_in_by_app_and_by_what_was_entered():
    book = playbook(
        step("where", StepKind.ENTER, field="profile_url"),
        step("revoke", each="app", title="Revoke {app} of {handle} at {profile_url}"),
    )
    run = run_of(book, APPS, names={"handle": "@sam"})
    run = run.mark(mark("where", answer="https://x.com/sam"))
    assert run.says(here(run).step.title, here(run)) == "Revoke Klout of @sam at https://x.com/sam"


def test_what_is_not_known_stays_in_braces():
    run = run_of(playbook(step("one", title="Tell {handle}")))
    assert run.says(here(run).step.title, here(run)) == "Tell {handle}"


def test_what_is_entered_is_not_filled_in_again():
    """An answer that looks like a name in braces is a text like any other."""
    book = playbook(
        step("where", StepKind.ENTER, field="profile_url"),
        step("paste", StepKind.COPY_TEXT, copy="{profile_url}"),
    )
    run = run_of(book, names={"name": "Sam"}).mark(mark("where", answer="{name}"))
    assert run.says(here(run).step.copy or "", here(run)) == "{name}"


def test_an_app_that_is_called_like_a_name_in_braces_is_not_filled_in():
    book = playbook(step("one", each="app", title="Pick {app} of {handle}"), title="Off {app}")
    run = run_of(book, [Subject("7", "{handle}{app}", 7)], names={"handle": "{name}", "name": "S"})
    assert run.says(here(run).step.title, here(run)) == "Pick {handle}{app} of {name}"
    assert run.title == "Off {handle}{app}"


def test_a_clock_that_was_set_back_is_noticed():
    run = run_of(playbook(step("one"), step("two"))).mark(mark("one", at=NOW + timedelta(days=1)))
    assert run.clock_is_back(NOW)
    assert not run.clock_is_back(NOW + timedelta(days=1))
    assert not run.clock_is_back(NOW + timedelta(days=1, minutes=-4))


def test_access_cannot_be_left_open_by_going_round_it():
    """Jumping to the end, or saying that it does not apply, is no taking back."""
    run = run_of(ACCESS).mark(mark("let-in")).go("shut")
    with pytest.raises(FootprintError, match="reason"):
        run.mark(mark("shut", Outcome.NOT_APPLICABLE))
    assert here(run.go("opt-out").mark(mark("opt-out"))).key == "shut"


def test_a_step_that_does_not_apply_is_not_met():
    book = playbook(step("phone", when=Condition(has_phone=True)), step("end"))
    assert keys(run_of(book, known=Circumstances(has_phone=False))) == ["end"]
    assert keys(run_of(book, known=Circumstances(has_phone=True))) == ["phone", "end"]
    unknown = run_of(book)
    assert [stop.sure for stop in unknown.stops] == [False, True]


def test_a_choice_decides_what_comes():
    book = playbook(
        step(
            "how", StepKind.CHOOSE, choices=(Choice(id="a", label="A"), Choice(id="b", label="B"))
        ),
        step("by-a", when=Condition(chosen="how=a")),
        step("by-b", when=Condition(chosen="how=b")),
    )
    run = run_of(book).mark(mark("how", answer="b"))
    assert keys(run) == ["how", "by-b"]
    assert here(run).key == "by-b"


def test_what_hangs_on_a_choice_that_was_not_offered_is_not_met():
    book = playbook(
        step(
            "how",
            StepKind.CHOOSE,
            choices=(Choice(id="a", label="A"), Choice(id="b", label="B")),
            when=Condition(has_phone=True),
        ),
        step("by-a", when=Condition(chosen="how=a")),
        step("end"),
    )
    assert keys(run_of(book, known=Circumstances(has_phone=False))) == ["end"]
    declared = run_of(book).mark(mark("how", Outcome.NOT_APPLICABLE))
    assert keys(declared) == ["how", "end"]


def test_one_goes_back_and_jumps_and_what_was_done_stays_done():
    run = run_of(playbook(step("one"), step("two"), step("three"))).mark(mark("one"))
    assert here(run.back()).key == "one"
    assert here(run.back().back()).key == "one"
    jumped = run.go("three").mark(mark("three"))
    assert here(jumped).key == "two"
    with pytest.raises(FootprintError, match="no such step"):
        run.go("four")


def test_it_cannot_end_while_something_is_left():
    run = run_of(playbook(step("one"), step("two"))).mark(mark("one", Outcome.SKIPPED))
    with pytest.raises(FootprintError, match="left"):
        run.finish(NOW)
    assert run.mark(mark("two", Outcome.NOT_APPLICABLE)).finish(NOW).ended_at == NOW


ACCESS = playbook(
    step("let-in", StepKind.GRANT_ACCESS),
    step("opt-out"),
    step("shut", StepKind.TAKE_BACK_ACCESS, takes_back="let-in"),
)


def test_access_that_was_granted_must_be_taken_back():
    run = run_of(ACCESS).mark(mark("let-in")).mark(mark("opt-out"))
    assert [stop.key for stop in run.obligations] == ["shut"]
    with pytest.raises(FootprintError, match="still open"):
        run.finish(NOW)
    with pytest.raises(FootprintError, match="reason"):
        run.mark(mark("shut", Outcome.SKIPPED))
    with pytest.raises(FootprintError, match="reason"):
        run.mark(mark("shut", Outcome.NOT_APPLICABLE))
    assert run.mark(mark("shut", Outcome.SKIPPED, reason="I need it")).finish(NOW)
    assert run.mark(mark("shut")).finish(NOW)


def test_access_that_was_never_granted_is_no_obligation():
    run = run_of(ACCESS).mark(mark("let-in", Outcome.SKIPPED)).mark(mark("opt-out"))
    assert run.obligations == ()
    assert run.mark(mark("shut", Outcome.NOT_APPLICABLE)).finish(NOW)


def test_a_run_that_is_given_up_still_names_the_access_that_is_open():
    run = run_of(ACCESS).mark(mark("let-in")).abandon(NOW)
    assert run.state is RunState.ABANDONED
    assert [stop.key for stop in run.obligations] == ["shut"]
    assert here(run.resume()).key == "opt-out"


@pytest.mark.parametrize("act", ["back", "pause"])
def test_a_run_that_has_ended_does_not_move(act):
    run = run_of(playbook(step("one"))).mark(mark("one")).finish(NOW)
    with pytest.raises(FootprintError, match="ended"):
        getattr(run, act)()


def test_a_wait_counts_from_what_was_done_last():
    book = playbook(step("press"), step("wait", StepKind.WAIT_UNTIL, wait_days=30))
    run = run_of(book).mark(mark("press"))
    until = run.waits_until(here(run), date(2030, 1, 1))
    assert until == NOW.date() + timedelta(days=30)
    assert run.waits_until(run.stops[0], date(2030, 1, 1)) is None


def test_marks_of_steps_that_a_newer_playbook_no_longer_has_are_kept():
    run = run_of(playbook(step("new"))).mark(mark("old"))
    assert "old" in run.marks
    assert here(run).key == "new"


def test_its_title_names_the_app_or_counts_them():
    book = playbook(step("one", each="app"), title="Disconnect {app} from {service}")
    assert run_of(book, APPS[:1], names={"service": "X"}).title == "Disconnect Klout from X"
    assert run_of(book, APPS, names={"service": "X"}).title == "Disconnect 2 apps from X"


@pytest.mark.parametrize(
    ("country", "regions", "verdict"),
    [
        ("DE", ("EU",), True),
        ("NO", ("EU",), False),
        ("NO", ("EEA",), True),
        ("US-CA", ("US",), True),
        ("US", ("US-CA",), None),
        ("US-NY", ("US-CA",), False),
        (None, ("EU",), None),
    ],
)
def test_regions(country, regions, verdict):
    assert in_region(country, regions) is verdict


def test_everything_said_in_a_condition_holds():
    condition = Condition(has_phone=True, countries=("DE",))
    assert applies(condition, Circumstances(has_phone=True, country="DE"), {}) is True
    assert applies(condition, Circumstances(has_phone=True), {}) is None
    assert applies(condition, Circumstances(has_phone=False), {}) is False
    assert applies(Condition(), Circumstances(), {}) is True
