"""The tabs beside the apps: identities, devices, what they think of you, who uploaded you."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.listing import Listing
from footprint.domain.section import Section
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.ui.models.accounts import Naming
from footprint.ui.models.listings import ACCOUNT_COLUMN, ListingsModel
from footprint.ui.models.words import number, section_word
from footprint.ui.pages.networks_empty import no_listings
from footprint.ui.pages.networks_listing import ListingPane
from footprint.ui.pages.networks_menu import add_copying, copy_rows
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.card import Card
from footprint.ui.widgets.placeholder import Placeholder
from footprint.ui.widgets.table import Table

_REST_MS = 150


class ListingsTab(QWidget):
    """The listings of one section, of one account or all."""

    def __init__(
        self, section: Section, tasks: Tasks, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._section = section
        self._tasks = tasks
        self._account_id: int | None = None
        self._text = ""
        self._told = False
        self.table = Table(ListingsModel(section, naming, self), section_word(section))
        self.placeholder = Placeholder()
        self.pane = ListingPane(naming)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.placeholder)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.count)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(Card(self._stack))
        self.splitter.addWidget(self.pane)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.pane.hide()
        column.addWidget(self.splitter, 1)
        self.table.copy_wanted.connect(self._copy)
        self.table.all_wanted.connect(self.table.selectAll)
        self.table.menu_wanted.connect(self._menu)
        self.table.pressed_row.connect(self.show_chosen)
        self.table.opened.connect(self.open_detail)
        self.table.chosen.connect(self._chosen)
        self.table.dismissed.connect(self.close_detail)
        self.pane.closed.connect(self.close_detail)

    def look(self, account_id: int | None, text: str, *, told: bool, again: bool = False) -> None:
        """Show this account's listings that match; `told`: whether any archive has the list."""
        self._account_id, self._text, self._told = account_id, text, told
        self.table.leave_out({ACCOUNT_COLUMN} if account_id is not None else ())
        self._read(again=again)

    @Slot()
    def refresh(self) -> None:
        """Read the same again; place and selection stay."""
        self._read(again=True)

    def _read(self, *, again: bool) -> None:
        model = self.table.rows_model
        try:
            (model.renew if again else model.show)(self._fetch)
        except FootprintError as error:
            model.clear()
            self.placeholder.say(error.title, error.hint, [(_("Try again"), self.refresh)])
            self._stack.setCurrentWidget(self.placeholder)
            return
        if model.rowCount():
            self._stack.setCurrentWidget(self.table)
        else:
            self._say(*no_listings(self._section, told=self._told, text=self._text))
        self._say_count(model.total)
        if model.total is None:
            self._rest.start()

    def _fetch(self, limit: int, offset: int) -> Sequence[Listing]:
        section, account_id, text = self._section, self._account_id, self._text
        return self._tasks.now(
            lambda w: w.seeing.listings(section, account_id, text, limit=limit, offset=offset)
        )

    @Slot()
    def show_chosen(self) -> None:
        """Explain the chosen entry; with none or several chosen there is nothing to explain."""
        chosen = self.table.chosen_rows()
        if len(chosen) == 1:
            number = chosen[0].id
            told = self._tasks.now(lambda w: w.seeing.listing_sightings(number))
            self.pane.show_listing(chosen[0], told)
        self.pane.setVisible(len(chosen) == 1)
        self.table.show_current()

    @Slot()
    def open_detail(self) -> None:
        """Explain the chosen entry and put the keyboard there."""
        self.show_chosen()
        self.pane.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_detail(self) -> None:
        """Give the list all the room."""
        self.pane.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _chosen(self) -> None:
        if self.pane.isVisibleTo(self):
            self.show_chosen()

    def _say(self, title: str, hint: str) -> None:
        self.placeholder.say(title, hint)
        self._stack.setCurrentWidget(self.placeholder)

    @Slot()
    def _count(self) -> None:
        section, account_id, text = self._section, self._account_id, self._text
        try:
            total = self._tasks.now(lambda w: w.seeing.count_listings(section, account_id, text))
        except FootprintError:
            return  # the rows stand; "60+" is still true
        self._say_count(total)

    def _say_count(self, total: int | None) -> None:
        loaded = self.table.rows_model.rowCount()
        self.count.setVisible(bool(loaded))
        if total is None:
            self.count.setText(_("{n}+ entries").format(n=number(loaded)))
            return
        text = ngettext("{n} entry", "{n} entries", total)
        self.count.setText(text.format(n=number(total)))

    @Slot()
    def _copy(self) -> None:
        copy_rows(self.table)

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(_("&Show detail"), QKeySequence("Return"), self.open_detail)
        menu.addSeparator()
        add_copying(menu, self.table)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
