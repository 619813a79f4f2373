"""Files dragged over any part of the window: a hint over all of it, and a place to drop them."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from footprint.i18n import _
from footprint.ui.icons import icon_size, picture
from footprint.ui.theme import Theme


class DropHint(QWidget):
    """Covers `window` while files are over it, whatever lies below; emits what is dropped."""

    dropped = Signal(object)  # list[Path]

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAcceptDrops(True)
        self.setAccessibleName(self._text())
        self.hide()

    @staticmethod
    def _text() -> str:
        return _("Drop to look inside – nothing is written before you agree")

    def watch(self) -> None:
        """Look out for drags as soon as the window is on a screen.

        The system's window sees a drag before the fields inside it, which would take a file's
        name for a text to insert.
        """
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter:
            entering = cast("QDragEnterEvent", event)
            # A dialog in front of the window has to be answered first.
            if files_in(entering.mimeData()) and self._window.isEnabled():
                self.setGeometry(self._window.rect())
                self.raise_()
                self.show()
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = Theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(tokens.window)
        ground.setAlpha(235)
        painter.fillRect(self.rect(), ground)
        pen = QPen(QColor(tokens.accent), 2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 12, 12)
        side = 3 * icon_size()
        middle = self.rect().center()
        painter.drawPixmap(
            middle.x() - side // 2, middle.y() - side, picture("import", side, tokens.accent)
        )
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        room = self.rect().adjusted(48, self.height() // 2 + 16, -48, -24)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(flags) | int(Qt.TextFlag.TextWordWrap), self._text())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setGeometry(self._window.rect())


def files_in(dragged: QMimeData) -> list[Path]:
    """The files and folders of this machine among what is dragged."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
