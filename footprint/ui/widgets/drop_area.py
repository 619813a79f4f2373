"""A large field that takes dropped files, and asks for them when it is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from footprint.i18n import _
from footprint.ui.icons import picture
from footprint.ui.theme import Theme


def local_paths(dropped: QMimeData) -> list[Path]:
    """The files and folders of this machine among what is dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


class DropArea(QAbstractButton):
    """A dashed field; Space, Enter or a click is `clicked`, files that fall on it are `dropped`."""

    dropped = Signal(object)  # list[Path]

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(_("Press to choose the files instead."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        # A button's own policy would not let the field get narrower than it likes to be.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(28 * height, 9 * height)

    def minimumSizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(10 * height, 9 * height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt presses a button by Enter only inside a dialog, and not on every system.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event.mimeData()):
            event.acceptProposedAction()
            self._light_up(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light_up(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light_up(False)
        paths: Sequence[Path] = local_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _light_up(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._over or self.hasFocus() or self.underMouse()
        palette = self.palette()
        edge = palette.color(
            QPalette.ColorRole.Accent if lit else QPalette.ColorRole.PlaceholderText
        )
        pen = QPen(edge, 2 if lit else 1.4)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 12, 12)
        self._paint_content(painter)

    def _paint_content(self, painter: QPainter) -> None:
        gap = self.fontMetrics().height() // 2
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        room = self.rect().adjusted(16, 0, -16, 0)
        side = 5 * gap
        needed = self.fontMetrics().boundingRect(room, int(flags), self.text()).height()
        top = (self.height() - side - gap - needed) // 2
        drawn = picture("import", side, Theme.tokens.accent if self._over else Theme.tokens.muted)
        painter.drawPixmap((self.width() - side) // 2, top, drawn)
        room.setTop(top + side + gap)
        font = self.font()
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(room, int(flags), self.text())
