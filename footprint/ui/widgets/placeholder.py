"""What stands where a list would be: one sentence, a hint, and at most two things to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

Action = tuple[str, Callable[[], object]]  # text of the button, what it does


class Placeholder(QWidget):
    """A sentence in the middle of the room that is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _label("section")
        self._hint = _label("muted")
        self.buttons: list[QPushButton] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(8)
        column.addLayout(self._buttons)
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addLayout(column, 4)
        row.addStretch(1)

    def say(self, title: str, hint: str = "", actions: Sequence[Action] = ()) -> None:
        """Say something else; the first action is the one to take."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for text, act in actions:
            button = QPushButton(text)
            button.clicked.connect(act)
            self._buttons.addWidget(button)
            self.buttons.append(button)

    @property
    def text(self) -> str:
        """What it says now."""
        return f"{self._title.text()} {self._hint.text()}".strip()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
