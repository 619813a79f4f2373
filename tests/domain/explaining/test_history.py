"""What was known when: corrections mend, later tellings replace, a rewritten past is found."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.explaining.history import (
    as_first_told,
    as_known_now,
    as_known_on,
    history_of,
    rewrites,
)
from footprint.domain.score import Value
from tests.telling import noon, reading, told_daily


def numbers(readings):
    return [(r.effective.day, r.value.number) for r in readings]


def test_a_later_telling_counts_from_its_day_on():
    told = [reading(1, "2011-10-01", 60), reading(2, "2011-10-01", 42, told="2011-10-27")]
    assert numbers(as_known_on(told, noon("2011-10-26"))) == [(1, 60.0)]
    assert numbers(as_known_on(told, noon("2011-10-28"))) == [(1, 42.0)]
    assert numbers(as_known_now(told)) == [(1, 42.0)]
    assert numbers(as_first_told(told)) == [(1, 60.0)]


def test_nothing_is_known_before_it_was_told():
    assert as_known_on([reading(1, "2011-10-01", 60)], noon("2011-09-30")) == []


def test_a_correction_stands_where_the_slip_stood_and_rewrites_nothing():
    slip = reading(1, "2011-07-04", 57)
    mended = reading(2, "2011-07-04", 75, told="2011-07-06", corrects=1)
    assert numbers(as_known_on([slip, mended], noon("2011-07-05"))) == [(4, 57.0)]
    assert numbers(as_known_now([slip, mended])) == [(4, 75.0)]
    assert numbers(as_first_told([slip, mended])) == [(4, 75.0)]
    assert rewrites([slip, mended]) == ()


def test_a_correction_of_what_was_told_first_does_not_undo_what_was_told_later():
    told = [
        reading(1, "2011-07-04", 57),
        reading(2, "2011-07-04", 40, told="2011-08-01"),
        reading(3, "2011-07-04", 75, told="2011-09-01", corrects=1),
    ]
    assert numbers(as_known_now(told)) == [(4, 40.0)]
    assert numbers(as_first_told(told)) == [(4, 75.0)]
    (span,) = rewrites(told)
    assert [(old.number, new.number) for _day, old, new in span.days] == [(75.0, 40.0)]


def test_a_correction_may_move_a_reading_to_another_day():
    told = [reading(1, "2011-07-04", 57), reading(2, "2011-07-03", 57, corrects=1)]
    assert numbers(as_known_now(told)) == [(3, 57.0)]


def test_of_a_chain_of_corrections_the_last_counts():
    told = [
        reading(1, "2011-07-04", 5),
        reading(2, "2011-07-04", 6, told="2011-07-05", corrects=1),
        reading(3, "2011-07-04", 7, told="2011-07-06", corrects=2),
        reading(4, "2011-07-04", 8, told="2011-07-07", corrects=1),
    ]
    assert numbers(as_known_now(told))[-1] == (4, 8.0)
    assert rewrites(told[:3]) == ()


def test_days_told_anew_on_one_day_are_one_span():
    first = told_daily([60] * 30, "2011-09-26")
    again = [
        reading(100 + r.id, r.effective.date(), 40, told="2011-10-27")
        for r in first
        if r.id not in (5, 6, 7)
    ]
    (span,) = rewrites([*first, *again])
    assert (span.begins.isoformat(), span.ends.isoformat()) == ("2011-09-26", "2011-10-25")
    assert len(span.days) == 27
    assert span.told == noon("2011-10-27") + timedelta(hours=8)


def test_days_that_kept_their_value_part_the_spans_and_one_does_not():
    first = told_daily([60] * 12, "2011-09-01")
    kept = {3, 7, 8}
    again = [
        reading(100 + r.id, r.effective.date(), 60 if r.id in kept else 40, told="2011-10-27")
        for r in first
    ]
    assert [len(span.days) for span in rewrites([*first, *again])] == [5, 4]


def test_each_telling_is_a_rewrite_of_its_own():
    told = [
        reading(1, "2011-07-01", 60),
        reading(2, "2011-07-01", 50, told="2011-08-01"),
        reading(3, "2011-07-01", 40, told="2011-09-01"),
    ]
    assert [span.days[0][1].number for span in rewrites(told)] == [60.0, 50.0]


def test_a_value_that_differs_by_no_more_than_it_is_known_to_rewrites_nothing():
    rough = reading(1, "2020-01-01", 1_230_000, precision=5_000)
    exact = reading(2, "2020-01-01", 1_232_400, told="2020-03-01")
    assert rewrites([rough, exact]) == ()
    assert rewrites([rough, reading(3, "2020-01-01", 1_236_000, told="2020-03-01")]) != ()


def test_a_part_that_was_told_anew_is_a_rewrite():
    from dataclasses import replace

    old = replace(reading(1, "2020-01-01", 60), value=Value(60.0, "60", parts={"brand": 20.0}))
    new = replace(
        reading(2, "2020-01-01", 60, told="2020-02-01"),
        value=Value(60.0, "60", parts={"brand": 15.0}),
    )
    assert len(rewrites([old, new])) == 1


def test_a_day_that_is_not_over_can_still_move():
    morning = reading(1, "2020-01-01", 60)
    evening = reading(2, "2020-01-01", 65)
    assert rewrites([morning, evening]) == ()


def test_two_values_in_one_telling_are_no_rewrite_and_the_later_row_counts():
    told = [reading(n, "2009-01-03", value, told="2020-01-01") for n, value in ((1, 5), (2, 6))]
    assert rewrites(told) == ()
    assert numbers(as_first_told(told)) == numbers(as_known_now(told)) == [(3, 6.0)]


def test_days_first_told_together_with_a_rewritten_past_were_never_told_in_their_time():
    told = [
        reading(1, "2011-10-01", 60),
        reading(2, "2011-10-01", 42, told="2011-10-27"),
        reading(3, "2011-10-02", 42, told="2011-10-27"),
        reading(4, "2011-10-27", 42),
    ]
    assert numbers(as_first_told(told)) == [(1, 60.0), (27, 42.0)]
    assert numbers(as_known_now(told)) == [(1, 42.0), (2, 42.0), (27, 42.0)]


TELLINGS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 30), st.integers(0, 3)), max_size=40
).map(
    lambda rows: [
        reading(number, noon("2020-01-01").date() + timedelta(day), value, told=_day(day + late))
        for number, (day, late, value) in enumerate(rows, 1)
    ]
)


def _day(number):
    return noon("2020-01-01").date() + timedelta(number)


@given(TELLINGS, st.integers(0, 45))
def test_what_was_known_is_what_would_be_known_if_nothing_had_been_told_since(told, day):
    when = noon(_day(day))
    until = [r for r in told if r.recorded <= when]
    assert as_known_on(told, when) == as_known_now(until)
    assert {r.effective for r in as_known_on(told, when)} == {r.effective for r in until}


@given(TELLINGS, st.randoms())
def test_the_order_in_which_readings_are_handed_over_means_nothing(told, chance):
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert history_of(shuffled) == history_of(told)
    assert as_known_now(shuffled) == as_known_now(told)


@given(TELLINGS)
def test_a_rewrite_names_values_that_were_told_and_differ(told):
    values = {(r.effective.date(), r.value.number) for r in told}
    for span in rewrites(told):
        for day, old, new in span.days:
            assert {(day, old.number), (day, new.number)} <= values
            assert old.number != new.number
            assert day < span.told.date()
