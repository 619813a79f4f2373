"""The colours of a chart, all of them taken or mixed from the tokens of the theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from footprint.domain.event import EventKind
from footprint.ui.theme import Theme
from footprint.ui.tokens import LIGHT, STRONG_DARK, STRONG_LIGHT, Tokens

# A curve is known by its dashes too: no colour without something beside it.
_CURVES = ("accent", "good", "warning", "bad", "muted", "text")
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
_MARKS = {
    EventKind.OWN_ACT: "accent",
    EventKind.THEIR_CHANGE: "warning",
    EventKind.OUTCOME: "good",
}


class Inks:
    """The colours to paint with; on paper always the light ones."""

    def __init__(self, *, paper: bool = False) -> None:
        self.paper = paper
        self._tokens: Tokens = LIGHT if paper else Theme.tokens

    def of(self, name: str, alpha: float = 1.0) -> QColor:
        """A colour of the table, let through as far as `alpha` says."""
        colour = QColor(getattr(self._tokens, name))
        colour.setAlphaF(alpha)
        return colour

    def grid(self) -> QColor:
        """The lines behind the curves; where dividing lines are strong, weaker than those."""
        strong = self._tokens in (STRONG_LIGHT, STRONG_DARK)
        return self.of("line", 0.4 if strong else 1.0)

    def curve(self, place: int, alpha: float = 1.0) -> QColor:
        """The colour of a curve by its place."""
        return self.of(_CURVES[place % len(_CURVES)], alpha)

    def mark(self, kind: EventKind, alpha: float = 1.0) -> QColor:
        """The colour of an event's sign."""
        return self.of(_MARKS[kind], alpha)


def dashes(place: int) -> Qt.PenStyle:
    """How a curve is dashed by its place."""
    return _DASHES[place % len(_DASHES)]
