"""A row of buttons of which one is down; it goes on in the next line when there is no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from footprint.ui.widgets.flow import FlowLayout


class ChoiceBar(QWidget):
    """Arrow keys go from one to the next; `chosen` tells the place of the one that is down."""

    chosen = Signal(int)

    def __init__(self, name: str, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = FlowLayout(self)
        for place, text in enumerate(texts):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(place == 0)
            button.setAutoDefault(False)
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idToggled.connect(self._tell)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons in their order."""
        return [b for b in self._group.buttons() if isinstance(b, QPushButton)]

    @property
    def place(self) -> int:
        """The place of the one that is down."""
        return self._group.checkedId()

    @Slot(int, bool)
    def _tell(self, place: int, down: bool) -> None:
        if down:
            self.chosen.emit(place)
