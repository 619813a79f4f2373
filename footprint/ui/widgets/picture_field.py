"""A field for a picture as proof: chosen, dropped, or pasted from the clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from footprint.domain.evidence import Evidence
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.plain import plain
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph

_LINES = 3
_NAMES = "*.png *.jpg *.jpeg *.webp *.gif *.bmp *.pdf"


class PictureField(QWidget):
    """Holds a file or an image until it is kept; `changed` says that it holds another one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file: Path | None = None
        self.image: QImage | None = None
        self.setAcceptDrops(True)
        self.told = paragraph("", "muted")
        self._look = QLabel()
        self.choose = QPushButton(_("C&hoose…"))
        self.paste = QPushButton(_("&Paste"))
        self.remove = QPushButton(_("Leave it o&ut"))
        self._place()
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self.paste_image)
        self.remove.clicked.connect(self.clear)
        QGuiApplication.clipboard().dataChanged.connect(self._offer_paste)
        self._say()

    def _place(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._look)
        row.addWidget(self.told, 1)
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        for button in (self.choose, self.paste, self.remove):
            button.setAutoDefault(False)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(buttons)
        self.setFocusProxy(self.choose)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to keep."""
        return self.file is None and self.image is None

    def keep(self, workspace: Workspace, shows: str) -> Evidence:
        """Keep what it holds. Raises `FootprintError`."""
        if self.file is not None:
            return workspace.keeping.keep(self.file, shows)
        return workspace.keeping.keep_bytes(png_of(self.image or QImage()), "picture.png", shows)

    # --- in ----------------------------------------------------------------------------------

    def put_file(self, path: Path) -> None:
        """Hold a file."""
        self.file, self.image = path, None
        self._say()
        self.changed.emit()

    def put_image(self, image: QImage) -> None:
        """Hold an image."""
        self.file, self.image = None, image
        self._say()
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Hold nothing."""
        self.file = self.image = None
        self._say()
        self.choose.setFocus()
        self.changed.emit()

    @Slot()
    def paste_image(self) -> bool:
        """Take the picture from the clipboard; whether there was one."""
        return self.take(QGuiApplication.clipboard().mimeData())

    def take(self, mime: QMimeData | None) -> bool:
        """Take a picture or a file from what was dropped or copied; whether there was one."""
        if mime is None:
            return False
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.put_file(files[0])
        elif mime.hasImage():
            self.put_image(QImage(mime.imageData()))
        return bool(files) or mime.hasImage()

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self, _("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        pictures = _("Pictures ({names})").format(names=_NAMES)
        dialog.setNameFilters([pictures, _("All files (*)")])
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _chosen(self, name: str) -> None:
        self.put_file(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_picture(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    # --- looks -------------------------------------------------------------------------------

    def _say(self) -> None:
        side = self.fontMetrics().height() * _LINES
        image = QPixmap(str(self.file)) if self.file else QPixmap.fromImage(self.image or QImage())
        if not image.isNull():
            size = QSize(side * 2, side)
            image = image.scaled(
                size,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._look.setPixmap(image)
        self._look.setVisible(not image.isNull())
        told = _("Choose a screenshot, drop one here, or paste one. A copy of it is kept.")
        if self.file is not None:
            told = plain(self.file.name, limit=80)
        elif self.image is not None:
            told = _("From the clipboard, {width} × {height}")
            told = told.format(width=self.image.width(), height=self.image.height())
        self.told.setText(told)
        self.remove.setVisible(not self.empty)
        self._offer_paste()

    @Slot()
    def _offer_paste(self) -> None:
        self.paste.setEnabled(holds_picture(QGuiApplication.clipboard().mimeData()))


def holds_picture(mime: QMimeData | None) -> bool:
    """Whether a picture or a file can be taken from it; an empty clipboard may be nothing."""
    if mime is None:
        return False
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def png_of(image: QImage) -> bytes:
    """An image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
