"""About Footprint: what it is, its version, its licence, and what it is made with."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from footprint import __version__
from footprint.i18n import _
from footprint.ui.icons import app_icon, icon_size
from footprint.ui.widgets.sections import paragraph


class AboutDialog(QDialog):
    """The versions can be copied for a report of a fault."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Footprint"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel()
        side = 3 * icon_size()
        picture.setPixmap(app_icon().pixmap(side, side))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(row)
        column.addLayout(self._buttons())
        self.close_button.setFocus()
        width = 64 * self.fontMetrics().averageCharWidth()
        self.resize(width, column.totalHeightForWidth(width))

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(paragraph("Footprint", "title"))
        words.addWidget(paragraph(self.versions(), "muted"))
        words.addWidget(
            paragraph(
                _(
                    "See who may do what in your name, keep what was said about you, and leave"
                    " with proof. On your own machine: no account, no telemetry, no network."
                )
            )
        )
        words.addWidget(
            paragraph(
                _(
                    "Footprint is free software: you may use, study, share and change it under the"
                    " GNU General Public License, version 3 or later. It comes without any"
                    " warranty."
                )
            )
        )
        words.addWidget(
            paragraph(
                _(
                    "Names of networks and apps belong to their owners; Footprint is not connected"
                    " with any of them."
                ),
                "muted",
            )
        )
        words.addStretch(1)
        return words

    @staticmethod
    def versions() -> str:
        """The versions of Footprint and of what it stands on."""
        text = _("Version {version} · Python {python} · Qt {qt}")
        return text.format(version=__version__, python=platform.python_version(), qt=qVersion())

    def _buttons(self) -> QHBoxLayout:
        self.copy = QPushButton(_("Copy the &versions"))
        self.copy.clicked.connect(self._copy)
        self.copy.setAutoDefault(False)
        self.close_button = QPushButton(_("&Close"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.close_button)
        return row

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.versions())
        self.copy.setText(_("Copied"))
