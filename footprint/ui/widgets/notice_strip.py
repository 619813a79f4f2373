"""A strip that says in which state a view is, with the one way out of it; hidden otherwise."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from footprint.ui.widgets.sections import paragraph


class NoticeStrip(QFrame):
    """Shows a sentence and a button as long as there is something to say."""

    pressed = Signal()

    def __init__(self, way_out: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._label = paragraph("")
        self.button = QPushButton(way_out)
        self.button.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._label.text()

    def say(self, text: str) -> None:
        """Say something else; nothing hides it."""
        self._label.setText(text)
        self.setVisible(bool(text))
