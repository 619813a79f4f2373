"""The detail of a service: its guides first, then what it is, holds, asks, and what was so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from footprint.domain.playbook import Playbook
from footprint.domain.service import Service
from footprint.i18n import _
from footprint.ui.models.catalogue import ServiceRow, kind_short
from footprint.ui.models.catalogue_facts import (
    Mine,
    conflict_lines,
    contact_lines,
    expiry_line,
    holds_lines,
    is_lines,
    leaving_lines,
    pages_of,
    standing_line,
)
from footprint.ui.models.guides_offered import guide_title, making_word, minutes_word
from footprint.ui.models.service_words import Told, kind_word, provenance
from footprint.ui.pages.guides_telling import disclosure_line
from footprint.ui.plain import plain
from footprint.ui.widgets.elided_button import ElidedButton
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.heading import Heading
from footprint.ui.widgets.open_button import OpenButton
from footprint.ui.widgets.sections import Sections


class ServiceDetail(QWidget):
    """`guide_wanted` gives the playbook the person wants to walk."""

    guide_wanted = Signal(object)  # Playbook

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading()
        self.sections = Sections(_("About this service"))
        self.guide_buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 4, 4)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.sections, 1)

    def show_service(self, row: ServiceRow, mine: Mine, guides: Sequence[Playbook] | None) -> None:
        """Show a service; `guides` is None while they are being read."""
        service = row.service
        line = [kind_short(service.kind), ", ".join(service.domains[:3]), row.standing.word]
        self.heading.say(plain(service.name, limit=80), " · ".join(filter(None, line)))
        self.sections.begin()
        self._add_guides(guides)
        self._add_what(service, mine)
        self._add_leaving(service, guides or ())
        self._add_pages(service)
        self._add_history(service, mine)
        self.sections.heading(_("How do we know?"))
        self.sections.aside(provenance(service.identity))
        for text in conflict_lines(service):
            self.sections.say(text)
        self.sections.finish()

    def _add_guides(self, guides: Sequence[Playbook] | None) -> None:
        self.guide_buttons = []
        self.sections.heading(_("Guides"))
        if guides is None:
            self.sections.aside(_("Reading the guides…"))
            return
        for guide in guides:
            button = ElidedButton(guide_title(guide))
            button.clicked.connect(self._start(guide))
            self.guide_buttons.append(button)
            row = FlowLayout()
            row.addWidget(button)
            self.sections.place(row)
            text = _("{made}, {minutes}. {age}")
            self.sections.aside(text.format(
                made=making_word(guide.making).capitalize(), minutes=minutes_word(guide.minutes),
                age=provenance(guide.provenance),
            ))  # fmt: skip

    def _start(self, guide: Playbook) -> Callable[[], None]:
        return lambda: self.guide_wanted.emit(guide)

    def _add_what(self, service: Service, mine: Mine) -> None:
        self.sections.heading(_("What it is"))
        text = _("{service} is {kind}.")
        name = plain(service.name, limit=80)
        self.sections.say(text.format(service=name, kind=kind_word(service.kind)))
        self._tell(is_lines(service))
        holds = list(holds_lines(service, mine))
        self.sections.heading(_("What it holds of you"))
        self._tell(holds)
        if not holds:
            self.sections.say(_("Nothing of you there is known to Footprint. That is not nothing."))

    def _add_leaving(self, service: Service, guides: Sequence[Playbook]) -> None:
        self.sections.heading(_("How hard leaving is"))
        for question, lines in leaving_lines(service, guides):
            self.sections.strong(question)
            self._tell(lines)
            if not lines:
                self.sections.say(_("Not known."))

    def _add_pages(self, service: Service) -> None:
        pages, contacts = pages_of(service), list(contact_lines(service))
        if pages:
            self.sections.heading(_("Pages"))
        for page in pages:
            if page.host:
                row = FlowLayout()
                row.addWidget(OpenButton(page.text, page.url, page.host))
                self.sections.place(row)
            else:
                text = _("{page}: {address} (it is shown only, not opened)")
                self.sections.say(text.format(page=page.text, address=plain(page.url, limit=200)))
            self.sections.aside(page.source)
        if contacts:
            self.sections.heading(_("Where a letter goes"))
            self._tell(contacts)

    def _add_history(self, service: Service, mine: Mine) -> None:
        self.sections.heading(_("What you saw there"))
        for standing in mine.standings:
            self.sections.say(standing_line(standing))
            self.sections.aside(expiry_line(standing))
        if not mine.standings:
            self.sections.say(_("You never looked."))
        self.sections.heading(_("What you gave them on the way out"))
        for disclosure in mine.disclosures:
            self.sections.say(disclosure_line(disclosure, service.name))
        if not mine.disclosures:
            self.sections.say(_("Nothing that a guide knows of."))

    def _tell(self, lines: Iterable[Told]) -> None:
        for told in lines:
            self.sections.say(told.text)
            self.sections.aside(told.source)
