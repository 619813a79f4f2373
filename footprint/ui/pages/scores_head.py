"""The head of the page: its title, the search, and what can be added, recorded and taken out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from footprint.i18n import _
from footprint.ui.icons import dress
from footprint.ui.widgets.sections import paragraph


class ScoresHead(QWidget):
    """One row; it holds nothing but its widgets."""

    score_wanted = Signal()
    event_wanted = Signal()
    paste_wanted = Signal()
    table_wanted = Signal()
    back_wanted = Signal()
    menu_shown = Signal()

    def __init__(self, export: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = paragraph(_("Scores"), "title")
        heading.setWordWrap(False)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search your scores"))
        self.search.setAccessibleName(_("Search your scores"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * 44)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.record = QPushButton(_("&Record a reading…"))
        self.record.setProperty("primary", True)
        self.add = QPushButton(_("A&dd"))
        dress(self.add, "add")
        menu = QMenu(self)
        menu.addAction(_("A &score…")).triggered.connect(self.score_wanted)
        menu.addAction(_("An &event…")).triggered.connect(self.event_wanted)
        menu.addSeparator()
        menu.addAction(_("Readings from a pasted &page…")).triggered.connect(self.paste_wanted)
        menu.addAction(_("Readings from a &table…")).triggered.connect(self.table_wanted)
        self._back = menu.addAction(_("&Bring back a score you put away…"))
        self._back.triggered.connect(self.back_wanted)
        menu.aboutToShow.connect(self.menu_shown)
        self.add.setMenu(menu)
        self.export = QPushButton(_("E&xport"))
        self.export.setMenu(export)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        for button in (self.export, self.add, self.record):
            row.addWidget(button)

    def offer_back(self, *, away: bool) -> None:
        """Offer to bring a score back, where one was put away."""
        self._back.setVisible(away)

    def show_full(self, *, full: bool) -> None:
        """Without a score there is nothing to record or to take out."""
        self.search.setVisible(full)
        self.record.setVisible(full)
        self.export.setVisible(full)
