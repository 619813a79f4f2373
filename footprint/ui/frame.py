"""The inside of the main window: the sidebar, one page at a time, and the messages below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.changes import Changes
from footprint.i18n import _
from footprint.ui.messages import Messages
from footprint.ui.pages.page import Page, Place
from footprint.ui.sidebar import Sidebar

# Narrower than this many average characters, the sidebar folds to icons.
_NARROW = 112


class Frame(QWidget):
    """Makes each page when it is first shown; `make(number)` does the making."""

    turned = Signal(int)  # to the page of that number

    def __init__(
        self, places: Sequence[Place], make: Callable[[int], Page], *, demo: bool = False
    ) -> None:
        super().__init__()
        self._make = make
        self._icons = [place.icon for place in places]
        self._pages: dict[int, Page] = {}
        self._words_wanted = True
        self.sidebar = Sidebar([(place.title, place.icon) for place in places])
        self.sidebar.chosen.connect(self.show_page)
        self._stack = QStackedWidget()
        self.messages = Messages()
        self.messages.setContentsMargins(16, 0, 16, 12)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        if demo:
            right.addWidget(_demo_strip())
        right.addWidget(self._stack, 1)
        right.addWidget(self.messages)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    @Slot(int)
    def show_page(self, number: int) -> None:
        """Turn to a page."""
        if number not in self._pages:
            page = self._pages[number] = self._make(number)
            self._stack.addWidget(page)
        page = self._pages[number]
        self._stack.setCurrentWidget(page)
        page.activate()
        self.sidebar.choose(number)
        self.turned.emit(number)

    def go(self, icon: str) -> Page:
        """Turn to the page with that icon."""
        self.show_page(self._icons.index(icon))
        return self.page

    def set_due(self, icon: str, count: int) -> None:
        """The number beside a page in the sidebar, also of one that was not made yet."""
        self.sidebar.buttons[self._icons.index(icon)].set_due(count)

    @Slot(object)
    def refresh(self, changes: Changes) -> None:
        """Let each page that was made decide whether to reload."""
        for page in self._pages.values():
            page.refresh(changes)

    @Slot(bool)
    def show_words(self, wanted: bool) -> None:
        """Words in the sidebar, where the window is wide enough for them."""
        self._words_wanted = wanted
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth()
        self.sidebar.set_folded(narrow or not self._words_wanted)


def _demo_strip() -> QLabel:
    strip = QLabel(_("Demo: everything here is invented and is thrown away when you close"))
    strip.setTextFormat(Qt.TextFormat.PlainText)
    strip.setObjectName("strip")
    strip.setWordWrap(True)
    return strip
