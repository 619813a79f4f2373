"""The pages of the single kinds of steps, and the table that names one for each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from footprint.domain.step import StepKind
from footprint.domain.stop import Stop
from footprint.i18n import _
from footprint.ui.dialogs.form import field_label
from footprint.ui.wizards.answers import AnswerChoice, AnswerLine
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.step_page import StepPage
from footprint.ui.wizards.wait_page import WaitPage
from footprint.ui.wizards.walk import GuideWalk
from footprint.ui.wizards.words import said, title_of


class OpenPage(StepPage):
    """A page to open: the button that names its host is all it needs."""


class ConfirmPage(StepPage):
    """Something to do elsewhere and to tick here."""


class CopyPage(StepPage):
    """A text to take along, shown as it is copied."""

    def add_own(self) -> None:
        self.box = TextBox(said(self.walk.run, self.stop, self.stop.step.copy or "").strip())
        self.column.addWidget(self.box)


class EnterPage(StepPage):
    """One line to type or to paste."""

    def add_own(self) -> None:
        self.line = AnswerLine(self.walk, self.title)
        if self.stop.step.field == "profile_url":
            self.line.setPlaceholderText("https://")
        self.column.addWidget(field_label(_("&Paste or type it here"), self.line))
        self.column.addWidget(self.line)
        self.first = self.line


class ChoosePage(StepPage):
    """One of several answers; what is asked later depends on it."""

    def add_own(self) -> None:
        self.answers = AnswerChoice(self.walk, self.stop)
        self.column.addWidget(self.answers)
        self.first = self.answers.first


class VerifyPage(StepPage):
    """Look whether it worked: gone, still there, cannot be told."""

    def add_own(self) -> None:
        self.answers = AnswerChoice(self.walk, self.stop)
        self.column.addWidget(self.links)
        self.column.addWidget(self.answers)
        self.first = self.links.first or self.answers.first


class GrantPage(StepPage):
    """Access that has to be given on the way; the guide does not end before it is taken back."""

    def add_own(self) -> None:
        card = PartCard(_("You let somebody in for a moment"))
        later = next(
            (s for s in self.walk.run.stops if s.step.takes_back == self.stop.step.id), None
        )
        text = _("A later step takes this back: {step}. This guide does not end before it is done.")
        title = title_of(self.walk.run, later) if later else ""
        card.say(text.format(step=title))
        self.column.addWidget(card)


class TakeBackPage(StepPage):
    """Ends the access that an earlier step gave."""

    def add_own(self) -> None:
        if any(stop.key == self.stop.key for stop in self.walk.run.obligations):
            card = PartCard(_("This access is still open"))
            card.say(_("You gave it on the way. Leaving it open is possible, but needs a reason."))
            self.column.addWidget(card)


class LetterPage(CopyPage):
    """A letter to send; Footprint sends nothing itself."""

    def add_own(self) -> None:
        super().add_own()
        self.column.addWidget(self.links)
        card = PartCard()
        card.say(
            _(
                "Footprint sends nothing. Copy the letter, put your own words where there are"
                " brackets, and send it from the address they know of you. Keep their answer."
            ),
            "muted",
        )
        self.column.addWidget(card)


class ProofPage(StepPage):
    """A picture or a file to keep; the buttons stand below, as on every step."""

    def __init__(self, walk: GuideWalk, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__(walk, stop, parent)
        self.first = self.notes.proof.choose

    def add_own(self) -> None:
        card = PartCard()
        card.say(_("Paste the picture, drop the file on this window, or choose it below."))
        self.column.addWidget(card)


class TextBox(QPlainTextEdit):
    """A text that is read and copied, not changed."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("The text to copy"))
        lines = min(12, 2 + sum(1 + len(line) // 70 for line in text.splitlines()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 16)


PAGES: Mapping[StepKind, type[StepPage]] = {
    StepKind.OPEN_PAGE: OpenPage,
    StepKind.COPY_TEXT: CopyPage,
    StepKind.CONFIRM: ConfirmPage,
    StepKind.ENTER: EnterPage,
    StepKind.CHOOSE: ChoosePage,
    StepKind.WAIT_UNTIL: WaitPage,
    StepKind.GRANT_ACCESS: GrantPage,
    StepKind.TAKE_BACK_ACCESS: TakeBackPage,
    StepKind.SEND_REQUEST: LetterPage,
    StepKind.ATTACH_EVIDENCE: ProofPage,
    StepKind.VERIFY: VerifyPage,
}


def page_of(walk: GuideWalk, stop: Stop) -> StepPage:
    """The page for a stop."""
    return PAGES[stop.step.kind](walk, stop)
