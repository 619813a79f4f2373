"""The guides there are: search them, read what one does, start it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.guide_starting import GuideStarter
from footprint.ui.models.guides_offered import Offer, OffersModel, matching, offers_of
from footprint.ui.tasks import Task, Tasks
from footprint.ui.widgets.guide_detail import GuideDetail
from footprint.ui.widgets.placeholder import Placeholder
from footprint.ui.widgets.split_view import SplitView
from footprint.ui.widgets.table import Table


class OffersView(QWidget):
    """Reads every guide in the background when it is first seen."""

    apps_wanted = Signal(str)

    def __init__(self, tasks: Tasks, starter: GuideStarter) -> None:
        super().__init__()
        self._tasks = tasks
        self._starter = starter
        self._task: Task | None = None
        self._offers: Sequence[Offer] = ()
        self._text = ""
        self.model = OffersModel(self)
        self.table = Table(self.model, _("Guides"))
        self.detail = GuideDetail()
        self.detail.start_wanted.connect(self._start)
        self.detail.apps_wanted.connect(self.apps_wanted)
        self.split = SplitView("guides_offered", self.table, self.detail)
        self.notice = Placeholder()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.notice)
        self.stack.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._settle = QTimer(self, singleShot=True, interval=40)
        self._settle.timeout.connect(self.show_chosen)
        self.table.chosen.connect(self._settle.start)
        self.table.opened.connect(self.detail.begin)

    def load(self) -> None:
        """Read the guides, once."""
        if self._offers or self._task is not None:
            return
        self.notice.say(_("Reading the guides…"))
        self._task = self._tasks.start(_read, done=self._loaded, failed=self._failed)

    @Slot(object)
    def _loaded(self, offers: Sequence[Offer]) -> None:
        self._task = None
        self._offers = offers
        self._fill()

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._task = None
        self.notice.say(error.title, error.hint, [(_("Try again"), self.load)])

    def search(self, text: str) -> None:
        """Show only the guides in which these words occur."""
        self._text = text
        if self._offers:
            self._fill()

    def _fill(self) -> None:
        found = matching(self._offers, self._text)
        self.model.put(found)
        if not found:
            self.notice.say(
                _("No guide matches."),
                _("Search for the name of a service, or for what you want: delete, download."),
            )
            self.stack.setCurrentWidget(self.notice)
            return
        self.stack.setCurrentWidget(self.split)
        if not self.table.chosen_rows():
            first = found[0].playbook.id
            self.table.choose([first], first)
        self._settle.start()

    @Slot()
    def show_chosen(self) -> None:
        """Let the pane show the chosen guide."""
        offers: list[Offer] = self.table.chosen_rows()
        if offers:
            accounts = self._starter.accounts_at(offers[0].playbook.service)
            self.detail.show_offer(offers[0], accounts)

    @Slot(str, object)
    def _start(self, playbook_id: str, account_id: int | None) -> None:
        self._starter.start(playbook_id, account_id=account_id)


def _read(workspace: Workspace, _progress: Progress) -> list[Offer]:
    return offers_of(workspace)
