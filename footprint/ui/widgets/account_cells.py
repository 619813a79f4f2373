"""Draws an account: initial, name, number of connected apps, worst risk, when last looked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from footprint.ui.icons import paint_initial
from footprint.ui.models.accounts import AccountRow, Everything, live_word, second_lines
from footprint.ui.models.table import ROW_ROLE
from footprint.ui.models.words import risk_word
from footprint.ui.theme import Theme
from footprint.ui.widgets.risk import paint_risk

_MARGIN = 12
_GAP = 8


class AccountDelegate(QStyledItemDelegate):
    """Two lines an account; the whole of it is in the accessible text of the row."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, max(56, round(option.fontMetrics.height() * 2 + 24)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: AccountRow = index.data(ROW_ROLE)
        painter.save()
        _AccountCell(painter, option, str(index.data())).draw(row)
        painter.restore()


class _AccountCell:
    """One account while it is drawn."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, title: str) -> None:
        self._painter = painter
        self._option = option
        self._title = title
        self._metrics: QFontMetrics = option.fontMetrics

    def draw(self, row: AccountRow) -> None:
        """Ground, initial, and the two lines."""
        self._ground()
        room = self._option.rect.adjusted(_MARGIN, 12, -_MARGIN, -12)
        line = self._metrics.height()
        upper = QRect(room.left(), room.top(), room.width(), line)
        lower = QRect(room.left(), room.bottom() - line + 1, room.width(), line)
        if not isinstance(row, Everything):
            side = min(room.height(), line * 2)
            at = QRect(room.left(), room.center().y() - side // 2, side, side)
            square = QRectF(self._mirrored(at))
            paint_initial(self._painter, square, self._title, row.account.network)
            upper.setLeft(at.right() + _GAP)
            lower.setLeft(at.right() + _GAP)
        self._upper(upper, "" if row.live is None else live_word(row))
        if row.live is None:
            self._painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
            self._write(lower, self._elided(live_word(row), lower))
        else:
            self._lower(lower, row)

    def _ground(self) -> None:
        state: QStyle.StateFlag = self._option.state
        painter, place = self._painter, QRectF(self._option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._colour(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(3, 3, -3, -3), 6, 6)

    def _upper(self, at: QRect, live: str) -> None:
        """The name, and at the end of the line how many apps are connected."""
        self._painter.setPen(self._colour(QPalette.ColorRole.Text))
        self._painter.setFont(self._option.font)
        self._write(at, live, Qt.AlignmentFlag.AlignRight)
        strong = QFont(self._option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        room = at.adjusted(0, 0, -self._metrics.horizontalAdvance(live) - _GAP, 0)
        elide = Qt.TextElideMode.ElideRight
        self._painter.setFont(strong)
        self._write(room, QFontMetrics(strong).elidedText(self._title, elide, room.width()))
        self._painter.setFont(self._option.font)

    def _lower(self, at: QRect, row: AccountRow) -> None:
        """The worst risk with its shape, and at the end of the line when it was last looked."""
        self._painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
        word = risk_word(row.worst)
        self._write(at, word)
        size = round(self._metrics.ascent() * 0.85)
        shape = QRect(at.left() + self._metrics.horizontalAdvance(word) + 6, 0, size, size)
        shape.moveTop(at.center().y() - size // 2 + 1)
        room = at.adjusted(shape.right() + _GAP - at.left(), 0, 0, 0)
        texts = second_lines(row)
        fitting = (t for t in texts if self._metrics.horizontalAdvance(t) <= room.width())
        text = next(fitting, self._elided(texts[-1], room))
        self._write(room, text, Qt.AlignmentFlag.AlignRight)
        colour = Theme.risk_colour(row.worst)
        paint_risk(self._painter, QRectF(self._mirrored(shape)), row.worst, colour)

    def _elided(self, text: str, at: QRect) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, at.width())

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        palette: QPalette = self._option.palette
        return palette.color(role)

    def _write(
        self, at: QRect, text: str, side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    ) -> None:
        direction = self._option.direction
        flags = QStyle.visualAlignment(direction, side) | Qt.AlignmentFlag.AlignVCenter
        one_line = int(Qt.TextFlag.TextSingleLine.value)
        self._painter.drawText(self._mirrored(at), int(flags.value) | one_line, text)

    def _mirrored(self, at: QRect) -> QRect:
        return QStyle.visualRect(self._option.direction, self._option.rect, at)
