"""Dates as tables have them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.errors import FootprintError
from footprint.importers.tables.dates import Dates

DAY = datetime(2015, 9, 19, 12, tzinfo=UTC)


def at(hour: int) -> tuple[int, bool]:
    """That day at so many hours, 20 minutes and 30 seconds."""
    return int(DAY.replace(hour=hour, minute=20, second=30).timestamp()), False


@pytest.mark.parametrize(
    "text",
    ["2015-09-19", "2015/9/19", "2015.09.19", "20150919", "19.09.2015", "19.9.15", "9/19/2015",
     "19/9/2015", "19-Sep-2015", "19 Sept 2015", "Sep 19, 2015", "September 19th, 2015",
     "Saturday, September 19, 2015", "Sat 19 Sep 2015", "42266", "19. September 2015",
     "19 de septiembre de 2015", "19 septembre 2015"],
)  # fmt: skip
def test_a_day(text: str) -> None:
    assert Dates().read(text) == (DAY.timestamp(), True)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("2015-09-19T10:20:30Z", 10), ("2015-09-19T10:20:30.123+02:00", 8),
     ("2015-09-19 10:20:30", 10),
     ("19.09.2015 10:20:30", 10), ("9/19/2015 10:20:30 PM", 22), ("9/19/2015, 12:20:30 AM", 0),
     ("19 Sep 2015 10:20:30 EST", 15), ("Sat, 19 Sep 2015 10:20:30 +0000", 10),
     ("Sat Sep 19 2015 10:20:30 GMT+0200 (CEST)", 8), ("1442658030", 10), ("1442658030000", 10),
     ("19.09.2015 10:20:30 MESZ", 8), ("42266.4309028", 10)],
)  # fmt: skip
def test_a_moment(text: str, hour: int) -> None:
    assert Dates().read(text) == at(hour)


def test_a_time_without_a_zone_is_in_the_zone_that_was_named() -> None:
    for text in ("2015-09-19 10:20:30", "19.09.2015 10:20:30", "9/19/2015 10:20:30 AM"):
        told = Dates(zone="Europe/Berlin").read(text)
        assert told == at(8)
    told = Dates(zone="Europe/Berlin").read("2015-09-19T10:20:30Z")
    assert told == at(10)
    with pytest.raises(FootprintError, match="no time zone “Mars/Olympus”"):
        Dates(zone="Mars/Olympus")


@pytest.mark.parametrize("text", ["Sep 2015", "2015-09", "201509", "September 2015"])
def test_a_month_is_put_on_its_first_day(text: str) -> None:
    dates = Dates()
    assert dates.read(text) == (DAY.replace(day=1).timestamp(), True)
    assert dates.months_only == 1


@pytest.mark.parametrize(
    "text",
    ["", "x", "37", "2015", "719 over 5", "31.02.2015", "2015-13-01", "13/13/2015", "99999",
     "https://example.org/2015-09-19", "Mar 3 2020 1:00 XYZ", "2015-09-19 25:00", "12:30",
     "9" * 30, "1.2.3", "B+", "tomorrow", "in 3 days"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert Dates().read(text) is None


def test_what_several_dates_could_mean_is_counted() -> None:
    dates = Dates()
    for text in ("3/4/2020", "4/4/2020", "13/4/2020", "5/14/2020", "05.06.2020"):
        assert dates.read(text)
    assert (dates.either, dates.day_first_only, dates.month_first_only) == (1, 1, 1)


@pytest.mark.parametrize(("day_first", "month"), [(True, 4), (False, 3)])
def test_the_order_that_was_chosen(day_first: bool, month: int) -> None:
    told = Dates(day_first=day_first).read("3/4/2020")
    assert told is not None
    assert datetime.fromtimestamp(told[0], UTC).month == month


@pytest.mark.parametrize(
    ("cells", "day_first"),
    [
        (["5/1/2020", "6/1/2020", "3/2/2020", "7/3/2020", "1/4/2020", "2/5/2020"], True),
        (["1/5/2020", "1/6/2020", "2/3/2020", "3/7/2020", "4/1/2020", "5/2/2020"], False),
        (["1/2/2020", "2/3/2020", "3/4/2020"], None),
    ],
)
def test_the_order_of_time_tells_the_order_of_day_and_month(
    cells: list[str], day_first: bool | None
) -> None:
    dates = Dates()
    for cell in cells:
        dates.read(cell)
    assert dates.orderly() is day_first


@given(st.dates(), st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%d %b %Y", "%B %d, %Y", "%Y/%m/%d"]))
def test_every_day_reads_back(day: date, form: str) -> None:
    # strftime writes the year 987 without its zero.
    text = day.strftime(form.replace("%Y", f"{day.year:04}"))
    told = Dates().read(text)
    assert told == (int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()), True)


@given(
    st.text(max_size=40) | st.from_regex(r"[0-9]{1,6}[-/. :,TZ+0-9APMapm]{1,30}", fullmatch=True)
)
def test_no_text_harms(text: str) -> None:
    for dates in (Dates(), Dates(day_first=False, zone="America/New_York")):
        told = dates.read(text)
        assert told is None or isinstance(told[0], int)
