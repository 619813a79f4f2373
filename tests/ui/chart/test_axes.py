"""The axis of values, of letters, of ratios; and curves that are indexed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.score import Scale, ScaleKind
from footprint.ui.chart.axes import axis_for, ratio_axis
from footprint.ui.chart.decimate import DAY, Track
from footprint.ui.chart.layout import Room
from footprint.ui.chart.picture import Curve, Picture, Shape
from footprint.ui.chart.words import number

BOUNDED = Scale(kind=ScaleKind.BOUNDED, low=0, high=100)
ROOM = Room(0, 0, 10, 400)


def _tell(value: float, decimals: int, power: int) -> str:
    return f"{value / 10**power:.{decimals}f}" + {0: "", 3: "k", 6: "M", 9: "bn"}[power]


def _texts(scale: Scale | None, low: float, high: float, most: int = 5) -> list[str]:
    return [tick.text for tick in axis_for(scale, (low, high), most, _tell).ticks]


def test_an_axis_keeps_to_its_scale() -> None:
    axis = axis_for(BOUNDED, (3, 99.5), 5, _tell)
    assert (axis.low, axis.high) == (0, 100)
    assert [tick.text for tick in axis.ticks] == ["0", "20", "40", "60", "80", "100"]


def test_a_scale_from_one_on_has_an_axis_from_nothing() -> None:
    klout = Scale(kind=ScaleKind.BOUNDED, low=1, high=100)
    assert _texts(klout, 3, 99) == ["0", "20", "40", "60", "80", "100"]
    rating = Scale(kind=ScaleKind.BOUNDED, low=1, high=5)
    assert _texts(rating, 1.2, 4.9) == ["1", "2", "3", "4", "5"]


def test_what_is_beyond_its_scale_is_shown_all_the_same() -> None:
    assert axis_for(BOUNDED, (20, 130), 5, _tell).high >= 130


def test_a_flat_row_has_an_axis() -> None:
    axis = axis_for(None, (719, 719), 5, _tell)
    assert axis.low < 719 < axis.high
    assert axis_for(None, (0, 0), 5, _tell).high > 0


def test_no_line_runs_along_the_edge() -> None:
    axis = axis_for(BOUNDED, (62, 72), 5, _tell)
    assert axis.low < 62
    assert axis.high > 72


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_there_is_no_room_below_nothing(one: float, other: float) -> None:
    low, high = sorted((one, other))
    axis = axis_for(None, (low, high), 6, _tell)
    assert 0 <= axis.low <= low
    assert axis.high >= high


def test_between_whole_numbers_there_is_nothing() -> None:
    whole = Scale(kind=ScaleKind.BOUNDED, low=0, high=100, decimals=0)
    assert _texts(whole, 36, 37, 10) == ["35", "36", "37", "38"]
    rating = Scale(kind=ScaleKind.BOUNDED, low=1, high=5, decimals=2)
    assert _texts(rating, 4.81, 4.84, 10) == ["4.80", "4.81", "4.82", "4.83", "4.84", "4.85"]


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0, 9_000, ["0", "2000", "4000", "6000", "8000", "10000"]),
        (20_000, 90_000, ["0k", "20k", "40k", "60k", "80k", "100k"]),
        (12_400, 12_420, ["12395", "12400", "12405", "12410", "12415", "12420", "12425"]),
        (1_100_000, 1_900_000, ["1.0M", "1.2M", "1.4M", "1.6M", "1.8M", "2.0M"]),
        (1.2e9, 2.1e9, ["1.0bn", "1.2bn", "1.4bn", "1.6bn", "1.8bn", "2.0bn", "2.2bn"]),
    ],
)
def test_long_numbers_are_short_and_differ(low: float, high: float, texts: list[str]) -> None:
    assert _texts(None, low, high) == texts


def test_numbers_are_told_in_words_of_their_size() -> None:
    assert number(0.0, 2, 3) == "0"
    assert number(1_500_000, 1, 6) == "1.5 M"
    assert number(20_000, 0, 3) == "20 k"
    assert number(2.2e9, 1, 9) == "2.2 bn"


def test_letters_have_a_named_axis() -> None:
    scale = Scale(kind=ScaleKind.LETTER, letters=("D", "C", "B", "A"))
    axis = axis_for(scale, (1, 2), 9, _tell)
    assert [tick.text for tick in axis.ticks] == ["D", "C", "B", "A"]
    assert axis.place(3, ROOM) < axis.place(0, ROOM)


def test_equal_ratios_are_equally_high() -> None:
    axis = ratio_axis((1, 1000), 9, _tell)
    steps = [axis.place(v, ROOM) - axis.place(2 * v, ROOM) for v in (1, 10, 400)]
    assert steps == pytest.approx([steps[0]] * 3)
    assert axis.place(1, ROOM) == pytest.approx(ROOM.bottom)
    assert axis.place(1000, ROOM) == pytest.approx(ROOM.top)


def test_indexed_curves_meet_at_100() -> None:
    one = Curve("One", Track([0, DAY, 2 * DAY], [10.0, 20.0, 30.0]), BOUNDED)
    other = Curve("Other", Track([DAY, 2 * DAY], [400.0, 200.0]), BOUNDED)
    lines = Picture((one, other), shape=Shape.INDEXED).lines()
    assert list(lines[0].track.values) == [50.0, 100.0, 150.0]
    assert list(lines[1].track.values) == [100.0, 50.0]


def test_what_is_drawn_is_worked_out_once() -> None:
    """What a track remembers of its extremes is lost with it."""
    curve = Curve("One", Track([0, DAY], [10.0, 20.0]), BOUNDED)
    picture = Picture((curve, curve), shape=Shape.INDEXED)
    assert picture.lines()[0].track is picture.lines()[0].track


def test_what_begins_at_nothing_is_not_indexed() -> None:
    curve = Curve("Karma", Track([0, DAY], [0.0, 5.0]), BOUNDED)
    assert list(Picture((curve,), shape=Shape.INDEXED).lines()[0].track.values) == [0.0, 5.0]
