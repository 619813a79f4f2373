"""The shape of a risk: it stands after the word and before the colour, and never alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from footprint.domain.permission import Risk
from footprint.ui.theme import Theme


def paint_risk(painter: QPainter, square: QRectF, risk: Risk | None, colour: QColor) -> None:
    """Draw the shape of `risk` into `square`.

    unknown: a dotted ring; none: a dash; low: a ring; medium: a half disc; high: a triangle;
    critical: a filled disc with a stroke in it.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = max(1.2, square.width() / 8)
    pen = QPen(colour, stroke)
    inner = square.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    _SHAPES[risk](painter, inner, pen)
    painter.restore()


def _unknown(painter: QPainter, square: QRectF, pen: QPen) -> None:
    pen.setDashPattern([1.0, 1.4])
    painter.setPen(pen)
    painter.drawEllipse(square)


def _none(painter: QPainter, square: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    y = square.center().y()
    painter.drawLine(QPointF(square.left(), y), QPointF(square.right(), y))


def _low(painter: QPainter, square: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawEllipse(square)


def _medium(painter: QPainter, square: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawEllipse(square)
    painter.setBrush(pen.color())
    painter.drawPie(square, 90 * 16, 180 * 16)


def _high(painter: QPainter, square: QRectF, pen: QPen) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    top = QPointF(square.center().x(), square.top())
    painter.drawPolygon(QPolygonF([top, square.bottomRight(), square.bottomLeft()]))


def _critical(painter: QPainter, square: QRectF, pen: QPen) -> None:
    path = QPainterPath()
    path.addEllipse(square.adjusted(-1, -1, 1, 1))
    middle, width = square.center().x(), max(1.5, square.width() / 6)
    path.addRect(QRectF(middle - width / 2, square.top() + 1.5, width, square.height() * 0.5))
    foot = square.bottom() - square.height() * 0.22
    path.addRect(QRectF(middle - width / 2, foot, width, width))
    painter.fillPath(path, pen.color())  # odd-even filling leaves the stroke open


_SHAPES = {
    None: _unknown,
    Risk.NONE: _none,
    Risk.LOW: _low,
    Risk.MEDIUM: _medium,
    Risk.HIGH: _high,
    Risk.CRITICAL: _critical,
}


class RiskShape(QWidget):
    """The shape of a risk beside a label that says the word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._risk: Risk | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_risk(self, risk: Risk | None) -> None:
        """Show another risk."""
        self._risk = risk
        self.update()

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().ascent()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        square = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_risk(painter, square, self._risk, Theme.risk_colour(self._risk))
        painter.end()
