"""What a step costs: what its screen insists on, what it tells, what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from footprint.domain.dark_pattern import PatternKind
from footprint.domain.fact import Confidence
from footprint.domain.playbook import DarkPattern
from footprint.domain.run import Run
from footprint.domain.step import Identifier
from footprint.domain.stop import Stop
from footprint.i18n import _
from footprint.ui.tasks import Tasks
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.words import identifier_word


@dataclass(frozen=True, slots=True)
class Met:
    """A dark pattern where it is met, with the entry of our list if it is there."""

    pattern: DarkPattern
    kind: PatternKind | None

    def lines(self) -> Iterator[tuple[str, str]]:
        """What is told of it: text and role."""
        yield (self.kind.title if self.kind else self.pattern.fact), "strong"
        if self.kind:
            yield self.pattern.fact, ""
            yield _("What to do: {advice}").format(advice=self.kind.advice), ""
        yield self._source(), "muted"

    def _source(self) -> str:
        unsure = self.pattern.confidence is Confidence.GENERAL_KNOWLEDGE
        how = _("not verified") if unsure else _("from a public source")
        if self.kind is None or not self.kind.edpb:
            return _("A fact to reckon with; {how}.").format(how=how)
        text = _("{category} (guidelines 03/2022 of the European data protection board); {how}.")
        return text.format(category=self.kind.edpb, how=how)


def met_on(tasks: Tasks, patterns: Iterable[DarkPattern]) -> list[Met]:
    """The patterns with what our list says of them."""
    return tasks.now(lambda w: [Met(each, w.guides.dark_pattern(each.type)) for each in patterns])


def demands_words(demands: Iterable[str]) -> str:
    """ "This screen insists on: password"."""
    listed = ", ".join(demands)
    return _("This screen insists on: {demands}.").format(demands=listed) if listed else ""


def gives_words(discloses: Iterable[Identifier]) -> str:
    """ "You give: your e-mail address"."""
    listed = ", ".join(map(identifier_word, discloses))
    return _("You give: {what}.").format(what=listed) if listed else ""


class CostCard(PartCard):
    """Demands, disclosures and what stands in the way at one step."""

    def __init__(self, tasks: Tasks, run: Run, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        here = [each for each in run.playbook.dark_patterns if each.step == stop.step.id]
        self.say(demands_words(stop.step.demands))
        self.say(gives_words(stop.step.discloses))
        for place, met in enumerate(met_on(tasks, here)):
            if place or self.column.count():
                self.column.addSpacing(4)
            for text, role in met.lines():
                self.say(text, role)
