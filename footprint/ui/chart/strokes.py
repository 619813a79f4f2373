"""A curve in pixels: lines between gaps, dots where points are told apart, and its ghost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footprint.ui.chart.axes import ValueAxis
from footprint.ui.chart.decimate import Column, Drawn
from footprint.ui.chart.layout import Room
from footprint.ui.chart.picture import Curve
from footprint.ui.chart.view import View

Point = tuple[float, float]
_FEW = 120
_DOT_ROOM = 7.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A curve: a polyline for each run between gaps, and dots on some of its points."""

    curve: Curve
    axis: ValueAxis
    runs: tuple[tuple[Point, ...], ...]
    dots: tuple[Point, ...]
    ghost: tuple[tuple[Point, ...], ...]
    ghost_dots: tuple[Point, ...]
    smooth: bool


def stroke_of(
    curve: Curve,
    drawn: Drawn,
    axis: ValueAxis,
    where: tuple[View, Room],
    *,
    smooth: bool,
    dotted: bool,
) -> Stroke:
    """Work out one curve. Where not `dotted` only lone points have a dot."""
    runs = _runs(drawn, axis, where)
    ghost: tuple[tuple[Point, ...], ...] = ()
    if curve.ghost is not None:
        view, plot = where
        told = curve.ghost.drawn(view.begin, view.end, max(50, int(plot.width)))
        ghost = _runs(told, axis, where)
    return Stroke(
        curve,
        axis,
        runs,
        _dots(runs, dotted=dotted and drawn.exact),
        ghost,
        _dots(ghost, dotted=dotted),
        smooth,
    )


def _dots(runs: Sequence[Sequence[Point]], *, dotted: bool) -> tuple[Point, ...]:
    """All points where there is room between them, else those of runs too short to be seen."""
    count = sum(map(len, runs))
    wide = sum(run[-1][0] - run[0][0] for run in runs)
    spaced = dotted and count <= _FEW and count * _DOT_ROOM <= wide + _DOT_ROOM * len(runs)
    return tuple(
        point
        for run in runs
        if spaced or run[-1][0] - run[0][0] < _DOT_ROOM
        for point in (run if spaced else run[-1:])
    )


def _runs(drawn: Drawn, axis: ValueAxis, where: tuple[View, Room]) -> tuple[tuple[Point, ...], ...]:
    view, plot = where
    return tuple(_points(run, axis, view, plot, exact=drawn.exact) for run in drawn.runs)


def _points(
    run: Sequence[Column], axis: ValueAxis, view: View, plot: Room, *, exact: bool
) -> tuple[Point, ...]:
    if axis.ratio:
        return _by_ratio(run, axis, view, plot)
    across, down = plot.width / view.length, plot.height / (axis.high - axis.low)
    left, begin, bottom, low = plot.left, view.begin, plot.bottom, axis.low
    if exact:
        return tuple(
            (left + (c.moment - begin) * across, bottom - (c.low - low) * down) for c in run
        )
    points: list[Point] = []
    for c in run:
        x = left + (c.moment - begin) * across
        one, other = (c.low, c.high) if c.last >= c.first else (c.high, c.low)
        points.append((x, bottom - (one - low) * down))
        points.append((x, bottom - (other - low) * down))
    return tuple(points)


def _by_ratio(run: Sequence[Column], axis: ValueAxis, view: View, plot: Room) -> tuple[Point, ...]:
    points: list[Point] = []
    for c in run:
        x = view.place(c.moment, plot.left, plot.width)
        ends = (c.low, c.high) if c.last >= c.first else (c.high, c.low)
        points += [(x, axis.place(end, plot)) for end in (ends[:1] if c.low == c.high else ends)]
    return tuple(points)
