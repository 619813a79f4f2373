"""A whole window on a real workspace, for tests that press what a person presses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from footprint.services.workspace import Workspace
from footprint.ui.main_window import MainWindow
from footprint.ui.start import main_window
from footprint.ui.tasks import Tasks


@contextmanager
def opened(qapp: QApplication, folder: Path, *, demo: bool = False) -> Iterator[MainWindow]:
    """The window as `footprint` shows it; closed and kept as a person's is at the end."""
    palette, font = qapp.palette(), qapp.font()
    with Workspace.open(folder) as workspace:
        tasks = Tasks(workspace, partial(Workspace.open, folder))
        window = main_window(qapp, tasks, demo=demo)
        window.show()
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
            tasks.shutdown()
            qapp.setStyleSheet("")
            qapp.setPalette(palette)
            qapp.setFont(font)
