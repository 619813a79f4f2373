"""The pane that explains: the chosen span, or each change of the score, with its arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from footprint.domain.day_text import event_day_text
from footprint.domain.event import Event, EventKind
from footprint.domain.explaining.arithmetic_text import arithmetic
from footprint.domain.explaining.change_text import what
from footprint.domain.explaining.explanation import Explanation, Verdict
from footprint.domain.explaining.explanation_text import because, how_sure
from footprint.domain.score import Score
from footprint.i18n import _, ngettext
from footprint.ui.models.dates import exact
from footprint.ui.models.events import is_own, kind_word
from footprint.ui.models.scores import score_title
from footprint.ui.opening import open_url
from footprint.ui.pages.scores_reading import ReadingFacts, lines_of, sources_of, title_of
from footprint.ui.plain import plain
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.placeholder import Action
from footprint.ui.widgets.sections import Sections

_MOST = 30
_LONG = 2000


@dataclass(frozen=True, slots=True)
class Told:
    """What is known about a score's changes.

    `afterwards` are sentences on the person's acts, `worth` on what came of the score.
    """

    score: Score
    explanations: tuple[Explanation, ...]
    afterwards: tuple[str, ...] = ()
    worth: tuple[str, ...] = ()
    ending: str = ""


class ExplainPane(QFrame):
    """Says what happened, what coincides with it, how sure that is, and how it is known."""

    span_wanted = Signal(float, float)  # show this stretch of time
    all_wanted = Signal()  # back from a span to all changes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.sections = Sections(_("What explains the changes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 8)
        column.addWidget(self.sections)
        self._lines: list[str] = []
        self.buttons: list[QPushButton] = []

    @property
    def text(self) -> str:
        """Everything it says now."""
        return "\n".join(self._lines)

    def say(self, title: str, *lines: str) -> None:
        """Say a few sentences and nothing else."""
        self._begin(title)
        for line in lines:
            self._say(line)
        self.sections.finish()

    def show_changes(self, told: Told) -> None:
        """Every change of the score, the newest first."""
        name = score_title(told.score)
        count = len(told.explanations)
        if not count:
            self._begin(_("No change that stands out"))
            self._say(
                _("Nothing {name} did so far is more than its usual ups and downs.").format(
                    name=name
                )
            )
        else:
            words = ngettext("{n} change of {name}", "{n} changes of {name}", count)
            self._begin(words.format(n=count, name=name))
        for explanation in reversed(told.explanations[-_MOST:]):
            self._change(explanation, told.score)
        self._afterwards(told)
        self.sections.finish()

    def show_span(self, score: Score, explanation: Explanation | None) -> None:
        """What happened in the chosen span."""
        self._begin(_("The span you chose"))
        if explanation is None:
            self._say(
                _("There are too few readings of {name} in it to say anything.").format(
                    name=score_title(score)
                )
            )
        else:
            self._explain(explanation, score)
        self._button(_("Sho&w all changes"), self.all_wanted.emit)
        self.sections.finish()

    def show_reading(self, facts: ReadingFacts, acts: Sequence[Action]) -> None:
        """One reading, what can be done with it, and how it is known."""
        self._begin(title_of(facts))
        for line in lines_of(facts):
            self._say(line)
        self._buttons([*acts, (_("Sho&w all changes"), self.all_wanted.emit)])
        title = _("How do we know?")
        self._lines.append(title)
        self.sections.heading(title)
        for line in sources_of(facts):
            self._say(line)
        self.sections.finish()

    def show_event(self, event: Event, afterwards: str, acts: Sequence[Action]) -> None:
        """One event, what the score did after it, and how it is known."""
        self._begin(plain(event.title))
        self._say(_("{day}: {kind}.").format(day=event_day_text(event), kind=kind_word(event.kind)))
        self._say(event.detail)
        if event.worth:
            self._say(_("What it was worth: {worth}").format(worth=event.worth))
        self._say(afterwards)
        self._buttons([*acts, (_("Sho&w all changes"), self.all_wanted.emit)])
        self._say(known_text(event), aside=True)
        self.sections.finish()

    # --- pieces ------------------------------------------------------------------------------

    def _begin(self, title: str) -> None:
        self._lines = [title]
        self.buttons = []
        self.sections.begin()
        self.sections.heading(title)

    def _say(self, text: str, *, aside: bool = False) -> None:
        text = plain(text, limit=_LONG)
        if text:
            self._lines.append(text)
            (self.sections.aside if aside else self.sections.say)(text)

    def _change(self, explanation: Explanation, score: Score) -> None:
        change = explanation.change
        self._explain(explanation, score)
        begins, ends = change.window_begins.timestamp(), change.window_ends.timestamp()
        self._button(_("Show it on the timeline"), lambda: self.span_wanted.emit(begins, ends))

    def _explain(self, explanation: Explanation, score: Score) -> None:
        title = verdict_word(explanation.verdict)
        self._lines.append(title)
        self.sections.strong(title)
        self._say(what(explanation.change, score.scale))
        self._say(because(explanation, score.scale))
        sure = _("How sure: {words} ({percent} of 100).")
        self._say(sure.format(words=how_sure(explanation), percent=round(explanation.sure * 100)))
        for line in arithmetic(explanation, score.scale):
            self._say(line, aside=True)
        for event in explanation.coincides_with:
            self._source(event)

    def _source(self, event: Event) -> None:
        """How an event is known."""
        self._say(known_text(event), aside=True)
        link = event.link
        if link:
            self._button(_("Open its source…"), lambda: open_url(self, link))

    def _afterwards(self, told: Told) -> None:
        for title, lines in (
            (_("Where the readings end"), (told.ending,) if told.ending else ()),
            (_("Before and after your acts"), told.afterwards),
            (_("Was it worth it?"), told.worth),
        ):
            if lines:
                self._lines.append(title)
                self.sections.heading(title)
                for line in lines:
                    self._say(line)

    def _button(self, text: str, act: Callable[[], object]) -> None:
        button = self._made(text, act)
        button.setFlat(True)
        self.sections.place(button)

    def _buttons(self, acts: Sequence[Action]) -> None:
        """Several in a row."""
        bar = QWidget()
        flow = FlowLayout(bar, 8)
        for text, act in acts:
            flow.addWidget(self._made(text, act))
        self.sections.place(bar)

    def _made(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(act)
        self.buttons.append(button)
        return button


def verdict_word(verdict: Verdict) -> str:
    """What a change is put down to, in a few words."""
    return {
        Verdict.OWN_ACT: _("Coincides with what you did"),
        Verdict.THEIR_CHANGE: _("Coincides with a change they announced"),
        Verdict.REWRITTEN: _("History rewritten"),
        Verdict.UNEXPLAINED: _("Nothing you logged explains this"),
    }[verdict]


def known_text(event: Event) -> str:
    """How an event is known, as a sentence."""
    told = _("How do we know “{title}”? It is in the list that comes with Footprint.")
    if is_own(event):
        told = _("How do we know “{title}”? You logged it.")
    elif event.checked:
        told = _(
            "How do we know “{title}”? It is in the list that comes with Footprint, "
            "checked on {day}."
        )
    day = exact(event.checked) if event.checked else ""
    return told.format(title=plain(event.title, limit=80), day=day)


def own_acts(events: Sequence[Event]) -> list[Event]:
    """The person's acts among events."""
    return [event for event in events if event.kind is EventKind.OWN_ACT]
