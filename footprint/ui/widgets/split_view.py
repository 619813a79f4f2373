"""A list with what is chosen of it beside it, under it when the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from footprint.ui.widgets.card import Card

# Beside each other when there are so many lines' heights of width.
_BESIDE = 56


class SplitView(QSplitter):
    """Two cards in a splitter that turns with the room there is."""

    def __init__(self, name: str, first: QWidget, second: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)
        self.addWidget(Card(first))
        self.addWidget(Card(second))
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().isEmpty():  # the first room there is
            self._share()
        wide = event.size().width() >= self.fontMetrics().height() * _BESIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.orientation() is not wanted:
            self.setOrientation(wanted)
            self._share()

    def _share(self) -> None:
        self.setSizes([self.width() * 3, self.width() * 2])
