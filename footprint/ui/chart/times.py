"""The labels of the time axis: none is cut, none touches the next."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.ui.chart.layout import Room, apart
from footprint.ui.chart.letters import Type
from footprint.ui.chart.ticks import time_ticks
from footprint.ui.chart.view import View

_EDGE = 4.0


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """A tick of the time axis: what stands below it, and below that.

    `left` and `left_below` are where these words begin.
    """

    x: float
    text: str
    below: str
    left: float
    left_below: float


def time_labels(view: View, plot: Room, whole: float, letters: Type) -> tuple[TimeLabel, ...]:
    """The ticks of a view; `whole` is the width of the picture, which no label leaves."""
    ticks = time_ticks(view.begin, view.end, max(2, int(plot.width / (letters.character * 8.5))))
    # The larger unit is named where it begins, and at the first tick unless it begins soon after.
    soon = view.begin + view.length * 0.2
    named = any(m in ticks.fresh for m in ticks.moments if m < soon)
    made: list[TimeLabel] = []
    for place, moment in enumerate(ticks.moments):
        text, below = letters.moment(moment, ticks.step.unit)
        below = below if moment in ticks.fresh or (place == 0 and not named) else ""
        x = view.place(moment, plot.left, plot.width)
        begins = [_begin(x, letters.wide(words), whole) for words in (text, below)]
        made.append(TimeLabel(x, text, below, *begins))
    return _parted(made, letters)


def _begin(x: float, wide: float, whole: float) -> float:
    return min(max(_EDGE, x - wide / 2), whole - _EDGE - wide)


def _parted(labels: list[TimeLabel], letters: Type) -> tuple[TimeLabel, ...]:
    between = letters.character
    upper = apart([(x.left, x.left + letters.wide(x.text)) for x in labels], between)
    named = [x for x in labels if x.below]
    spans = [(x.left_below, x.left_below + letters.wide(x.below)) for x in named]
    lower = {x.x for x, free in zip(named, apart(spans, between), strict=True) if free}
    return tuple(
        TimeLabel(
            label.x,
            label.text if free else "",
            label.below if label.x in lower else "",
            label.left,
            label.left_below,
        )
        for label, free in zip(labels, upper, strict=True)
    )
