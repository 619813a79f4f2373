"""What is said of a change: honest, whole sentences, with their arithmetic."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from footprint.domain.explaining.arithmetic_text import arithmetic
from footprint.domain.explaining.changing import span_change
from footprint.domain.explaining.explanation import background_of, explain, explain_all
from footprint.domain.explaining.explanation_text import (
    because,
    events_text,
    how_sure,
    none_found,
    sentence,
)
from footprint.domain.explaining.figures import amount_text, of_hundred, signed_text
from footprint.domain.explaining.history import history_of
from footprint.domain.score import Scale, ScaleKind
from footprint.domain.series import series_of
from tests.scales import COUNT, GRADES, PILLARS, RANK
from tests.telling import act, noon, reading, theirs, told_daily

POINTS = Scale(kind=ScaleKind.BOUNDED, low=0, high=100, decimals=0)
LEFT = act("2015-04-10", "Left X")
FORMULA = theirs("2015-04-11", "New formula")


def wavering(levels):
    return [level + number % 2 for number, level in enumerate(levels)]


FALL = told_daily(wavering([50] * 100 + [40] * 100))


def told(readings, scale=POINTS, *events):
    return explain_all(readings, scale, events)


def test_a_step_with_an_act_beside_it():
    (fall,) = told(FALL, POINTS, LEFT)
    assert sentence(fall, POINTS) == (
        "Fell from 50 to 40 between 10 and 11 April 2015. It coincides with what you did: "
        "“Left X” (10 April 2015)."
    )
    assert how_sure(fall) == "hardly by chance"
    lines = arithmetic(fall, POINTS)
    assert lines[0] == "Median before: 50 (30 readings); after: 40 (30 readings)."
    assert re.fullmatch(r"Difference: −10\. Usual scatter of one reading: [\d.]+\.", lines[1])
    assert re.fullmatch(r"That is [\d.]+ times what noise alone makes\.", lines[2])
    assert lines[3] == "The readings are those of 12 March to 10 May 2015."
    assert re.fullmatch(
        r"By chance alone an act of yours would lie as near in [\d.]+ of 100 cases\.", lines[-1]
    )


def test_nothing_known_is_said_plainly_and_without_a_chance():
    (fall,) = told(FALL)
    assert (
        because(fall, POINTS) == "Nothing you logged and no known change of theirs explains this."
    )
    assert how_sure(fall) == "the change itself is hardly noise"
    assert not [line for line in arithmetic(fall, POINTS) if "By chance" in line]


def test_a_change_of_theirs_says_that_nothing_of_yours_is_there():
    (fall,) = told(FALL, POINTS, FORMULA)
    assert because(fall, POINTS) == (
        "It coincides with a known change of theirs: “New formula” (11 April 2015). "
        "Nothing you logged falls in this span."
    )
    assert "a change of theirs would lie as near" in arithmetic(fall, POINTS)[-1]


def test_of_two_that_lie_near_time_cannot_tell():
    (fall,) = told(FALL, POINTS, LEFT, FORMULA)
    text = because(fall, POINTS)
    assert text.startswith("It coincides with a known change of theirs: “New formula”")
    assert "It also coincides with what you did: “Left X”" in text
    assert text.endswith("Time alone cannot tell which of them it was.")
    assert how_sure(fall) == "undecided: more than one thing lies near it"
    (other,) = told(FALL, POINTS, LEFT, theirs("2015-04-13", "New formula"))
    assert because(other, POINTS).startswith("It coincides with what you did: “Left X”")
    assert "It also coincides with a known change of theirs" in because(other, POINTS)


def retold(number=41.0, days=range(70, 100)):
    return [
        *FALL,
        *(reading(1000 + n, FALL[n].effective.date(), number, told="2015-04-12") for n in days),
    ]


def test_history_rewritten_says_from_to_and_for_which_days():
    rewritten, fall = told(retold(), POINTS)
    assert sentence(rewritten, POINTS) == (
        "History rewritten: on 12 April 2015 other values were told for 30 days between "
        "12 March and 10 April 2015, in the middle 41 in place of 50. "
        "No change of theirs that is known explains it."
    )
    assert how_sure(rewritten) == "certain: both values were told"
    assert arithmetic(rewritten, POINTS) == (
        "Median told first: 50; told later: 41. Day by day the difference lies between −10 and −9.",
    )
    assert "History rewritten: 30 days were told anew" in because(fall, POINTS)


def test_a_single_day_that_was_rewritten():
    (rewritten, *_rest) = told(retold(days=[80]), POINTS)
    assert sentence(rewritten, POINTS).startswith(
        "History rewritten: on 12 April 2015 another value was told for 22 March 2015, 41 in "
        "place of 50."
    )
    assert arithmetic(rewritten, POINTS) == ("Median told first: 50; told later: 41.",)


def test_two_spans_rewritten_on_one_day_are_told_apart():
    apart = [*retold(days=[10, 11, 12]), *retold(30.0, [60, 61, 62])[len(FALL) :]]
    first, second = (e for e in told(apart, POINTS) if e.change.readings_before == 3)
    assert (len(first.rewrites), len(second.rewrites)) == (1, 1)
    assert "told later: 41." in arithmetic(first, POINTS)[0]
    assert "told later: 30." in arithmetic(second, POINTS)[0]


def test_parts_that_were_rewritten_leave_the_middle_where_it_was():
    whole = [replace(r, value=replace(r.value, parts={"brand": 20.0})) for r in FALL]
    anew = [
        replace(
            r,
            id=r.id + 1000,
            recorded=noon("2015-04-12"),
            value=replace(r.value, parts={"brand": 12.0}),
        )
        for r in whole[20:30]
    ]
    rewritten, *_rest = told([*whole, *anew], PILLARS)
    assert sentence(rewritten, PILLARS).startswith(
        "History rewritten: on 12 April 2015 other values or parts were told for 21 to "
        "30 January 2015; the middle one stays 50.5."
    )


def test_a_trend_goes_bit_by_bit():
    levels = [40.0] * 60 + [40 + n * 0.4 for n in range(100)] + [80.0] * 40
    (up,) = told(told_daily(wavering(levels)))
    (down,) = told(told_daily([120 - level for level in wavering(levels)]))
    assert sentence(up, POINTS).startswith("Rose bit by bit from ")
    assert sentence(down, POINTS).startswith("Fell bit by bit from ")


def test_a_counter_grows_faster_or_slower_or_leaps():
    values = [0.0]
    for number in range(200):
        values.append(values[-1] + (20 if number < 100 else 45) + number % 3)
    (faster,) = told(told_daily(values), COUNT)
    assert re.match(r"Began to grow faster, .*: from 2\d to 4\d a day\.", sentence(faster, COUNT))
    assert re.match(r"Median growth: 2\d a day \(30 spans\), then 4", arithmetic(faster, COUNT)[0])
    purged = [value - 600 * (number > 60) for number, value in enumerate(values[:100])]
    (leap,) = told(told_daily(purged), COUNT)
    assert sentence(leap, COUNT).startswith("Fell from 1,2")
    assert arithmetic(leap, COUNT)[1].startswith("At its usual pace it would have grown by 21")


def test_letters_are_named_and_differ_by_grades():
    (fall,) = told(told_daily([4.0] * 30 + [2.0] * 30), GRADES)
    assert sentence(fall, GRADES).startswith("Fell from B to D+ between 30 and 31 January 2015.")
    assert "Difference: −2 grades." in arithmetic(fall, GRADES)[1]


def test_where_lower_is_better_it_is_said():
    (fall,) = told(FALL, RANK)
    assert sentence(fall, RANK).startswith(
        "Fell from 50.5 to 40.5 between 10 and 11 April 2015. Here, lower is better. Nothing"
    )


def test_a_span_with_nothing_special_says_so_and_claims_nothing():
    span = span_change(series_of(FALL), POINTS, noon("2015-02-01"), noon("2015-02-10"))
    assert span is not None
    calm = explain(span, background_of(history_of(FALL), POINTS, [act("2015-02-05")]))
    assert because(calm, POINTS) == "That is no more than what it does anyway."
    assert how_sure(calm) == "it may well be chance"
    assert not [line for line in arithmetic(calm, POINTS) if "Scatter allows" in line]


def test_two_readings_of_a_young_counter_are_no_pace():
    young = told_daily([10.0 * n for n in range(9)])
    span = span_change(series_of(young), COUNT, noon("2015-01-01"), noon("2015-01-08"))
    assert span is not None
    one = explain(span, background_of(history_of(young), COUNT))
    assert arithmetic(one, COUNT)[0].startswith("One reading before: 0; one after: 70.")
    assert not [line for line in arithmetic(one, COUNT) if "At its usual pace" in line]
    assert because(one, COUNT).startswith("Too little is known to say whether")
    assert not [line for line in arithmetic(one, COUNT) if "times what noise" in line]


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "There are 0 readings, which is too little to tell a change: it takes 4 or more."),
        (1, "There is 1 reading, which is too little to tell a change: it takes 4 or more."),
        (3, "There are 3 readings, which is too little to tell a change: it takes 4 or more."),
        (4, "No change of it is larger than its scatter."),
    ],
)
def test_no_change_is_told_from_too_little(count, text):
    assert none_found(count) == text


def test_at_most_three_events_are_named():
    events = [act(date(2015, 4, 1) + timedelta(days=n), f"A{n}") for n in range(5)]
    assert events_text(events[:1]) == "“A0” (1 April 2015)"
    assert events_text(events).endswith("“A2” (3 April 2015), 2 more")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (0.2889, "0.289"), (-1.5, "−1.5"), (1234.5, "1,234"), (-80653, "−80,653")],
)
def test_an_amount_has_three_digits_and_a_real_minus(number, text):
    assert amount_text(number) == text


def test_differences_have_a_sign_and_letters_a_word():
    assert [signed_text(size, POINTS) for size in (3, 0, -3)] == ["+3", "0", "−3"]
    assert [signed_text(size, GRADES) for size in (1, -2, 0.5)] == [
        "+1 grade", "−2 grades", "+0.5 grades",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chance", "text"),
    [(0.999, "100"), (0.43, "43"), (0.087, "8.7"), (0.0083, "0.83"), (1e-9, "fewer than 0.01")],
)
def test_chances_are_cases_of_a_hundred(chance, text):
    assert of_hundred(chance) == text


@pytest.mark.parametrize("scale", [POINTS, COUNT, GRADES, RANK, PILLARS])
def test_no_sentence_has_a_hole_or_a_stray_space(scale):
    letters = scale is GRADES
    values = [5.0] * 40 + [3.0] * 40 if letters else wavering([50] * 40 + [40] * 40)
    readings = told_daily(values)
    again = [
        replace(r, id=500 + r.id, recorded=noon("2015-02-11"), value=readings[-1].value)
        for r in readings[20:40]
    ]
    for each in told([*readings, *again], scale, act("2015-02-08"), theirs("2015-02-09")):
        for line in (sentence(each, scale), how_sure(each), *arithmetic(each, scale)):
            assert not re.search(r"[{}]|  |^ | $|\bnan\b|None", line), line
            assert line == how_sure(each) or line.endswith(".")
