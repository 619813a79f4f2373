"""A step refuses what its kind cannot be walked with, a playbook what does not fit together."""

from __future__ import annotations

import pytest

from footprint.domain.playbook import Purpose, id_for
from footprint.domain.step import Choice, Condition, StepKind, filled
from tests.guiding import playbook, step


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (StepKind.OPEN_PAGE, "url"),
        (StepKind.COPY_TEXT, "copy"),
        (StepKind.ENTER, "field"),
        (StepKind.CHOOSE, "choices"),
        (StepKind.WAIT_UNTIL, "wait_days"),
        (StepKind.TAKE_BACK_ACCESS, "takes_back"),
        (StepKind.SEND_REQUEST, "copy"),
    ],
)
def test_a_kind_needs_what_it_is_about(kind, missing):
    with pytest.raises(ValueError, match=f"one: a {kind.value} step needs {missing}"):
        step("one", kind)


@pytest.mark.parametrize("url", ["http://x.com", "javascript:alert(1)", "x.com", "//x.com", ""])
def test_a_link_is_https(url):
    with pytest.raises(ValueError, match="is not https"):
        step("one", url=url)


@pytest.mark.parametrize("id_", ["", "One", "one two", "one--two", "-one", "one@7", "ünit"])
def test_an_id_is_short_and_plain(id_):
    with pytest.raises(ValueError, match="only a-z"):
        step(id_)


def test_names_in_braces_are_put_in_once_and_unknown_ones_stay():
    text = "{a} {b} {c} { a } {A} {}"
    assert filled(text, {"a": "{b}", "b": "{a}"}) == "{b} {a} {c} { a } {A} {}"


def test_a_step_names_only_what_an_earlier_one_asked_for():
    entered = step("ask", StepKind.ENTER, field="case_number")
    assert playbook(entered, step("use", text="{case_number}"))
    with pytest.raises(ValueError, match="use: nothing is known as case_number"):
        playbook(step("use", text="{case_number}"), entered)


def test_a_choice_is_offered_before_it_decides():
    how = step("how", StepKind.CHOOSE, choices=(Choice(id="a", label="A"),))
    by_a = step("by-a", when=Condition(chosen="how=a"))
    assert playbook(how, by_a).minutes == 2
    with pytest.raises(ValueError, match="by-a: no earlier step offers how=a"):
        playbook(by_a, how)


def test_the_name_of_an_app_stands_only_in_a_step_for_each_app():
    assert playbook(step("one", each="app", text="{app}"), title="Off {app}")
    with pytest.raises(ValueError, match=r"one: \{app\} stands only"):
        playbook(step("one", copy="{app}"))


def test_access_is_taken_back_once():
    let_in = step("let-in", StepKind.GRANT_ACCESS)
    shut = [step(id_, StepKind.TAKE_BACK_ACCESS, takes_back="let-in") for id_ in ("a", "b")]
    with pytest.raises(ValueError, match="b: takes back let-in"):
        playbook(let_in, *shut)


def test_only_advice_is_about_no_service():
    assert playbook(step("one"), service=None, purpose=Purpose.ADVICE)
    with pytest.raises(ValueError, match="only advice"):
        playbook(step("one"), service=None)


def test_the_id_follows_from_service_and_purpose():
    assert id_for("linkedin-ssi", Purpose.OPT_OUT) == "linkedin-ssi-opt-out"
    assert id_for("x", Purpose.DISCONNECT_APP) == "x-disconnect-app"
