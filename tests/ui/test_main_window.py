"""The window: its actions, its pages, and what it remembers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QSplitter
from pytestqt.qtbot import QtBot

from footprint.errors import FootprintError
from footprint.services.demo import fill
from footprint.services.workspace import Workspace
from footprint.ui.main_window import MainWindow
from footprint.ui.theme import Theme
from footprint.ui.tokens import DARK, STRONG_DARK
from tests.ui.window import opened


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with opened(qapp, tmp_path) as made:
        yield made


def _menus(window: MainWindow) -> dict[str, list[QAction]]:
    """Every menu with its actions, submenus too, by its title."""
    menus = [menu for menu in window.findChildren(QMenu) if menu.title()]
    return {m.title(): [a for a in m.actions() if not a.isSeparator()] for m in menus}


def _splitter(window: MainWindow) -> QSplitter:
    splitter = window.findChild(QSplitter, "networks")
    assert isinstance(splitter, QSplitter)
    return splitter


def _command(window: MainWindow, name: str) -> QAction:
    return window.commands.by_name[name]


# --- actions ---------------------------------------------------------------------------------


def test_menus_are_all_there(window: MainWindow) -> None:
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Help"]


def test_every_action_says_what_it_does(window: MainWindow) -> None:
    actions = list(window.commands.by_name.values())
    assert len(actions) > 15
    assert [a.text() for a in actions if not a.statusTip() or not a.toolTip()] == []


def test_every_action_can_be_reached_by_letter(window: MainWindow) -> None:
    for title, actions in _menus(window).items():
        letters = [re.search(r"&(\w)", action.text()) for action in actions]
        assert all(letters), title
        keys = Counter(letter[1].lower() for letter in letters if letter)
        assert [key for key, times in keys.items() if times > 1] == [], title


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = Counter(
        key.toString()
        for action in window.commands.by_name.values()
        for key in action.shortcuts()
        if not key.isEmpty()
    )
    assert [key for key, times in keys.items() if times > 1] == []
    assert {"Ctrl+1", "Ctrl+I", "Ctrl+F", "Ctrl+N", "F1"} <= set(keys)


def test_icons_come_with_the_first_menu(window: MainWindow) -> None:
    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert not _command(window, "import").icon().isNull()


def test_copy_and_select_all_reach_who_has_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    field = QLineEdit("all of it", window)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    _command(window, "select_all").trigger()
    _command(window, "copy").trigger()
    assert QApplication.clipboard().text() == "all of it"


def test_find_leads_to_the_search_of_the_page(qtbot: QtBot, window: MainWindow) -> None:
    field = window.frame.page.search_field()
    assert field is not None
    field.setVisible(True)
    field.setText("klout")
    _command(window, "find").trigger()
    qtbot.waitUntil(field.hasFocus)
    assert field.selectedText() == "klout"


# --- the frame -------------------------------------------------------------------------------


def test_sidebar_marks_the_page_and_what_is_due(window: MainWindow) -> None:
    button = window.frame.sidebar.buttons[1]
    assert button.isChecked()
    assert button.accessibleName() == "Networks"
    window.frame.set_due("networks", 3)
    assert button.accessibleName() == "Networks, 3 due"
    window.frame.set_due("networks", 0)
    assert button.accessibleName() == "Networks"


def test_sidebar_folds_when_the_window_is_narrow(qtbot: QtBot, window: MainWindow) -> None:
    character = window.fontMetrics().averageCharWidth()
    window.resize(150 * character, 600)
    wide = window.frame.sidebar.width()
    window.resize(90 * character, 600)
    qtbot.waitUntil(lambda: window.frame.sidebar.width() < wide / 2)
    assert window.frame.sidebar.buttons[1].toolTip() == "Networks"
    window.resize(150 * character, 600)
    qtbot.waitUntil(lambda: window.frame.sidebar.width() == wide)
    _command(window, "sidebar").trigger()
    qtbot.waitUntil(lambda: window.frame.sidebar.width() < wide / 2)


def test_error_nobody_else_wants_is_said(window: MainWindow) -> None:
    window.tasks.refused.emit(FootprintError("The disk is full.", "Free some space."))
    assert window.messages.text == "The disk is full. Free some space."


def test_demo_says_so_all_the_time(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with opened(qapp, tmp_path, demo=True) as window:
        texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
        assert "Demo: everything here is invented and is thrown away when you close" in texts
        assert window.windowTitle() == "Footprint – demo"


def test_without_demo_nothing_says_so(window: MainWindow) -> None:
    assert not [x for x in window.findChildren(QLabel) if x.text().startswith("Demo")]


# --- theme -----------------------------------------------------------------------------------


def test_theme_of_the_menu_is_kept(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with opened(qapp, tmp_path) as window:
        _command(window, "theme_dark").trigger()
        assert Theme.tokens is DARK
        _command(window, "strong").trigger()
        assert Theme.tokens is STRONG_DARK
    with opened(qapp, tmp_path) as window:
        assert Theme.tokens is STRONG_DARK
        assert _command(window, "theme_dark").isChecked()
        assert _command(window, "strong").isChecked()
        _command(window, "strong").trigger()
        _command(window, "theme_light").trigger()


# --- what is remembered ----------------------------------------------------------------------


def test_size_sidebar_and_splitters_are_remembered(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with Workspace.open(tmp_path) as workspace:
        fill(workspace)
    with opened(qapp, tmp_path) as window:
        window.resize(780, 640)
        _command(window, "sidebar").trigger()
        splitter = _splitter(window)
        # Folded, the sidebar leaves the room that the accounts need to be beside their apps.
        qtbot.waitUntil(lambda: splitter.isVisible() and splitter.sizes()[0] > 0)
        splitter.setSizes([260, 400])
        sizes = splitter.sizes()
        width = window.frame.sidebar.width()
    with opened(qapp, tmp_path) as window:
        assert (window.width(), window.height()) == (780, 640)
        splitter = _splitter(window)
        qtbot.waitUntil(splitter.isVisible)
        assert splitter.sizes() == pytest.approx(sizes, abs=2)
        assert not _command(window, "sidebar").isChecked()
        assert window.frame.sidebar.width() == width


@pytest.mark.parametrize("strange", [7, [], {"geometry": 5, "splitters": {"networks": "é"}}, "x"])
def test_strange_state_is_no_trouble(
    strange: object, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with Workspace.open(tmp_path) as workspace:
        workspace.settings.set("window", strange)
    with opened(qapp, tmp_path) as window:
        assert window.width() > 300


# --- files from outside ----------------------------------------------------------------------


@pytest.fixture
def begun(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[list[Path]]:
    """The imports that were begun."""
    found: list[list[Path]] = []
    monkeypatch.setattr(window._importing, "begin", lambda paths: found.append(list(paths)))
    return found


def _files(*paths: str) -> QMimeData:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return content


def _drag(content: QMimeData) -> QDragEnterEvent:
    return QDragEnterEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def _drop(content: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_files_dragged_anywhere_show_the_hint_and_begin_an_import(
    qtbot: QtBot, window: MainWindow, begun: list[list[Path]]
) -> None:
    hint = window._drop_hint
    content = _files("/downloads/twitter.zip", "/downloads/folder")
    # The system's window hears first; what is under the pointer (a field, a list) does not matter.
    QApplication.sendEvent(window.windowHandle(), _drag(content))
    assert hint.isVisible()
    assert hint.geometry() == window.rect()
    assert "nothing is written before you agree" in hint.accessibleName()
    QApplication.sendEvent(hint, _drop(content))
    assert begun == [[Path("/downloads/twitter.zip"), Path("/downloads/folder")]]
    assert not hint.isVisible()


def test_leaving_takes_the_hint_away(window: MainWindow) -> None:
    content = _files("/downloads/twitter.zip")
    QApplication.sendEvent(window.windowHandle(), _drag(content))
    QApplication.sendEvent(window._drop_hint, QDragLeaveEvent())
    assert not window._drop_hint.isVisible()


def test_text_and_pages_of_the_web_are_no_files(
    window: MainWindow, begun: list[list[Path]]
) -> None:
    text, page = QMimeData(), QMimeData()
    text.setText("twitter.zip")
    page.setUrls([QUrl("https://example.org/twitter.zip")])
    for content in (text, page):
        QApplication.sendEvent(window.windowHandle(), _drag(content))
        assert not window._drop_hint.isVisible()
        QApplication.sendEvent(window._drop_hint, _drop(content))
    assert begun == []


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_help_opens_at_the_topic(qtbot: QtBot, window: MainWindow) -> None:
    _command(window, "help").trigger()
    assert window._help is not None
    assert window._help.topic == "first-steps"
    _command(window, "keyboard").trigger()
    assert window._help.topic == "keyboard"
    assert QKeySequence("Ctrl+I").toString() in window._help.page.toPlainText()
