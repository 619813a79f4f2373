"""Was it worth it: outcomes beside highs and lows, and no correlation made of few."""

from datetime import date, timedelta

import pytest

from footprint.domain.explaining.worth import worth, worth_text
from tests.scales import COUNT, HUNDRED
from tests.telling import FIRST, act, outcome, told_daily, told_on


def wavering(levels):
    return [level + number % 2 for number, level in enumerate(levels)]


FALL = told_daily(wavering([50] * 60 + [30] * 60))  # high until 1 March 2015


def on(*days):
    return [outcome(FIRST + timedelta(days=day)) for day in days]


def test_without_outcomes_nothing_can_be_said():
    told = worth(FALL, HUNDRED, ())
    assert (len(told.ups), len(told.downs), told.by_chance) == (0, 1, None)
    assert worth_text(told) == (
        "You logged no outcomes, so nothing can be said about what it was worth."
    )


@pytest.mark.parametrize(("count", "met"), [(1, "1 outcome fell"), (5, "5 outcomes fell")])
def test_few_outcomes_are_too_little_however_they_fell(count, met):
    told = worth(FALL, HUNDRED, on(*range(0, 6 * count, 6)))
    assert (told.outcomes_high, told.by_chance) == (count, None)
    assert worth_text(told).startswith(met)
    assert "too little to say" in worth_text(told)


def test_nine_that_all_fell_on_high_days_would_surprise():
    told = worth(FALL, HUNDRED, on(*range(0, 54, 6)))
    assert (told.outcomes_high, told.outcomes_low) == (9, 0)
    assert told.by_chance is not None
    assert told.by_chance < 0.01
    assert "which of the two followed the other, or both something else, it does not tell" in (
        worth_text(told)
    )


def test_as_many_on_either_side_show_nothing():
    told = worth(FALL, HUNDRED, on(*range(0, 120, 12)))
    assert told.by_chance is not None
    assert told.by_chance > 0.3
    assert worth_text(told).endswith("Chance makes that difference easily: none shows.")


def test_a_reading_stands_for_a_month_at_most():
    told = worth(told_on([0, 300], [50, 30]), HUNDRED, on(10, 100, 305))
    assert (told.days_high, told.days_low) == (31, 31)
    assert (told.outcomes_high, told.outcomes_low) == (1, 1), "nothing is known of day 100"


def test_a_score_that_stands_still_is_never_high():
    told = worth(told_daily([50] * 60), HUNDRED, on(*range(10)))
    assert (told.days_high, told.by_chance) == (0, None)


def test_what_only_grows_has_no_high_days():
    told = worth(told_daily([10.0 * n for n in range(60)]), COUNT, on(*range(0, 54, 6)))
    assert told.only_grows
    assert told.by_chance is None
    assert worth_text(told).startswith("The score hardly ever falls")


def test_the_networks_it_feeds_on_with_the_acts_there():
    left = act(date(2015, 3, 1), services=("facebook",))
    told = worth(FALL, HUNDRED, (left, act(date(2015, 2, 1))), ("facebook", "x"))
    facebook, x = told.feeds
    assert (facebook.service, [after.event for after in facebook.acts]) == ("facebook", [left])
    assert facebook.acts[0].by is not None
    assert (x.service, x.acts) == ("x", ())
