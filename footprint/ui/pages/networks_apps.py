"""The tab of apps: the list, the pane that explains what is chosen, and the acts on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from footprint.domain.grant import AppGroup, Choice, Grant
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.messages import Kind, Messages
from footprint.ui.models.accounts import Naming
from footprint.ui.models.words import number
from footprint.ui.pages import networks_menu as menus
from footprint.ui.pages.networks_deciding import Deciding
from footprint.ui.pages.networks_grants import MOST_CHOSEN, GrantList
from footprint.ui.pages.networks_room import ListAndPane
from footprint.ui.pages.networks_view import GrantView
from footprint.ui.tasks import Tasks

if TYPE_CHECKING:
    from footprint.domain.account import AccountSummary
    from footprint.ui.pages.networks_facts import GrantFacts
    from footprint.ui.pages.networks_leaving import Leaving
    from footprint.ui.pages.networks_pane import SidePane

# Made when something is chosen: the list is seen before.
# ruff: noqa: PLC0415

# While an arrow key is held down, the pane waits until the list rests.
_SETTLE_MS = 40


class AppsTab(QWidget):
    """A list and a pane in a splitter; both know nothing of each other."""

    def __init__(
        self, tasks: Tasks, messages: Messages, naming: Naming, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._messages = messages
        self._naming = naming
        self.deciding = Deciding(tasks, messages, self)
        self._leaving: Leaving | None = None
        self._pane: SidePane | None = None
        self.list = GrantList(tasks, naming, self._step_word)
        self.splitter = ListAndPane(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.show_chosen)
        self._inside: int | None = None  # the grant that was opened from its group
        self._open = True  # whether the person wants to see details
        self._connect()

    @property
    def leaving(self) -> Leaving:
        """Where guides stand that take apps out, and beginning one."""
        if self._leaving is None:
            from footprint.ui.pages.networks_leaving import Leaving

            self._leaving = Leaving(self._tasks, self._messages, self)
            self._leaving.changed.connect(self._tell_leaving)
        return self._leaving

    @property
    def pane(self) -> SidePane:
        """What explains the chosen; hidden until something is."""
        if self._pane is None:
            from footprint.ui.pages.networks_pane import SidePane

            self._pane = SidePane(self._naming, self.leaving)
            self.splitter.add_pane(self._pane)
            self._connect_pane(self._pane)
        return self._pane

    @Slot()
    def begin_leaving(self) -> None:
        """Read where guides stand, for the first time; most starts have none."""
        if self._tasks.now(lambda w: w.seeing.has_dates()):
            self.leaving.begin()

    def fill_leaving(self, menu: QMenu, summary: AccountSummary) -> None:
        """The guides that lead out of the network of an account."""
        self.leaving.fill_menu(menu, summary)

    def _step_word(self, grant_id: int) -> str:
        return self._leaving.step_word(grant_id) if self._leaving else ""

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(self.open_detail)
        self.list.pressed_row.connect(self._pressed)
        self.list.dismissed.connect(self.close_detail)
        self.list.menu_wanted.connect(self._list_menu)
        self.list.copy_wanted.connect(self._copy)
        self.list.view_changed.connect(self._chosen)
        self.list.cut_short.connect(self._cut_short)

    def _connect_pane(self, pane: SidePane) -> None:
        pane.closed.connect(self.close_detail)
        pane.back_wanted.connect(self._back_to_group)
        pane.group.opened.connect(self._open_from_group)
        pane.group.dismissed.connect(self.close_detail)
        pane.group.menu_wanted.connect(self._group_menu)
        pane.group.copy_wanted.connect(self._copy_group)
        pane.grant.disconnect_wanted.connect(self._disconnect)
        pane.several.disconnect_wanted.connect(self._disconnect)
        for part in (pane.grant, pane.several, pane.group):
            part.decided.connect(self._decide)
            part.note_wanted.connect(self._ask)

    # --- what the pane shows -----------------------------------------------------------------

    @Slot()
    def _chosen(self) -> None:
        self._inside = None
        self._settle.start()

    @Slot()
    def _pressed(self) -> None:
        """A click asks to see more, even where the pane was closed."""
        if not self._open:
            self._open = True
            self._settle.start()

    @Slot()
    def show_chosen(self, *, asked: bool = False) -> None:
        """Let the pane show what the list has chosen, now; it hides where there is nothing.

        Where it takes the place of the list, it comes only when it is `asked` for.
        """
        self._settle.stop()
        if not self._open or (self.splitter.tight and not asked and not self.splitter.explains):
            return
        try:
            shows = self._show_chosen()
        except FootprintError as error:
            self._messages.say(error.title, hint=error.hint, kind=Kind.ERROR)
            shows = False
        if shows is not self.splitter.explains:
            self.pane.setVisible(shows)
            self.splitter.share_room()
            self.list.table.show_current()

    def _show_chosen(self) -> bool:
        group = self.list.chosen_group()
        grants = self.list.chosen_grants()
        if group is not None:
            return self._show_group(group)
        if len(grants) > 1:
            self.pane.show_several(grants)
            return True
        return bool(grants) and self._show_grant(grants[0].id)

    def _show_group(self, group: AppGroup) -> bool:
        if self._inside is not None:
            from footprint.ui.models.groups import group_name

            return self._show_grant(self._inside, back=group_name(group, self._naming))
        query = self.list.view.of_group(group.key)
        self.pane.show_group(group, self._tasks.now(lambda w: w.seeing.grants(query)))
        return True

    def _show_grant(self, grant_id: int, back: str = "") -> bool:
        from footprint.ui.pages.networks_facts import look_up

        def read(workspace: Workspace) -> GrantFacts | None:
            return look_up(workspace, grant_id)

        facts = self._tasks.now(read)
        if facts is not None:
            self.pane.show_grant(facts, back=back)
        return facts is not None

    @Slot()
    def open_detail(self) -> None:
        """Show the pane with what is chosen, and put the keyboard there."""
        self._open = True
        self.show_chosen(asked=True)
        self.pane.take_focus()

    @Slot()
    def show_sources(self) -> None:
        """Show how we know of the chosen grant."""
        self.open_detail()
        self.pane.grant.show_sources()

    @Slot()
    def close_detail(self) -> None:
        """Give the list all the room, until the person asks for the detail again."""
        self._open = False
        self.pane.hide()
        self.splitter.share_room()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open_from_group(self) -> None:
        grant: Grant | None = self.pane.group.table.current_row()
        if grant is not None:
            self._inside = grant.id
            self.show_chosen()
            self.pane.take_focus()

    @Slot()
    def _back_to_group(self) -> None:
        self._inside = None
        self.show_chosen()
        self.pane.take_focus()

    def look(self, view: GrantView, *, again: bool = False) -> None:
        """Look at something else, or again at the same: then place and selection stay."""
        if again and view == self.list.view:
            self.refresh()
            return
        self._inside = None
        self.list.look(view)
        self._settle.start()

    def show_grant(self, grant_id: int) -> None:
        """Choose this grant in the list, as far as it goes, and explain it."""
        self.list.model.load(MOST_CHOSEN)
        self.list.table.choose([grant_id], grant_id)
        self.open_detail()

    def refresh(self) -> None:
        """Read list and pane again."""
        self.list.refresh()
        self.show_chosen()

    # --- acts --------------------------------------------------------------------------------

    @Slot(object)
    def _decide(self, choice: Choice | None) -> None:
        self.deciding.decide(self.pane.decided_on, choice)
        self.show_chosen()

    @Slot()
    def _disconnect(self) -> None:
        """Walk the chosen apps out, or go on with the guide that does."""
        self.leaving.disconnect_apps(self.pane.decided_on)

    @Slot()
    def _tell_leaving(self) -> None:
        """Where guides stand is in the list and in the pane: read both again."""
        if self.list.model.rowCount():
            self.list.refresh()
            self.list.table.viewport().update()
        if self._pane is not None:
            self._pane.grant.tell_leaving()
            self._pane.several.tell_leaving()

    @Slot()
    def _ask(self) -> None:
        self.deciding.ask(self.pane.decided_on)

    @Slot()
    def _copy(self) -> None:
        menus.copy_rows(self.list.table)

    @Slot()
    def _copy_group(self) -> None:
        menus.copy_rows(self.pane.group.table)

    @Slot(int)
    def _cut_short(self, most: int) -> None:
        text = _("The first {n} apps are selected; there are more.")
        hint = _("Search or filter first to select the others.")
        self._messages.say(text.format(n=number(most)), hint=hint, kind=Kind.WARNING)

    @Slot(QPoint)
    def _list_menu(self, at: QPoint) -> None:
        if self.list.view.grouped:
            menu = QMenu(self)
            menu.addAction(_("&Show its connections"), self.open_detail)
            menu.addSeparator()
            menus.add_copying(menu, self.list.table)
            menus.add_sorting(menu, self.list.table)
        else:
            opening = menus.Opening(self.open_detail, self.show_sources)
            menu = menus.grants_menu(
                self, self.list.table, self.deciding, opening, leaving=self.leaving
            )
        self._popup(menu, at)

    @Slot(QPoint)
    def _group_menu(self, at: QPoint) -> None:
        table, opening = self.pane.group.table, menus.Opening(self._open_from_group)
        menu = menus.grants_menu(self, table, self.deciding, opening, leaving=self.leaving)
        self._popup(menu, at)

    def _popup(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
