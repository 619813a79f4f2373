"""The head of a table: flat words over their columns, and a small arrow where it is sorted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyle, QWidget

MARGIN = 8  # as the cells below have it


class TableHeader(QHeaderView):
    """Drawn by hand, so that its words stand exactly over the words of the cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        # Not Qt's own indicator: that one turns with every press, also where nothing is sorted.
        self.sorted_by = -1
        self.falling = False
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(1)
        self.setStretchLastSection(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_order(self, section: int, *, falling: bool) -> None:
        """Put the arrow on this column; -1 is none."""
        self.sorted_by, self.falling = section, falling
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(self.fontMetrics().height() * 1.9))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """One column's word, elided, with the arrow after it when the rows are sorted by it."""
        model = self.model()
        text = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal))
        side = model.headerData(
            logicalIndex, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        right = bool(Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight)
        sorted_by = logicalIndex == self.sorted_by
        painter.save()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        role = QPalette.ColorRole.Text if sorted_by else QPalette.ColorRole.PlaceholderText
        painter.setPen(self.palette().color(role))
        room = rect.adjusted(MARGIN, 0, -MARGIN, 0)
        arrow = round(self.fontMetrics().height() * 0.4) if sorted_by else 0
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() - (arrow + 6 if arrow else 0)
        )
        width = metrics.horizontalAdvance(shown)
        at = QRect(room.left(), room.top(), width, room.height())
        if right:
            at.moveRight(room.right() - (arrow + 6 if arrow else 0))
        direction = self.layoutDirection()
        painter.drawText(
            QStyle.visualRect(direction, rect, at), int(Qt.AlignmentFlag.AlignVCenter.value), shown
        )
        if arrow:
            place = QRect(at.right() + 6, rect.center().y() - arrow // 2, arrow, arrow)
            self._paint_arrow(painter, QStyle.visualRect(direction, rect, place))
        painter.restore()
        self._paint_line(painter, rect)

    def _paint_arrow(self, painter: QPainter, at: QRect) -> None:
        """Up for rows that rise from top to bottom, down for rows that fall."""
        middle, top, bottom = at.center().x() + 0.5, at.top() + 1.0, at.bottom()
        if self.falling:
            top, bottom = bottom, top
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        corners = [
            QPointF(middle, top), QPointF(at.right() + 1, bottom), QPointF(at.left(), bottom)
        ]  # fmt: skip
        painter.drawPolygon(QPolygonF(corners))

    def _paint_line(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Midlight), 1))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()
