"""Paints the words of a scene: axes, events with their signs, captions, and the legend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from footprint.domain.event import EventKind
from footprint.ui.chart.axes import ValueAxis
from footprint.ui.chart.colours import Inks, dashes
from footprint.ui.chart.flags import LANE, Flag
from footprint.ui.chart.legend import ROW
from footprint.ui.chart.letters import Type
from footprint.ui.chart.scene import Scene
from footprint.ui.chart.strokes import Point

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PEN = 1.8
_SIGN, _LARGE_SIGN = 0.55, 0.85


class Lettering:
    """Paints with one painter, whose font is that of the scene."""

    def __init__(self, painter: QPainter, scene: Scene, letters: Type, inks: Inks) -> None:
        self._painter = painter
        self._scene = scene
        self._letters = letters
        self._inks = inks

    # --- axes --------------------------------------------------------------------------------

    def axes(self, current: int, *, own: bool) -> None:
        """What stands beside both axes and below; of two scales each in its curve's colour."""
        self._painter.setPen(self._inks.of("muted"))
        bottom, line = self._scene.plot.bottom + 6, self._letters.line
        for label in self._scene.times:
            self._write(label.left, bottom, label.text)
            self._write(label.left_below, bottom + line, label.below)
        gap, plot = self._letters.character, self._scene.plot
        several = own and len(self._scene.strokes) > 1
        muted = self._inks.of("muted")
        ink = self._inks.curve(current) if several else muted
        self._numbers(self._scene.left, (0, plot.left - gap), _RIGHT, ink)
        other = self._inks.curve(1 - current) if self._scene.right else muted
        self._numbers(self._scene.right, (plot.right + gap, 9999), _LEFT, other)

    def _numbers(
        self,
        axis: ValueAxis | None,
        ends: tuple[float, float],
        side: Qt.AlignmentFlag,
        ink: QColor,
    ) -> None:
        line = self._letters.line
        self._painter.setPen(ink)
        for tick in axis.ticks if axis else ():
            y = axis.place(tick.value, self._scene.plot) if axis else 0.0
            at = QRectF(ends[0], y - line / 2, ends[1] - ends[0], line)
            self._painter.drawText(at, side, tick.text)

    def _write(self, x: float, y: float, text: str, wide: float | None = None) -> None:
        if text:
            room = QRectF(x, y, wide or self._letters.wide(text) + 4, self._letters.line)
            self._painter.drawText(room, _LEFT, text)

    # --- events ------------------------------------------------------------------------------

    def flags(self) -> None:
        """All lines first, so that none runs through the words of another."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for flag in self._scene.flags:
            self._painter.setPen(QPen(self._inks.mark(flag.mark.kind), 1, Qt.PenStyle.DashLine))
            self._pole(flag)
        for flag in self._scene.flags:
            self._words(flag)

    def chosen(self, flag: Flag) -> None:
        """The flag that is pointed at: a whole line, and its sign larger."""
        self._painter.setPen(QPen(self._inks.mark(flag.mark.kind), 2))
        self._pole(flag)
        self.sign(flag.mark.kind, self._foot(flag), _LARGE_SIGN)

    def _pole(self, flag: Flag) -> None:
        top = self._foot(flag).y()
        self._painter.drawLine(QPointF(flag.x, top), QPointF(flag.x, self._scene.plot.bottom))

    def _foot(self, flag: Flag) -> QPointF:
        """Where the sign is."""
        lane = flag.placed.lane
        y = self._scene.plot.top if lane is None else self._lane(lane) + self._letters.line / 2
        return QPointF(flag.x, y)

    def _words(self, flag: Flag) -> None:
        line, at = self._letters.line, flag.placed
        if at.lane is not None:
            beside = line * 0.6
            wide = self._letters.wide(flag.text)
            begin = flag.x - beside - wide if at.before else flag.x + beside
            room = QRectF(begin - 1, self._lane(at.lane), wide + 4, line)
            self._painter.fillRect(room, self._inks.of("panel"))
            self._painter.setPen(self._inks.of("text"))
            self._write(begin, room.top(), flag.text)
        self.sign(flag.mark.kind, self._foot(flag))

    def _lane(self, lane: int) -> float:
        return self._scene.lane + lane * self._letters.line * LANE

    def sign(self, kind: EventKind, middle: QPointF, size: float = _SIGN) -> None:
        """Each kind has a shape of its own; `size` is in lines."""
        painter, side = self._painter, self._letters.line * size
        half = side / 2
        painter.setPen(QPen(self._inks.of("panel"), 1))
        painter.setBrush(self._inks.mark(kind))
        if kind is EventKind.OUTCOME:
            painter.drawEllipse(middle, half, half)
        elif kind is EventKind.THEIR_CHANGE:
            painter.drawRect(QRectF(middle.x() - half, middle.y() - half, side, side))
        else:
            x, y = middle.x(), middle.y()
            corners = [(x - half, y + half), (x + half, y + half), (x, y - half)]
            painter.drawPolygon(polygon(corners))

    # --- captions and legend -----------------------------------------------------------------

    def captions(self) -> None:
        """What stands free, on a ground that keeps lines from running through it."""
        usual = QFont(self._painter.font())
        strong = QFont(usual)
        strong.setWeight(QFont.Weight.DemiBold)
        for words in self._scene.written:
            wide = self._letters.wide(words.text) * (1.12 if words.strong else 1.0)
            ground = QRectF(words.x - 2, words.y, wide + 6, self._letters.line)
            self._painter.fillRect(ground, self._inks.of("panel", 0.92))
            self._painter.setFont(strong if words.strong else usual)
            self._painter.setPen(self._inks.of("text" if words.strong else "muted"))
            self._write(words.x, words.y, words.text, wide + 4)
        self._painter.setFont(usual)

    def legend(self, current: int) -> None:
        """The names of the curves, each with a piece of its line; the current one is strong."""
        painter, line = self._painter, self._letters.line
        for name in self._scene.legend:
            x, y = self._scene.plot.left + name.x, line * (0.9 + name.row * ROW)
            strong = name.place == current
            if name.place is not None:
                ink = self._inks.curve(name.place)
                painter.setPen(QPen(ink, 3 if strong else _PEN, dashes(name.place)))
                painter.drawLine(QPointF(x, y), QPointF(x + name.sample, y))
                x += name.sample + 6
            painter.setPen(self._inks.of("text" if strong else "muted"))
            self._write(x, y - line / 2, name.text)


def polygon(points: Sequence[Point]) -> QPolygonF:
    """Points as Qt wants them."""
    return QPolygonF([QPointF(x, y) for x, y in points])
