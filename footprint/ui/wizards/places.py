"""Where the window of a guide and its strip were last, kept in the person's settings."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtWidgets import QWidget

from footprint.errors import FootprintError
from footprint.services.workspace import Workspace
from footprint.ui.tasks import Tasks

_WINDOW, _STRIP = "guide_window", "guide_strip"
_FAR = 100_000  # no screen is so large


def restore(tasks: Tasks, window: QWidget) -> None:
    """Give the window its size and place, or a good size at first."""
    kept = tasks.now(lambda w: w.settings.get(_WINDOW, ""))
    state = QByteArray.fromBase64(kept.encode()) if isinstance(kept, str) else QByteArray()
    if not window.restoreGeometry(state):
        line = window.fontMetrics().height()
        room = window.screen().availableSize()
        window.resize(min(62 * line, room.width() - 40), min(46 * line, room.height() - 60))


def keep_window(tasks: Tasks, window: QWidget) -> None:
    """Keep size and place of the window."""
    _keep(tasks, _WINDOW, bytes(window.saveGeometry().toBase64().data()).decode("ascii"))


def of_strip(tasks: Tasks) -> QPoint | None:
    """Where the strip was."""
    kept = tasks.now(lambda w: w.settings.get(_STRIP))
    if isinstance(kept, list) and len(kept) == 2 and all(_is_pixel(n) for n in kept):
        return QPoint(*kept)
    return None


def keep_strip(tasks: Tasks, place: QPoint) -> None:
    """Keep where the strip is."""
    _keep(tasks, _STRIP, [place.x(), place.y()])


def _is_pixel(number: object) -> bool:
    return type(number) is int and abs(number) < _FAR


def _keep(tasks: Tasks, key: str, value: object) -> None:
    def write(workspace: Workspace) -> None:
        workspace.settings.set(key, value)

    # What cannot keep its place (a full disk) closes all the same.
    with suppress(FootprintError):
        tasks.now(write)
