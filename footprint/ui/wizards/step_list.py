"""The list of steps at the left of a guide: where one is, and the way to jump."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from footprint.i18n import _
from footprint.ui.wizards.step_rows import RowKind, StepRow

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)


class StepModel(QAbstractListModel):
    """The rows as a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[StepRow, ...] = ()

    def put(self, rows: Sequence[StepRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(row.current)
            return font if row.current else None
        return {
            int(Qt.ItemDataRole.DisplayRole): row.text,
            int(Qt.ItemDataRole.AccessibleTextRole): row.spoken,
            int(ROW): row,
        }.get(int(role))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].kind is RowKind.HEADING:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class StepDelegate(QStyledItemDelegate):
    """Wraps long titles; the mark stands in a column of its own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: StepRow = index.data(ROW)
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        font = QFont(option.font)
        font.setBold(row.current)
        metrics = QFontMetrics(font)
        room = QRect(0, 0, width - self._left(option, row) - 8, 10_000)
        high = metrics.boundingRect(room, _WRAP, row.text).height()
        return QSize(width, max(32, high + metrics.height() // 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: StepRow = index.data(ROW)
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setFont(option.font)
        muted = row.kind is RowKind.HEADING
        role = QPalette.ColorRole.PlaceholderText if muted else QPalette.ColorRole.WindowText
        painter.setPen(option.palette.color(role))
        left = self._left(option, row)
        step = option.fontMetrics.height()
        place = option.rect.adjusted(left, 0, -8, 0)
        mark = QRect(option.rect.left() + left - step - 4, place.top(), step, place.height())
        mirrored = option.direction, option.rect
        painter.drawText(QStyle.visualRect(*mirrored, mark), _WRAP, row.sign)
        painter.drawText(QStyle.visualRect(*mirrored, place), _WRAP, row.text)
        painter.restore()

    def _left(self, option: QStyleOptionViewItem, row: StepRow) -> int:
        step = option.fontMetrics.height()
        if row.kind is RowKind.HEADING:
            return 8 + (step if row.deep else 0)
        return 12 + step + (step // 2 if row.deep else 0)


class StepList(QListView):
    """A click or Enter jumps; the arrows only look."""

    chosen = Signal(object)  # StepRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepModel(self)
        self.setModel(self.steps)
        self.setItemDelegate(StepDelegate(self))
        self.setAccessibleName(_("Steps"))
        self.setWordWrap(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._choose)

    def put(self, rows: Sequence[StepRow]) -> None:
        """Show these; the row of the present step is in sight."""
        self.steps.put(rows)
        here = next((place for place, row in enumerate(rows) if row.current), 0)
        index = self.steps.index(here, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain_key = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain_key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _choose(self, index: _Index) -> None:
        row = index.data(ROW)
        if row is not None and row.kind is not RowKind.HEADING:
            self.chosen.emit(row)
