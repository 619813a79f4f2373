"""The first page of a guide: what it does, costs and tells, what stays, and a few questions."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint.domain.run import Run
from footprint.domain.step import StepKind
from footprint.i18n import _, ngettext
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.questions import Questions
from footprint.ui.wizards.step_costs import gives_words, met_on
from footprint.ui.wizards.walk import GuideWalk
from footprint.ui.wizards.words import age, minutes_words


class IntroPage(QWidget):
    """Looked at before anything is done; it asks what the guide cannot know."""

    def __init__(self, walk: GuideWalk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self.title = _("What this guide does")
        run = walk.run
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(paragraph(self.title, "title"))
        self.column.addWidget(paragraph(run.playbook.summary))
        self.column.addWidget(paragraph(length_words(run), "strong"))
        self.questions = self._questions()
        self.first: QWidget | None = self.questions.first if self.questions else None
        for heading, lines in _cards(run):
            card = PartCard(heading)
            card.list(lines)
            self.column.addWidget(card)
        self._add_patterns()
        self.column.addWidget(paragraph(age(run), "muted"))
        self.column.addStretch(1)

    def _questions(self) -> Questions | None:
        run = self._walk.run
        keys = self._walk.tasks.now(lambda w: w.preparing.questions(run.playbook, run.known))
        if not keys:
            return None
        asked = Questions(run, keys, self._walk.service_name)
        self.column.addWidget(asked)
        return asked

    def _add_patterns(self) -> None:
        found = met_on(self._walk.tasks, self._walk.run.playbook.dark_patterns)
        if not found:
            return
        card = PartCard(_("What stands in the way"))
        card.list([met.kind.title if met.kind else met.pattern.fact for met in found])
        card.say(_("Each is explained at the step where it comes."), "muted")
        self.column.addWidget(card)

    def begin(self) -> bool:
        """Keep the answers and go to the first step."""
        known = self.questions.known() if self.questions else self._walk.run.known
        return self._walk.begin(known)


def length_words(run: Run) -> str:
    """How many steps, minutes and days of waiting it takes."""
    count = len(run.stops)
    parts = [
        ngettext("{n} step", "{n} steps", count).format(n=count),
        minutes_words(sum(stop.step.minutes for stop in run.stops)),
    ]
    days = sum(
        stop.step.wait_days or 0 for stop in run.stops if stop.step.kind is StepKind.WAIT_UNTIL
    )
    if days:
        text = ngettext("and {n} day of waiting", "and {n} days of waiting", days)
        parts.append(text.format(n=days))
    return ", ".join(parts)


def _cards(run: Run) -> Iterator[tuple[str, list[str]]]:
    steps = [stop.step for stop in run.stops]
    demands = dict.fromkeys(demand for step in steps for demand in step.demands)
    gives = dict.fromkeys(what for step in steps for what in step.discloses)
    insists = _("They insist on: {demands}.").format(demands=", ".join(demands)) if demands else ""
    costs = [line for line in (gives_words(gives), insists) if line]
    if costs:
        yield _("What it asks of you"), costs
    if run.playbook.remains:
        yield _("What stays behind"), list(run.playbook.remains)
    if run.playbook.cannot_undo:
        yield _("What cannot be undone"), list(run.playbook.cannot_undo)
