"""Shows a kept picture as large as there is room, and says when it was kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from footprint.domain.evidence import Evidence
from footprint.i18n import _
from footprint.ui import opening
from footprint.ui.models.dates import exact
from footprint.ui.plain import plain
from footprint.ui.widgets.sections import paragraph

_SHARE = 0.7


class ShowPictureDialog(QDialog):
    """What is no picture is only named, and can be opened elsewhere."""

    def __init__(self, evidence: Evidence, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.setWindowTitle(plain(evidence.name, limit=80))
        self.picture = _Picture(QPixmap(str(path)), evidence.name)
        self.told = paragraph(_told(evidence), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.picture, 1)
        column.addWidget(self.told)
        column.addLayout(self._buttons())
        if not self.picture.there:
            self.picture.hide()
            self.elsewhere.hide()  # what only calls itself a picture is not handed on
            self.told.setText(_told(evidence) + " " + _("It cannot be shown here."))

    def _buttons(self) -> QHBoxLayout:
        self.elsewhere = QPushButton(_("&Open in another program"))
        self.elsewhere.setAutoDefault(False)
        self.elsewhere.clicked.connect(self._open)
        close = QPushButton(_("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.elsewhere)
        row.addStretch(1)
        row.addWidget(close)
        return row

    @Slot()
    def _open(self) -> None:
        if not opening.opener(QUrl.fromLocalFile(str(self._path))):
            self.told.setText(
                _("No program took it. You find it at {path}").format(path=self._path)
            )


class _Picture(QWidget):
    """Scales with the dialog, never beyond its own size."""

    def __init__(self, pixmap: QPixmap, name: str) -> None:
        super().__init__()
        self._pixmap = pixmap
        self.there = not pixmap.isNull()
        self.setAccessibleName(_("Picture {name}").format(name=plain(name, limit=80)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        screen = QGuiApplication.primaryScreen().availableSize() * _SHARE
        size = self._pixmap.size()
        if size.width() > screen.width() or size.height() > screen.height():
            size.scale(screen, Qt.AspectRatioMode.KeepAspectRatio)
        return size.expandedTo(QSize(320, 120))

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._pixmap.size()
        if size.width() > self.width() or size.height() > self.height():
            size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._pixmap, QRectF(self._pixmap.rect()))
        painter.end()


def _told(evidence: Evidence) -> str:
    told = _("Kept on {day}, unchanged since: its checksum is {hash}….")
    return told.format(day=exact(evidence.kept_at), hash=evidence.sha256[:12])
