"""What a guide is before it is begun: what it does, costs and leaves behind, and who says so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from footprint.domain.account import Account
from footprint.domain.playbook import Playbook
from footprint.i18n import _, ngettext
from footprint.ui.models.guides_offered import (
    Offer,
    about_apps,
    guide_title,
    making_told,
    minutes_word,
)
from footprint.ui.models.service_words import provenance
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.widgets.heading import Heading
from footprint.ui.widgets.sections import Sections


class GuideDetail(QWidget):
    """Shows one guide; with several accounts at its service the button asks for which one."""

    start_wanted = Signal(str, object)  # the playbook's id, the account's id or None
    apps_wanted = Signal(str)  # the service whose apps have to be chosen first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playbook: Playbook | None = None
        self._accounts: list[Account] = []
        self.heading = Heading()
        self.start = QPushButton(_("&Start this guide"))
        self.start.setProperty("primary", True)
        self.start.setAutoDefault(True)
        self.start.clicked.connect(self.begin)
        self.sections = Sections(_("About this guide"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 4, 4)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.sections, 1)

    def show_offer(self, offer: Offer, accounts: list[Account]) -> None:
        """Show a guide; `accounts` are the person's own at its service."""
        self._playbook, self._accounts = offer.playbook, accounts
        playbook = offer.playbook
        self.heading.say(guide_title(playbook), making_told(playbook), offer.service_name)
        self._word_button(offer)
        say = self.sections
        say.begin()
        say.say(plain(playbook.summary, limit=600))
        say.heading(_("What it takes"))
        steps = ngettext("{n} step", "{n} steps", len(playbook.steps))
        steps = steps.format(n=number(len(playbook.steps)))
        minutes = minutes_word(playbook.minutes)
        say.say(_("{steps}, {minutes}.").format(steps=steps, minutes=minutes))
        for step in playbook.steps:
            say.aside(plain(step.title.replace("{app}", _("the app")), limit=160))
        if playbook.remains:
            say.heading(_("What stays behind"))
            for text in playbook.remains:
                say.say(plain(text, limit=400))
        if playbook.cannot_undo:
            say.heading(_("What cannot be undone"))
            for text in playbook.cannot_undo:
                say.say(plain(text, limit=400))
        if playbook.dark_patterns:
            say.heading(_("What stands in the way there"))
            for pattern in playbook.dark_patterns:
                say.say(plain(pattern.fact, limit=400))
        say.heading(_("How do we know?"))
        say.aside(provenance(playbook.provenance))
        say.finish()

    def _word_button(self, offer: Offer) -> None:
        self.start.setMenu(None)  # type: ignore[arg-type]
        if about_apps(offer.playbook):
            text = _("&Choose the apps at {service}…")
            self.start.setText(text.format(service=offer.service_name.replace("&", "&&")))
            return
        self.start.setText(_("&Start this guide"))
        if len(self._accounts) > 1:
            menu = QMenu(self.start)
            for account in self._accounts:
                label = plain(account.label or _("(no name)"), limit=60).replace("&", "&&")
                menu.addAction(label, partial(self._begin_for, account.id))
            self.start.setMenu(menu)

    @Slot()
    def begin(self) -> None:
        """Start the guide that is shown."""
        playbook = self._playbook
        if playbook is None:
            return
        if about_apps(playbook):
            self.apps_wanted.emit(playbook.service or "")
        elif self.start.menu() is not None:
            self.start.showMenu()
        else:
            self._begin_for(self._accounts[0].id if self._accounts else None)

    def _begin_for(self, account_id: int | None) -> None:
        if self._playbook is not None:
            self.start_wanted.emit(self._playbook.id, account_id)
