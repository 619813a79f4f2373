"""What the window knows of a page, and a page of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QLineEdit, QWidget

from footprint.domain.changes import Changes
from footprint.ui.messages import Messages
from footprint.ui.tasks import Tasks


class Page(QWidget):
    """A view of the main window; it draws its own header (title, search, what can be done)."""

    # What Ctrl+N begins here, as a menu says it; "" where a page has no new thing.
    new_text: str = ""

    def activate(self) -> None:
        """The page is about to be shown."""

    def refresh(self, changes: Changes) -> None:
        """Something was written: reload if it concerns this page."""

    def search_field(self) -> QLineEdit | None:
        """Where Ctrl+F leads."""
        return None

    def new_thing(self) -> None:
        """Ctrl+N: begin the new thing of this page."""


class Window(Protocol):
    """What a page may ask of the window it is in."""

    tasks: Tasks
    messages: Messages

    def choose_import(self) -> None:
        """Ask for files and begin an import."""

    def choose_import_folder(self) -> None:
        """Ask for an unpacked download and begin an import."""

    def import_files(self, paths: Sequence[Path]) -> None:
        """Begin an import of these files."""

    def go(self, icon: str) -> Page:
        """Turn to the page with that icon in the sidebar."""


class Place(NamedTuple):
    """A page's entry in the sidebar; `make` builds the page when it is first shown."""

    title: str
    icon: str
    make: Callable[[Window], Page]
