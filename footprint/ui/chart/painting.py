"""Paints a scene: ground, grid, curves; the words are painted by `Lettering`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPen

from footprint.ui.chart.colours import Inks, dashes
from footprint.ui.chart.lettering import Lettering, polygon
from footprint.ui.chart.letters import Type
from footprint.ui.chart.picture import Picture, Shape
from footprint.ui.chart.scene import Scene
from footprint.ui.chart.strokes import Stroke

_PEN, _STRONG_PEN, _DOT = 1.8, 2.3, 3.2
# From so many curves on only the current one is drawn in full strength.
_CROWD, _FAINT = 5, 0.5


class ScenePainter:
    """Paints one scene with one painter, whose font is that of the scene."""

    def __init__(self, painter: QPainter, scene: Scene, letters: Type, inks: Inks) -> None:
        self._painter = painter
        self._scene = scene
        self._letters = letters
        self._inks = inks
        plot = scene.plot
        self._plot = QRectF(plot.left, plot.top, plot.width, plot.height)

    def paint(self, picture: Picture, current: int, whole: QRectF) -> None:
        """Everything on `whole` but what follows the pointer and the keyboard."""
        self._painter.fillRect(whole, self._inks.of("panel"))
        self._bands()
        self._grid(empty=picture.empty)
        self._painter.save()
        self._painter.setClipRect(self._plot.adjusted(-4, -4, 4, 4), Qt.ClipOperation.IntersectClip)
        self._curves(picture, current)
        self._painter.restore()
        lettering = Lettering(self._painter, self._scene, self._letters, self._inks)
        lettering.flags()
        lettering.axes(current, own=picture.shape is Shape.OWN)
        lettering.captions()
        if self._scene.legend:
            lettering.legend(-1 if picture.shape is Shape.PARTS else current)

    # --- ground ------------------------------------------------------------------------------

    def _bands(self) -> None:
        """Events that last, or of which only the month or the year is known."""
        for flag in self._scene.flags:
            if flag.until is not None:
                band = QRectF(flag.x, self._plot.top(), flag.until - flag.x, self._plot.height())
                self._painter.fillRect(band, self._inks.mark(flag.mark.kind, 0.08))

    def _grid(self, *, empty: bool) -> None:
        if empty:
            return
        axis = self._scene.left
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._painter.setPen(QPen(self._inks.grid(), 1))
        for tick in axis.ticks if axis else ():
            y = round(axis.place(tick.value, self._scene.plot)) if axis else 0
            self._painter.drawLine(QPointF(self._plot.left(), y), QPointF(self._plot.right(), y))
        self._painter.setPen(QPen(self._inks.of("edge"), 1))
        self._painter.drawLine(self._plot.bottomLeft(), self._plot.bottomRight())
        for label in self._scene.times:
            foot = QPointF(round(label.x), self._plot.bottom())
            self._painter.drawLine(foot, foot + QPointF(0, 5))

    # --- curves ------------------------------------------------------------------------------

    def _curves(self, picture: Picture, current: int) -> None:
        """Piled parts from the top one down, so that each covers what is below it; of several
        curves the current one last."""
        piled = picture.shape is Shape.PARTS
        strokes = [*enumerate(self._scene.strokes)]
        order = reversed(strokes) if piled else sorted(strokes, key=lambda x: x[0] == current)
        crowd = len(strokes) >= _CROWD and not piled
        for place, stroke in order:
            if piled or len(strokes) == 1:
                self._fill(stroke, place, strong=piled)
            self._ghost(stroke)
            strong = place == current and len(strokes) > 1 and not piled
            self._stroke(stroke, place, strong=strong, faint=crowd and not strong)

    def _stroke(self, stroke: Stroke, place: int, *, strong: bool, faint: bool) -> None:
        painter, ink = self._painter, self._inks.curve(place, _FAINT if faint else 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=stroke.smooth)
        # A wide or dashed pen takes several times as long as a plain one.
        pen = QPen(ink, (_STRONG_PEN if strong else _PEN) if stroke.smooth else 1)
        pen.setStyle(dashes(place) if stroke.smooth else Qt.PenStyle.SolidLine)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for run in stroke.runs:
            painter.drawPolyline(polygon(run))
        painter.setPen(QPen(self._inks.of("panel"), 1))
        painter.setBrush(ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x, y in stroke.dots:
            painter.drawEllipse(QPointF(x, y), _DOT, _DOT)

    def _ghost(self, stroke: Stroke) -> None:
        """What had been told before the past was told anew: dashes, and dots that are hollow."""
        ink = self._inks.of("muted")
        pen = QPen(ink, _PEN - 0.3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([2.5, 2.5])
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(pen)
        for run in stroke.ghost:
            self._painter.drawPolyline(polygon(run))
        self._painter.setPen(QPen(ink, 1.2))
        self._painter.setBrush(self._inks.of("panel"))
        for x, y in stroke.ghost_dots:
            self._painter.drawEllipse(QPointF(x, y), _DOT - 0.6, _DOT - 0.6)

    def _fill(self, stroke: Stroke, place: int, *, strong: bool) -> None:
        ink = self._inks.curve(place, 0.34 if strong else 0.1)
        # Not every reader of PDF and SVG knows a fade to nothing.
        brush = QBrush(ink if strong or self._inks.paper else self._fade(place))
        self._painter.setPen(Qt.PenStyle.NoPen)
        for run in stroke.runs:
            if len(run) < 2:
                continue
            # A pile shows its own colour, not a mixture with those on top of it.
            area = polygon(
                [(run[0][0], self._plot.bottom()), *run, (run[-1][0], self._plot.bottom())]
            )
            if strong:
                self._painter.setBrush(self._inks.of("panel"))
                self._painter.drawPolygon(area)
            self._painter.setBrush(brush)
            self._painter.drawPolygon(area)

    def _fade(self, place: int) -> QLinearGradient:
        fade = QLinearGradient(0, self._plot.top(), 0, self._plot.bottom())
        fade.setColorAt(0.0, self._inks.curve(place, 0.18))
        fade.setColorAt(1.0, self._inks.curve(place, 0.02))
        return fade
