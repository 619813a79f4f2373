"""Everything the window can do: its words, keys and icons, and the menus they stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from footprint.i18n import _
from footprint.ui.icons import dress
from footprint.ui.theme import Choice

_Keys = QKeySequence.StandardKey
Key = str | QKeySequence.StandardKey


class Entry(NamedTuple):
    """One action: its name in the code, its text with mnemonic, what it does in a sentence."""

    name: str
    text: str
    tip: str
    key: Key = ""
    icon: str = ""
    toggles: bool = False


def file_entries() -> list[Entry | None]:
    """The File menu; None is a line."""
    return [
        Entry(
            "import", _("&Import…"), _("Look into downloads and import them."), "Ctrl+I", "import"
        ),
        Entry(
            "import_folder", _("Import &folder…"),
            _("Look into an unpacked download and import it."), "Ctrl+Shift+I", "folder",
        ),
        Entry(
            "history", _("Import &history…"),
            _("See what each import did, and take one back."), "Ctrl+H", "history",
        ),
        None,
        Entry("new", _("&New…"), _("Add something by hand on this page."), _Keys.New, "add"),
        None,
        Entry("settings", _("&Settings…"), _("Choose colours and language."), "Ctrl+,", "settings"),
        Entry("quit", _("&Quit"), _("Close Footprint."), "Ctrl+Q", "quit"),
    ]  # fmt: skip


def edit_entries() -> list[Entry | None]:
    """The Edit menu."""
    return [
        Entry("copy", _("&Copy"), _("Copy what is selected."), _Keys.Copy, "copy"),
        Entry(
            "select_all", _("Select &all"), _("Select everything in this list or text."),
            _Keys.SelectAll, "select-all",
        ),
        None,
        Entry("find", _("&Find"), _("Search on this page."), _Keys.Find, "search"),
    ]  # fmt: skip


def view_entries() -> list[Entry | None]:
    """The View menu, below the pages and the theme."""
    return [
        Entry(
            "sidebar", _("&Sidebar with words"),
            _("Show words beside the icons of the sidebar."), "Ctrl+B", "sidebar", toggles=True,
        ),
        Entry(
            "full_screen", _("&Full screen"), _("Use the whole screen."), "F11", "full-screen",
            toggles=True,
        ),
    ]  # fmt: skip


def help_entries() -> list[Entry | None]:
    """The Help menu."""
    return [
        Entry("help", _("Footprint &help"), _("Read how Footprint works."), "F1", "help"),
        Entry(
            "keyboard", _("&Keyboard shortcuts"), _("See what the keys do."), "Ctrl+F1", "keyboard"
        ),
        None,
        Entry("about", _("&About Footprint"), _("See the version and the licence."), "", "news"),
    ]


class Actions(QObject):
    """The actions of one window; `on` says what one does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.by_name: dict[str, QAction] = {}
        self._icons: dict[QAction, str] = {}
        self.pages = QActionGroup(self)
        self.themes = QActionGroup(self)

    def on(self, name: str, act: Callable[..., object]) -> None:
        """Let the action of that name do `act`; a toggling one hands over whether it is on."""
        action = self.by_name[name]
        (action.toggled if action.isCheckable() else action.triggered).connect(act)

    def fill(self, bar: QMenuBar, titles: Sequence[tuple[str, str]]) -> None:
        """Make the menus; `titles` are the title and icon of each page."""
        self._menu(bar, _("&File"), file_entries())
        self._menu(bar, _("&Edit"), edit_entries())
        view = self._menu(bar, _("&View"), [])
        for number, (title, icon) in enumerate(titles, 1):
            view.addAction(self._page(title, icon, number))
        view.addSeparator()
        view.addMenu(self._themes(view))
        view.addSeparator()
        self._add(view, view_entries())
        self._menu(bar, _("&Help"), help_entries())

    def _menu(self, bar: QMenuBar, title: str, entries: Sequence[Entry | None]) -> QMenu:
        menu = bar.addMenu(title)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._dress)
        self._add(menu, entries)
        return menu

    @Slot()
    def _dress(self) -> None:
        """Draw the icons when the first menu opens, not while the window does."""
        while self._icons:
            dress(*self._icons.popitem())

    def _add(self, menu: QMenu, entries: Sequence[Entry | None]) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            else:
                menu.addAction(self._action(entry))

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._window)
        action.setObjectName(entry.name)
        action.setStatusTip(entry.tip)
        action.setToolTip(entry.tip)
        action.setShortcut(QKeySequence(entry.key))
        action.setCheckable(entry.toggles)
        if entry.icon and not entry.toggles:
            self._icons[action] = entry.icon
        # The window keeps it too, so that its key works while the menu bar is hidden.
        self._window.addAction(action)
        self.by_name[entry.name] = action
        return action

    def _page(self, title: str, icon: str, number: int) -> QAction:
        tip = _("Go to {page}.").format(page=title)
        action = self._action(
            Entry(f"page_{number}", f"&{number} {title}", tip, f"Ctrl+{number}", toggles=True)
        )
        action.setData(number - 1)
        self.pages.addAction(action)
        return action

    def _themes(self, parent: QMenu) -> QMenu:
        menu = QMenu(_("&Theme"), parent)
        menu.setToolTipsVisible(True)
        for choice, text, tip in (
            (Choice.SYSTEM, _("Like the &system"), _("Light or dark, as the system is.")),
            (Choice.LIGHT, _("&Light"), _("Dark text on a light ground.")),
            (Choice.DARK, _("&Dark"), _("Light text on a dark ground.")),
        ):
            action = self._action(Entry(f"theme_{choice}", text, tip, toggles=True))
            action.setData(choice)
            self.themes.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        tip = _("Colours that are told apart more easily.")
        menu.addAction(self._action(Entry("strong", _("Strong &contrast"), tip, toggles=True)))
        return menu


def press(key: QKeySequence.StandardKey) -> None:
    """Press the keys of Copy or Select all for whoever has the keyboard: they know what to do."""
    target = QApplication.focusWidget()
    keys = QKeySequence.keyBindings(key)
    if target is None or not keys:
        return
    # The stubs know no index.
    pressed: QKeyCombination = keys[0][0]  # type: ignore[index]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, pressed.key(), pressed.keyboardModifiers())
        QApplication.sendEvent(target, event)


def key_text(action: QAction) -> str:
    """The key of an action as this system writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
