"""The head of the Catalogue page: its title, the search, and what may pass."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.service import Difficulty, ServiceKind
from footprint.domain.standing import StandingState
from footprint.i18n import _, ngettext
from footprint.ui.models.catalogue import Narrowing, difficulty_word, kind_short, region_word
from footprint.ui.models.words import number
from footprint.ui.widgets.filter_button import FilterButton
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph

REGIONS = ("", "US", "US-CA", "GB", "EU", "DE", "AT", "CH")


class CatalogueHead(QWidget):
    """Whoever listens to `changed` asks `narrowing`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = paragraph(_("Catalogue"), "title")
        heading.setWordWrap(False)
        text = _("Search services: a name, an address, what it is")
        self.search = QLineEdit()
        self.search.setPlaceholderText(text)
        self.search.setAccessibleName(text)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * 50)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        levels: list[Difficulty | None] = [*Difficulty, None]
        self.kinds = FilterButton(_("What it is"), [(k, kind_short(k)) for k in ServiceKind])
        self.difficulties = FilterButton(_("Leaving"), [(d, difficulty_word(d)) for d in levels])
        self.standings = FilterButton(_("Standing"), [(s, s.word) for s in StandingState])
        self.regions = FilterButton(_("Region"), [(r, region_word(r)) for r in REGIONS])
        self.cleared = QPushButton(_("Clea&r filters"))
        self.cleared.setFlat(True)
        self.cleared.hide()
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("role", "muted")
        self._place(heading)
        for button in self._filters:
            button.changed.connect(self._told)
        self.cleared.clicked.connect(self.clear)
        self.search.textChanged.connect(self.changed)

    def _place(self, heading: QLabel) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for widget in (*self._filters, self.cleared):
            flow.addWidget(widget)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(buttons, 1)
        below.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addLayout(below)

    @property
    def _filters(self) -> Sequence[FilterButton]:  # type: ignore[type-arg]
        return (self.kinds, self.difficulties, self.standings, self.regions)

    @property
    def narrowing(self) -> Narrowing:
        """What may pass now."""
        return Narrowing(
            text=self.search.text(),
            kinds=self.kinds.chosen,
            difficulties=self.difficulties.chosen,
            standings=self.standings.chosen,
            regions=self.regions.chosen,
        )

    def say_count(self, shown: int) -> None:
        """Say how many pass."""
        text = ngettext("{n} service", "{n} services", shown)
        self.count.setText(text.format(n=number(shown)))

    @Slot()
    def clear(self) -> None:
        """Let everything pass."""
        self.blockSignals(True)
        for button in self._filters:
            button.reset()
        self.search.clear()
        self.blockSignals(False)
        self._told()

    @Slot()
    def _told(self) -> None:
        self.cleared.setVisible(not all(button.is_usual for button in self._filters))
        self.changed.emit()
