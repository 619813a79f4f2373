"""One step on a page of its own: what to do, what to refuse, what it costs, what to keep."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.domain.stop import Outcome, Stop
from footprint.i18n import _
from footprint.ui.models.dates import exact
from footprint.ui.plain import plain
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.step_costs import CostCard
from footprint.ui.wizards.step_links import LinkRow
from footprint.ui.wizards.step_notes import NotesCard, own_words_line
from footprint.ui.wizards.step_reason import ReasonCard, asks_reason
from footprint.ui.wizards.walk import GuideWalk
from footprint.ui.wizards.words import age, said, title_of


class StepPage(QWidget):
    """What all kinds of steps have; a kind adds its own part below the text."""

    differs_wanted = Signal()

    def __init__(self, walk: GuideWalk, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.walk, self.stop = walk, stop
        self.title = title_of(walk.run, stop)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self._add_words()
        self.links = LinkRow(walk.run, stop, own=bool(walk.own and walk.own.url))
        if self.links.first is None:
            self.links.hide()
        self.first: QWidget | None = self.links.first
        self.add_own()
        if self.column.indexOf(self.links) < 0:
            self.column.addWidget(self.links)
        self._add_costs()
        self.notes = NotesCard(walk)
        self.notes.differs_wanted.connect(self.differs_wanted)
        self.column.addWidget(self.notes)
        self.column.addWidget(paragraph(age(walk.run, stop), "muted"))
        self.column.addStretch(1)

    def add_own(self) -> None:
        """Add what only this kind has; `first` is where the keyboard begins."""

    def _add_words(self) -> None:
        run, stop = self.walk.run, self.stop
        if not stop.sure:
            self._say(_("If this applies to you"), "muted")
        self._say(self.title, "title")
        self._say(_before(self.walk, stop), "muted")
        self._say(said(run, stop, stop.step.text))
        own = own_words_line(self.walk)
        if own is not None:
            self.column.addWidget(own)
        if stop.step.refuse:
            card = PartCard(_("Say no to this"))
            card.say(said(run, stop, stop.step.refuse))
            self.column.addWidget(card)

    def _add_costs(self) -> None:
        costs = CostCard(self.walk.tasks, self.walk.run, self.stop)
        if costs.column.count():
            self.column.addWidget(costs)
        if asks_reason(self.stop.step):
            self.column.addWidget(ReasonCard(self.walk.tasks))

    def _say(self, text: str, role: str = "") -> None:
        if text:
            self.column.addWidget(paragraph(text, role))


def _before(walk: GuideWalk, stop: Stop) -> str:
    """What became of the step when the person was here before."""
    mark = walk.run.marks.get(stop.key)
    if mark is None:
        return ""
    day, reason = exact(mark.at), plain(mark.reason)
    if mark.outcome is Outcome.DONE:
        return _("You ticked this on {day}.").format(day=day)
    if mark.outcome is Outcome.NOT_APPLICABLE:
        return _("You said on {day} that this does not apply.").format(day=day)
    if reason:
        return _("You skipped this on {day}: {reason}").format(day=day, reason=reason)
    return _("You skipped this on {day}.").format(day=day)
