"""What a change is put down to, and how sure that is."""

from datetime import date, timedelta

import pytest

from footprint.domain.explaining.explanation import Verdict, explain_all
from footprint.domain.explaining.score_change import ChangeKind
from tests.scales import GRADES, HUNDRED
from tests.telling import FIRST, act, outcome, reading, theirs, told_daily, told_on


def wavering(levels):
    return [level + number % 2 for number, level in enumerate(levels)]


FALL = told_daily(wavering([50] * 100 + [40] * 100))  # on 11 April 2015


def the_step(events, readings=FALL, scale=HUNDRED):
    (found,) = [e for e in explain_all(readings, scale, events) if e.change.kind is ChangeKind.STEP]
    return found


@pytest.mark.parametrize(
    ("events", "verdict"),
    [
        ((), Verdict.UNEXPLAINED),
        ((act("2015-04-09"),), Verdict.OWN_ACT),
        ((theirs("2015-04-11"),), Verdict.THEIR_CHANGE),
        ((act("2015-03-01"), theirs("2015-05-01")), Verdict.UNEXPLAINED),  # too far off
        ((outcome("2015-04-10"),), Verdict.UNEXPLAINED),
        ((act("2015-04-10"), theirs("2015-04-13")), Verdict.OWN_ACT),  # the nearer one
        ((act("2015-04-04"), theirs("2015-04-11")), Verdict.THEIR_CHANGE),
        ((act("2015-04-10"), theirs("2015-04-11")), Verdict.THEIR_CHANGE),  # equally near
    ],
)
def test_the_verdict(events, verdict):
    assert the_step(events).verdict is verdict


def test_with_both_near_it_is_half_as_sure_and_both_are_named():
    alone = the_step((act("2015-04-10"),))
    both = the_step((act("2015-04-10"), theirs("2015-04-13")))
    assert both.sure == pytest.approx(alone.sure / 2)
    assert [event.kind for event in both.coincides_with] == ["own_act", "their_change"]
    turned = the_step((act("2015-04-04"), theirs("2015-04-11")))
    assert [event.kind for event in turned.coincides_with] == ["their_change", "own_act"]


def test_the_more_is_logged_the_less_a_coincidence_says():
    days = [FIRST + timedelta(days=number) for number in range(0, 200, 4)]
    busy = the_step([act(day, f"Act {day}") for day in days])
    assert busy.verdict is Verdict.OWN_ACT
    assert busy.sure < 0.8 < the_step((act("2015-04-10"),)).sure


def retold_month(*, told="2015-04-11", number=41):
    return FALL + [
        reading(1000 + r.id, r.effective.date(), number, told=told)
        for r in FALL
        if date(2015, 3, 12) <= r.effective.date() <= date(2015, 4, 10)
    ]


def test_a_fall_with_its_past_rewritten_and_nothing_announced_is_rewritten():
    found = explain_all(retold_month(), HUNDRED)
    assert [e.verdict for e in found] == [Verdict.REWRITTEN, Verdict.REWRITTEN]
    assert [e.change.kind for e in found] == [ChangeKind.RETOLD, ChangeKind.STEP]
    assert found[0].sure == 1


def test_a_rewritten_past_is_theirs_even_if_an_act_lies_nearer():
    step = the_step((act("2015-04-10"), theirs("2015-04-13")), retold_month())
    assert step.verdict is Verdict.THEIR_CHANGE


def test_no_act_of_yours_makes_them_tell_the_past_anew():
    retold, _step = explain_all(retold_month(), HUNDRED, (act("2015-04-11"),))
    assert retold.verdict is Verdict.REWRITTEN
    assert retold.coincides_with == ()


def test_what_was_told_later_is_no_change_of_the_past():
    found = explain_all(retold_month(number=20), HUNDRED)
    assert [e.change.kind for e in found] == [ChangeKind.RETOLD, ChangeKind.STEP]
    assert round(found[1].change.size) == -10, "the fall is that of what was told in its time"


def test_each_step_of_a_staircase_of_grades_has_its_own_reason():
    told = told_daily([5.0] * 30 + [4.0] * 30 + [3.0] * 30, apart=3)
    first, second = explain_all(told, GRADES, (act("2015-03-31"),))
    assert (first.verdict, second.verdict) == (Verdict.OWN_ACT, Verdict.UNEXPLAINED)


def test_a_spike_next_to_an_act_asks_for_no_reason():
    values = wavering([50] * 120)
    values[60] = 95
    assert explain_all(told_daily(values), HUNDRED, (act("2015-03-02"),)) == ()


def test_a_change_over_a_gap_is_less_sure_than_one_between_two_days():
    days = [*range(60), *range(300, 360)]
    gap = told_on(days, wavering([50] * 60 + [40] * 60))
    far = the_step((act("2015-06-01"),), gap)
    assert far.verdict is Verdict.OWN_ACT
    assert far.sure < the_step((act("2015-04-10"),)).sure


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_too_few_readings_have_nothing_to_explain(count):
    assert explain_all(FALL[:count], HUNDRED, (act("2015-01-02"),)) == ()
