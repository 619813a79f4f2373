"""The detail of one grant: what it may do and why that matters, who it is, how we know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from footprint.domain.grant import Grant
from footprint.i18n import _, ngettext
from footprint.ui.models.accounts import Naming, place
from footprint.ui.models.grants import app_name
from footprint.ui.models.service_words import (
    closed_line,
    kind_word,
    provenance,
    service_sentences,
)
from footprint.ui.models.words import not_told, standing_told, when_told
from footprint.ui.pages.networks_facts import (
    GrantFacts,
    Link,
    app_links,
    connected_apps,
    permission_lines,
    service_links,
    sighting_line,
    sighting_place,
)
from footprint.ui.pages.networks_leaving import Leaving
from footprint.ui.plain import plain
from footprint.ui.widgets.decision_bar import DecisionBar
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.heading import Heading
from footprint.ui.widgets.open_button import OpenButton
from footprint.ui.widgets.sections import Sections, paragraph

Thing = TypeVar("Thing")
_SHOWN_AT_ONCE = 30  # sightings and permissions; the rest is one click away


class GrantDetail(QWidget):
    """Shows one grant; the decision bar stays above what scrolls."""

    decided = Signal(object)  # Choice | None
    note_wanted = Signal()
    disconnect_wanted = Signal()

    def __init__(self, naming: Naming, leaving: Leaving, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaving = leaving
        self._naming = naming
        self._facts: GrantFacts | None = None
        self._whole = False
        self.heading = Heading()
        self.decision = DecisionBar()
        self.disconnect_app = QPushButton()
        self.disconnect_app.clicked.connect(self.disconnect_wanted)
        self.decision.add_act(self.disconnect_app)
        self.said = paragraph("", "strong")
        self.sections = Sections(_("About this app"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.decision)
        column.addWidget(self.said)
        column.addWidget(self.sections, 1)
        self.decision.decided.connect(self.decided)
        self.decision.note_wanted.connect(self.note_wanted)

    @property
    def grant(self) -> Grant | None:
        """What is shown."""
        return self._facts.grant if self._facts else None

    def show_facts(self, facts: GrantFacts) -> None:
        """Show another grant, or the same as it is now."""
        self._grant_told(facts.grant)
        if facts == self._facts:
            return
        same = self._facts is not None and self._facts.grant.id == facts.grant.id
        place_before = self.sections.verticalScrollBar().value()
        self._whole = self._whole and same
        self._facts = facts
        self._fill(facts)
        if same:
            self.sections.verticalScrollBar().setValue(place_before)

    def tell_leaving(self) -> None:
        """Say anew where the guide stands that takes the app out, and what was said of it."""
        if self._facts is not None:
            self._grant_told(self._facts.grant)

    def _grant_told(self, grant: Grant) -> None:
        text = self._leaving.act_text([grant])
        self.disconnect_app.setVisible(bool(text))
        self.disconnect_app.setText(text)
        said = self._leaving.said_line(grant.id)
        self.said.setVisible(bool(said))
        self.said.setText(said)

    def show_sources(self) -> None:
        """Scroll to how we know."""
        self.sections.show_heading(_("How do we know?"))

    def _fill(self, facts: GrantFacts) -> None:
        grant = facts.grant
        where = place(grant.network, grant.account, self._naming)
        self.heading.say(app_name(grant), f"{where} · {standing_told(grant)}")
        self.heading.say_risk(grant.risk)
        self.decision.show_decision(grant.decision)
        self.sections.begin()
        closed = facts.service is not None and closed_line(facts.service) is not None
        if closed:  # then nothing else about it matters more
            self._add_service(facts)
        self._add_permissions(facts)
        self._add_dates(grant)
        self._add_organisation(facts)
        if not closed:
            self._add_service(facts)
        self._add_sources(facts)
        self.sections.finish()

    def _add_service(self, facts: GrantFacts) -> None:
        if facts.service is None:
            return
        text = _("{service} is {kind}.")
        name = plain(facts.service.name, limit=80)
        kind = kind_word(facts.service.kind)
        sentences = service_sentences(facts.service)
        self.sections.heading(_("What we know of it"))
        self.sections.say(text.format(service=name, kind=kind))
        self.sections.aside(provenance(facts.service.identity))
        for told in sentences:
            self.sections.say(told.text)
            self.sections.aside(told.source)

    def _add_permissions(self, facts: GrantFacts) -> None:
        self.sections.heading(_("What it may do"))
        if facts.permissions is None:
            told = not_told()
            self.sections.say(told[:1].upper() + told[1:] + ".")
            self.sections.say(facts.instead)
            if facts.at_least:
                text = _("At least: {words}.").format(words=plain(facts.at_least))
                self.sections.say(text)
            return
        if not facts.permissions:
            self.sections.say(_("The export names no permission for it."))
        ordered = sorted(facts.permissions, key=lambda p: -1 if p.risk is None else p.risk)
        for permission in self._some(ordered[::-1]):
            words, why, scope = permission_lines(permission)
            self.sections.strong(words)
            self.sections.say(why)
            self.sections.aside(scope)
        self._offer_rest(len(ordered))

    def _add_dates(self, grant: Grant) -> None:
        self.sections.heading(_("Since when"))
        for text, moment in (
            (_("Let in: {when}"), grant.since),
            (_("Last used: {when}"), grant.last_used),
            (_("First seen: {when}"), grant.first_seen),
            (_("Last seen: {when}"), grant.last_seen),
        ):
            self.sections.say(text.format(when=when_told(moment)))

    def _add_organisation(self, facts: GrantFacts) -> None:
        app = facts.grant.app
        self.sections.heading(_("Who is behind it"))
        organisation = plain(app.organisation or "", limit=200) or not_told()
        self.sections.say(_("Organisation: {name}").format(name=organisation))
        self.sections.say(plain(app.description or "", limit=1000))
        self._add_links(app_links(facts.grant))
        if facts.service is not None:
            self._add_links(service_links(facts.service))
        page = connected_apps(facts.network)
        if page is not None:
            self._add_links([page])

    def _add_links(self, links: Sequence[Link]) -> None:
        row = FlowLayout()
        for link in links:
            if not link.host:
                text = _("{page}: {address} (not a web address, so it cannot be opened)")
                self.sections.aside(text.format(page=link.text, address=plain(link.url, limit=200)))
                continue
            row.addWidget(OpenButton(link.text, link.url, link.host))
        if row.count():
            self.sections.place(row)

    def _add_sources(self, facts: GrantFacts) -> None:
        self.sections.heading(_("How do we know?"))
        for sighting in self._some(facts.sightings):
            self.sections.strong(sighting_line(sighting))
            self.sections.aside(sighting_place(sighting))
        self._offer_rest(len(facts.sightings))

    def _some(self, things: Sequence[Thing]) -> Sequence[Thing]:
        return things if self._whole else things[:_SHOWN_AT_ONCE]

    def _offer_rest(self, count: int) -> None:
        rest = count - _SHOWN_AT_ONCE
        if self._whole or rest <= 0:
            return
        button = QPushButton(ngettext("Show {n} more", "Show {n} more", rest).format(n=rest))
        button.clicked.connect(self._show_all)
        self.sections.place(button)

    @Slot()
    def _show_all(self) -> None:
        self._whole = True
        if self._facts is not None:
            self._fill(self._facts)
