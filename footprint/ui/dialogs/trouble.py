"""What happens when Footprint itself is at fault: a report to copy, with nothing personal in it."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path, PurePath

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from footprint import __version__
from footprint.i18n import _
from footprint.ui.widgets.sections import paragraph

_PACKAGE = Path(__file__).resolve().parents[2]


def report(error: BaseException) -> str:
    """Where it happened and in what surroundings.

    The text of an exception may hold names and paths of the person, so only its type is told.
    """
    lines = [
        f"Footprint {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {QGuiApplication.platformName()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        "",
    ]
    told: BaseException | None = error
    while told is not None:
        lines += [_frame(frame) for frame in traceback.extract_tb(told.__traceback__)]
        lines.append(f"{type(told).__module__}.{type(told).__qualname__}")
        told = told.__cause__ or told.__context__
        if told is not None:
            lines.append("caused by")
    return "\n".join(lines)


def _frame(frame: traceback.FrameSummary) -> str:
    return f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"


def _place(filename: str) -> str:
    """The file as the project knows it; of any other only the last part."""
    path = PurePath(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return path.name


class TroubleDialog(QDialog):
    """The report, and a button that copies it; sending it is left to the person."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong in Footprint"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit(report(error))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Report"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(paragraph(self.windowTitle(), "title"))
        column.addWidget(
            paragraph(
                _(
                    "This is a fault in the program, not yours. What was written before is safe,"
                    " and you can go on; if something looks wrong, close Footprint and start it"
                    " again."
                )
            )
        )
        column.addWidget(self.text, 1)
        column.addWidget(
            paragraph(
                _("The report names no file, account or app of yours. Only you can send it."),
                "muted",
            )
        )
        column.addSpacing(8)
        column.addLayout(self._buttons())
        self.go_on.setFocus()
        metrics = self.fontMetrics()
        self.resize(92 * metrics.averageCharWidth(), 26 * metrics.height())

    def _buttons(self) -> QHBoxLayout:
        self.copy = QPushButton(_("Copy the &report"))
        self.copy.clicked.connect(self._copy)
        self.copy.setAutoDefault(False)
        self.go_on = QPushButton(_("&Go on"))
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.go_on)
        return row

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(_("Copied"))
