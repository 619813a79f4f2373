"""Draws a score in the list: name and value, a small picture of it, its change, and "due"."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from footprint.i18n import _
from footprint.ui.models.scores import ScoreRow, change_text, latest_text, looked_text
from footprint.ui.models.table import ROW_ROLE
from footprint.ui.theme import Theme

_MARGIN, _GAP = 12, 8
_State = QStyle.StateFlag
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ScoreDelegate(QStyledItemDelegate):
    """Two lines a score; the whole of it is in the accessible text of the row."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, max(60, round(option.fontMetrics.height() * 2 + 28)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Cell(painter, option).draw(index.data(ROW_ROLE), str(index.data()))
        painter.restore()


class _Cell:
    """One score while it is drawn."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._option = option
        self._metrics: QFontMetrics = option.fontMetrics
        self._palette: QPalette = option.palette

    def draw(self, row: ScoreRow, title: str) -> None:
        """Ground, name and value above, picture, change and day below."""
        self._ground()
        room: QRect = self._option.rect.adjusted(_MARGIN, 12, -_MARGIN, -12)
        line = self._metrics.height()
        upper = QRect(room.left(), room.top(), room.width(), line)
        lower = QRect(room.left(), room.bottom() - line + 1, room.width(), line)
        self._upper(upper, title, latest_text(row))
        rest = self._due(lower) if row.summary.due else lower
        spark = QRect(rest.left(), rest.top() + 2, min(96, rest.width() // 3), line - 4)
        self._spark(QRectF(spark), row.recent)
        self._lower(rest.adjusted(spark.width() + _GAP, 0, 0, 0), row)

    def _ground(self) -> None:
        state: QStyle.StateFlag = self._option.state
        painter, place = self._painter, QRectF(self._option.rect)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & _State.State_Selected:
            painter.setBrush(self._palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 6, 6)
        if state & _State.State_HasFocus:
            painter.setPen(QPen(self._palette.color(QPalette.ColorRole.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), 6, 6)

    def _upper(self, at: QRect, title: str, value: str) -> None:
        strong = QFont(self._option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        self._painter.setFont(strong)
        self._painter.setPen(self._palette.color(QPalette.ColorRole.Text))
        self._write(at, value, _RIGHT)
        wide = QFontMetrics(strong).horizontalAdvance(value) + _GAP
        room = at.adjusted(0, 0, -wide, 0)
        elide = Qt.TextElideMode.ElideRight
        self._write(room, QFontMetrics(strong).elidedText(title, elide, room.width()), _LEFT)
        self._painter.setFont(self._option.font)

    def _lower(self, at: QRect, row: ScoreRow) -> None:
        """The change, and when it was; the day leaves first when there is no room for both."""
        self._painter.setPen(self._palette.color(QPalette.ColorRole.PlaceholderText))
        change, looked = change_text(row), looked_text(row)
        wide = self._metrics.horizontalAdvance(change)
        self._write(at, change, _RIGHT)
        rest = at.adjusted(0, 0, -wide - _GAP, 0)
        if self._metrics.horizontalAdvance(looked) <= rest.width():
            self._write(rest, looked, _LEFT)

    def _due(self, at: QRect) -> QRect:
        """A chip that says so, at the end of the line; returns what is left of it."""
        text = _("due")
        wide = self._metrics.horizontalAdvance(text) + 16
        chip = QRect(at.right() - wide + 1, at.top() - 2, wide, at.height() + 4)
        self._painter.setPen(QPen(Theme.colour(Theme.tokens.accent), 1))
        self._painter.setBrush(Theme.chip_colour())
        self._painter.drawRoundedRect(QRectF(self._mirrored(chip)), 8, 8)
        self._painter.setPen(self._palette.color(QPalette.ColorRole.Text))
        self._write(chip, text, Qt.AlignmentFlag.AlignCenter)
        return at.adjusted(0, 0, -wide - _GAP, 0)

    def _spark(self, at: QRectF, numbers: tuple[float, ...]) -> None:
        accent = Theme.colour(Theme.tokens.accent)
        if not numbers:
            return
        low, high = min(numbers), max(numbers)
        extent, count = (high - low) or 1.0, len(numbers)
        points = [
            QPointF(
                at.left() + at.width() * (n / (count - 1) if count > 1 else 0.5),
                at.bottom() - at.height() * ((v - low) / extent if high > low else 0.5),
            )
            for n, v in enumerate(numbers)
        ]
        self._painter.setPen(QPen(accent, 1.6))
        self._painter.drawPolyline(QPolygonF(points))
        self._painter.setBrush(accent)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.drawEllipse(points[-1], 2.4, 2.4)

    def _write(self, at: QRect, text: str, side: Qt.AlignmentFlag) -> None:
        flags = QStyle.visualAlignment(self._option.direction, side)
        one_line = int(Qt.TextFlag.TextSingleLine.value)
        self._painter.drawText(self._mirrored(at), int(flags.value) | one_line, text)

    def _mirrored(self, at: QRect) -> QRect:
        return QStyle.visualRect(self._option.direction, self._option.rect, at)
