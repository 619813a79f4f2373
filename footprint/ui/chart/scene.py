"""One picture worked out for one size: where every line, tick and label stands, in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footprint.ui.chart.axes import ValueAxis, axis_for, ratio_axis
from footprint.ui.chart.captions import Written, caption_of, captions
from footprint.ui.chart.decimate import Drawn
from footprint.ui.chart.flags import LANE, Flag, flags_of, lanes_for
from footprint.ui.chart.layout import Room
from footprint.ui.chart.legend import ROW, Name, legend_of
from footprint.ui.chart.letters import Type
from footprint.ui.chart.picture import Curve, Picture, Shape
from footprint.ui.chart.strokes import Stroke, stroke_of
from footprint.ui.chart.times import TimeLabel, time_labels
from footprint.ui.chart.view import View

# Many curves share so many columns: nobody tells 50 of them apart pixel by pixel.
_ALL_COLUMNS = 2400
_FEWEST_COLUMNS = 48
_MOST_SMOOTH = 2000
# From so many times the lowest on, indexed curves are told apart by ratios only.
_WIDE = 8


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything there is to paint. `written` is what stands free in the picture."""

    plot: Room
    lane: float
    legend: tuple[Name, ...]
    strokes: tuple[Stroke, ...]
    flags: tuple[Flag, ...]
    times: tuple[TimeLabel, ...]
    left: ValueAxis | None
    right: ValueAxis | None
    written: tuple[Written, ...]


def scene_of(
    picture: Picture, view: View, size: tuple[float, float], letters: Type, *, current: int = 0
) -> Scene:
    """Work out a picture; the axis on the left is that of the `current` curve."""
    lines = picture.lines()
    outer = _Outer(picture, [line.name for line in lines], size, letters)
    columns = outer.columns_of(len(lines))
    drawn = [line.track.drawn(view.begin, view.end, columns) for line in lines]
    spans = [_span(c, d, view) for c, d in zip(lines, drawn, strict=True)]
    axes = _axes(picture, spans, outer, current)
    left = axes[min(current, len(axes) - 1)] if axes and not picture.empty else None
    right = _other(picture, axes, current)
    flags = flags_of(picture.marks, view, outer.plot(left, right, 0), letters, most=outer.lanes)
    outer.notes = caption_of(picture, current), flags.before, flags.after
    plot = outer.plot(left, right, flags.lanes)
    count = sum(len(run) for d in drawn for run in d.runs)
    smooth = count < _MOST_SMOOTH and all(d.exact for d in drawn)
    dotted = picture.shape is not Shape.PARTS
    strokes = tuple(
        stroke_of(line, d, axis, (view, plot), smooth=smooth, dotted=dotted)
        for line, d, axis in zip(lines, drawn, axes, strict=True)
    )
    return Scene(
        plot=plot,
        lane=outer.top,
        legend=outer.legend,
        strokes=strokes,
        flags=flags.flags,
        times=() if picture.empty else time_labels(view, plot, size[0], letters),
        left=left,
        right=right,
        written=captions(picture, strokes, plot, letters=letters, notes=outer.notes),
    )


class _Outer:
    """What surrounds the plot: legend, lanes of labels, a row of notes, and both axes."""

    def __init__(
        self, picture: Picture, names: Sequence[str], size: tuple[float, float], letters: Type
    ) -> None:
        self.size = size
        self.letters = letters
        rows = min(2, int(size[1] / letters.line / 6))
        self.legend = legend_of(names, size[0] - 10 * letters.character, letters, rows=rows)
        self.most = max(2, int((size[1] - 5 * letters.line) / (letters.line * 2.2)))
        self.lanes = 0 if picture.empty else lanes_for(size[1], letters.line)
        self.notes = ("", 0, 0)

    def columns_of(self, curves: int) -> int:
        """Into how many columns each of so many curves is parted."""
        wide = max(50, int(self.size[0] - 8 * self.letters.character))
        return min(wide, max(_FEWEST_COLUMNS, _ALL_COLUMNS // max(1, curves)))

    @property
    def top(self) -> float:
        """Where the lanes begin."""
        rows = self.legend[-1].row + 1 if self.legend else 0
        return self.letters.line * (0.5 + rows * ROW)

    def plot(self, left: ValueAxis | None, right: ValueAxis | None, lanes: int) -> Room:
        """The room of the curves themselves."""
        line, gap = self.letters.line, self.letters.character
        before = self._beside(left) + gap
        after = self._beside(right) + gap if right else gap * 2
        top = self.top + lanes * line * LANE + line * (1.3 if any(self.notes) else 0.4)
        width = max(20.0, self.size[0] - before - after)
        return Room(before, top, width, max(20.0, self.size[1] - top - line * 2.6))

    def _beside(self, axis: ValueAxis | None) -> float:
        texts = [tick.text for tick in axis.ticks] if axis else []
        return max(map(self.letters.wide, texts), default=0.0) + self.letters.character


def _axes(
    picture: Picture, spans: Sequence[tuple[float, float]], outer: _Outer, current: int
) -> list[ValueAxis]:
    tell, most = outer.letters.number, outer.most
    count = len(spans)
    if picture.shape is Shape.OWN:
        # Nobody reads the axis of a curve that is neither the current one nor the only other.
        told = [tell if count < 3 or n == current else _untold for n in range(count)]
        scales = [curve.scale for curve in picture.curves]
        return [
            axis_for(*each[:2], most, each[2]) for each in zip(scales, spans, told, strict=True)
        ]
    low = min((low for low, _high in spans), default=0.0)
    high = max((high for _low, high in spans), default=1.0)
    if picture.shape is Shape.PARTS:
        low = min(low, 0.0)
    elif low > 0 and high / low >= _WIDE:
        return [ratio_axis((low, high), most, tell)] * count
    return [axis_for(None, (low, high), most, tell)] * count


def _untold(_value: float, _decimals: int, _power: int) -> str:
    return ""


def _span(curve: Curve, drawn: Drawn, view: View) -> tuple[float, float]:
    """The lowest and the highest of what is drawn, the ghost included.

    A lone reading is seen on the whole of its scale.
    """
    scale = curve.scale
    if len(curve.track) == 1 and scale.low is not None and scale.high is not None:
        return min(scale.low, curve.track.values[0]), max(scale.high, curve.track.values[0])
    columns = drawn.columns
    ends = [end for c in columns for end in (c.low, c.high)]
    if curve.ghost is not None:
        seen = curve.ghost.within(view.begin, view.end)
        if len(seen):
            ends += curve.ghost.extremes(seen.start, seen.stop)
    return (min(ends), max(ends)) if ends else (0.0, 1.0)


def _other(picture: Picture, axes: Sequence[ValueAxis], current: int) -> ValueAxis | None:
    """With two curves of their own scales the other one has its axis on the right."""
    if picture.shape is not Shape.OWN or len(axes) != 2 or picture.empty:
        return None
    return axes[1 - current]
