"""A table of rows: one drawing delegate, selection by identity, everything by keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from footprint.ui.models.table import Column, PagedTable
from footprint.ui.widgets.cells import CellDelegate, row_height
from footprint.ui.widgets.columns import share
from footprint.ui.widgets.header import TableHeader
from footprint.ui.widgets.row_selection import places_of, selection_of

_SELECT_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_TOGGLE_ROW = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows


class Table(QTableView):
    """Shows a `PagedTable`. The selection and the current row survive a reset of the model.

    Enter or a double click opens, Esc dismisses, Space toggles, the menu key asks for a menu.
    """

    chosen = Signal()
    pressed_row = Signal()  # the mouse chose, which asks to see more of it
    opened = Signal()
    dismissed = Signal()
    menu_wanted = Signal(QPoint)  # in global coordinates
    copy_wanted = Signal()
    all_wanted = Signal()
    sort_wanted = Signal(object, bool)  # Column.order, whether downwards

    def __init__(self, model: PagedTable[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows_model = model
        self._absent: frozenset[int] = frozenset()
        self._needed: frozenset[int] = frozenset()
        self._kept: tuple[frozenset[object], object | None, int] = (frozenset(), None, 0)
        self._told: frozenset[object] = frozenset()
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self._settle_view()
        self._settle_headers()
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._tell)

    def _settle_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.clicked.connect(self.pressed_row)
        self.doubleClicked.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _settle_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(row_height(self.fontMetrics()))
        self._header = TableHeader(self)
        self.setHorizontalHeader(self._header)
        self._header.sectionClicked.connect(self._header_clicked)

    # --- rows --------------------------------------------------------------------------------

    @property
    def rows_model(self) -> PagedTable[Any]:
        """The model shown."""
        return self._rows_model

    def chosen_rows(self) -> list[Any]:
        """The selected rows, from top to bottom."""
        return [self._rows_model.rows[at] for at in places_of(self.selectionModel())]

    def current_row(self) -> Any | None:
        """The row the keyboard is on."""
        index = self.currentIndex()
        return self._rows_model.row(index) if index.isValid() else None

    def choose(self, identities: Iterable[object], current: object | None = None) -> None:
        """Select the loaded rows of these identities; the current one keeps the keyboard."""
        wanted = frozenset(identities)
        identify = self._rows_model.identify
        places = [at for at, row in enumerate(self._rows_model.rows) if identify(row) in wanted]
        here = [at for at in places if identify(self._rows_model.rows[at]) == current]
        if here or places:
            self.selectionModel().setCurrentIndex(
                self._rows_model.index((here or places)[0], 0),
                QItemSelectionModel.SelectionFlag.NoUpdate,
            )
        self.selectionModel().select(
            selection_of(self._rows_model, places),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )

    def enter(self) -> None:
        """Put the keyboard on the first row, unless it is on one."""
        if not self.currentIndex().isValid() and self._rows_model.rowCount():
            self.setCurrentIndex(self._rows_model.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_current(self) -> None:
        """Scroll to the current row once the room is what it will be."""
        QTimer.singleShot(0, self, self._show_current)

    @Slot()
    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def leave_out(self, places: Iterable[int], *, need: Iterable[int] = ()) -> None:
        """Do not show these columns, whatever the width, and `need` even in a narrow window."""
        absent, needed = frozenset(places), frozenset(need)
        if (absent, needed) != (self._absent, self._needed):
            self._absent, self._needed = absent, needed
            self.share_width()

    def show_order(self, order: object, *, falling: bool) -> None:
        """Let the header say by which column the rows are sorted."""
        orders = [column.order for column in self._rows_model.columns]
        section = orders.index(order) if order is not None and order in orders else -1
        self._header.show_order(section, falling=falling)

    @Slot()
    def _keep(self) -> None:
        identify = self._rows_model.identify
        current = self.current_row()
        self._kept = (
            frozenset(map(identify, self.chosen_rows())),
            None if current is None else identify(current),
            self.verticalScrollBar().value(),
        )

    @Slot()
    def _restore(self) -> None:
        chosen, current, place = self._kept
        if chosen:
            self.choose(chosen, current)
        if self._rows_model.keeps_place:
            self.updateGeometries()
            self.verticalScrollBar().setValue(place)
        else:
            self.scrollToTop()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        """Say what is chosen, once for each change: a reset alone is none."""
        now = frozenset(map(self._rows_model.identify, self.chosen_rows()))
        if now != self._told:
            self._told = now
            self.chosen.emit()

    @Slot(int)
    def _scrolled(self, place: int) -> None:
        """Fetch the next rows a screen before the last one is reached."""
        bar = self.verticalScrollBar()
        if place > bar.maximum() - bar.pageStep() and self._rows_model.canFetchMore():
            self._rows_model.fetchMore()

    # --- doing -------------------------------------------------------------------------------

    @Slot()
    def _open(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit()

    @Slot(int)
    def _header_clicked(self, section: int) -> None:
        column: Column[Any] = self._rows_model.columns[section]
        if column.order is not None:
            self.sort_by(column)

    def sort_by(self, column: Column[Any]) -> None:
        """Ask to sort by a column; the other way round when the rows are sorted by it already."""
        here = self._rows_model.columns.index(column) == self._header.sorted_by
        self.sort_wanted.emit(column.order, not self._header.falling if here else column.falling)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        )  # fmt: skip
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_wanted.emit()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif plain and event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif plain and event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.selectionModel().select(self.currentIndex(), _TOGGLE_ROW)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is chosen: under the pointer, or at the current row."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.visualRect(self.currentIndex()).center()
        else:
            at = event.pos()  # a scroll area passes on what its viewport got
        if self.chosen_rows():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    # --- looks -------------------------------------------------------------------------------

    def share_width(self) -> None:
        """Give each column its part of the width; the least needed leave when it is narrow."""
        columns: list[Column[Any] | None] = [*self._rows_model.columns]
        for at in self._needed:
            columns[at] = replace(self._rows_model.columns[at], rank=0)
        for at in self._absent:
            columns[at] = None
        character = self.fontMetrics().horizontalAdvance("0")  # some fonts tell no true average
        for at, width in enumerate(share(columns, self.viewport().width(), character)):
            self.setColumnHidden(at, width == 0)
            if width:
                self.setColumnWidth(at, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.share_width()
        current = self.visualRect(self.currentIndex())
        if current.isValid() and current.bottom() <= event.oldSize().height():
            self.show_current()  # what one looks at is not pushed out by what opens below

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))
            self.share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Midlight), 1))
        first = max(0, self.rowAt(event.rect().top()))
        last = self.rowAt(event.rect().bottom())
        last = self._rows_model.rowCount() - 1 if last < 0 else last
        width, height = self.viewport().width(), self.verticalHeader().defaultSectionSize()
        for row in range(first, last + 1):
            bottom = self.rowViewportPosition(row) + height - 1
            painter.drawLine(0, bottom, width, bottom)
        if self.hasFocus() and self.currentIndex().isValid():
            top = self.rowViewportPosition(self.currentIndex().row())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(QRect(1, top + 1, width - 2, height - 3))
        painter.end()
