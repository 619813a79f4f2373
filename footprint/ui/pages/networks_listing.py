"""The detail of one listing: everything the archive says of it, and since when it stands there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QToolButton, QVBoxLayout, QWidget

from footprint.domain.grant import Sighting
from footprint.domain.listing import Listing
from footprint.i18n import _
from footprint.ui.icons import dress
from footprint.ui.models.accounts import Naming, place
from footprint.ui.models.listings import standing
from footprint.ui.models.words import when_told
from footprint.ui.pages.networks_facts import sighting_line, sighting_place
from footprint.ui.plain import plain
from footprint.ui.widgets.heading import Heading
from footprint.ui.widgets.sections import Sections


class ListingPane(QFrame):
    """Shows one listing; Esc or the cross closes it."""

    closed = Signal()

    def __init__(self, naming: Naming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._naming = naming
        self.heading = Heading()
        self.sections = Sections(_("About this entry"))
        close = QToolButton()
        dress(close, "close", "muted")
        close.setAutoRaise(True)
        close.setAccessibleName(_("Close the detail"))
        close.setToolTip(_("Close the detail (Esc)"))
        close.clicked.connect(self.closed)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.sections, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 8, 8)
        grid.addLayout(column, 0, 0)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        grid.addWidget(close, 0, 0, corner)

    def show_listing(self, listing: Listing, sightings: Sequence[Sighting]) -> None:
        """Show another one, with the archives that told of it, newest first."""
        where = place(listing.network, listing.account, self._naming)
        title = plain(listing.title, limit=300) or _("(no name)")
        self.heading.say(title, f"{where} · {standing(listing)}")
        self.sections.begin()
        self.sections.heading(_("What the export says"))
        self.sections.say(plain(listing.detail, limit=1000))
        for name, value in listing.facts.items():
            text = _("{name}: {value}")
            self.sections.say(
                text.format(name=plain(name, limit=80), value=plain(value, limit=1000))
            )
        self.sections.heading(_("Since when"))
        for text, moment in (
            (_("Since: {when}"), listing.since),
            (_("Last used: {when}"), listing.last_used),
            (_("First seen in an archive: {when}"), listing.first_seen),
            (_("Last seen in an archive: {when}"), listing.last_seen),
        ):
            self.sections.say(text.format(when=when_told(moment)))
        if listing.gone_since:
            text = _("No longer listed since the archive of {when}")
            self.sections.say(text.format(when=when_told(listing.gone_since)))
        self.sections.heading(_("How do we know?"))
        for sighting in sightings:
            self.sections.strong(sighting_line(sighting))
            self.sections.aside(sighting_place(sighting))
        self.sections.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
