"""The room of a list and the pane that explains it: side by side, one under the other, or one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

# The pane stands beside the list when there are so many lines' heights of width, else under it.
_BESIDE = 60
# With fewer lines of height than this, what is opened takes the place of the list.
_BOTH = 22


class ListAndPane(QSplitter):
    """Begins with the list alone; the pane may be made later."""

    def __init__(self, rows: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._rows = rows
        self._pane: QWidget | None = None
        self.addWidget(rows)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 3)

    def add_pane(self, pane: QWidget) -> None:
        """Give the pane its place; it stays hidden until it is shown."""
        self._pane = pane
        pane.hide()
        self.addWidget(pane)
        self.setStretchFactor(1, 2)

    @property
    def explains(self) -> bool:
        """Whether the pane is seen where this is."""
        return self._pane is not None and self._pane.isVisibleTo(self)

    @property
    def tight(self) -> bool:
        """Whether there is room for the list or the pane, but not for both."""
        beside = self.orientation() is Qt.Orientation.Horizontal
        return not beside and self.height() < self.fontMetrics().height() * _BOTH

    def share_room(self) -> None:
        """Beside the list where there is room, under it, or in its place."""
        wide = self.width() >= self.fontMetrics().height() * _BESIDE
        orientation = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if orientation is not self.orientation():
            self.setOrientation(orientation)
        self._rows.setVisible(not (self.tight and self.explains))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()
