"""A column of cards under headings that scrolls; filled anew, the keyboard stays where it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from footprint.ui.widgets.sections import paragraph

# Wider than this many digits, a line of text is no longer easy to read.
_WIDEST = 130


class CardColumn(QScrollArea):
    """Between `begin` and `finish` it is filled from top to bottom."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.begin()

    def begin(self) -> None:
        """Start with an empty column; what is shown stays until `finish`."""
        self._content = QWidget()
        self._content.setMaximumWidth(self.fontMetrics().horizontalAdvance("0") * _WIDEST)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 8, 16)
        self._column.setSpacing(8)

    def heading(self, text: str) -> None:
        """Above the cards of one kind."""
        if self._column.count():
            self._column.addSpacing(16)
        self._column.addWidget(paragraph(text, "section"))

    def say(self, text: str) -> None:
        """A small line."""
        self._column.addWidget(paragraph(text, "muted"))

    def place(self, part: QWidget) -> None:
        """A card, or a button."""
        self._column.addWidget(part)

    def finish(self) -> None:
        """Show what was placed since `begin`, scrolled to where one was."""
        self._column.addStretch(1)
        place = self.verticalScrollBar().value()
        self.setWidget(self._content)  # deletes the content before
        self._content.setAutoFillBackground(False)  # setWidget turned it on
        self._column.activate()
        self.verticalScrollBar().setValue(place)
