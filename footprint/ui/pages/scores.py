"""The Scores page: your scores, their timeline with events, and what explains each change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.changes import Changes, Kind
from footprint.domain.score import Score
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.messages import Messages
from footprint.ui.pages.page import Page
from footprint.ui.pages.scores_about import ScoreHeading, about_of
from footprint.ui.pages.scores_entering import Entering
from footprint.ui.pages.scores_events import EventActs
from footprint.ui.pages.scores_export import Exporting
from footprint.ui.pages.scores_filing import Filing
from footprint.ui.pages.scores_head import ScoresHead
from footprint.ui.pages.scores_list import ScoreList, rows_of
from footprint.ui.pages.scores_loading import Loaded, loading
from footprint.ui.pages.scores_mending import Mending
from footprint.ui.pages.scores_pane import ExplainPane
from footprint.ui.pages.scores_pressing import ChartPressing
from footprint.ui.pages.scores_side import SidePane
from footprint.ui.pages.scores_timeline import Timeline
from footprint.ui.pages.scores_writing import Writing
from footprint.ui.tasks import Task, Tasks
from footprint.ui.widgets.placeholder import Placeholder

# Below so many lines' heights of width the list stands above the timeline.
_NARROW = 46


class ScoresPage(Page):
    """Scores on the left, their timeline on the right, below it what explains it."""

    def __init__(self, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new_text = _("&Record a reading…")
        self._tasks = tasks
        self._stale = True
        self._loading: Task | None = None
        writing = Writing(tasks, messages, self)
        self.mending = Mending(writing)
        self.events = EventActs(writing)
        self.filing = Filing(writing, self.events)
        self.entering = Entering(writing, self.mending)
        self.list = ScoreList(tasks)
        self.heading = ScoreHeading(self.filing)
        self.timeline = Timeline(tasks)
        self.pressing = ChartPressing(self.timeline, self.events)
        self.pane = ExplainPane()
        self.side = SidePane(tasks, self.timeline, self.pane)
        self.side.reading_acts = self.mending.acts
        self.side.event_acts = self.events.acts
        self.exporting = Exporting(tasks, messages, self.timeline, self)
        self._place()
        self._connect_head()
        self._connect()

    def _place(self) -> None:
        self.head = ScoresHead(self.exporting.menu)
        self._content = QSplitter(Qt.Orientation.Horizontal)
        self._content.setObjectName("scores")
        self._content.setChildrenCollapsible(False)
        self._content.addWidget(self.list)
        self._content.addWidget(self._right())
        self._content.setStretchFactor(1, 1)
        width = self.fontMetrics().averageCharWidth()
        self._content.setSizes([width * 36, width * 120])
        self.notice = Placeholder()
        self.notice.say(_("Reading what is known…"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.notice)
        self.stack.addWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(16)
        whole.addWidget(self.head)
        whole.addWidget(self.stack, 1)

    def _right(self) -> QWidget:
        both = QSplitter(Qt.Orientation.Vertical)
        both.setObjectName("scores_timeline")
        both.setChildrenCollapsible(False)
        both.addWidget(self.timeline)
        both.addWidget(self.pane)
        self.pane.setMinimumHeight(self.fontMetrics().height() * 4)
        both.setSizes([1200, 1000])
        both.setStretchFactor(0, 1)
        both.setStretchFactor(1, 1)
        right = QWidget()
        column = self._right_column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(both, 1)
        return right

    def _connect_head(self) -> None:
        self.head.record.clicked.connect(self.new_thing)
        self.head.score_wanted.connect(self.entering.add_score)
        self.head.event_wanted.connect(self.events.add)
        self.head.paste_wanted.connect(self._paste)
        self.head.table_wanted.connect(self._choose_table)
        self.head.back_wanted.connect(self.filing.bring_back)
        self.head.menu_shown.connect(self._offer_back)
        self.head.search.textChanged.connect(self._search)
        self.head.search.returnPressed.connect(self.list.setFocus)

    def _connect(self) -> None:
        self.list.chosen.connect(self._look)
        self.list.opened.connect(self.new_thing)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.timeline.known_on_changed.connect(self._look)
        self.timeline.record_wanted.connect(self.new_thing)
        self.timeline.menu_wanted.connect(self.mending.show_menu)
        self.entering.score_added.connect(self._show_score)
        self.filing.brought_back.connect(self._show_score)
        self.filing.record_wanted.connect(self.new_thing)

    # --- what the window asks of a page ------------------------------------------------------

    def activate(self) -> None:
        """Read what changed since the page was seen last."""
        if self._stale:
            QTimer.singleShot(0, self, self.load)

    def refresh(self, changes: Changes) -> None:
        """Read again what was written, now if the page is seen."""
        if changes.touches(Kind.SCORES, Kind.READINGS, Kind.EVENTS, Kind.IMPORTS):
            self._stale = True
            if self.isVisible():
                self.load()

    def search_field(self) -> QLineEdit:
        """The field above the list."""
        return self.head.search

    @Slot()
    def new_thing(self) -> None:
        """Record a reading of the chosen score; without one add a score first."""
        score = self.score
        if score is None:
            self.entering.add_score()
        else:
            self.entering.record(score)

    @property
    def score(self) -> Score | None:
        """The score the keyboard is on."""
        rows = self.list.chosen_rows
        return rows[0].score if rows else None

    # --- reading -----------------------------------------------------------------------------

    @Slot()
    def load(self) -> None:
        """Read the scores, and what is chosen of them."""
        try:
            rows = self._tasks.now(rows_of)
        except FootprintError as error:
            self.notice.say(error.title, error.hint, [(_("Try a&gain"), self.load)])
            self.stack.setCurrentWidget(self.notice)
            return
        self._stale = False
        self.list.blockSignals(True)
        self.list.put(rows)
        self.list.blockSignals(False)
        self.head.show_full(full=bool(rows))
        if rows:
            self._show_found()
            self._look()
        else:
            self._welcome()

    @Slot(str)
    def _search(self, text: str) -> None:
        self.list.search(text)
        if self.list.scores:
            self._show_found()

    def _show_found(self) -> None:
        """The timeline, or a word where the search leaves no score."""
        found = bool(self.list.rows_model.rows)
        self.stack.setCurrentWidget(self._content if found else self.notice)
        if not found:
            clear = (_("&Clear the search"), self.head.search.clear)
            self.notice.say(_("No score is called that."), "", [clear])

    def _welcome(self) -> None:
        self.stack.setCurrentWidget(self.notice)
        self.notice.say(
            _("Keep the scores that others give you."),
            _(
                "What you record stays as it is, so that nobody can tell you afterwards that it "
                "was different. Begin with one score; the timeline grows from there."
            ),
            [(_("Add a &score…"), self.entering.add_score)],
        )

    @Slot()
    def _look(self) -> None:
        """Load the chosen scores; what was asked for before is no longer wanted."""
        rows = self.list.chosen_rows
        if self._loading is not None:
            self._loading.cancel()
        if not rows:
            return
        scores = [row.score for row in rows]
        self.events.know(self.list.scores, scores[0])
        about = self._tasks.now(partial(about_of, scores=scores, due=rows[0].summary.due))
        self.heading.say(about)
        work = loading([score.id for score in scores], self.timeline.as_known_on)
        self._loading = self._tasks.start(work, done=self._loaded, failed=self._not_loaded)

    @Slot(object)
    def _loaded(self, loaded: Sequence[Loaded]) -> None:
        self._loading = None
        shown = [each.score.id for each in self.timeline.loaded]
        self.timeline.put(loaded)
        self.side.renew(same=shown == [each.score.id for each in loaded])

    @Slot(object)
    def _not_loaded(self, error: FootprintError) -> None:
        self._loading = None
        self.timeline.fail(error)
        self.pane.say(error.title, error.hint)

    # --- what the person does ----------------------------------------------------------------

    @Slot(int)
    def _show_score(self, score_id: int) -> None:
        self.head.search.clear()
        self.load()
        self.list.choose([score_id])
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _paste(self) -> None:
        self.entering.paste(self.score) if self.score else self.entering.add_score()

    @Slot()
    def _choose_table(self) -> None:
        if self.score is None:
            self.entering.add_score()
        else:
            self.entering.choose_table(self.list.scores, self.score)

    @Slot()
    def _offer_back(self) -> None:
        self.head.offer_back(away=self.filing.away)

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        rows = self.list.chosen_rows
        if rows:
            here = self.list.visualRect(self.list.currentIndex())
            place = at if here.contains(at) else here.center()
            where = self.list.viewport().mapToGlobal(place)
            self.filing.show_menu(rows[0].score, where, due=rows[0].summary.due)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list stands above the timeline."""
        super().resizeEvent(event)
        narrow = event.size().width() < self.fontMetrics().height() * _NARROW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        self.heading.fold(narrow=narrow)
        if self._content.orientation() is not wanted:
            self._right_column.setContentsMargins(0 if narrow else 8, 0, 0, 0)
            self._content.setOrientation(wanted)
            line = self.fontMetrics().height()
            room = (line * 6, event.size().height()) if narrow else (line * 14, line * 48)
            self._content.setSizes([*room])
