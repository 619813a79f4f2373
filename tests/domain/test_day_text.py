"""Days as people write them, no longer and no more exact than they are known."""

from datetime import date

import pytest

from footprint.domain.day_text import (
    day_text,
    days_text,
    event_day_text,
    iso_text,
    month_text,
    two_days_text,
)
from tests.telling import theirs

DAY = date(2011, 10, 26)


def test_a_day_and_its_month():
    assert day_text(DAY) == "26 October 2011"
    assert [month_text(date(2011, n, 1)) for n in (1, 12)] == ["January", "December"]


@pytest.mark.parametrize(
    ("until", "span", "two"),
    [
        (date(2011, 10, 27), "26 to 27 October 2011", "26 and 27 October 2011"),
        (date(2011, 11, 2), "26 October to 2 November 2011", "26 October and 2 November 2011"),
        (
            date(2012, 1, 2),
            "26 October 2011 to 2 January 2012",
            "26 October 2011 and 2 January 2012",
        ),
    ],
)
def test_two_days_are_said_as_short_as_can_be(until, span, two):
    assert days_text(DAY, until) == span
    assert two_days_text(DAY, until) == two


def test_a_span_of_one_day_is_that_day():
    assert days_text(DAY, DAY) == "26 October 2011"


@pytest.mark.parametrize(
    ("event", "text"),
    [
        (theirs("2011-10-26"), "26 October 2011"),
        (theirs("2018-07-11", ends=date(2018, 7, 15)), "11 to 15 July 2018"),
        (theirs("2010-03-19", ends=date(2010, 3, 31), exact=False), "March 2010"),
        (theirs("2011-01-01", ends=date(2011, 12, 31), exact=False), "2011"),
        (
            theirs("2011-12-01", ends=date(2012, 1, 31), exact=False),
            "1 December 2011 to 31 January 2012",
        ),
    ],
)
def test_an_event_is_dated_no_more_exactly_than_it_is_known(event, text):
    assert event_day_text(event) == text


@pytest.mark.parametrize(
    ("iso", "text"), [("2018-05-25", "25 May 2018"), ("2015-05", "May 2015"), ("2013", "2013")]
)
def test_an_end_is_dated_as_exactly_as_it_is_known(iso, text):
    assert iso_text(iso) == text
