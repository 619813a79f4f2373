"""What hangs on an account, in the order in which to settle it, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from footprint.domain.preflight import Hanging
from footprint.i18n import _
from footprint.ui.plain import plain

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_ROWS = 7


class HangingModel(QAbstractListModel):
    """One row for each thing; its box says whether it is settled."""

    ticked = Signal(object, bool)  # Hanging, whether it is settled

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.things: tuple[Hanging, ...] = ()

    def put(self, things: Sequence[Hanging]) -> None:
        """Show these."""
        self.beginResetModel()
        self.things = tuple(things)
        self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.things)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        thing = self.things[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if thing.settled else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{plain(thing.name, limit=80)}\n{plain(thing.why)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(thing.why)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = _("moved") if thing.settled else _("still hangs on it")
            return f"{plain(thing.name, limit=80)}, {state}. {plain(thing.why)}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.ticked.emit(self.things[index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


class HangingList(QListView):
    """Space ticks; the rest of a long list is scrolled to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticks")  # whose boxes look like check boxes
        self.things = HangingModel(self)
        self.setModel(self.things)
        self.setAccessibleName(_("What hangs on this account"))
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put(self, things: Sequence[Hanging]) -> None:
        """Show these, and keep the place."""
        row, place = self.currentIndex().row(), self.verticalScrollBar().value()
        self.things.put(things)
        if things:
            self.setCurrentIndex(self.things.index(max(0, min(row, len(things) - 1)), 0))
        high = 2 * self.fontMetrics().lineSpacing() + 12
        self.setFixedHeight(min(_ROWS, max(1, len(things))) * high + 8)
        self.verticalScrollBar().setValue(place)

    @property
    def chosen(self) -> Hanging | None:
        """The row with the keyboard."""
        row = self.currentIndex().row()
        return self.things.things[row] if 0 <= row < len(self.things.things) else None
