"""What stands above the timeline: which score it is, who sees it, and whether it is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from footprint.domain.score import Score
from footprint.domain.score_definition import ScoreDefinition
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.models.scores import score_title
from footprint.ui.models.words import number
from footprint.ui.opening import open_url
from footprint.ui.pages.scores_filing import Filing, rhythm_text
from footprint.ui.plain import plain
from footprint.ui.widgets.notice_strip import NoticeStrip
from footprint.ui.widgets.sections import paragraph

_NAMES = 3


@dataclass(frozen=True, slots=True)
class About:
    """The chosen scores, the catalogue's entry of the first, and whether that one is due."""

    scores: Sequence[Score] = ()
    definition: ScoreDefinition | None = None
    due: bool = False

    @property
    def score(self) -> Score | None:
        """The first of them."""
        return self.scores[0] if self.scores else None

    @property
    def page(self) -> str | None:
        """Where the one chosen score is read."""
        known = self.definition
        if len(self.scores) != 1 or known is None or known.closed or known.read_at is None:
            return None
        return known.read_at.value


class ScoreHeading(QWidget):
    """Name and menu in one line, what is known of it below, and "due" with "Not now"."""

    record_wanted = Signal()

    def __init__(self, filing: Filing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filing = filing
        self._about = About()
        self._narrow = False
        self.name = paragraph("", "section")
        self.line = paragraph("", "muted")
        self.page = QPushButton(_("&Open its page…"))
        self.page.clicked.connect(self._open_page)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.button = QPushButton(_("&Score"))
        self.button.setMenu(self.menu)
        self.due = NoticeStrip(_("Not no&w"))
        self.due.pressed.connect(self._snooze)
        self._place()

    def _place(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.page, self.button):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.due)

    def say(self, about: About) -> None:
        """Be about other scores."""
        self._about = about
        self.name.setText(names_text(about.scores))
        self.line.setText(about_line(about))
        one = len(about.scores) == 1
        self.button.setVisible(one)
        self._settle()
        self.due.say(_("Time to look again.") if one and about.due else "")

    def fold(self, *, narrow: bool) -> None:
        """A narrow window has no room for what the menu has, too."""
        self._narrow = narrow
        self._settle()

    def _settle(self) -> None:
        self.line.setVisible(bool(self.line.text()) and not self._narrow)
        self.page.setVisible(self._about.page is not None and not self._narrow)

    @Slot()
    def _fill(self) -> None:
        self.menu.clear()
        if self._about.score is not None:
            self._filing.fill_menu(self.menu, self._about.score, due=self._about.due)
        if self._about.page is not None:
            self.menu.addSeparator()
            self.menu.addAction(_("&Open its page…"), self._open_page)

    @Slot()
    def _snooze(self) -> None:
        if self._about.score is not None:
            self._filing.snooze(self._about.score)

    @Slot()
    def _open_page(self) -> None:
        if self._about.page is not None:
            open_url(self, self._about.page)


def about_of(workspace: Workspace, scores: Sequence[Score], *, due: bool) -> About:
    """What is known of the chosen scores."""
    definition = workspace.scoring.definition(scores[0]) if scores else None
    return About(scores, definition, due)


def names_text(scores: Sequence[Score]) -> str:
    """The names of the scores, as many of them as have room."""
    names = [score_title(score) for score in scores[:_NAMES]]
    more = len(scores) - len(names)
    if more:
        names.append(ngettext("{n} more", "{n} more", more).format(n=number(more)))
    return ", ".join(names)


def about_line(about: About) -> str:
    """Who sees it, and how often the person looks; several scores have no such line."""
    if len(about.scores) != 1:
        return ""
    told = []
    definition = about.definition
    if definition is not None and definition.closed:
        told.append(_("Nobody gives it any more."))
    if definition is not None and definition.seen_by is not None:
        told.append(_("Who sees it: {who}").format(who=plain(definition.seen_by.value, limit=300)))
    told.append(rhythm_text(about.scores[0].rhythm))
    return " ".join(filter(None, told))
