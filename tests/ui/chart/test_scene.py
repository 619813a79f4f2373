"""What stands in a picture at any size: labels in their room, gaps, lone readings, captions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.event import EventKind
from footprint.domain.score import Better, Scale, ScaleKind
from footprint.ui.chart.decimate import DAY, Track
from footprint.ui.chart.flags import flag_at
from footprint.ui.chart.legend import legend_of
from footprint.ui.chart.letters import Type
from footprint.ui.chart.picture import Curve, Mark, Picture, Shape
from footprint.ui.chart.scene import Scene, scene_of
from footprint.ui.chart.ticks import Unit
from footprint.ui.chart.times import time_labels
from footprint.ui.chart.view import View

BEGINS = 1_293_883_200.0  # 1 January 2011, noon
BOUNDED = Scale(kind=ScaleKind.BOUNDED, low=0, high=100)
WIDE = 7.0


def _elide(text: str, wide: float) -> str:
    return text if len(text) * WIDE <= wide else text[: max(0, int(wide / WIDE) - 1)] + "…"


def _moment(seconds: float, unit: Unit) -> tuple[str, str]:
    return ("24 Oct" if unit < Unit.MONTH else "Oct"), "2011"


LETTERS = Type(
    wide=lambda text: len(text) * WIDE,
    line=15.0,
    number=lambda value, decimals, _power: f"{value:.{decimals}f}",
    moment=_moment,
    elide=_elide,
)


def _curve(values: Sequence[float], scale: Scale = BOUNDED, name: str = "Klout") -> Curve:
    times = [BEGINS + n * DAY for n in range(len(values))]
    return Curve(name, Track(times, values), scale, lambda at: (f"{values[at]:g}",))


def _scene(
    picture: Picture, size: tuple[float, float] = (900, 380), view: View | None = None
) -> Scene:
    return scene_of(picture, view or picture.extent, size, LETTERS)


def _mark(day: float, title: str = "You opted out", kind: EventKind = EventKind.OWN_ACT) -> Mark:
    return Mark(title, kind, BEGINS + day * DAY, title)


def _words(scene: Scene) -> list[str]:
    return [words.text for words in scene.written]


@given(st.floats(0.05, 20_000), st.floats(0, 40_000), st.integers(120, 2000))
def test_labels_of_time_neither_touch_nor_leave_the_picture(
    days: float, begins: float, width: int
) -> None:
    picture = Picture((_curve([40.0, 50.0]),))
    plot = _scene(picture, (float(width), 300.0)).plot
    view = View(begins * DAY, (begins + days) * DAY)
    labels = time_labels(view, plot, float(width), LETTERS)
    for lefts, texts in (
        ([x.left for x in labels], [x.text for x in labels]),
        ([x.left_below for x in labels], [x.below for x in labels]),
    ):
        spans = [(a, a + len(t) * WIDE) for a, t in zip(lefts, texts, strict=True) if t]
        assert all(a >= 0 and b <= width for a, b in spans)
        assert all(one[1] < other[0] for one, other in pairwise(spans))


@given(st.lists(st.floats(0, 99), max_size=30), st.integers(200, 1500), st.integers(120, 700))
def test_words_of_events_stay_in_the_picture(days: list[float], width: int, height: int) -> None:
    marks = tuple(_mark(day, f"Event of day {day:.0f} and more") for day in sorted(days))
    picture = Picture((_curve([40.0 + n % 5 for n in range(100)]),), marks)
    scene = _scene(picture, (float(width), float(height)))
    assert len(scene.flags) == len(marks)
    for flag in scene.flags:
        if flag.placed.lane is not None:
            assert flag.placed.left >= 0
            assert flag.placed.right <= width
            assert scene.lane + (flag.placed.lane + 1) * 15 * 1.2 <= scene.plot.top + 1


def test_an_event_at_the_edge_keeps_its_words_beside_its_sign() -> None:
    picture = Picture((_curve([40.0] * 100),), (_mark(99, "Opted out of Klout"),))
    (flag,) = _scene(picture).flags
    assert flag.placed.before
    assert flag.text == "Opted out of Klout"


def test_an_event_is_hit_at_its_words_and_at_its_sign() -> None:
    marks = (_mark(10, "Left"), _mark(10.1, "x" * 90), _mark(10.2), _mark(10.3), _mark(10.4))
    scene = _scene(Picture((_curve([40.0] * 100),), marks))
    for flag in scene.flags:
        lane = flag.placed.lane
        y = scene.plot.top if lane is None else scene.lane + lane * 18 + 5
        x = flag.x if lane is None else flag.placed.left + 20
        assert flag_at(scene.flags, x, y, lane=scene.lane, line=15) == flag
    assert flag_at(scene.flags, 800, 200, lane=scene.lane, line=15) is None


def test_what_is_out_of_sight_is_said() -> None:
    marks = (_mark(-900), _mark(50), _mark(2600), _mark(2700))
    picture = Picture((_curve([40.0] * 100),), marks)
    assert _words(_scene(picture)) == ["2 later events ›", "‹ 1 earlier event"]
    assert picture.reach.begin < marks[0].moment
    assert picture.reach.end > marks[-1].moment
    assert _words(_scene(picture, view=picture.reach)) == []


def test_lower_is_better_is_said() -> None:
    rank = Scale(kind=ScaleKind.PERCENTILE, low=0, high=100, better=Better.LOWER)
    assert _words(_scene(Picture((_curve([9.0, 8.0], rank),)))) == ["lower is better"]
    assert _words(_scene(Picture((_curve([9.0, 8.0]),)))) == []


def test_a_lone_reading_is_seen_on_its_whole_scale() -> None:
    scene = _scene(Picture((_curve([37.0]),)))
    assert scene.left is not None
    assert (scene.left.low, scene.left.high) == (0, 100)
    assert _words(scene) == ["37 · 24 Oct"]
    assert len(scene.strokes[0].dots) == 1


def test_no_reading_and_none_in_sight_are_told_apart() -> None:
    assert _words(_scene(Picture())) == ["Nothing to show yet."]
    assert _scene(Picture()).left is None
    curve = Curve(
        "Klout", Track([BEGINS, BEGINS + DAY, BEGINS + 900 * DAY], [1.0, 2.0, 3.0]), BOUNDED
    )
    view = View(BEGINS + 300 * DAY, BEGINS + 400 * DAY)
    assert "No reading in this span of time." in _words(_scene(Picture((curve,)), view=view))


def test_a_short_run_between_gaps_has_a_dot() -> None:
    days = [0, *range(100, 102), *range(1000, 1900)]
    times = [BEGINS + day * DAY for day in days]
    scene = _scene(Picture((Curve("Klout", Track(times, [50.0] * len(days)), BOUNDED),)))
    (stroke,) = scene.strokes
    assert [len(run) for run in stroke.runs] == [1, 2, 900]
    assert len(stroke.dots) == 2


def test_a_lone_spike_is_in_the_picture_of_many_readings() -> None:
    values = [50.0] * 40_000
    values[12_345] = 97.0
    scene = _scene(Picture((_curve(values),)))
    (stroke,) = scene.strokes
    peak = stroke.axis.place(97.0, scene.plot)
    assert min(y for run in stroke.runs for _x, y in run) == pytest.approx(peak)


def test_curves_that_grow_apart_are_indexed_by_ratio() -> None:
    curves = (_curve([1.0, 50.0, 4000.0]), _curve([10.0, 11.0, 12.0], name="Kred"))
    scene = _scene(Picture(curves, shape=Shape.INDEXED))
    assert scene.left is not None
    assert scene.left.ratio
    assert "each is 100 where the last of them begins" in _words(scene)
    near = Picture((_curve([10.0, 20.0]), _curve([10.0, 15.0])), shape=Shape.INDEXED)
    axis = _scene(near).left
    assert axis is not None
    assert not axis.ratio


def test_two_scales_have_two_axes() -> None:
    curves = (_curve([40.0, 50.0]), _curve([700.0, 719.0], Scale(kind=ScaleKind.UNBOUNDED)))
    scene = _scene(Picture(curves))
    assert scene.left is not None
    assert scene.right is not None
    assert scene.left.high < 101 < scene.right.low


@given(
    st.lists(st.text("ab c", min_size=1, max_size=60), min_size=2, max_size=60),
    st.integers(210, 2000),
    st.integers(1, 2),
)
def test_names_of_curves_never_touch(names: list[str], wide: int, rows: int) -> None:
    legend = legend_of(names, float(wide), LETTERS, rows=rows)
    shown = [name for name in legend if name.place is not None]
    rest = len(names) - len(shown)
    assert (legend[-1].place is None) == (rest > 0)
    assert max(name.row for name in legend) < rows
    for one, other in pairwise(legend):
        if one.row == other.row:
            ends = one.x + one.sample + 6 + len(one.text) * WIDE
            assert ends <= other.x + 1
    last = shown[-1]
    assert last.x + last.sample + 6 + len(last.text) * WIDE <= wide + 1


def test_one_curve_needs_no_legend_and_a_narrow_picture_has_no_room() -> None:
    assert legend_of(["Klout"], 900, LETTERS, rows=2) == ()
    assert legend_of(["Klout", "Kred"], 100, LETTERS, rows=2) == ()
