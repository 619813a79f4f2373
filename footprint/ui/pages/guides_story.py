"""The detail of a run: what is next and why while it goes on, its story once it is over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from footprint.domain.run import OVER, RunState
from footprint.i18n import _
from footprint.ui.models.dates import exact
from footprint.ui.models.guides import RunRow, RunSection, next_of, step_of, title_of, why_of
from footprint.ui.pages.guides_files import KeptFile
from footprint.ui.pages.guides_telling import (
    Story,
    cost_lines,
    disclosure_line,
    kept_word,
    missed_line,
)
from footprint.ui.plain import plain
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.heading import Heading
from footprint.ui.widgets.sections import Sections
from footprint.ui.wizards.words import clock_words, said


class RunDetail(QWidget):
    """The acts stand above what scrolls."""

    resume_wanted = Signal()
    pause_wanted = Signal()
    give_up_wanted = Signal()
    remove_wanted = Signal()
    picture_wanted = Signal(object)  # Evidence
    copy_wanted = Signal(object)  # Evidence

    def __init__(self, naming: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._naming = naming
        self.heading = Heading()
        self.resume = _button(_("&Resume"), self.resume_wanted.emit, primary=True)
        self.pause = _button(_("&Put aside"), self.pause_wanted.emit)
        self.give_up = _button(_("&Give up"), self.give_up_wanted.emit)
        self.remove = _button(_("Re&move from the list"), self.remove_wanted.emit)
        acts = FlowLayout()
        for button in (self.resume, self.pause, self.give_up, self.remove):
            acts.addWidget(button)
        self.sections = Sections(_("About this guide"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 4, 4)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(acts)
        column.addWidget(self.sections, 1)

    def show_story(self, row: RunRow, story: Story) -> None:
        """Show a run as it stands."""
        over = row.summary.run.state in OVER
        finished = row.section is RunSection.FINISHED
        self.heading.say(title_of(row.summary), self._line(row), row.summary.service_name)
        self.resume.setVisible(not finished)
        self.resume.setText(_("&Take it up again") if over else _("&Resume"))
        self.pause.setVisible(row.summary.run.state is RunState.RUNNING)
        self.give_up.setVisible(not over)
        self.sections.begin()
        if row.summary.clock_is_back and not finished:
            title, hint = clock_words()
            self.sections.strong(title)
            self.sections.say(hint)
        if not over:
            self._add_next(row)
        self._add_gone(row)
        self._add_cost(story)
        self._add_stops(story)
        self._add_disclosures(story)
        self.sections.finish()

    def _line(self, row: RunRow) -> str:
        begun = _("begun on {day}").format(day=exact(row.summary.run.begun_at))
        step = step_of(row)
        told = f"{row.section.word} · " + _("step {step}").format(step=step)
        if not step:
            told = next_of(row)
            told = told[:1].upper() + told[1:]
        return f"{told} · {begun}"

    def _add_next(self, row: RunRow) -> None:
        self.sections.heading(_("What is next"))
        self.sections.strong(next_of(row))
        here = row.summary.run.at
        if here is not None:
            text = said(row.summary.run, here, here.step.text)
            self.sections.say(plain(text, limit=600))
        self.sections.aside(why_of(row))

    def _add_gone(self, row: RunRow) -> None:
        if row.summary.playbook_gone:
            self.sections.say(
                _("This guide is no longer shipped. It goes on with the text it began with.")
            )
        open_ = row.summary.run.obligations
        if row.section is RunSection.ABANDONED and open_:
            self.sections.strong(_("Access that you granted on the way is still open."))

    def _add_cost(self, story: Story) -> None:
        missed = missed_line(story.summary)
        if missed:
            self.sections.heading(_("A month later"))
            self.sections.say(missed)
        lines = cost_lines(story.cost)
        if lines or story.evidence:
            self.sections.heading(_("What it cost you"))
            for line in lines:
                self.sections.say(line)
            self.sections.say(kept_word(story.evidence))

    def _add_stops(self, story: Story) -> None:
        if not story.stops:
            return
        self.sections.heading(_("What you did"))
        for stop in story.stops:
            self.sections.say(stop.line)
            for detail in stop.details:
                self.sections.aside(detail)
            for evidence in stop.files:
                file = KeptFile(evidence)
                file.show_wanted.connect(self.picture_wanted)
                file.save_wanted.connect(self.copy_wanted)
                self.sections.place(file)

    def _add_disclosures(self, story: Story) -> None:
        if not story.disclosures:
            return
        self.sections.heading(_("What you gave away"))
        for disclosure in story.disclosures:
            self.sections.say(disclosure_line(disclosure, self._naming(disclosure.service)))


def _button(text: str, act: Callable[[], object], *, primary: bool = False) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(True)
    button.setProperty("primary", primary)
    button.clicked.connect(act)
    return button
