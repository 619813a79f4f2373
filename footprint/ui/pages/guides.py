"""The Guides page: your guides and what is next in each, the guides there are, your corrections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.changes import Changes, Kind
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.guiding import RunSummary
from footprint.services.workspace import Workspace
from footprint.ui.guide_starting import GuideStarter
from footprint.ui.messages import Messages
from footprint.ui.pages.guides_corrections import CorrectionsView
from footprint.ui.pages.guides_head import GuidesHead
from footprint.ui.pages.guides_offered import OffersView
from footprint.ui.pages.guides_runs import RunsView
from footprint.ui.pages.networks_naming import Names
from footprint.ui.pages.page import Page
from footprint.ui.tasks import Task, Tasks
from footprint.ui.widgets.placeholder import Placeholder

YOURS, OFFERED, CORRECTIONS = range(3)


class GuidesPage(Page):
    """Three views under one search field."""

    apps_wanted = Signal(str)  # the service whose apps have to be chosen first

    def __init__(
        self, tasks: Tasks, messages: Messages, parent: QWidget | None = None,
        *, starter: GuideStarter | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.new_text = _("&Start a guide…")
        self._tasks = tasks
        self._stale = True
        self._task: Task | None = None
        starter = starter or GuideStarter(tasks, messages, self)
        self.runs = RunsView(tasks, messages, starter, Names(tasks))
        self.offers = OffersView(tasks, starter)
        self.corrections = CorrectionsView(tasks, messages)
        self._place()
        self._connect()

    def _place(self) -> None:
        self.head = GuidesHead()
        self.notice = Placeholder()
        self.notice.say(_("Reading your guides…"))
        self.stack = QStackedWidget()
        for view in (self.notice, self.runs, self.offers, self.corrections):
            self.stack.addWidget(view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(16)
        whole.addWidget(self.head)
        whole.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.head.views.chosen.connect(self._turn)
        self.head.search.textChanged.connect(self._searched)
        self.head.search.returnPressed.connect(self._enter_list)
        self.runs.start_wanted.connect(self.new_thing)
        self.offers.apps_wanted.connect(self.apps_wanted)

    # --- what the window asks of a page ------------------------------------------------------

    def activate(self) -> None:
        """Read what changed since the page was seen last."""
        if self._stale:
            QTimer.singleShot(0, self, self.load)

    def refresh(self, changes: Changes) -> None:
        """Read again what was written, now if the page is seen."""
        if changes.touches(Kind.OVERRIDES) and self.place == CORRECTIONS:
            self.corrections.load()
        if changes.touches(Kind.RUNS, Kind.OVERRIDES, Kind.STANDINGS):
            self._stale = True
            if self.isVisible():
                self.load()

    def search_field(self) -> QLineEdit:
        """The field above what is shown."""
        return self.head.search

    @Slot()
    def new_thing(self) -> None:
        """Search for a guide to start."""
        self.show_view(OFFERED)
        self.head.search.setFocus()

    @property
    def place(self) -> int:
        """Which of the three views is shown."""
        return next(n for n, b in enumerate(self.head.views.buttons) if b.isChecked())

    def show_view(self, place: int) -> None:
        """Turn to one of the three views."""
        self.head.views.buttons[place].setChecked(True)

    def show_run(self, run_id: int) -> None:
        """Choose a run in the list."""
        self.show_view(YOURS)
        self.runs.table.choose([run_id], run_id)

    # --- reading -----------------------------------------------------------------------------

    @Slot()
    def load(self) -> None:
        """Read the runs in the background; what is shown stays until they are there."""
        self._stale = False
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.start(_read, done=self._loaded, failed=self._failed)

    @Slot(object)
    def _loaded(self, summaries: Sequence[RunSummary]) -> None:
        self._task = None
        self.runs.put(summaries)
        if self.place == YOURS:
            self.stack.setCurrentWidget(self.runs)

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._task, self._stale = None, True
        self.notice.say(error.title, error.hint, [(_("Try again"), self.load)])
        if self.place == YOURS:
            self.stack.setCurrentWidget(self.notice)

    # --- what the person does ----------------------------------------------------------------

    @property
    def _view(self) -> RunsView | OffersView | CorrectionsView:
        return (self.runs, self.offers, self.corrections)[self.place]

    @Slot(int)
    def _turn(self, place: int) -> None:
        self.head.say(place)
        if place == OFFERED:
            self.offers.load()
        elif place == CORRECTIONS:
            self.corrections.load()
        self._searched()
        self.stack.setCurrentWidget(self._view)

    @Slot()
    def _searched(self) -> None:
        self._view.search(self.head.search.text())

    @Slot()
    def _enter_list(self) -> None:
        """From the search straight to what it found."""
        self._view.table.enter()


def _read(workspace: Workspace, _progress: Progress) -> list[RunSummary]:
    return workspace.guiding.runs()
