"""What the dialogs that add something look like: fields, the trouble with them, two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.widgets.sections import paragraph


class FormDialog(QDialog):
    """A sentence, fields below it, and a button that says what it does.

    The button calls `write`, which raises `FootprintError` when it cannot be done: what is wrong
    is said under the fields, and the dialog stays open until it is right.
    """

    def __init__(
        self, sentence: str, act: str, write: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._write = write
        self.setWindowTitle(act.replace("&", ""))
        self.fields = QFormLayout()
        self.fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields.setHorizontalSpacing(16)
        self.fields.setVerticalSpacing(8)
        self.trouble = paragraph("", "strong")
        self.trouble.hide()
        self.act = QPushButton(act)
        self.act.setProperty("primary", True)
        self.act.setDefault(True)
        self.act.clicked.connect(self.accept)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(paragraph(sentence, "section"))
        column.addLayout(self.fields, 1)
        column.addWidget(self.trouble)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 62)

    @Slot()
    def accept(self) -> None:
        try:
            self._write()
        except FootprintError as error:
            self.trouble.setText(f"{error.title} {error.hint}".strip())
            self.trouble.show()
            return
        super().accept()


def field_label(text: str, field: QWidget) -> QLabel:
    """A label whose key leads to its field."""
    label = QLabel(text)
    label.setBuddy(field)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return label
