"""What a score did after an event: always with an interval, or that too little is known."""

import random
import re
from datetime import date, timedelta

import pytest

from footprint.domain.explaining.before_after import before_and_after
from footprint.domain.explaining.before_after_text import before_after_text
from footprint.domain.explaining.shift import missing, shift
from footprint.domain.score import Scale, ScaleKind
from tests.scales import COUNT, GRADES
from tests.telling import act, outcome, reading, theirs, told_daily

POINTS = Scale(kind=ScaleKind.BOUNDED, low=0, high=100, decimals=0)
LEFT = act("2015-04-10", "Left X")


def noisy(levels, seed=1):
    chance = random.Random(seed)
    return [float(round(level + chance.gauss(0, 1))) for level in levels]


FALL = told_daily(noisy([50] * 100 + [40] * 100))


def compared(readings=FALL, event=LEFT, *others, scale=POINTS):
    return before_and_after(readings, scale, event, others)


def test_a_fall_has_a_size_and_an_interval_around_it():
    found = compared()
    assert found.by is not None
    assert found.by.low <= -10 <= found.by.high < 0
    assert found.by.high - found.by.low < 3
    assert (found.begins, found.ends) == (date(2015, 1, 10), date(2015, 7, 9))
    assert (found.readings_before, found.readings_after) == (60, 60)
    assert re.fullmatch(
        r"After “Left X” \(10 April 2015\) the score was 10 lower: in 95 of 100 cases the "
        r"difference lies between [\d.]+ and [\d.]+\. Median before: 50 \(60 readings\); after: "
        r"40 \(60 readings\)\. That it came after does not say that it came from it\.",
        before_after_text(found),
    )


def test_where_nothing_happened_the_interval_holds_nought():
    found = compared(told_daily(noisy([50] * 200)))
    assert found.by is not None
    assert found.by.low <= 0 <= found.by.high
    assert "no difference shows: in 95 of 100 cases it lies between −" in before_after_text(found)


def test_intervals_hold_the_truth_about_as_often_as_they_say():
    held = 0
    for seed in range(200):
        found = compared(told_daily(noisy([50] * 100 + [48] * 100, seed)))
        assert found.by is not None
        held += found.by.low <= -2 <= found.by.high
    assert held >= 186, "95 of 100, less what 200 series scatter"


@pytest.mark.parametrize("count", [0, 1, 2, 101])
def test_too_little_is_said_to_be_too_little_and_how_much_it_takes(count):
    found = compared(FALL[:count])
    assert found.by is None
    assert found.missing_after
    text = before_after_text(found)
    assert text.startswith("Too little is known to say what the score did after “Left X”")
    assert f"at least {found.missing_before + found.missing_after} more reading" in text


def test_as_many_readings_as_are_asked_for_are_enough():
    assert missing([50.0], [40.0, 40.0]) == (3, 2)
    assert shift([50.0] * 3, [40.0] * 4) is None
    assert shift([50.0] * 4, [40.0] * 4) is not None


def test_the_comparison_stops_at_other_acts_and_changes_but_not_at_outcomes():
    before, after = act("2015-03-10", "Before"), theirs("2015-05-10", "Later")
    found = compared(FALL, LEFT, before, after, outcome("2015-04-20"), LEFT)
    assert (found.begins, found.ends) == (date(2015, 3, 11), date(2015, 5, 9))
    assert found.cut_by == (before, after)
    assert "the comparison stops at “Before” (10 March 2015), “Later” (10 May 2015)." in (
        before_after_text(found)
    )


def test_a_span_is_left_out_of_what_is_compared():
    span = act("2015-03-01", ends=date(2015, 4, 20))
    found = compared(FALL, span)
    assert found.ends == date(2015, 7, 19)
    assert found.by is not None
    assert round(found.by.value) == -10


def test_what_moved_before_already_need_not_be_an_effect():
    slope = told_daily(noisy([80 - 0.2 * n for n in range(200)]))
    found = compared(slope)
    assert found.was_moving is not None
    assert found.was_moving.high < 0
    assert before_after_text(found).endswith(
        "It was moving before already, so this need not be its effect."
    )


def test_a_past_that_was_told_anew_is_no_effect():
    flat = told_daily(noisy([50] * 200))
    again = [reading(1000 + r.id, r.effective.date(), 30, told="2015-07-30") for r in flat[100:]]
    found = compared([*flat, *again])
    assert found.by is not None
    assert not found.by.is_clear


def test_a_counter_is_compared_by_its_growth_a_day():
    values = [0.0]
    for number in range(200):
        values.append(values[-1] + (20 if number < 100 else 12) + number % 3)
    found = compared(told_daily(values), scale=COUNT)
    assert found.of_pace
    assert found.by is not None
    assert found.by.high < 0
    assert "it grew by 8 a day less: in 95 of 100 cases" in before_after_text(found)
    assert "Median growth before: 21 a day (60 spans); after: 13 a day" in before_after_text(found)


def test_letters_differ_by_grades():
    found = compared(told_daily([4.0] * 100 + [3.0] * 100), scale=GRADES)
    text = before_after_text(found)
    assert "the score was 1 grade lower" in text
    assert "between 0.5 and 1.5 grades" in text
    assert "Median before: B (60 readings); after: C (60 readings)." in text


def test_days_that_are_alike_make_the_interval_wider():
    chance = random.Random(3)
    value, alike = 0.0, []
    for _ in range(60):
        value = 0.9 * value + chance.gauss(0, 0.44)
        alike.append(value)
    shuffled = list(alike)
    chance.shuffle(shuffled)
    own, mixed = shift(alike[:30], alike[30:]), shift(shuffled[:30], shuffled[30:])
    assert own is not None
    assert mixed is not None
    assert own.high - own.low > 1.3 * (mixed.high - mixed.low)


def test_an_event_outside_of_everything_says_too_little():
    found = compared(FALL, act(date(2015, 1, 1) + timedelta(days=900)))
    assert (found.readings_before, found.readings_after, found.by) == (0, 0, None)
    assert (found.median_before, found.median_after) == (None, None)
