"""The help: every page is there, leads nowhere in vain, and tells the keys as they are."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from footprint.paths import resources
from footprint.ui import help_window
from footprint.ui.actions import Actions
from footprint.ui.help_window import HelpWindow, page_file, topics

# The offscreen platform has no windows that could stand before each other.
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)
LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture
def window(qtbot: QtBot) -> HelpWindow:
    """The help of a window with one page."""
    main = QMainWindow()
    qtbot.addWidget(main)
    commands = Actions(main)
    commands.fill(main.menuBar(), [("Networks", "networks")])
    return HelpWindow(commands, main)


def test_every_file_is_a_topic() -> None:
    files = {path.stem for path in (resources() / "help").glob("*.md")}
    assert files == set(topics())


@pytest.mark.parametrize("topic", topics())
def test_a_page_is_shown_as_text(window: HelpWindow, topic: str) -> None:
    window.show_topic(topic)
    shown = window.page.toPlainText()
    title = page_file(topic).read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
    assert window.topic == topic
    assert shown.startswith(title)
    assert not re.search(r"[{}]|\*\*|\]\(", shown)


@pytest.mark.parametrize("topic", topics())
def test_links_lead_to_pages_of_the_help_or_to_the_web(topic: str) -> None:
    for link in LINK.findall(page_file(topic).read_text(encoding="utf-8")):
        assert link.removesuffix(".md") in topics() or link.startswith("https://")


def test_a_link_inside_turns_the_page(window: HelpWindow) -> None:
    window.show_topic("first-steps")
    window.page.anchorClicked.emit(QUrl("downloads.md"))
    assert window.topic == "downloads"
    assert window.list.currentItem().text() == topics()["downloads"]


def test_a_link_to_the_web_asks_first(window: HelpWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(help_window, "open_url", lambda _parent, url: asked.append(url))
    window.show_topic("downloads")
    window.page.anchorClicked.emit(QUrl("https://x.com/settings"))
    assert asked == ["https://x.com/settings"]
    assert window.topic == "downloads"


def test_the_page_of_keys_names_every_key_of_the_window(window: HelpWindow) -> None:
    window.show_topic("keyboard")
    shown = window.page.toPlainText()
    keys = [action.shortcut() for action in window._commands.by_name.values()]
    told = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys if key]
    assert len(told) > 8
    assert [key for key in told if key not in shown] == []


def test_by_keyboard_alone(qtbot: QtBot, window: HelpWindow) -> None:
    window.show_topic("first-steps")
    qtbot.waitUntil(window.isActiveWindow)
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_Down)
    assert window.topic == list(topics())[1]
    qtbot.keyClick(window.list, Qt.Key.Key_Escape)
    assert window.isHidden()


def test_it_is_read_anew_in_other_colours(
    qtbot: QtBot, qapp: QApplication, window: HelpWindow
) -> None:
    window.show_topic("first-steps")
    before = window.page.toHtml()
    usual = qapp.palette()
    other = qapp.palette()
    other.setColor(other.ColorRole.Link, Qt.GlobalColor.magenta)
    qapp.setPalette(other)
    try:
        assert "#ff00ff" not in before
        qtbot.waitUntil(lambda: "#ff00ff" in window.page.toHtml(), timeout=2_000)
    finally:
        qapp.setPalette(usual)
