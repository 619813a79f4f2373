"""A button that opens one page; the host stands on it, and again in the question before."""

from __future__ import annotations

from PySide6.QtCore import Slot

from footprint.i18n import _
from footprint.ui.opening import open_url
from footprint.ui.plain import plain
from footprint.ui.widgets.elided_button import ElidedButton


class OpenButton(ElidedButton):
    """Says what the page is and where it lies."""

    def __init__(self, text: str, url: str, host: str) -> None:
        super().__init__(_("{page}: {host}…").format(page=text, host=plain(host, limit=60)))
        self._url = url
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        open_url(self, self._url)
