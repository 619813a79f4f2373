"""Changes are found where they are and nowhere else: steps, trends, gaps, stairs, letters."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.domain.explaining.changing import changes, last_digit, span_change
from footprint.domain.explaining.noise import median, spread
from footprint.domain.explaining.score_change import ChangeKind
from footprint.domain.score import Scale, ScaleKind
from footprint.domain.series import series_of
from tests.scales import COUNT, GRADES, OPEN, PILLARS
from tests.telling import noon, reading, told_daily, told_on

POINTS = Scale(kind=ScaleKind.BOUNDED, low=0, high=100, decimals=0)


def found(values, scale=POINTS, **how):
    return changes(series_of(told_daily(values, **how)), scale)


def noisy(levels, *, scatter=1.0, seed=1, rounded=True):
    chance = random.Random(seed)
    values = [level + chance.gauss(0, scatter) for level in levels]
    return [float(round(value)) for value in values] if rounded else values


def day(change):
    return (change.ends.date() - noon("2015-01-01").date()).days


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_fewer_than_four_readings_have_no_change(count):
    assert found([10.0, 90.0, 10.0][:count]) == ()


def test_a_step_is_found_with_its_levels_and_its_arithmetic():
    (step,) = found(noisy([50] * 100 + [40] * 80))
    assert step.kind is ChangeKind.STEP
    assert (round(step.before), round(step.after), day(step)) == (50, 40, 100)
    assert step.size == step.after - step.before
    assert (step.readings_before, step.readings_after) == (30, 30)
    assert step.window_begins == noon("2015-03-12")
    assert 0.7 < step.scatter < 1.4
    assert step.strength > 20
    assert step.by_noise < 1e-6
    assert step.earliest <= step.begins < step.ends <= step.latest


def test_a_flat_series_has_none():
    assert found(noisy([50] * 365)) == ()
    assert found([50.0] * 365) == ()


def test_a_slow_rise_is_one_trend():
    rise = [37 + 38 * n / 120 for n in range(120)]
    (trend,) = found(noisy([37] * 60 + rise + [75] * 90))
    assert trend.kind is ChangeKind.TREND
    assert (round(trend.before), round(trend.after)) == (37, 75)
    assert abs((trend.begins - noon("2015-03-02")).days) <= 10
    assert abs((trend.ends - noon("2015-06-30")).days) <= 10


def test_a_slow_decline_over_the_whole_series_is_one_trend():
    (trend,) = found(noisy([80 - 20 * n / 700 for n in range(700)]))
    assert trend.kind is ChangeKind.TREND
    assert trend.size < -15


def test_a_rise_a_step_and_a_fall_are_told_apart_in_a_short_series():
    rise = [40 + 0.35 * n for n in range(100)]
    kinds = found(noisy([40] * 50 + rise + [75] * 50 + [63] * 60 + [45] * 105, scatter=0.7))
    assert [c.kind for c in kinds] == [ChangeKind.TREND, ChangeKind.STEP, ChangeKind.STEP]
    assert [round(c.size) for c in kinds] == [35, -12, -18]


def test_two_steps_with_a_plateau_between_stay_two():
    steps = found(noisy([50] * 60 + [55] * 40 + [60] * 100))
    assert [(c.kind, day(c)) for c in steps] == [(ChangeKind.STEP, 60), (ChangeKind.STEP, 100)]


@pytest.mark.parametrize("length", [1, 2])
def test_a_spike_of_a_day_or_two_is_no_change(length):
    values = noisy([50] * 200)
    values[90 : 90 + length] = [95.0] * length
    assert found(values) == ()


def test_the_last_reading_alone_is_not_believed_yet_and_two_are():
    values = noisy([50] * 120)
    assert found([*values, 30.0]) == ()
    (step,) = found([*values, 30.0, 31.0])
    assert day(step) == 120


def test_a_gap_of_a_year_lies_inside_the_step():
    days = [*range(60), *range(425, 485)]
    (step,) = changes(series_of(told_on(days, noisy([60] * 60 + [45] * 60))), POINTS)
    assert (step.begins, step.ends) == (noon("2015-03-01"), noon("2016-03-01"))


def test_uneven_days_do_not_hide_a_step():
    chance = random.Random(2)
    days = sorted(chance.sample(range(730), 120))
    (step,) = changes(series_of(told_on(days, noisy([50] * 60 + [44] * 60))), POINTS)
    assert abs((step.ends - step.begins).days) < 40
    assert round(step.size) == -6


def test_a_whole_point_more_may_be_rounding_and_two_are_not():
    assert found([63.0] * 40 + [64.0] * 40) == ()
    (step,) = found([63.0] * 40 + [65.0] * 40)
    assert step.size == 2


def test_one_grade_is_a_change_and_a_flicker_is_none():
    (step,) = found([4.0] * 30 + [3.0] * 30, GRADES)
    assert (step.before, step.after, day(step)) == (4, 3, 30)
    flicker = [4.0] * 60
    flicker[10] = flicker[25] = flicker[40] = 3.0
    assert found(flicker, GRADES) == ()


def test_stairs_of_grades_are_no_slope():
    kinds = found([5.0] * 25 + [4.0] * 30 + [3.0] * 16 + [2.0] * 30, GRADES, apart=3)
    assert [c.kind for c in kinds] == [ChangeKind.STEP] * 3


def test_a_part_has_changes_of_its_own():
    from dataclasses import replace

    told = [
        replace(r, value=replace(r.value, parts={"brand": 20.0 if r.id <= 40 else 12.0}))
        for r in told_daily([60.0] * 80)
    ]
    assert changes(series_of(told), PILLARS) == ()
    (step,) = changes(series_of(told, part="brand"), PILLARS)
    assert step.size == -8
    assert len(series_of(told, part="people")) == 0, "unknown is not zero"


def test_the_last_digit_is_that_of_the_scale_or_of_what_was_read():
    rough = series_of([reading(1, "2020-01-01", 1_230_000, precision=5_000)])
    assert last_digit(rough, OPEN) == 10_000
    stars = series_of(told_daily([1.0, 2.5, 2.5, 3.0, 2.5, 4.0, 3.0]))
    assert last_digit(stars, OPEN) == 0.5
    assert last_digit(series_of(told_daily([17.7, 20.0, 20.0])), OPEN) == 0.1, "two steps show none"
    assert last_digit(series_of(told_daily([20.0, 20.0, 12.0])), OPEN) == 1
    assert last_digit(series_of(told_daily([1.0, 3.0])), POINTS) == 1
    assert last_digit(series_of(told_daily([1.0, 3.0])), GRADES) == 1


def test_a_span_that_was_picked_is_measured_like_any_other():
    series = series_of(told_daily(noisy([50] * 100 + [40] * 80)))
    span = span_change(series, POINTS, noon("2015-04-05"), noon("2015-04-20"))
    assert span is not None
    assert (span.kind, round(span.size)) == (ChangeKind.SPAN, -10)
    assert span.by_noise < 1e-6
    calm = span_change(series, POINTS, noon("2015-02-01"), noon("2015-02-10"))
    assert calm is not None
    assert calm.by_noise > 0.05


@pytest.mark.parametrize(
    ("begins", "ends"), [("2015-02-01", "2015-01-20"), ("2014-01-01", "2014-02-01")]
)
def test_a_span_with_nothing_in_it_is_none(begins, ends):
    series = series_of(told_daily(noisy([50] * 60)))
    assert span_change(series, POINTS, noon(begins), noon(ends)) is None


def test_a_span_of_a_counter_is_set_against_its_pace():
    values = [1000.0 + 20 * n + (n % 3) + 400 * (n > 100) for n in range(200)]
    series = series_of(told_daily(values))
    span = span_change(series, COUNT, noon("2015-04-05"), noon("2015-04-20"))
    assert span is not None
    assert span.expected == pytest.approx(300, abs=30)
    assert span.size == pytest.approx(700, abs=30)
    assert span.by_noise < 0.01
    usual = span_change(series, COUNT, noon("2015-02-01"), noon("2015-02-20"))
    assert usual is not None
    assert usual.by_noise > 0.05


def test_false_alarms_stay_rare():
    alarms = sum(bool(found(noisy([50] * 120, seed=seed))) for seed in range(100))
    assert alarms <= 3


VALUES = st.lists(st.floats(-1e9, 1e9, allow_nan=False) | st.integers(0, 5).map(float), max_size=80)


@given(VALUES, st.sampled_from([POINTS, OPEN, COUNT, GRADES]))
@settings(max_examples=150)
def test_whatever_is_told_the_changes_are_in_order_and_inside(values, scale):
    told = told_daily(values)
    series = series_of(told)
    last = None
    for change in changes(series, scale):
        assert series.moments[0] <= change.begins <= change.ends <= series.moments[-1]
        assert change.earliest <= change.begins
        assert change.ends <= change.latest
        assert 0 <= change.by_noise <= 1
        assert change.readings_before >= 1
        assert change.readings_after >= 1
        assert last is None or last.begins <= change.begins
        last = change


@given(st.integers(0, 10_000), st.floats(-1000, 1000), st.sampled_from([1, 2, 0.5, 4]))
@settings(max_examples=40)
def test_where_a_score_begins_and_in_what_it_is_counted_means_nothing(seed, shift, factor):
    values = noisy([50] * 60 + [45] * 60, seed=seed, rounded=False)
    moved = [round(value, 6) * factor + round(shift) for value in values]
    scale = Scale(kind=ScaleKind.BOUNDED, low=-1e6, high=1e6)
    assert [day(c) for c in found(moved, scale)] == [
        day(c) for c in found([round(v, 6) for v in values], scale)
    ]


@given(st.integers(0, 10_000))
@settings(max_examples=40)
def test_a_series_turned_upside_down_changes_on_the_same_days(seed):
    values = noisy([50] * 50 + [58] * 30 + [50] * 60, seed=seed)
    up, down = found(values), found([100 - value for value in values])
    assert [(day(c), c.size) for c in up] == [(day(c), -c.size) for c in down]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30))
def test_the_median_lies_in_the_middle(values):
    middle = median(values)
    assert sum(value < middle for value in values) <= len(values) / 2
    assert sum(value > middle for value in values) <= len(values) / 2
    assert spread(values) >= 0


def test_a_span_of_a_counter_is_set_against_the_time_around_it():
    values = [0.0]
    for number in range(300):
        values.append(values[-1] + (20 if number < 120 else 45) + number % 5)
    purged = [value - 500 * (number > 200) for number, value in enumerate(values)]
    span = span_change(series_of(told_daily(purged)), COUNT, noon("2015-07-15"), noon("2015-07-25"))
    assert span is not None
    assert span.expected == pytest.approx(470, abs=15), "not the pace of long before"
    assert span.by_noise < 0.01
    assert span.window_begins > noon("2015-05-15")


def test_busy_weekends_are_usual():
    chance = random.Random(4)
    values = [0.0]
    for number in range(210):
        values.append(values[-1] + (200 if number % 7 > 4 else 10) + chance.randrange(5))
    series = series_of(told_daily(values))
    week = span_change(series, COUNT, noon("2015-04-01"), noon("2015-04-15"))
    assert week is not None
    assert week.by_noise > 0.05
