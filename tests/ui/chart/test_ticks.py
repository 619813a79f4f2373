"""Ticks stand on round numbers and on whole days, weeks, months and years."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.ui.chart.ticks import (
    Unit,
    letter_ticks,
    nice_step,
    number_ticks,
    ratio_ticks,
    time_ticks,
    to_datetime,
)

DAY = 86_400.0


def _moment(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 100, (0, 20, 40, 60, 80, 100)),
        (47.2, 63, (45, 50, 55, 60, 65)),
        (4.5, 5.1, (4.4, 4.6, 4.8, 5.0, 5.2)),
        (0, 1_230_000, (0, 500_000, 1_000_000, 1_500_000)),
        (-0.01, 0.02, (-0.01, 0, 0.01, 0.02)),
    ],
)
def test_numbers_are_round(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert number_ticks(low, high, nice_step(high - low, 5)) == ticks


@given(
    low=st.floats(-1e12, 1e12),
    extent=st.floats(1e-3, 1e12),
    most=st.integers(2, 12),
)
def test_ticks_hold_what_is_shown(low: float, extent: float, most: int) -> None:
    ticks = number_ticks(low, low + extent, nice_step(extent, most))
    slack = 1e-2 * extent + abs(low) * 1e-9
    assert ticks[0] <= low + slack
    assert ticks[-1] >= low + extent - slack
    assert 2 <= len(ticks) <= most + 3
    assert list(ticks) == sorted(ticks)


@pytest.mark.parametrize(
    ("days", "unit"),
    [(0.5, Unit.HOUR), (5, Unit.DAY), (40, Unit.WEEK), (200, Unit.MONTH), (5000, Unit.YEAR)],
)
def test_dates_stand_on_whole_units(days: float, unit: Unit) -> None:
    begin = _moment("2011-03-13T07:06:40")
    ticks = time_ticks(begin, begin + days * DAY, 7)
    assert ticks.step.unit is unit
    assert 1 < len(ticks.moments) <= 8
    for moment in map(to_datetime, ticks.moments):
        assert moment.minute == moment.second == 0
        assert unit < Unit.DAY or moment.hour == 0
        assert unit is not Unit.WEEK or moment.weekday() == 0
        assert unit < Unit.MONTH or moment.day == 1
        assert unit is not Unit.YEAR or moment.month == 1


def test_a_new_year_is_marked() -> None:
    ticks = time_ticks(_moment("2011-09-20"), _moment("2012-03-10"), 8)
    assert [to_datetime(m).isoformat()[:10] for m in ticks.fresh] == ["2012-01-01"]


def test_the_ends_of_time_are_survived() -> None:
    ticks = time_ticks(-1e15, 1e15, 7)
    assert all(1 <= to_datetime(moment).year <= 9999 for moment in ticks.moments)


def test_letters_thin_out() -> None:
    letters = ("F", "D", "C", "B", "A")
    assert letter_ticks(letters, 9) == (0, 1, 2, 3, 4)
    assert letter_ticks(letters, 3) == (0, 2, 4)


def test_no_step_is_smaller_than_the_scale_tells() -> None:
    assert nice_step(1.0, 10, least=1.0) == 1.0
    assert nice_step(0.03, 10, least=0.01) == 0.01
    assert nice_step(0.0, 10, least=5.0) == 5.0


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (90, 900, (50, 100, 200, 500, 1000)),
        (100, 1000, (100, 200, 500, 1000)),
        (0.02, 9_000, (0.01, 0.1, 1, 10, 100, 1000, 10_000)),
        (100, 101, (100, 200)),
    ],
)
def test_ratios_stand_on_powers_of_ten(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert ratio_ticks(low, high, 7) == pytest.approx(ticks)


@given(low=st.floats(1e-6, 1e6), times=st.floats(1.01, 1e9), most=st.integers(2, 12))
def test_ratio_ticks_hold_what_is_shown(low: float, times: float, most: int) -> None:
    ticks = ratio_ticks(low, low * times, most)
    assert ticks[0] <= low * 1.01
    assert ticks[-1] >= low * times * 0.99
    assert len(ticks) <= most + 3
    assert list(ticks) == sorted(set(ticks))
