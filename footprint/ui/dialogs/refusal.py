"""Says why Footprint cannot start, when there is no window to say it in."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.widgets.sections import paragraph


class RefusalDialog(QDialog):
    """One error with its remedy; the texts can be selected and copied."""

    def __init__(self, error: FootprintError) -> None:
        super().__init__()
        self.setWindowTitle(_("Footprint cannot start"))
        close = QPushButton(_("&Close Footprint"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(paragraph(error.title, "section"))
        column.addWidget(paragraph(error.hint))
        column.addSpacing(8)
        column.addLayout(row)
        self.setMinimumWidth(56 * self.fontMetrics().averageCharWidth())
