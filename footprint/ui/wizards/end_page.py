"""The last page of a guide: what was reached, what it cost, what comes next, the letter."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from footprint.domain.run import RunState
from footprint.i18n import _
from footprint.ui.models.dates import today
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards import end_words
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.step_links import CopyButton
from footprint.ui.wizards.step_pages import TextBox
from footprint.ui.wizards.walk import GuideWalk


class EndPage(QWidget):
    """Claims nothing that was not said or seen."""

    def __init__(self, walk: GuideWalk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        run = walk.run
        self.title = {
            RunState.FINISHED: _("This guide is finished"),
            RunState.ABANDONED: _("You stopped this guide"),
        }.get(run.state, _("Every step is behind you"))
        self.first: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(paragraph(self.title, "title"))
        for heading, lines in (
            (_("What was reached"), end_words.reached(run)),
            (_("What comes next"), end_words.ahead(run, today())),
            (_("What stays behind"), run.playbook.remains if run.marks else ()),
            (_("What it cost"), end_words.cost(run)),
        ):
            if lines:
                card = PartCard(heading)
                card.list(lines)
                self._column.addWidget(card)
        self._add_letters(end_words.letters(run))
        self._column.addStretch(1)

    def _add_letters(self, letters: tuple[str, ...]) -> None:
        if not letters:
            return
        card = PartCard(_("The second act: ask them to erase what they took"))
        card.say(_("Disconnecting ends access from now on. Only a letter asks for the rest."))
        for letter in letters:
            card.place(TextBox(letter))
            button = CopyButton(_("&Copy the letter"), letter)
            self.first = self.first or button
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            card.place(row)
        self._column.addWidget(card)
