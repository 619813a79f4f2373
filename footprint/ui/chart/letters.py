"""What the geometry has to know of the font, and of how the person's country writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from footprint.ui.chart.axes import Tell
from footprint.ui.chart.ticks import Unit


@dataclass(frozen=True, slots=True)
class Type:
    """How wide and high words are.

    `wide` gives the width of a text, `moment` the words of a tick: (below it, below that).
    """

    wide: Callable[[str], float]
    line: float
    number: Tell
    moment: Callable[[float, Unit], tuple[str, str]]
    elide: Callable[[str, float], str]

    @property
    def character(self) -> float:
        """The width of a usual character."""
        return self.wide("0")
