"""What lies behind the tabs of an account: the apps, and each other list once it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from footprint.domain.section import Section
from footprint.ui.models.accounts import Naming
from footprint.ui.tasks import Tasks

if TYPE_CHECKING:
    from footprint.ui.pages.networks_listings import ListingsTab


class SectionPages(QStackedWidget):
    """One list a section; made when it is first looked at, but for the apps."""

    def __init__(self, apps: QWidget, tasks: Tasks, naming: Naming) -> None:
        super().__init__()
        self._tasks = tasks
        self._naming = naming
        self._listings: dict[Section, ListingsTab] = {}
        self.addWidget(apps)

    def listings(self, section: Section) -> ListingsTab:
        """The list of a section other than the apps."""
        if section not in self._listings:
            # Imported here: the window begins with the apps.
            from footprint.ui.pages.networks_listings import ListingsTab  # noqa: PLC0415

            self._listings[section] = ListingsTab(section, self._tasks, self._naming)
            self.addWidget(self._listings[section])
        return self._listings[section]
