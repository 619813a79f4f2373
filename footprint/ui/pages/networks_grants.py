"""The list of apps: filters above, the table, and what is folded away below.

How it keeps up with typing over 100,000 grants: SQL filters, sorts and limits, and one page of
60 rows is read and drawn with each key. The exact numbers ("37 apps", "643 … folded away") are
counted when the keyboard has rested for 150 ms; until then the list says "60+ apps".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.grant import AppGroup, Grant, GrantOrder, GrantQuery, GrantState
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.models.accounts import Naming
from footprint.ui.models.grants import ACCOUNT_COLUMN, STATE_COLUMN, GrantsModel
from footprint.ui.models.table import PagedTable
from footprint.ui.models.words import apps, number
from footprint.ui.pages.networks_empty import Words
from footprint.ui.pages.networks_filters import FilterBar
from footprint.ui.pages.networks_view import USUAL_STATES, GrantView
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.card import Card
from footprint.ui.widgets.placeholder import Action, Placeholder
from footprint.ui.widgets.table import Table

_REST_MS = 150
# Ctrl+A loads what it selects; more than this and the person should narrow the search first.
MOST_CHOSEN = 5000


class GrantList(QWidget):
    """Shows the grants, or their groups, that a `GrantView` asks for."""

    chosen = Signal()
    opened = Signal()
    pressed_row = Signal()
    dismissed = Signal()
    menu_wanted = Signal(QPoint)
    copy_wanted = Signal()
    view_changed = Signal()  # by the filters, the header or the fold bar
    cut_short = Signal(int)  # how many there are, when not all could be selected

    def __init__(
        self,
        tasks: Tasks,
        naming: Naming,
        leaving: Callable[[int], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.view = GrantView()
        self.explain: Callable[[int], tuple[Words, Sequence[Action]]] = lambda _folded: (
            ("", ""),
            (),
        )
        self.filters = FilterBar()
        self.grants = Table(GrantsModel(naming, self, leaving=leaving), _("Apps"))
        self._groups: Table | None = None
        self._naming = naming
        self.placeholder = Placeholder()
        self._stack = QStackedWidget()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.count)
        self._place()
        self.filters.changed.connect(self._filtered)
        self._connect(self.grants)

    def _place(self) -> None:
        self.fold_text = QLabel()
        self.fold_button = QPushButton()
        self.fold_button.setFlat(True)
        self.fold_button.clicked.connect(self.toggle_folded)
        self._fold = QWidget()
        row = QHBoxLayout(self._fold)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.fold_text)
        row.addWidget(self.fold_button)
        row.addStretch(1)
        self.fold_text.setProperty("role", "muted")
        for page in (self.grants, self.placeholder):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(Card(self._stack), 1)
        column.addWidget(self._fold)
        self._fold.hide()

    def _connect(self, table: Table) -> None:
        table.chosen.connect(self.chosen)
        table.opened.connect(self.opened)
        table.pressed_row.connect(self.pressed_row)
        table.dismissed.connect(self.dismissed)
        table.menu_wanted.connect(self.menu_wanted)
        table.copy_wanted.connect(self.copy_wanted)
        table.sort_wanted.connect(self.sort)
        table.all_wanted.connect(self.choose_all)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def groups(self) -> Table:
        """The table of groups, made when they are first looked at."""
        if self._groups is None:
            from footprint.ui.models.groups import GroupsModel  # noqa: PLC0415

            self._groups = Table(GroupsModel(self._naming, self), _("Apps over all networks"))
            self._stack.addWidget(self._groups)
            self._connect(self._groups)
        return self._groups

    @property
    def table(self) -> Table:
        """The table that is shown now."""
        return self.groups if self.view.grouped else self.grants

    @property
    def model(self) -> PagedTable[Any]:
        """The rows that are shown now."""
        return self.table.rows_model

    def chosen_grants(self) -> list[Grant]:
        """The selected grants; none while grouped."""
        return [] if self.view.grouped else self.grants.chosen_rows()

    def chosen_group(self) -> AppGroup | None:
        """The selected group, when it is a single one."""
        chosen = self.groups.chosen_rows() if self.view.grouped else []
        return chosen[0] if len(chosen) == 1 else None

    def look(self, view: GrantView) -> None:
        """Show what `view` asks for, from its beginning."""
        self.view = view
        self.grants.leave_out(
            {ACCOUNT_COLUMN} if view.account_id is not None else (),
            need={STATE_COLUMN} if view.states != USUAL_STATES else (),
        )
        self.grants.show_order(view.order, falling=view.falling)
        self._read(lambda: self.model.show(self._fetch()))

    def refresh(self) -> None:
        """Read the same again; place and selection stay."""
        self._read(lambda: self.model.renew(self._fetch()))

    def _fetch(self) -> Callable[[int, int], Sequence[Any]]:
        query, grouped = self.view.query, self.view.grouped

        def fetch(limit: int, offset: int) -> Sequence[Any]:
            def read(workspace: Workspace) -> Sequence[Any]:
                seeing = workspace.seeing
                if grouped:
                    return seeing.groups(query, limit, offset)
                return seeing.grants(query, limit, offset)

            return self._tasks.now(read)

        return fetch

    def _read(self, fill: Callable[[], None]) -> None:
        try:
            fill()
        except FootprintError as error:
            self._fail(error)
            return
        self._show_rows()
        self._say_count()
        self._say_folded(None)
        self._rest.start()

    def _fail(self, error: FootprintError) -> None:
        self._rest.stop()
        self.model.clear()
        self.placeholder.say(error.title, error.hint, [(_("Try again"), self.refresh)])
        self._stack.setCurrentWidget(self.placeholder)
        self._fold.hide()
        self.filters.count.clear()

    def _show_rows(self, folded: int = 0) -> None:
        if self.model.rowCount():
            self._stack.setCurrentWidget(self.table)
            return
        (title, hint), actions = self.explain(folded)
        self.placeholder.say(title, hint, actions)
        self._stack.setCurrentWidget(self.placeholder)

    # --- counting ----------------------------------------------------------------------------

    @Slot()
    def count(self) -> None:
        """Count what was not counted while the keyboard was busy."""
        self._rest.stop()
        try:
            if self.model.total is None and not self.view.grouped:
                self._say_count(self._number_of(self.view.query))
            folded = self._number_of(self.view.folded) if self.view.folded else 0
        except FootprintError as error:
            self._fail(error)
            return
        self._say_folded(folded)
        if not self.model.rowCount():
            self._show_rows(folded)

    def _number_of(self, query: GrantQuery) -> int:
        return self._tasks.now(lambda workspace: workspace.seeing.count(query))

    def _say_count(self, total: int | None = None) -> None:
        total = self.model.total if total is None else total
        loaded = self.model.rowCount()
        text = apps(loaded if total is None else total)
        if total is None:
            text = _("{n}+ apps").format(n=number(loaded))
        self.filters.count.setText(text)

    def _say_folded(self, folded: int | None) -> None:
        """What is folded away; None while it is being counted: then no number is shown."""
        shown = self.view.shows_ended
        self._fold.setVisible(shown or bool(folded) or (folded is None and self._fold.isVisible()))
        if shown:
            self.fold_text.setText(_("Removed, blocked and no longer listed apps are shown."))
            self.fold_button.setText(_("Fol&d away"))
            return
        self.fold_button.setText(_("&Show"))
        if folded is None:
            text = _("Removed, blocked or no longer listed apps are folded away")
        else:
            text = ngettext(
                "{n} removed, blocked or no longer listed app is folded away",
                "{n} removed, blocked or no longer listed apps are folded away",
                folded,
            ).format(n=number(folded))
        self.fold_text.setText(text)

    # --- what the person does here -----------------------------------------------------------

    @Slot()
    def toggle_folded(self) -> None:
        """Show what is folded away, or fold it away again."""
        self.filters.states.choose(USUAL_STATES if self.view.shows_ended else GrantState)

    @Slot()
    def _filtered(self) -> None:
        self.look(self.filters.applied(self.view))
        self.view_changed.emit()

    @Slot(object, bool)
    def sort(self, order: GrantOrder, falling: bool) -> None:
        """Sort by another column, or the other way round."""
        self.look(replace(self.view, order=order, falling=falling))
        self.view_changed.emit()

    @Slot()
    def choose_all(self) -> None:
        """Select everything the list shows, up to `MOST_CHOSEN`."""
        self.model.load(MOST_CHOSEN)
        self.table.selectAll()
        if self.model.total is None:
            self.cut_short.emit(MOST_CHOSEN)
