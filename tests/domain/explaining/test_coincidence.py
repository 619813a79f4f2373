"""What lies near a change: windows, spans, inexact days, and how often chance would do as much."""

from datetime import date

import pytest

from footprint.domain.event import Event, EventKind
from footprint.domain.explaining.changing import changes
from footprint.domain.explaining.coincidence import Background, concerning, near, retold_with
from footprint.domain.explaining.explanation import explain_all
from footprint.domain.explaining.score_change import ChangeKind
from footprint.domain.series import series_of
from tests.scales import COUNT, HUNDRED
from tests.telling import act, outcome, reading, theirs, told_daily

BEGINS, ENDS = date(2015, 1, 1), date(2015, 7, 19)
OWN, THEIRS = EventKind.OWN_ACT, EventKind.THEIR_CHANGE


def wavering(levels):
    return [level + number % 2 for number, level in enumerate(levels)]


def fall(apart=1):
    """Down from 50 on 10 April to 40 on 11 April 2015."""
    (step,) = changes(
        series_of(told_daily(wavering([50] * 100 + [40] * 100), apart=apart)), HUNDRED
    )
    return step


def background(*events, rewrites=()):
    return Background(scale=HUNDRED, begins=BEGINS, ends=ENDS, events=events, rewrites=rewrites)


@pytest.mark.parametrize(
    ("day", "kind", "met"),
    [
        ("2015-04-03", OWN, True),  # seven days before the last old reading
        ("2015-04-02", OWN, False),
        ("2015-04-11", OWN, True),
        ("2015-04-12", OWN, False),  # what one does later explains nothing
        ("2015-04-08", THEIRS, True),
        ("2015-04-07", THEIRS, False),
        ("2015-04-13", THEIRS, True),  # announced a little late
        ("2015-04-14", THEIRS, False),
    ],
)
def test_a_window_of_days_around_a_step(day, kind, met):
    event = act(day) if kind is OWN else theirs(day)
    found = near(fall(), background(event), kind)
    assert bool(found.events) is met
    assert bool(found.by_chance) is met


def test_an_outcome_explains_nothing():
    assert near(fall(), background(outcome("2015-04-10")), OWN).events == ()


def test_the_nearest_comes_first_and_more_events_are_more_chance():
    alone = near(fall(), background(act("2015-04-10")), OWN)
    several = near(
        fall(),
        background(act("2015-04-04", "B"), act("2015-04-10", "A"), act("2015-06-01", "C")),
        OWN,
    )
    assert [event.title for event in several.events] == ["A", "B"]
    assert 0 < alone.by_chance < several.by_chance < 1


def test_what_lies_further_off_would_lie_as_near_more_often():
    close, far = (near(fall(), background(act(day)), OWN) for day in ("2015-04-10", "2015-04-03"))
    assert close.by_chance < far.by_chance
    assert (close.distance(fall()), far.distance(fall())) == (0, 7)


def test_a_day_that_is_only_known_to_the_month_may_be_any_of_it():
    month = theirs("2015-04-01", ends=date(2015, 4, 30), exact=False)
    found = near(fall(), background(month), THEIRS)
    assert found.events == (month,)
    exact = near(fall(), background(theirs("2015-04-10")), THEIRS)
    assert found.by_chance > 3 * exact.by_chance, "a whole month meets by chance more often"


def test_a_step_in_a_gap_meets_whatever_lies_in_the_gap():
    days = [*range(60), *range(120, 200)]
    told = [
        r
        for r in told_daily(wavering([50] * 100 + [40] * 100))
        if (r.effective.date() - BEGINS).days in days
    ]
    (step,) = changes(series_of(told), HUNDRED)
    found = near(step, background(act("2015-03-20")), OWN)
    assert found.events
    assert found.by_chance > near(fall(), background(act("2015-04-10")), OWN).by_chance


def rise():
    levels = [40.0] * 60 + [40 + n * 0.4 for n in range(100)] + [80.0] * 40
    (trend,) = changes(series_of(told_daily(wavering(levels))), HUNDRED)
    assert trend.kind is ChangeKind.TREND
    return trend


@pytest.mark.parametrize(
    ("event", "met"),
    [
        (act("2015-03-01"), True),  # where it begins
        (act("2015-05-20"), False),  # in its second half: it went on as before
        (act("2015-03-10", ends=date(2015, 6, 1)), True),
        (act("2015-04-20", ends=date(2015, 6, 1)), False),  # covers less than half of it
    ],
)
def test_what_went_on_bit_by_bit_has_to_begin_with_its_reason(event, met):
    assert bool(near(rise(), background(event), OWN).events) is met


def test_a_counter_changes_its_pace_where_its_reason_is():
    values = [0.0]
    for number in range(200):
        values.append(values[-1] + (20 if number < 100 else 45) + number % 3)
    (pace,) = changes(series_of(told_daily(values)), COUNT)
    assert pace.kind is ChangeKind.PACE
    assert near(pace, background(act("2015-04-10")), OWN).events
    assert not near(pace, background(act("2015-06-10")), OWN).events


def test_events_are_about_all_scores_or_named_ones_or_services():
    about = {
        "all": act("2015-01-01", "all"),
        "klout": act("2015-01-01", "klout", scores=("klout",)),
        "own": act("2015-01-01", "own", scores=("own:12",)),
        "facebook": act("2015-01-01", "facebook", services=("facebook",)),
        "both": act("2015-01-01", "both", scores=("kred",), services=("facebook",)),
    }
    found = concerning(about.values(), ["klout", "own:7"], ["klout", "facebook"])
    assert [event.title for event in found] == ["all", "klout", "facebook"]


def retelling(number, told="2015-04-12"):
    """200 days, of which March was told anew with a constant `number`."""
    first = told_daily(wavering([50] * 100 + [40] * 100))
    return first + [
        reading(1000 + r.id, r.effective.date(), number, told=told)
        for r in first
        if r.effective.month == 3
    ]


def test_a_rewrite_belongs_to_a_change_in_its_direction_and_time():
    found = explain_all(retelling(41), HUNDRED)
    (step,) = [e for e in found if e.change.kind is ChangeKind.STEP]
    assert len(step.rewrites) == 1
    (other_way,) = [
        e for e in explain_all(retelling(60), HUNDRED) if e.change.kind is ChangeKind.STEP
    ]
    assert other_way.rewrites == ()
    (much_later,) = [
        e
        for e in explain_all(retelling(41, "2015-06-20"), HUNDRED)
        if e.change.kind is ChangeKind.STEP
    ]
    assert much_later.rewrites == ()


def test_another_score_s_rewrite_says_nothing():
    (told,) = explain_all(retelling(41), HUNDRED)[0].rewrites or [None]
    from dataclasses import replace

    assert told is not None
    assert retold_with(fall(), [replace(told, score_id=2)]) == ()


def test_a_shipped_event_keeps_its_kind():
    assert isinstance(theirs("2015-01-01"), Event)
    assert near(fall(), background(theirs("2015-04-10")), OWN).events == ()
