"""The Networks page: your accounts, the apps let into each, what each may do, and how we know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.changes import Changes, Kind
from footprint.domain.grant import ENDED_STATES
from footprint.domain.section import Section
from footprint.domain.service import Service
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.messages import Messages
from footprint.ui.opening import open_url
from footprint.ui.pages.networks_account_head import AccountHead, is_of
from footprint.ui.pages.networks_accounts import AccountList
from footprint.ui.pages.networks_adding import AddingByHand
from footprint.ui.pages.networks_apps import AppsTab
from footprint.ui.pages.networks_empty import Words, no_grants
from footprint.ui.pages.networks_facts import connected_apps
from footprint.ui.pages.networks_head import PageHead
from footprint.ui.pages.networks_naming import Names
from footprint.ui.pages.networks_sections import SectionPages
from footprint.ui.pages.networks_tabs import SectionTabs
from footprint.ui.pages.page import Page
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.placeholder import Action, Placeholder

if TYPE_CHECKING:
    from footprint.ui.pages.welcome import Welcome

# Below so many lines' heights of width the accounts fold into a drop-down list.
_NARROW = 46


class NetworksPage(Page):
    """Accounts on the left, what is known of the chosen one on the right.

    What was written elsewhere is read again when the page is seen, not before.
    """

    files_wanted = Signal()
    folder_wanted = Signal()
    dropped = Signal(object)  # list[Path]

    def __init__(self, tasks: Tasks, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new_text = _("&Add by hand…")
        self._tasks = tasks
        self._names = Names(tasks)
        self._stale = True
        self.adding = AddingByHand(tasks, messages, self._names, self)
        self.accounts = AccountList(self._names)
        self.apps = AppsTab(tasks, messages, self._names)
        self.apps.list.explain = self._explain
        self._welcome: Welcome | None = None
        self._place()
        self._connect()

    def _place(self) -> None:
        self.head = PageHead(_("Networks"))
        self.account_head = AccountHead(self.accounts.narrow, self._names)
        self.account_head.fill_leaving = self.apps.fill_leaving
        self.tabs = SectionTabs()
        self.sections = SectionPages(self.apps, self._tasks, self._names)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.account_head)
        column.addWidget(self.tabs)
        column.addWidget(self.sections, 1)
        self._content = QSplitter(Qt.Orientation.Horizontal)
        self._content.addWidget(self.accounts)
        self._content.addWidget(right)
        self._content.setObjectName("networks")
        self._content.setChildrenCollapsible(False)
        self._content.setStretchFactor(1, 1)
        width = self.fontMetrics().horizontalAdvance("0")
        self.accounts.setMinimumWidth(width * 24)
        self._content.setSizes([width * 28, width * 120])
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

    def _connect(self) -> None:
        self.head.search.textChanged.connect(self._searched)
        self.head.search.returnPressed.connect(self._enter_list)
        self.head.account_wanted.connect(self.adding.ask_account)
        self.head.app_wanted.connect(self.add_app)
        self.accounts.chosen.connect(self._look)
        self.tabs.currentChanged.connect(self._look_at_section)
        self.adding.account_added.connect(self._account_added)
        self.adding.app_added.connect(self.show_grant)

    # --- what the window asks of a page ------------------------------------------------------

    def activate(self) -> None:
        """Read what changed since the page was seen last."""
        if self._stale:
            # The window shows itself first, with the sentence that something is being read.
            QTimer.singleShot(0, self, self.load)

    def refresh(self, changes: Changes) -> None:
        """Read again what was written, now if the page is seen."""
        concerned = (Kind.ACCOUNTS, Kind.GRANTS, Kind.LISTINGS, Kind.IMPORTS)
        if changes.touches(*concerned):
            self._stale = True
            if self.isVisible():
                self.load()
        elif changes.touches(Kind.DECISIONS) and not self._stale:
            self.apps.refresh()
        if changes.touches(Kind.RUNS, Kind.IMPORTS):
            self.apps.leaving.load()

    def search_field(self) -> QLineEdit:
        """The field above the list."""
        return self.head.search

    @Slot()
    def new_thing(self) -> None:
        """Let the person choose what to add."""
        self.head.add.showMenu()

    # --- reading -----------------------------------------------------------------------------

    @Slot()
    def load(self) -> None:
        """Read accounts and what is chosen; place and selection stay."""
        try:
            summaries = self._tasks.now(lambda w: w.seeing.accounts())
        except FootprintError as error:
            self.notice.say(error.title, error.hint, [(_("Try again"), self.load)])
            self.stack.setCurrentWidget(self.notice)
            return
        self._stale = False
        self.accounts.blockSignals(True)
        self.accounts.put(summaries)
        self.accounts.blockSignals(False)
        if summaries:
            self.stack.setCurrentWidget(self._content)
            self._look(again=True)
        else:
            self._show_welcome()
        for part in (self.head.search, self.head.add):
            part.setVisible(bool(summaries))
        # Nobody sees a difference before the list is drawn.
        QTimer.singleShot(0, self.apps, self.apps.begin_leaving)

    def _show_welcome(self) -> None:
        if self._welcome is None:
            from footprint.ui.pages.welcome import Welcome  # noqa: PLC0415 - seldom shown

            self._welcome = Welcome(self._tasks)
            self._welcome.files_wanted.connect(self.files_wanted)
            self._welcome.folder_wanted.connect(self.folder_wanted)
            self._welcome.dropped.connect(self.dropped)
            self._welcome.account_wanted.connect(self.adding.ask_account)
            self.stack.addWidget(self._welcome)
        self.stack.setCurrentWidget(self._welcome)

    @Slot()
    def _look(self, *, again: bool = False) -> None:
        """Look at the chosen account; `again`: at the same things as before."""
        row, summary = self.accounts.row, self.accounts.summary
        if row is None:
            return
        account_id = summary.account.id if summary else None
        newest, network = None, None
        if summary is not None:
            imports = self._tasks.now(lambda w: w.seeing.imports())
            mine = [i for i in imports if i.undone_at is None and is_of(i, summary.account)]
            newest = max(mine, key=lambda i: i.as_of, default=None)
            network = self._network()
        self.account_head.say(summary, newest, connected_apps(network))
        counts = dict(self._tasks.now(lambda w: w.seeing.section_counts(account_id)))
        counts[Section.GRANTS] = row.live
        self.tabs.put(counts)
        self._look_at_section(again=again)

    @Slot()
    def _look_at_section(self, *, again: bool = False) -> None:
        section, summary = self.tabs.section, self.accounts.summary
        account_id = summary.account.id if summary else None
        text = self.head.search.text()
        self.head.say(section)
        if section is Section.GRANTS:
            self.sections.setCurrentWidget(self.apps)
            view = replace(self.apps.list.view, account_id=account_id, text=text)
            self.apps.look(view, again=again)
            return
        tab = self.sections.listings(section)
        self.sections.setCurrentWidget(tab)
        tab.look(account_id, text, told=self.tabs.told(section), again=again)

    def _network(self) -> Service | None:
        summary = self.accounts.summary
        return self._names.service(summary.account.network) if summary else None

    # --- what the person does ----------------------------------------------------------------

    @Slot()
    def _searched(self) -> None:
        if self.accounts.row is not None:
            self._look_at_section()

    @Slot()
    def _enter_list(self) -> None:
        """From the search straight to what it found."""
        section = self.tabs.section
        shown = self.apps.list if section is Section.GRANTS else self.sections.listings(section)
        shown.table.enter()

    @Slot()
    def add_app(self) -> None:
        """Add an app to the account that is looked at."""
        summary = self.accounts.summary
        self.adding.ask_app(summary.account.id if summary else None)

    @Slot(int)
    def _account_added(self, account_id: int) -> None:
        self.accounts.choose(account_id)

    def show_network(self, service: str) -> None:
        """Look at the apps of an account at this network, of all where there is none."""
        if self._stale:
            self.load()
        mine = [s.account.id for s in self.accounts.summaries if s.account.network == service]
        self.tabs.setCurrentIndex(0)
        self.accounts.choose(mine[0] if mine else None)
        self.apps.list.table.enter()

    @Slot(int)
    def show_grant(self, grant_id: int) -> None:
        """Show one grant in its list, with its detail."""
        if self._stale:
            self.load()
        grant = self._tasks.now(lambda w: w.seeing.grant(grant_id))
        if grant is None:
            return
        if grant.state in ENDED_STATES and not self.apps.list.view.shows_ended:
            self.apps.list.toggle_folded()
        self.tabs.setCurrentIndex(0)
        self.head.search.clear()
        self.accounts.choose(grant.account_id)
        self.apps.show_grant(grant_id)

    @Slot()
    def clear_search(self) -> None:
        """Let everything pass again."""
        self.apps.list.filters.clear()
        self.head.search.clear()

    @Slot()
    def search_everywhere(self) -> None:
        """Search for the same over all accounts."""
        self.accounts.choose(None)

    def _explain(self, folded: int) -> tuple[Words, Sequence[Action]]:
        """Why the list of apps is empty, and what can be done about it."""
        view, summary = self.apps.list.view, self.accounts.summary
        network = self._network()
        words = no_grants(view, summary, network, folded)
        actions: list[Action] = []
        if view.narrowed:
            actions.append((_("&Clear search and filters"), self.clear_search))
            if summary is not None:
                actions.append((_("Search all accou&nts"), self.search_everywhere))
            return words, actions
        if folded:
            return words, [(_("Show the&m"), self.apps.list.toggle_folded)]
        page = connected_apps(network) if summary and summary.live is None else None
        if page is not None:
            text = _("Open {page}…").format(page=page.text.replace("&", "&&"))
            actions.append((text, lambda: open_url(self, page.url)))
        actions.append((_("Add an a&pp by hand…"), self.add_app))
        return words, actions

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has no room for the list of accounts."""
        super().resizeEvent(event)
        narrow = event.size().width() < self.fontMetrics().height() * _NARROW
        self.accounts.setVisible(not narrow)
        self.account_head.fold(narrow=narrow)
