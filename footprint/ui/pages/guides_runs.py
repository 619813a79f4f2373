"""The person's own guides: a list in sections, and the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.run import OVER, Run
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.guiding import RunSummary
from footprint.services.workspace import Workspace
from footprint.ui.guide_starting import GuideStarter
from footprint.ui.messages import Kind, Messages
from footprint.ui.models.guides import RunRow, RunsModel, rows_of, title_of
from footprint.ui.pages import guides_telling
from footprint.ui.pages.guides_files import KeptFiles
from footprint.ui.pages.guides_story import RunDetail
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.placeholder import Placeholder
from footprint.ui.widgets.section_table import SectionTable
from footprint.ui.widgets.split_view import SplitView

T = TypeVar("T")


class RunsView(QWidget):
    """Shows the runs it is given; acts on them are written here."""

    start_wanted = Signal()

    def __init__(
        self, tasks: Tasks, messages: Messages, starter: GuideStarter, naming: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._tasks = tasks
        self._messages = messages
        self._starter = starter
        self._summaries: Sequence[RunSummary] = ()
        self._text = ""
        self.model = RunsModel(self)
        self.table = SectionTable(self.model, _("Your guides"))
        self.detail = RunDetail(naming)
        self.files = KeptFiles(tasks, messages, self)
        self.chosen_none = Placeholder()
        self.chosen_none.say(_("Choose a guide to see what is next."))
        self.pane = QStackedWidget()
        self.pane.addWidget(self.chosen_none)
        self.pane.addWidget(self.detail)
        self.split = SplitView("guides", self.table, self.pane)
        self.empty = Placeholder()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self.show_chosen)
        self._connect()

    def _connect(self) -> None:
        self.table.chosen.connect(self._settle.start)
        self.table.opened.connect(self.open_chosen)
        self.table.menu_wanted.connect(self._show_menu)
        self.detail.resume_wanted.connect(self.resume)
        self.detail.pause_wanted.connect(self.pause)
        self.detail.give_up_wanted.connect(self.give_up)
        self.detail.remove_wanted.connect(self.remove)
        self.detail.picture_wanted.connect(self.files.show)
        self.detail.copy_wanted.connect(self.files.ask_where)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def row(self) -> RunRow | None:
        """The run that is chosen."""
        rows = self.table.chosen_rows()
        return rows[0] if rows else None

    def put(self, summaries: Sequence[RunSummary]) -> None:
        """Show these runs; the chosen one stays chosen where it can."""
        self._summaries = summaries
        self._fill()
        if self.row is None:
            first = next((row for row in self.model.rows if isinstance(row, RunRow)), None)
            if first is not None:
                self.table.choose([first.summary.id], first.summary.id)
        self.show_chosen()

    def search(self, text: str) -> None:
        """Show only the runs in which these words occur."""
        self._text = text
        self._fill()

    def _fill(self) -> None:
        today = self._tasks.now(lambda w: w.reminding.today())
        self.model.put(rows_of(self._summaries, today, self._text))
        if self.model.rowCount():
            self.stack.setCurrentWidget(self.split)
            return
        self.stack.setCurrentWidget(self.empty)
        if self._summaries:
            hint = _("Search for something else, or clear the search.")
            self.empty.say(_("Nothing matches."), hint)
            return
        self.empty.say(
            _("You have not begun a guide yet."),
            _(
                "A guide walks you out of a service one step at a time. You can stop at any step "
                "and go on another day."
            ),
            [(_("&Start a guide…"), self.start_wanted.emit)],
        )

    @Slot()
    def show_chosen(self) -> None:
        """Let the pane show what is chosen."""
        row = self.row
        story = None
        if row is not None:
            run_id = row.summary.id
            story = self._tried(lambda w: guides_telling.look_up(w, run_id))
        if row is None or story is None:
            self.pane.setCurrentWidget(self.chosen_none)
            return
        self.detail.show_story(row, story)
        self.pane.setCurrentWidget(self.detail)

    # --- what the person does ----------------------------------------------------------------

    @Slot()
    def open_chosen(self) -> None:
        """Enter: go on with it; of a finished one, read its story."""
        row = self.row
        if row is not None and row.summary.run.ended_at is not None:
            self.detail.sections.setFocus()
        else:
            self.resume()

    @Slot()
    def resume(self) -> None:
        """Go on with the chosen run."""
        if self.row is not None:
            self._starter.resume(self.row.summary.id)

    @Slot()
    def pause(self) -> None:
        """Put the chosen run aside."""
        self._change(lambda w, run: w.guiding.pause(run), _("{guide} is put aside."))

    @Slot()
    def give_up(self) -> None:
        """Give the chosen run up; what was done stays noted."""
        self._change(lambda w, run: w.guiding.abandon(run), _("{guide} is given up."))

    def _change(self, act: Callable[[Workspace, Run], object], told: str) -> None:
        row = self.row
        if row is None:
            return
        run_id = row.summary.id
        if self._tried(lambda w: act(w, w.guiding.run(run_id))) is not None:
            text = told.format(guide=title_of(row.summary))
            undo = partial(self._take_up, run_id)
            self._messages.say(text, kind=Kind.DONE, action=(_("&Undo"), undo))

    def _take_up(self, run_id: int) -> None:
        self._tried(lambda w: w.guiding.resume_abandoned(w.guiding.run(run_id)))

    @Slot()
    def remove(self) -> None:
        """Take the chosen run off the list, with a way back."""
        row = self.row
        if row is None:
            return
        run_id = row.summary.id
        removed = self._tried(lambda w: w.guiding.remove(run_id))
        if removed is not None:
            text = _("{guide} is off your list, with its notes.")
            self._messages.say(
                text.format(guide=title_of(row.summary)),
                hint=_("What you gave away and what you saw there stays noted."),
                kind=Kind.DONE,
                action=(_("&Undo"), lambda: self._tried(lambda w: w.guiding.put_back(removed))),
            )

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        row = self.row
        if row is None:
            return
        menu = QMenu(self)
        state = row.summary.run.state
        if self.detail.resume.isVisibleTo(self.detail):
            menu.addAction(self.detail.resume.text(), QKeySequence("Return"), self.resume)
        if self.detail.pause.isVisibleTo(self.detail):
            menu.addAction(_("&Put aside"), self.pause)
        if state not in OVER:
            menu.addAction(_("&Give up"), self.give_up)
        menu.addAction(_("Re&move from the list"), self.remove)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _tried(self, act: Callable[[Workspace], T]) -> T | None:
        """What `act` gives; None when it was refused, which is then said."""
        try:
            return self._tasks.now(act)
        except FootprintError as error:
            self._messages.say(error.title, hint=error.hint, kind=Kind.ERROR)
            return None
