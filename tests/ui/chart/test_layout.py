"""Labels that do not touch, rows that are shared, the card, and the view in time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from footprint.ui.chart.decimate import DAY
from footprint.ui.chart.layout import (
    Placed,
    Room,
    Wish,
    apart,
    card_place,
    place_labels,
    shares,
    wrapped,
)
from footprint.ui.chart.view import View, extent_of, last

SIGN = 6.0


def _wish(x: float, width: float, more: float = 0.0, weight: int = 0) -> Wish:
    return Wish(x, width, width + more, SIGN, weight)


def _wide(text: str) -> float:
    return len(text) * 10.0


@given(
    st.lists(
        st.tuples(st.floats(0, 900), st.floats(20, 300), st.floats(0, 400)),
        max_size=40,
    ),
    st.integers(0, 4),
)
def test_labels_never_touch(wanted: list[tuple[float, float, float]], lanes: int) -> None:
    wishes = [_wish(*each) for each in wanted]
    placed = place_labels(wishes, 0, 900, lanes)
    written = [(p, w) for p, w in zip(placed, wishes, strict=True) if p.lane is not None]
    for n, (one, wish) in enumerate(written):
        assert one.left >= -1e-6
        assert one.right <= 900 + 1e-6
        assert wish.width - 1e-6 <= one.width <= wish.full + 1e-6
        for other, _its in written[n + 1 :]:
            if other.lane == one.lane:
                assert one.right <= other.left or other.right <= one.left


@given(st.floats(0, 900), st.floats(20, 300))
def test_words_stand_beside_their_sign(x: float, width: float) -> None:
    (placed,) = place_labels([_wish(x, width)], 0, 900, 1)
    if placed.lane is not None:
        begins = placed.right - SIGN if placed.before else placed.left + SIGN
        assert abs(begins - x) < 1e-6


def test_at_the_right_edge_words_stand_before_their_sign() -> None:
    (placed,) = place_labels([_wish(880, 100)], 0, 900, 1)
    assert placed == Placed(786, 100, 0, before=True)


def test_a_label_stands_where_all_of_it_has_room() -> None:
    (placed,) = place_labels([_wish(700, 100, more=200)], 0, 900, 1)
    assert (placed.before, placed.width) == (True, 300)


def test_what_is_left_of_a_lane_goes_to_longer_labels() -> None:
    one, other = place_labels([_wish(10, 80, more=400), _wish(300, 80)], 0, 900, 1)
    assert (one.lane, other.lane) == (0, 0)
    assert one.right == other.left - 10


def test_the_heavier_label_is_written() -> None:
    one, other = place_labels([_wish(10, 80), _wish(20, 80, weight=1)], 0, 130, 1)
    assert (one.lane, other.lane) == (None, 0)


@given(st.lists(st.floats(1, 500), min_size=1, max_size=12), st.floats(0, 3000))
def test_a_row_is_shared_without_running_over(wanted: list[float], room: float) -> None:
    given_ = shares(wanted, room)
    assert sum(given_) <= room + 1e-6
    assert all(got <= want + 1e-6 for got, want in zip(given_, wanted, strict=True))
    cut = [got for got, want in zip(given_, wanted, strict=True) if got < want - 1e-6]
    # Nobody who was cut has less than anybody else.
    assert all(got >= max(given_) - 1e-6 for got in cut)


def test_what_would_touch_is_not_written() -> None:
    assert apart([(0, 10), (12, 20), (25, 30), (26, 40)], 5) == [True, False, True, False]


def test_a_text_is_wrapped_between_words() -> None:
    assert wrapped("one two three four", _wide, 80, 9) == ["one two", "three", "four"]
    assert wrapped("one two three four", _wide, 80, 2) == ["one two", "three four"]
    assert wrapped("unbreakablyLong word", _wide, 80, 9) == ["unbreakablyLong", "word"]
    assert wrapped("", _wide, 80, 9) == []


def test_the_card_stays_inside_and_off_its_point() -> None:
    room = Room(50, 20, 400, 200)
    for at in ((55, 25), (445, 215), (250, 100)):
        card = card_place(at, (160, 60), room)
        assert room.left <= card.left
        assert card.right <= room.right
        assert room.top <= card.top
        assert card.bottom <= room.bottom
        assert not card.holds(*at)


def test_zooming_keeps_the_moment_under_the_pointer() -> None:
    whole = extent_of(0, 1000 * DAY)
    view = whole.zoomed(0.5, 300 * DAY, whole)
    before = whole.place(300 * DAY, 0, 800)
    assert abs(view.place(300 * DAY, 0, 800) - before) < 1e-6
    assert view.length == whole.length / 2


def test_one_never_loses_the_data() -> None:
    whole = extent_of(0, 1000 * DAY)
    view = View(0, 100 * DAY).panned(1e12, whole)
    assert view.begin < whole.end
    assert whole.zoomed(1e9, 0, whole).length <= whole.length * 1.05
    assert whole.zoomed(1e-12, 0, whole).length == 3600.0


def test_the_last_month_ends_where_the_data_ends() -> None:
    whole = extent_of(0, 1000 * DAY)
    assert last(30, whole) == View(whole.end - 30 * DAY, whole.end)
