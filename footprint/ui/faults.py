"""Every exception that nobody caught is reported: on the terminal, and in a dialog to copy from."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from footprint.ui.dialogs.trouble import TroubleDialog


class _Bell(QObject):
    """Brings a fault to the window's thread, on whichever it happened; shows one at a time."""

    rung = Signal(object)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._open: TroubleDialog | None = None
        self.rung.connect(self._show, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        # A fault in drawing comes back with each drawing: the first report is the useful one.
        if self._open is None:
            # Imported here: it is hoped never to be needed.
            from footprint.ui.dialogs.trouble import TroubleDialog  # noqa: PLC0415

            self._open = TroubleDialog(error, QApplication.activeWindow())
            self._open.finished.connect(self._closed)
            self._open.open()

    @Slot()
    def _closed(self) -> None:
        self._open = None


def report_to(app: QApplication) -> None:
    """Report from now on."""
    bell = _Bell(app)

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            bell.rung.emit(error)

    sys.excepthook = hook
