"""The main window: places the frame with its pages, and owns the actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMainWindow

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui import appearance, window_state
from footprint.ui.actions import Actions, press
from footprint.ui.drop_hint import DropHint
from footprint.ui.frame import Frame
from footprint.ui.messages import Kind
from footprint.ui.pages.page import Page, Place
from footprint.ui.tasks import Tasks
from footprint.ui.theme import Theme

if TYPE_CHECKING:
    from footprint.ui.help_window import HelpWindow
    from footprint.ui.importing import ImportFlow

# Dialogs, help and the import are imported when they are first wanted.
# ruff: noqa: PLC0415


class MainWindow(QMainWindow):
    """One window on one data folder, which begins with the page of the number `first`.

    `demo` says all the time that everything is invented.
    """

    def __init__(
        self, tasks: Tasks, places: Sequence[Place], theme: Theme, *, demo: bool = False,
        first: int = 0,
    ) -> None:  # fmt: skip
        super().__init__()
        self.tasks = tasks
        self.theme = theme
        self._places = tuple(places)
        self._flow: ImportFlow | None = None
        self._help: HelpWindow | None = None
        self._state = window_state.kept(tasks)
        self.setWindowTitle(_("Footprint – demo") if demo else "Footprint")
        self.commands = Actions(self)
        self.commands.fill(self.menuBar(), [(place.title, place.icon) for place in places])
        self.frame = Frame(places, self._make_page, demo=demo)
        self.messages = self.frame.messages
        self.setCentralWidget(self.frame)
        self._drop_hint = DropHint(self)
        appearance.ThemeMenu(self.commands, theme, tasks)
        self._connect()
        self._settle()
        self.frame.show_page(first)
        # Nothing is marked before a key is pressed; Tab goes on from here into the page.
        self.frame.page.setFocus()

    def _connect(self) -> None:
        acts: dict[str, Callable[..., object]] = {
            "import": self.choose_import,
            "import_folder": self.choose_import_folder,
            "history": self.show_import_history,
            "new": self._begin_new,
            "settings": self.show_settings,
            "quit": self.close,
            "copy": self._copy,
            "select_all": self._select_all,
            "find": self._find,
            "sidebar": self.frame.show_words,
            "full_screen": self._fill_screen,
            "help": self.show_help,
            "keyboard": self._show_keyboard,
            "about": self._show_about,
        }
        for name, act in acts.items():
            self.commands.on(name, act)
        self.commands.pages.triggered.connect(self._choose_page)
        self.frame.turned.connect(self._turned)
        self.frame.sidebar.import_wanted.connect(self.choose_import)
        self.frame.sidebar.help_wanted.connect(self.show_help)
        self.frame.sidebar.settings_wanted.connect(self.show_settings)
        self.tasks.changed.connect(self.frame.refresh)
        self.tasks.refused.connect(self._refuse)
        self._drop_hint.dropped.connect(self.import_files)

    def _settle(self) -> None:
        window_state.restore(self, self._state)
        words = self.commands.by_name["sidebar"]
        words.setChecked(self._state.get("sidebar") is not False)
        self.frame.show_words(words.isChecked())

    # --- pages -----------------------------------------------------------------------------------

    def _make_page(self, number: int) -> Page:
        page = self._places[number].make(self)
        window_state.restore_splitters(page, self._state)
        return page

    def go(self, icon: str) -> Page:
        """Turn to the page with that icon in the sidebar."""
        return self.frame.go(icon)

    @Slot(int)
    def _turned(self, number: int) -> None:
        self.commands.pages.actions()[number].setChecked(True)
        new, text = self.commands.by_name["new"], self.frame.page.new_text
        new.setEnabled(bool(text))
        new.setText(text or _("&New…"))

    @Slot(QAction)
    def _choose_page(self, action: QAction) -> None:
        self.frame.show_page(action.data())

    @Slot()
    def _begin_new(self) -> None:
        self.frame.page.new_thing()

    @Slot()
    def _find(self) -> None:
        field = self.frame.page.search_field()
        if field is not None:
            field.setFocus()
            field.selectAll()

    @Slot()
    def _copy(self) -> None:
        press(QKeySequence.StandardKey.Copy)

    @Slot()
    def _select_all(self) -> None:
        press(QKeySequence.StandardKey.SelectAll)

    @Slot(object)
    def _refuse(self, error: FootprintError) -> None:
        self.messages.say(error.title, hint=error.hint, kind=Kind.ERROR, sticky=True)

    # --- importing -------------------------------------------------------------------------------

    @property
    def _importing(self) -> ImportFlow:
        if self._flow is None:
            from footprint.ui.importing import ImportFlow

            self._flow = ImportFlow(self, self.tasks, self.messages)
        return self._flow

    @Slot(object)
    def import_files(self, paths: Sequence[Path]) -> None:
        """Begin an import of files that were dropped, chosen or handed over."""
        self._importing.begin(paths)

    @Slot()
    def choose_import(self) -> None:
        """Ask for files and begin an import."""
        self._importing.choose()

    @Slot()
    def choose_import_folder(self) -> None:
        """Ask for an unpacked download and begin an import."""
        self._importing.choose_folder()

    @Slot()
    def show_import_history(self) -> None:
        """Show the imports so far."""
        self._importing.show_history()

    # --- looks and help --------------------------------------------------------------------------

    @Slot(bool)
    def _fill_screen(self, fill: bool) -> None:
        self.showFullScreen() if fill else self.showNormal()

    @Slot()
    def show_settings(self) -> None:
        """Ask for theme and language."""
        from footprint.ui.dialogs.settings import SettingsDialog

        SettingsDialog(self.theme, self.tasks, self).open()

    @Slot()
    def show_help(self) -> None:
        """Open the help at its beginning."""
        self.show_topic("first-steps")

    def show_topic(self, topic: str) -> None:
        """Open the help at one of its topics."""
        from footprint.ui.help_window import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self.commands, self)
        self._help.show_topic(topic)

    @Slot()
    def _show_keyboard(self) -> None:
        self.show_topic("keyboard")

    @Slot()
    def _show_about(self) -> None:
        from footprint.ui.dialogs.about import AboutDialog

        AboutDialog(self).open()

    # --- the window itself -----------------------------------------------------------------------

    def come_forward(self) -> None:
        """Be seen, whatever lies before the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.theme.style()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drop_hint.watch()

    def closeEvent(self, event: QCloseEvent) -> None:
        words = self.commands.by_name["sidebar"].isChecked()
        window_state.keep(self.tasks, self, sidebar=words)
        super().closeEvent(event)
