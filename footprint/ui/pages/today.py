"""The Today page: what needs you now, one card a thing, and nothing when nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.changes import Changes, Kind
from footprint.domain.due import DueKind
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.guide_starting import GuideStarter
from footprint.ui.messages import Messages
from footprint.ui.models.today import Card, Today, ahead_line, group_of, look_up
from footprint.ui.models.words import number
from footprint.ui.pages.page import Page
from footprint.ui.pages.today_acts import TodayActs
from footprint.ui.pages.today_head import TodayHead
from footprint.ui.tasks import Task, Tasks
from footprint.ui.widgets.card_column import CardColumn
from footprint.ui.widgets.due_card import DueCard
from footprint.ui.widgets.placeholder import Placeholder

# So many cards of one kind at first; a hundred of them are no help.
_SHOWN_AT_ONCE = 8
_CONCERNED = (
    Kind.RUNS, Kind.STANDINGS, Kind.REMINDERS, Kind.DECISIONS, Kind.SCORES, Kind.READINGS,
    Kind.IMPORTS, Kind.GRANTS, Kind.SETTINGS,
)  # fmt: skip


class TodayPage(Page):
    """Cards by kind; below them what lies ahead, in small."""

    grant_wanted = Signal(int)  # its id: show it on the Networks page
    score_wanted = Signal(int)  # its id: record a reading of it
    networks_wanted = Signal()

    def __init__(
        self, tasks: Tasks, messages: Messages, parent: QWidget | None = None,
        *, starter: GuideStarter | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._tasks = tasks
        self._stale = True
        self._task: Task | None = None
        self._today: Today | None = None
        self._whole: frozenset[DueKind] = frozenset()
        starter = starter or GuideStarter(tasks, messages, self)
        self.acts = TodayActs(tasks, messages, starter, self)
        self._place()
        self._connect()

    def _place(self) -> None:
        self.head = TodayHead()
        self.cards = CardColumn(_("What needs you now"))
        self.notice = Placeholder()
        self.notice.say(_("Looking at what is due…"))
        self.empty = Placeholder()
        self.ahead = CardColumn(_("What lies ahead"))
        quiet = QWidget()
        column = QVBoxLayout(quiet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty, 2)
        column.addWidget(self.ahead, 1)
        self._quiet = quiet
        self.stack = QStackedWidget()
        for page in (self.notice, self.cards, quiet):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(16)
        whole.addWidget(self.head)
        whole.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.head.calendar.clicked.connect(self.acts.save_calendar)
        self.head.remind.toggled.connect(self.acts.set_reminders)
        self.acts.grant_wanted.connect(self.grant_wanted)
        self.acts.score_wanted.connect(self.score_wanted)

    # --- what the window asks of a page ------------------------------------------------------

    def activate(self) -> None:
        """Read what changed since the page was seen last."""
        if self._stale:
            self.load()

    def refresh(self, changes: Changes) -> None:
        """Read again what was written, now if the page is seen."""
        if changes.touches(*_CONCERNED):
            self.turn_day()

    @Slot()
    def turn_day(self) -> None:
        """What is shown is of another day, or no longer so."""
        self._stale = True
        if self.isVisible():
            self.load()

    # --- reading -----------------------------------------------------------------------------

    @Slot()
    def load(self) -> None:
        """Look at what is due, in the background: what is shown stays until it is known."""
        self._stale = False
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.start(_read, done=self._loaded, failed=self._failed)

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._task, self._stale = None, True
        self.notice.say(error.title, error.hint, [(_("Try again"), self.load)])
        self.stack.setCurrentWidget(self.notice)

    @Slot(object)
    def _loaded(self, today: Today) -> None:
        self._task = None
        same, self._today = today == self._today, today
        self.head.say(today)
        if same and self.stack.currentWidget() is not self.notice:
            return  # a note that is being typed stays
        if today.cards:
            self._fill(today)
            self.stack.setCurrentWidget(self.cards)
        else:
            self._show_empty(today)

    # --- showing -----------------------------------------------------------------------------

    def _fill(self, today: Today) -> None:
        self.cards.begin()
        for kind, cards in _by_kind([*today.needs, *today.quiet]):
            self.cards.heading(group_of(kind))
            shown = cards if kind in self._whole else cards[:_SHOWN_AT_ONCE]
            for card in shown:
                self.cards.place(self._card(card))
            if len(cards) > len(shown):
                self.cards.place(self._rest(kind, len(cards) - len(shown)))
        self._add_ahead(self.cards, today)
        self.cards.finish()

    def _card(self, card: Card) -> DueCard:
        made = DueCard(card)
        made.acted.connect(self.acts.act)
        made.put_off.connect(self.acts.put_off)
        made.answered.connect(self.acts.answer)
        return made

    def _rest(self, kind: DueKind, count: int) -> QPushButton:
        button = QPushButton(ngettext("Show {n} more", "Show {n} more", count).format(n=count))
        button.clicked.connect(partial(self._show_whole, kind))
        return button

    def _show_whole(self, kind: DueKind) -> None:
        self._whole |= {kind}
        if self._today is not None:
            self._fill(self._today)

    def _show_empty(self, today: Today) -> None:
        self.cards.begin()
        self.cards.finish()
        self.empty.say(
            _("Nothing needs you today."),
            _("What has a day shows up here when its day comes. There is nothing to keep up with."),
            [(_("&Look at your networks"), self.networks_wanted.emit)],
        )
        self.ahead.begin()
        self._add_ahead(self.ahead, today)
        self.ahead.finish()
        self.ahead.setVisible(bool(today.ahead or today.put_off))
        self.stack.setCurrentWidget(self._quiet)

    def _add_ahead(self, column: CardColumn, today: Today) -> None:
        if today.ahead:
            column.heading(_("What lies ahead"))
            for due in today.ahead:
                column.say(ahead_line(due, today.day))
        if today.put_off:
            text = ngettext(
                "You put {n} thing off.", "You put {n} things off.", today.put_off
            ).format(n=number(today.put_off))
            column.say(text)
            again = QPushButton(_("Show what you put o&ff"))
            again.setFlat(True)
            again.clicked.connect(self.acts.show_put_off)
            column.place(again)


def _by_kind(cards: Sequence[Card]) -> list[tuple[DueKind, list[Card]]]:
    """The cards by kind, in the order of `DueKind`; what needs an act stands first."""
    kinds = list(DueKind)
    ordered = sorted(cards, key=lambda c: (not c.due.counts, kinds.index(c.due.kind), c.due.day))
    return [(kind, list(group)) for kind, group in groupby(ordered, key=lambda c: c.due.kind)]


def _read(workspace: Workspace, _progress: Progress) -> Today:
    return look_up(workspace)
