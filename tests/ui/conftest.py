"""What holds for every test of the ui: a dialog left open fails, and widgets are really deleted."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication

# After this long, a modal dialog that nobody answers has hung the test.
_MODAL_PATIENCE_MS = 3000


@pytest.fixture(autouse=True)
def _own_dialogs(qapp: QApplication) -> None:
    """Qt's own dialogs, which a test can find and press, instead of the desktop's."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


@pytest.fixture(autouse=True)
def _modal_guard(qapp: QApplication) -> Iterator[None]:
    """Fails, instead of hanging for ever, when a test leaves a modal dialog open."""
    left_open: list[str] = []

    def close_modal() -> None:
        if dialog := QApplication.activeModalWidget():
            left_open.append(f"{type(dialog).__name__} {dialog.windowTitle()!r}")
            dialog.close()

    timer = QTimer(interval=_MODAL_PATIENCE_MS)
    timer.timeout.connect(close_modal)
    timer.start()
    yield
    timer.stop()
    if left_open:
        pytest.fail(f"a modal dialog was left open: {', '.join(left_open)}")


@pytest.fixture(autouse=True)
def _widgets_are_deleted(qapp: QApplication) -> Iterator[None]:
    """`deleteLater` waits for an event loop that no test runs; it is made good here."""
    yield
    for widget in QApplication.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    # What a test copied must not outlive the application: offscreen, that crashes at exit.
    QApplication.clipboard().clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
