"""Remembers size, place, sidebar and splitters of the window in the person's settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from footprint.ui.tasks import Tasks

if TYPE_CHECKING:
    from footprint.services.workspace import Workspace

_KEY = "window"


def kept(tasks: Tasks) -> Mapping[str, Any]:
    """What was kept at the last close; empty at the first start."""

    def read(workspace: Workspace) -> object:
        return workspace.settings.get(_KEY, {})

    found = tasks.now(read)
    return found if isinstance(found, dict) else {}


def keep(tasks: Tasks, window: QWidget, *, sidebar: bool) -> None:
    """Keep how `window` looks now; `sidebar` is whether the person wants words in it."""
    state = {
        "geometry": _text(window.saveGeometry()),
        "sidebar": sidebar,
        "splitters": {
            splitter.objectName(): _text(splitter.saveState())
            for splitter in window.findChildren(QSplitter)
            if splitter.objectName()
        },
    }

    def write(workspace: Workspace) -> None:
        workspace.settings.set(_KEY, state)

    tasks.now(write)


def restore(window: QWidget, state: Mapping[str, Any]) -> None:
    """Give `window` its size and place, or a good size on this screen at the first start."""
    if not window.restoreGeometry(_bytes(state.get("geometry"))):
        line = window.fontMetrics().height()
        room = QGuiApplication.primaryScreen().availableSize()
        window.resize(min(76 * line, room.width() - 40), min(50 * line, room.height() - 60))


def restore_splitters(page: QWidget, state: Mapping[str, Any]) -> None:
    """Give the named splitters of a page their places; an unnamed one is not kept."""
    kept_places = state.get("splitters")
    if not isinstance(kept_places, dict):
        return
    for splitter in page.findChildren(QSplitter):
        if splitter.objectName() in kept_places:
            splitter.restoreState(_bytes(kept_places[splitter.objectName()]))


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: object) -> QByteArray:
    """What Qt refuses as a state (nothing, or something strange) is the empty state here."""
    if not isinstance(text, str) or not text.isascii():
        return QByteArray()
    return QByteArray.fromBase64(text.encode())
