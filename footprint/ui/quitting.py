"""Ends the program in good order when a terminal or the system asks it to (SIGINT, SIGTERM)."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtWidgets import QApplication


class _Wake(QObject):
    """Python runs its signal handlers between two of its own lines; this gives it one."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._read, write = os.pipe()
        os.set_blocking(write, False)
        os.set_blocking(self._read, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._empty)

    @Slot()
    def _empty(self) -> None:
        os.read(self._read, 64)


def listen(app: QApplication) -> None:
    """Close the windows on SIGINT and SIGTERM (Windows asks in other ways)."""
    if os.name != "posix":
        return
    _Wake(app)
    for asked in (signal.SIGINT, signal.SIGTERM):
        # Queued: asked while the window is still being built, it is done once events are.
        signal.signal(asked, lambda *_: QTimer.singleShot(0, app.quit))
