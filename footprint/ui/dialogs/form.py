"""What the dialogs that add something look like: fields, the trouble with them, two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QShowEvent
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

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its texts need at this width: a layout guesses wrapped lines too high."""
        super().showEvent(event)
        self._fit(self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """A text that grew is not cut."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit(self.height())
        return done

    def _fit(self, least: int) -> None:
        layout = self.layout()
        if layout is not None:
            wanted = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(least, wanted))

    @Slot()
    def accept(self) -> None:
        try:
            self._write()
        except FootprintError as error:
            self.trouble.setText(f"{error.title} {error.hint}".strip())
            self.trouble.show()
            return
        super().accept()


class Aside(QLabel):
    """A muted paragraph among the fields, as high as its text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def sizeHint(self) -> QSize:
        """One line: a form takes no less than the hint, and Qt's own guess is far too high."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height())


def field_label(text: str, field: QWidget) -> QLabel:
    """A label whose key leads to its field."""
    label = QLabel(text)
    label.setBuddy(field)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return label
