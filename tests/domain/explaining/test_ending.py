"""Why the readings stop: you left, it closed, or nobody looked any more."""

from datetime import date

from footprint.domain.explaining.ending import ending, ending_text
from footprint.domain.explaining.explanation import Verdict
from tests.telling import act, theirs, told_daily

DAILY = told_daily([50.0] * 60)  # until 1 March 2015
TODAY = date(2020, 1, 1)


def test_what_is_still_read_has_no_end():
    assert ending(DAILY, (), date(2015, 4, 1)) is None
    assert ending(DAILY, (), date(2015, 4, 2)) is not None
    assert ending([], (), TODAY) is None


def test_what_is_read_once_a_month_may_be_silent_for_longer():
    monthly = told_daily([50.0] * 10, apart=30)  # until 28 September 2015
    assert ending(monthly, (), date(2015, 12, 1)) is None
    assert ending(monthly, (), date(2016, 6, 1)) is not None


def test_one_reading_ends_too():
    end = ending(DAILY[:1], (), TODAY)
    assert end is not None
    assert end.last == date(2015, 1, 1)


def test_you_left():
    end = ending(DAILY, (act("2015-03-01", "Opted out"), act("2014-01-01")), TODAY)
    assert end is not None
    assert end.verdict is Verdict.OWN_ACT
    assert ending_text(end) == (
        "The readings end on 1 March 2015. That coincides with what you did: “Opted out” "
        "(1 March 2015)."
    )


def test_it_closed():
    end = ending(DAILY, (theirs("2015-03-10", "It closes"),), TODAY, closed="2015-03-10")
    assert end is not None
    assert end.verdict is Verdict.THEIR_CHANGE
    assert ending_text(end).endswith(
        "“It closes” (10 March 2015). The score itself closed: 10 March 2015."
    )


def test_it_closed_in_a_month_that_nobody_announced():
    end = ending(DAILY, (), TODAY, closed="2015-03")
    assert end is not None
    assert end.verdict is Verdict.THEIR_CHANGE
    assert "Nothing you logged" not in ending_text(end)


def test_a_closing_years_later_does_not_explain_the_end():
    end = ending(DAILY, (), TODAY, closed="2018-05-25")
    assert end is not None
    assert end.verdict is Verdict.UNEXPLAINED
    assert ending_text(end) == (
        "The readings end on 1 March 2015. Nothing you logged and no known change of theirs "
        "explains it. The score itself closed: 25 May 2018."
    )
