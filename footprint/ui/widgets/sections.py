"""A column of headings and plain paragraphs that scrolls, for details read from top to bottom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget


def paragraph(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label that wraps, shows its text as it is, and lets it be selected and copied."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


class Sections(QScrollArea):
    """Filled anew for each thing shown; the old content goes as a whole."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._headings: dict[str, QLabel] = {}
        self.begin()

    def begin(self) -> None:
        """Start with an empty column."""
        self._headings = {}
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 8, 16)
        self._column.setSpacing(4)
        self._content = content

    def heading(self, text: str) -> None:
        """A new section."""
        if self._column.count():
            self._column.addSpacing(16)
        label = paragraph(text, "section")
        self._headings[text] = label
        self._column.addWidget(label)

    def strong(self, text: str) -> None:
        """The first line of something."""
        self._column.addSpacing(4)
        self._column.addWidget(paragraph(text, "strong"))

    def say(self, text: str) -> None:
        """A paragraph; nothing for an empty text."""
        if text:
            self._column.addWidget(paragraph(text))

    def aside(self, text: str) -> None:
        """Something less important; nothing for an empty text."""
        if text:
            self._column.addWidget(paragraph(text, "muted"))

    def place(self, part: QWidget | QLayout) -> None:
        """Something else: a row of buttons."""
        if isinstance(part, QWidget):
            self._column.addWidget(part)
        else:
            self._column.addLayout(part)

    def finish(self) -> None:
        """Show what was said since `begin`, from its top."""
        self._column.addStretch(1)
        self.setWidget(self._content)  # deletes the content before
        self._content.setAutoFillBackground(False)  # setWidget turned it on
        self.verticalScrollBar().setValue(0)

    def show_heading(self, text: str) -> None:
        """Scroll to a section."""
        label = self._headings.get(text)
        if label is not None:
            self._column.activate()
            self.verticalScrollBar().setValue(label.y())
