"""Asks, in a line of the guide itself, why a step is left out."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from footprint.i18n import _
from footprint.ui.dialogs.form import field_label
from footprint.ui.widgets.flow import FlowLayout


class SkipBar(QFrame):
    """Hidden until it is asked for; Enter skips, Esc leaves it."""

    skipped = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.reason = QLineEdit()
        self.reason.setMaxLength(500)
        self.reason.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        self.reason.setAccessibleName(_("Why do you skip it?"))
        self.reason.returnPressed.connect(self._skip)
        self.act = QPushButton(_("S&kip this step"))
        self.act.clicked.connect(self._skip)
        self.stay = QPushButton(_("Do n&ot skip"))
        self.stay.clicked.connect(self.leave)
        row = FlowLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(field_label(_("&Why? (may stay empty)"), self.reason))
        for part in (self.reason, self.act, self.stay):
            row.addWidget(part)
        self.hide()

    def ask(self) -> None:
        """Show it, and begin to type."""
        self.show()
        self.reason.setFocus()

    @Slot()
    def leave(self) -> None:
        """Hide it; what was typed stays for the next time."""
        self.hide()
        self.left.emit()

    def forget(self) -> None:
        """Another step is shown."""
        self.reason.clear()
        self.hide()

    @Slot()
    def _skip(self) -> None:
        self.skipped.emit(self.reason.text().strip())
