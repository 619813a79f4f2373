"""A table in a dialog: not sorted, copied with Ctrl+C; Esc and Enter are the dialog’s."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from footprint.ui.models.table import PagedTable
from footprint.ui.widgets.cells import row_height
from footprint.ui.widgets.copying import TSV, as_tsv, to_clipboard
from footprint.ui.widgets.table import Table


class PlainTable(Table):
    """Shows the rows in the order they are given."""

    def __init__(self, model: PagedTable[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name, parent)
        self.horizontalHeader().setSortIndicatorShown(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copy_wanted.connect(self._copy)
        self.all_wanted.connect(self.selectAll)
        self.dismissed.connect(self._leave)

    def height_of(self, rows: int) -> int:
        """How high the table is in pixels to show so many rows below its header."""
        return self.horizontalHeader().sizeHint().height() + rows * row_height(self.fontMetrics())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nothing opens here: Enter is the dialog's, for its default button.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _copy(self) -> None:
        # All of them: a narrow window hides columns, and what is copied is read elsewhere.
        to_clipboard(as_tsv(self.rows_model.columns, self.chosen_rows()), TSV)

    @Slot()
    def _leave(self) -> None:
        window = self.window()
        if isinstance(window, QDialog):
            window.reject()
