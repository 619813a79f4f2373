"""The Catalogue page: every service we know of, what it is, how hard leaving is, its guides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.changes import Changes, Kind
from footprint.domain.playbook import Playbook
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.guide_starting import GuideStarter
from footprint.ui.messages import Kind as Tone
from footprint.ui.messages import Messages
from footprint.ui.models import catalogue_facts
from footprint.ui.models.catalogue import CatalogueModel, ServiceRow, passing, row_of, rows_of
from footprint.ui.models.guides_offered import about_apps
from footprint.ui.pages.catalogue_detail import ServiceDetail
from footprint.ui.pages.catalogue_head import CatalogueHead
from footprint.ui.pages.page import Page
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.placeholder import Placeholder
from footprint.ui.widgets.split_view import SplitView
from footprint.ui.widgets.table import Table

# While an arrow key is held down or a search is typed, the detail waits until the list rests.
_SETTLE_MS = 80
Guides = Mapping[str, Sequence[Playbook]]


class CataloguePage(Page):
    """A list and the chosen service beside it. Services come first, their guides a moment later."""

    apps_wanted = Signal(str)  # the service whose apps have to be chosen first

    def __init__(
        self, tasks: Tasks, messages: Messages, parent: QWidget | None = None,
        *, starter: GuideStarter | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._tasks = tasks
        self._messages = messages
        self._starter = starter or GuideStarter(tasks, messages, self)
        self._asked = False
        self._rows: Sequence[ServiceRow] = ()
        self._guides: Guides | None = None
        self._shown: object = None
        self.model = CatalogueModel(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._place()
        self._connect()

    def _place(self) -> None:
        self.head = CatalogueHead()
        self.table = Table(self.model, _("Services"))
        self.detail = ServiceDetail()
        self.split = SplitView("catalogue", self.table, self.detail)
        self.notice = Placeholder()
        self.notice.say(_("Reading the catalogue…"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.notice)
        self.stack.addWidget(self.split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 16, 16, 16)
        whole.setSpacing(16)
        whole.addWidget(self.head)
        whole.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.head.changed.connect(self._fill)
        self.head.search.returnPressed.connect(self.table.enter)
        self.table.chosen.connect(self._settle.start)
        self.table.opened.connect(self._enter_detail)
        self.detail.guide_wanted.connect(self._start)
        self._settle.timeout.connect(self.show_chosen)

    # --- what the window asks of a page ------------------------------------------------------

    def activate(self) -> None:
        """Read the catalogue when it is first seen."""
        if not self._asked:
            self.load()

    def refresh(self, changes: Changes) -> None:
        """What the person has to do with a service changed: say so in list and detail."""
        if self._rows and changes.touches(Kind.STANDINGS, Kind.RUNS, Kind.ACCOUNTS, Kind.GRANTS):
            states = self._tasks.now(lambda w: w.standing.states())
            self._rows = [row_of(row.service, states) for row in self._rows]
            self._shown = None
            self._fill()

    def search_field(self) -> QLineEdit:
        """The field above the list."""
        return self.head.search

    # --- reading -----------------------------------------------------------------------------

    @Slot()
    def load(self) -> None:
        """Read everything in the background: the services, then the guides."""
        self._asked = True
        self.notice.say(_("Reading the catalogue…"))
        self.stack.setCurrentWidget(self.notice)
        self._tasks.start(_read_services, done=self._loaded, failed=self._failed)
        self._tasks.start(_read_guides, done=self._loaded_guides, failed=self._failed)

    @Slot(object)
    def _loaded(self, rows: Sequence[ServiceRow]) -> None:
        self._rows = rows
        self._fill()

    @Slot(object)
    def _loaded_guides(self, guides: Guides) -> None:
        self._guides = guides
        self._shown = None
        self._settle.start()

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        """A file that is broken is named; without guides the services still stand."""
        if self._rows:
            self._guides = {}
            self._messages.say(error.title, hint=error.hint, kind=Tone.ERROR)
            return
        self._asked = False
        self.notice.say(error.title, error.hint, [(_("Try again"), self.load)])
        self.stack.setCurrentWidget(self.notice)

    # --- showing -----------------------------------------------------------------------------

    @Slot()
    def _fill(self) -> None:
        if not self._rows:
            return
        found = passing(self._rows, self.head.narrowing)
        self.model.put(found)
        self.head.say_count(len(found))
        if not found:
            hint = _("Search for something else, or clear the search and the filters.")
            clear = (_("&Clear search and filters"), self.head.clear)
            self.notice.say(_("Nothing matches."), hint, [clear])
            self.stack.setCurrentWidget(self.notice)
            return
        self.stack.setCurrentWidget(self.split)
        if not self.table.chosen_rows():
            first = found[0].service.id
            self.table.choose([first], first)
        self._settle.start()

    @Slot()
    def show_chosen(self) -> None:
        """Let the detail show the chosen service."""
        rows: list[ServiceRow] = self.table.chosen_rows()
        if not rows:
            return
        row = rows[0]
        service_id = row.service.id
        if self._shown == (service_id, row.standing):
            return
        self._shown = (service_id, row.standing)
        guides = None if self._guides is None else self._guides.get(service_id, ())
        mine = self._tasks.now(lambda w: catalogue_facts.look_up(w, service_id))
        self.detail.show_service(row, mine, guides)

    def show_service(self, service_id: str) -> None:
        """Choose a service in the list."""
        self.head.clear()
        self.model.load(len(self._rows))
        self.table.choose([service_id], service_id)

    @Slot()
    def _enter_detail(self) -> None:
        """Enter: to the first guide of the service."""
        self.show_chosen()
        if self.detail.guide_buttons:
            self.detail.guide_buttons[0].setFocus()

    # --- starting ----------------------------------------------------------------------------

    @Slot(object)
    def _start(self, guide: Playbook) -> None:
        if about_apps(guide):
            self.apps_wanted.emit(guide.service or "")
            return
        accounts = self._starter.accounts_at(guide.service)
        if len(accounts) < 2:
            only = accounts[0].id if accounts else None
            self._starter.start(guide.id, account_id=only)
            return
        menu = QMenu(self)
        for account in accounts:
            label = plain(account.label or _("(no name)"), limit=60).replace("&", "&&")
            menu.addAction(label, partial(self._starter.start, guide.id, account_id=account.id))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.detail.mapToGlobal(self.detail.rect().center()))


def _read_services(workspace: Workspace, _progress: Progress) -> list[ServiceRow]:
    return rows_of(workspace)


def _read_guides(workspace: Workspace, _progress: Progress) -> Guides:
    by_service: dict[str, list[Playbook]] = defaultdict(list)
    for playbook in workspace.guides.all():
        by_service[playbook.service or ""].append(playbook)
    return by_service
