"""What is drawn of many points: extremes stay, gaps stay gaps, nothing else is invented."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.ui.chart.decimate import DAY, Track, stacked


def _daily(values: list[float]) -> Track:
    return Track([n * DAY for n in range(len(values))], values)


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=3000),
    st.data(),
)
def test_extremes_are_those_of_the_points(values: list[float], draw: st.DataObject) -> None:
    track = _daily(values)
    begins = draw.draw(st.integers(0, len(values) - 1))
    ends = draw.draw(st.integers(begins + 1, len(values)))
    assert track.extremes(begins, ends) == (min(values[begins:ends]), max(values[begins:ends]))


def test_extremes_of_many_points() -> None:
    values = array("d", [float(n * 7919 % 10_007) for n in range(100_000)])
    track = Track(array("q", range(100_000)), values)
    for begins, ends in ((0, 100_000), (17, 99_991), (5_000, 5_100), (31, 4_097)):
        part = values[begins:ends]
        assert track.extremes(begins, ends) == (min(part), max(part))


@pytest.mark.parametrize("share", [1.0, 0.5, 0.31, 0.1, 0.03, 0.01, 0.001])
def test_a_spike_is_seen_at_every_zoom(share: float) -> None:
    values = [50.0] * 40_000
    values[12_345] = 99.0
    values[23_456] = 1.0
    track = _daily(values)
    for place, extreme in ((12_345, 99.0), (23_456, 1.0)):
        half = 40_000 * DAY * share / 2
        middle = place * DAY + half * 0.3
        columns = track.drawn(middle - half, middle + half, 900).columns
        assert extreme in {end for column in columns for end in (column.low, column.high)}


def test_few_points_are_drawn_as_they_are() -> None:
    drawn = _daily([1.0, 5.0, 2.0]).drawn(0, 3 * DAY, 500)
    assert drawn.exact
    assert [(c.moment, c.low) for c in drawn.columns] == [(0, 1.0), (DAY, 5.0), (2 * DAY, 2.0)]


def test_one_point_beyond_each_end_is_drawn() -> None:
    drawn = _daily([1.0] * 10).drawn(3.5 * DAY, 5.5 * DAY, 500)
    assert [c.begins for c in drawn.columns] == [3, 4, 5, 6]


def test_panning_does_not_change_what_is_drawn() -> None:
    track = _daily([float(n * 31 % 97) for n in range(50_000)])
    one = track.drawn(1000 * DAY, 41_000 * DAY, 800).columns[1:-1]
    other = {c.moment: c for c in track.drawn(1500 * DAY, 41_500 * DAY, 800).columns[1:-1]}
    common = [c for c in one if c.moment in other][1:-1]
    assert len(common) > 500
    assert all(other[c.moment] == c for c in common)


@pytest.mark.parametrize(
    ("every", "pause", "parted"),
    [
        (1, 13, False),  # two weeks may pass in a daily row
        (1, 15, True),
        (7, 40, False),  # six times its usual distance
        (7, 43, True),
        (365, 366, False),
        (365, 380, True),  # but never a line across more than a year
    ],
)
def test_a_long_pause_is_a_gap(every: int, pause: int, parted: bool) -> None:
    before = [n * every * DAY for n in range(20)]
    after = [before[-1] + (pause + n * every) * DAY for n in range(20)]
    track = Track([*before, *after], [1.0] * 40)
    drawn = track.drawn(0, after[-1], 1000)
    assert len(drawn.runs) == 1 + parted


def test_a_gap_stays_when_points_are_bundled() -> None:
    times = [*range(5_000), *range(9_000, 14_000)]
    track = Track([t * DAY for t in times], [1.0] * 10_000)
    drawn = track.drawn(0, 14_000 * DAY, 100)
    assert not drawn.exact
    assert len(drawn.runs) == 2


def test_nothing_is_drawn_of_nothing() -> None:
    assert Track([], []).drawn(0, 1, 100).runs == ()
    assert Track([], []).nearest(5.0) is None


def test_the_nearest_point() -> None:
    track = _daily([1.0, 2.0, 3.0])
    assert [track.nearest(m * DAY) for m in (-9, 0.4, 0.6, 1.4, 99)] == [0, 0, 1, 1, 2]


def test_parts_stand_on_each_other() -> None:
    piles = stacked([_daily([1.0, 2.0]), _daily([10.0, 20.0])])
    assert [list(pile.values) for pile in piles] == [[1.0, 2.0], [11.0, 22.0]]
