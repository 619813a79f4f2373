"""The axis of values: from where to where it goes, its ticks, and what stands beside them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from footprint.domain.score import Scale, ScaleKind
from footprint.ui.chart.layout import Room
from footprint.ui.chart.ticks import (
    decimals_of,
    letter_ticks,
    nice_step,
    number_ticks,
    ratio_ticks,
)

# number, decimals, and of which power of ten it is told (0, 3, 6 or 9) -> text
Tell = Callable[[float, int, int], str]
# A flat line needs some height around it, and no line runs along the edge.
_FLAT, _EDGE = 0.05, 0.03
_NOTHING, _SLACK = 1e-6, 0.2


@dataclass(frozen=True, slots=True)
class Tick:
    """A value and what stands beside it."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """From `low` (at the bottom) to `high`; where `ratio` equal heights are equal ratios."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    ratio: bool = False

    def place(self, value: float, room: Room) -> float:
        """How far down in the room a value stands."""
        low, high = self.low, self.high
        if self.ratio:
            value, low, high = (math.log10(max(n, self.low)) for n in (value, low, high))
        return room.bottom - (value - low) / (high - low) * room.height


def axis_for(scale: Scale | None, span: tuple[float, float], most: int, tell: Tell) -> ValueAxis:
    """An axis that shows the `span` of values on at most about `most` ticks.

    It ends on ticks, and never beyond the ends of a scale that the values keep to. Letters have
    an axis of names. Without a `scale` it is one of plain numbers.
    """
    if scale is not None and scale.kind is ScaleKind.LETTER and scale.letters:
        return _letters(scale.letters, most)
    low, high = span
    around = _around(low, high)
    # Room below nothing would look as if there could be less.
    floor = 0.0 if low >= 0 else low - around
    low, high = _kept_to(scale, span, (max(low - around, floor), high + around))
    # Between 36 and 37 there is nothing on a scale of whole numbers.
    least = 10.0**-scale.decimals if scale is not None and scale.decimals is not None else 0.0
    step = nice_step(high - low, most, least)
    values = number_ticks(low, high, step)
    bottom, top = _kept_to(scale, span, (values[0], values[-1]), step * _SLACK)
    inside = [v for v in values if bottom - step * 1e-6 <= v <= top + step * 1e-6]
    power = _power(max(abs(bottom), abs(top)), step)
    decimals = decimals_of(step / 10**power)
    return ValueAxis(bottom, top, tuple(Tick(v, tell(v, decimals, power)) for v in inside))


def ratio_axis(span: tuple[float, float], most: int, tell: Tell) -> ValueAxis:
    """An axis on which doubling is as high everywhere, for values above nothing."""
    values = ratio_ticks(*span, most)
    ticks = tuple(Tick(v, tell(v, max(0, decimals_of(v)), _power(v, v))) for v in values)
    return ValueAxis(values[0], values[-1], ticks, ratio=True)


def _around(low: float, high: float) -> float:
    """How much more than the values is shown on either side."""
    largest = max(abs(low), abs(high))
    if high - low > max(largest, 1.0) * _NOTHING:
        return (high - low) * _EDGE
    return largest * _FLAT if largest > _NOTHING else 1.0


def _power(largest: float, step: float) -> int:
    """Of which power of ten the numbers are told, so that they are short and still differ."""
    for power, from_ in ((9, 1e9), (6, 1e6), (3, 2e4)):
        if largest >= from_ and step >= 10.0 ** (power - 1):
            return power
    return 0


def _kept_to(
    scale: Scale | None, span: tuple[float, float], ends: tuple[float, float], slack: float = 0.0
) -> tuple[float, float]:
    """The ends of the axis, within the scale where the values are.

    They may be so much as the `slack` beyond: a scale from 1 to 100 has an axis from 0.
    """
    bottom, top = ends
    if scale is None:
        return bottom, top
    if scale.low is not None and span[0] >= scale.low and bottom < scale.low - slack:
        bottom = scale.low
    if scale.high is not None and span[1] <= scale.high and top > scale.high + slack:
        top = scale.high
    return (bottom, top) if bottom < top else ends


def _letters(letters: tuple[str, ...], most: int) -> ValueAxis:
    # A name needs less height than a number between two lines of the grid.
    ticks = tuple(Tick(float(n), letters[n]) for n in letter_ticks(letters, most * 3 // 2))
    return ValueAxis(-0.5, len(letters) - 0.5, ticks)
