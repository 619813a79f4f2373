"""The head of the Guides page: its title, the search, and the three views."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from footprint.i18n import _
from footprint.ui.widgets.choice_bar import ChoiceBar
from footprint.ui.widgets.sections import paragraph


class GuidesHead(QWidget):
    """It holds nothing but its widgets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = paragraph(_("Guides"), "title")
        heading.setWordWrap(False)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * 44)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        texts = (_("&Your guides"), _("&All guides"), _("Your &corrections"))
        self.views = ChoiceBar(_("What to show"), texts)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.views)
        self.say(0)

    def say(self, place: int) -> None:
        """Name what is searched."""
        text = (
            _("Search your guides"),
            _("Search guides: a service, or what you want"),
            _("Search your corrections"),
        )[place]
        self.search.setPlaceholderText(text)
        self.search.setAccessibleName(text)
