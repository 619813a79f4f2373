"""The menu of what is chosen in a list of apps: every act of the page, with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from footprint.domain.grant import Choice, Grant
from footprint.i18n import _
from footprint.ui.models.table import Column
from footprint.ui.opening import open_url
from footprint.ui.pages.networks_facts import app_links
from footprint.ui.plain import plain
from footprint.ui.widgets.copying import CSV, TSV, as_csv, as_lines, as_tsv, to_clipboard
from footprint.ui.widgets.table import Table

if TYPE_CHECKING:
    from footprint.ui.pages.networks_deciding import Deciding
    from footprint.ui.pages.networks_leaving import Leaving


@dataclass(frozen=True, slots=True)
class Opening:
    """What the menu can show of a grant."""

    detail: Callable[[], object]
    sources: Callable[[], object] | None = None


def grants_menu(
    parent: QWidget, table: Table, deciding: Deciding, opening: Opening, *, leaving: Leaving
) -> QMenu:
    """The menu for the selected grants of `table`."""
    grants: list[Grant] = table.chosen_rows()
    menu = QMenu(parent)
    menu.addAction(_("&Show detail"), QKeySequence("Return"), opening.detail)
    if opening.sources is not None and len(grants) == 1:
        menu.addAction(_("&How do we know?"), opening.sources)
    menu.addSeparator()
    add_decisions(menu, grants, deciding)
    text = leaving.act_text(grants)
    if text:
        menu.addAction(text, partial(leaving.disconnect_apps, grants))
    menu.addSeparator()
    add_copying(menu, table)
    add_sorting(menu, table)
    _add_pages(menu, parent, grants)
    return menu


def add_decisions(menu: QMenu, grants: Sequence[Grant], deciding: Deciding) -> None:
    """Keep, watch, leave; the one that all have is ticked."""
    made = {grant.decision.choice for grant in grants}
    for choice, text in (
        (Choice.KEEP, _("&Keep")),
        (Choice.WATCH, _("&Watch")),
        (Choice.LEAVE, _("&Leave")),
        (None, _("Not &decided")),
    ):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(made == {choice})
        action.triggered.connect(partial(_decide, deciding, grants, choice))
    menu.addAction(_("N&ote and date…"), partial(deciding.ask, grants))


def add_copying(menu: QMenu, table: Table) -> None:
    """Copy the selected rows, in the form that another program wants."""
    menu.addAction(_("&Copy"), QKeySequence.StandardKey.Copy, partial(copy_rows, table))
    forms = menu.addMenu(_("Copy &as"))
    rows, columns = table.chosen_rows(), _columns(table)
    forms.addAction(_("&Names, one a line"), lambda: to_clipboard(as_lines(columns[0], rows)))
    forms.addAction(_("&Table, separated by tabs"), partial(copy_rows, table))
    forms.addAction(
        _("Table, separated by &commas (CSV)"), lambda: to_clipboard(as_csv(columns, rows), CSV)
    )


def add_sorting(menu: QMenu, table: Table) -> None:
    """Sort by each column that can be sorted by, for those who do not use a mouse."""
    sortable = [c for c in _columns(table) if c.order is not None]
    if not sortable:
        return
    orders = menu.addMenu(_("Sort &by"))
    for column in sortable:
        orders.addAction(column.title, partial(table.sort_by, column))


def copy_rows(table: Table) -> None:
    """Put the selected rows on the clipboard as a table and as text."""
    rows = table.chosen_rows()
    if rows:
        to_clipboard(as_tsv(_columns(table), rows), TSV)


def _columns(table: Table) -> Sequence[Column[Any]]:
    return table.rows_model.columns


def _decide(deciding: Deciding, grants: Sequence[Grant], choice: Choice | None) -> None:
    deciding.decide(grants, choice)


def _add_pages(menu: QMenu, parent: QWidget, grants: Sequence[Grant]) -> None:
    links = app_links(grants[0]) if len(grants) == 1 else []
    pages = [link for link in links if link.host]
    if pages:
        menu.addSeparator()
    for link in pages:
        text = _("{page}: {host}…").format(page=link.text, host=plain(link.host, limit=60))
        action = QAction(text.replace("&", "&&"), menu)
        action.triggered.connect(partial(open_url, parent, link.url))
        menu.addAction(action)
