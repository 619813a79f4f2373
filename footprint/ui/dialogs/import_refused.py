"""A file that cannot be imported: why, and how one gets a download that can."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.domain.preview import Refused
from footprint.domain.service import Service
from footprint.i18n import _
from footprint.ui.opening import open_url
from footprint.ui.plain import plain
from footprint.ui.widgets.download_steps import DownloadSteps
from footprint.ui.widgets.sections import paragraph


class RefusedPane(QWidget):
    """Title and remedy; where the network is known, also the way to the right download."""

    def __init__(
        self, refused: Refused, service: Service | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(paragraph(plain(refused.name, limit=160), "muted"))
        column.addWidget(paragraph(plain(refused.title, limit=400), "strong"))
        column.addWidget(paragraph(plain(refused.hint, limit=800)))
        if service is not None and service.download is not None:
            text = _("How you get the right download from {network}").format(network=service.name)
            column.addSpacing(16)
            column.addWidget(paragraph(text, "section"))
            steps = DownloadSteps(service)
            steps.page_wanted.connect(self._open)
            column.addWidget(steps)
        column.addStretch(1)

    @Slot(str)
    def _open(self, page: str) -> None:
        open_url(self, page)
