"""A card with a heading: the parts of a guide's page stand in such."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from footprint.ui.widgets.sections import paragraph


class PartCard(QFrame):
    """A panel of headings, paragraphs and rows, read from top to bottom."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)
        if heading:
            self.say(heading, "strong")

    def say(self, text: str, role: str = "") -> None:
        """A paragraph; nothing for an empty text."""
        if text:
            self.column.addWidget(paragraph(text, role))

    def list(self, lines: Sequence[str]) -> None:
        """Several things one below the other; a single one is a paragraph."""
        if len(lines) == 1:
            self.say(lines[0])
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            grid.addWidget(QLabel("•"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(paragraph(line), row, 1)
        self.column.addLayout(grid)

    def place(self, part: QWidget | QLayout) -> None:
        """Something else."""
        if isinstance(part, QWidget):
            self.column.addWidget(part)
        else:
            self.column.addLayout(part)
