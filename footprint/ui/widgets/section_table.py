"""A table whose rows stand under headings within the list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from footprint.ui.models.guides import RunRow, RunsModel, SectionRow
from footprint.ui.theme import Theme
from footprint.ui.widgets.cells import MARGIN, CellDelegate
from footprint.ui.widgets.table import Table


class SectionTable(Table):
    """Headings span the whole width and are passed over by the keyboard."""

    def __init__(self, model: RunsModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self.setItemDelegate(SectionDelegate(self))
        model.modelReset.connect(self._span)
        model.rowsInserted.connect(self._span)
        self._span()

    def chosen_rows(self) -> list[Any]:
        return [row for row in super().chosen_rows() if isinstance(row, RunRow)]

    def enter(self) -> None:
        """Put the keyboard on the first row that is no heading."""
        if not self.currentIndex().isValid():
            rows = self.rows_model.rows
            first = next((at for at, row in enumerate(rows) if isinstance(row, RunRow)), None)
            if first is not None:
                self.setCurrentIndex(self.rows_model.index(first, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _span(self) -> None:
        self.clearSpans()
        for at, row in enumerate(self.rows_model.rows):
            if isinstance(row, SectionRow):
                self.setSpan(at, 0, 1, self.rows_model.columnCount())


class SectionDelegate(CellDelegate):
    """Draws a heading as a heading; everything else as in any table."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        assert isinstance(model, RunsModel)
        if not isinstance(model.row(index), SectionRow):
            super().paint(painter, option, index)
            return
        if index.column():
            return
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(Theme.tokens.muted))
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, -round(option.fontMetrics.height() * 0.3))
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignBottom), model.text(index.row(), 0))
        painter.restore()
