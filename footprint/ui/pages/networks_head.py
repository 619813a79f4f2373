"""The head of the page: its title, the search, and what can be added."""

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

from footprint.domain.section import Section
from footprint.i18n import _
from footprint.ui.icons import dress
from footprint.ui.models.words import section_word
from footprint.ui.widgets.sections import paragraph


class PageHead(QWidget):
    """One row; it holds nothing but its widgets."""

    account_wanted = Signal()
    app_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = paragraph(title, "title")
        heading.setWordWrap(False)
        self.search = QLineEdit()
        self.say(Section.GRANTS)
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(self.fontMetrics().averageCharWidth() * 44)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add = QPushButton(_("&Add by hand"))
        menu = QMenu(self)
        menu.addAction(_("An &app…")).triggered.connect(self.app_wanted)
        menu.addAction(_("An ac&count…")).triggered.connect(self.account_wanted)
        self.add.setMenu(menu)
        dress(self.add, "add")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        row.addWidget(self.add)

    def say(self, section: Section) -> None:
        """Name what is searched."""
        text = _("Search apps and permissions")
        if section is not Section.GRANTS:
            text = _("Search: {section}").format(section=section_word(section))
        self.search.setPlaceholderText(text)
        self.search.setAccessibleName(text)
