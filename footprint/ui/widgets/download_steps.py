"""How one asks a network for the download of one's own account, with the page to open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from footprint.domain.download import Download
from footprint.domain.service import Service, host_of
from footprint.i18n import _
from footprint.ui.models.dates import exact
from footprint.ui.widgets.sections import paragraph


class DownloadSteps(QWidget):
    """The steps in order, what to choose, how long it takes, how the file is called, a button."""

    page_wanted = Signal(str)  # the address where the download is asked for

    def __init__(self, service: Service, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = service.links.data_export.value if service.links.data_export else ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if service.download is not None:
            self._build(service.download, column)
        self.button: QPushButton | None = None
        if self._page and not (service.download and service.download.in_program):
            self.button = QPushButton(_("&Open {host}…").format(host=host_of(self._page)))
            self.button.clicked.connect(self._open)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        if service.download is not None:
            checked = _("Checked on {day}. Pages like this change: the words may differ.")
            day = exact(service.download.checked)
            column.addWidget(paragraph(checked.format(day=day), "muted"))

    @Slot()
    def _open(self) -> None:
        self.page_wanted.emit(self._page)

    def _build(self, download: Download, column: QVBoxLayout) -> None:
        steps = QGridLayout()
        steps.setHorizontalSpacing(8)
        steps.setVerticalSpacing(4)
        steps.setColumnStretch(1, 1)
        for place, step in enumerate(download.steps, 1):
            _row(steps, _("{n}.").format(n=place), paragraph(step))
        column.addLayout(steps)
        told = QGridLayout()
        told.setHorizontalSpacing(12)
        told.setVerticalSpacing(4)
        told.setColumnStretch(1, 1)
        file_name = download.archive.file_name if download.archive else ""
        if download.format:
            _row(told, _("Choose"), paragraph(download.format, "strong"))
        if download.wait:
            _row(told, _("It takes"), paragraph(download.wait))
        if file_name:
            _row(told, _("The file is called"), paragraph(file_name))
        column.addLayout(told)


def _row(grid: QGridLayout, name: str, text: QLabel) -> None:
    row = grid.rowCount()
    label = paragraph(name, "muted")
    label.setWordWrap(False)
    grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
