"""Paints what follows pointer and keyboard: the span, the point with its read-out, the focus."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from footprint.ui.chart.colours import Inks
from footprint.ui.chart.cursor import Cursor
from footprint.ui.chart.flags import Flag
from footprint.ui.chart.layout import Room, card_place, wrapped
from footprint.ui.chart.lettering import Lettering
from footprint.ui.chart.letters import Type
from footprint.ui.chart.picture import Picture
from footprint.ui.chart.scene import Scene
from footprint.ui.chart.view import View
from footprint.ui.plain import plain

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_PAD = 10.0
_WIDEST = 46  # average characters
_MOST_LINES = 4
_LEADING = 1.15


class Overlay:
    """Paints over a scene that is painted already."""

    def __init__(
        self, painter: QPainter, scene: Scene, letters: Type, *, inks: Inks, view: View
    ) -> None:
        self._painter = painter
        self._scene = scene
        self._letters = letters
        self._inks = inks
        self._view = view
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def span(self, begin: float, end: float) -> None:
        """The chosen span."""
        plot = self._scene.plot
        ends = [self._view.place(m, plot.left, plot.width) for m in (begin, end)]
        left, right = (min(max(x, plot.left), plot.right) for x in ends)
        if right <= left:
            return
        band = QRectF(left, plot.top, right - left, plot.height)
        self._painter.fillRect(band, self._inks.of("accent", 0.16))
        self._painter.setPen(QPen(self._inks.of("accent"), 1))
        for x in (left, right):
            self._painter.drawLine(QPointF(x, plot.top), QPointF(x, plot.bottom))

    def point(self, picture: Picture, cursor: Cursor, lines: tuple[str, ...], room: Room) -> None:
        """A point with a ring around it, and what is told of it on a card beside it."""
        at = self.place(picture, cursor)
        if at is None:
            return
        plot = self._scene.plot
        self._painter.setPen(QPen(self._inks.of("muted"), 1, Qt.PenStyle.DotLine))
        self._painter.drawLine(QPointF(at.x(), plot.top), QPointF(at.x(), plot.bottom))
        self._painter.setPen(QPen(self._inks.curve(cursor.curve), 2.4))
        self._painter.setBrush(self._inks.of("panel"))
        self._painter.drawEllipse(at, 5.0, 5.0)
        if lines:
            self._card(at, lines, room)

    def flag(self, flag: Flag, lines: tuple[str, ...], room: Room) -> None:
        """An event that is pointed at, with all that is known of it."""
        Lettering(self._painter, self._scene, self._letters, self._inks).chosen(flag)
        below = self._scene.plot.top + self._letters.line * 0.5
        self._card(QPointF(flag.x, below), lines, room)

    def focus(self, whole: QRectF) -> None:
        """A ring around the chart that has the keyboard."""
        self._painter.setPen(QPen(self._inks.of("accent"), 2))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 6, 6)

    def place(self, picture: Picture, cursor: Cursor) -> QPointF | None:
        """Where a point is; None where it is out of sight or not drawn as itself."""
        moment = cursor.moment(picture)
        if not self._view.begin <= moment <= self._view.end:
            return None
        # Where parts are piled up the first curve stands for all: its point is on the top.
        strokes = self._scene.strokes
        place = cursor.curve if len(picture.curves) == len(strokes) else len(strokes) - 1
        stroke = strokes[place]
        point = stroke.curve.track.nearest(moment)
        if point is None:
            return None
        plot = self._scene.plot
        y = stroke.axis.place(stroke.curve.track.values[point], plot)
        return QPointF(self._view.place(moment, plot.left, plot.width), y)

    def _card(self, at: QPointF, lines: tuple[str, ...], room: Room) -> None:
        letters, painter = self._letters, self._painter
        usual = QFont(painter.font())
        strong = QFont(usual)
        strong.setWeight(QFont.Weight.DemiBold)
        most = min(letters.character * _WIDEST, room.width - 2 * _PAD)
        texts = [
            (letters.elide(part, most), not number)
            for number, line in enumerate(lines)
            for part in wrapped(plain(line), letters.wide, most / 1.12, _MOST_LINES)
        ]
        # Strong lines are a little wider than they are measured.
        wide = max(letters.wide(text) * (1.12 if first else 1.0) for text, first in texts)
        high = letters.line * _LEADING
        size = (wide + 2 * _PAD, len(texts) * high + 1.4 * _PAD)
        place = card_place((at.x(), at.y()), size, room)
        card = QRectF(place.left, place.top, place.width, place.height)
        painter.setPen(QPen(self._inks.of("edge"), 1))
        painter.setBrush(self._inks.of("panel"))
        painter.drawRoundedRect(card, 6, 6)
        top = card.top() + 0.7 * _PAD
        for text, first in texts:
            painter.setFont(strong if first else usual)
            painter.setPen(self._inks.of("text" if first else "muted"))
            line = QRectF(card.left() + _PAD, top, card.width() - _PAD, high)
            painter.drawText(line, _LEFT, text)
            top += high
        painter.setFont(usual)
