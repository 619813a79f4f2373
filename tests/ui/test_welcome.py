"""The first start: what to do, and how one gets the download."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from footprint.services.workspace import Workspace
from footprint.ui.opening import OpeningDialog
from footprint.ui.pages.welcome import Welcome
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.download_steps import DownloadSteps
from footprint.ui.widgets.drop_area import DropArea
from tests.ui.import_stage import fake_browser, seen

ANY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def welcome(qtbot: QtBot, tmp_path: Path) -> Iterator[Welcome]:
    workspace = Workspace.open(tmp_path)
    tasks = Tasks(workspace, lambda: Workspace.open(tmp_path))
    page = Welcome(tasks)
    qtbot.addWidget(page)
    page.resize(900, 760)
    page.show()
    yield page
    tasks.shutdown()
    workspace.close()


def steps(welcome: Welcome) -> DownloadSteps:
    (found,) = [s for s in welcome.findChildren(DownloadSteps) if s.isVisibleTo(welcome)]
    return found


def show(welcome: Welcome, network: str) -> None:
    (button,) = [b for b in welcome.networks.buttons if b.text() == network]
    button.click()


def test_one_sentence_says_what_to_do(welcome: Welcome) -> None:
    words = seen(welcome)
    assert "Drop the download of your own account" in words
    assert "It stays on this machine." in words
    assert "footprint --demo" in words


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_drop_area_is_pressed_by_keyboard(qtbot: QtBot, welcome: Welcome, key: Qt.Key) -> None:
    with qtbot.waitSignal(welcome.files_wanted, timeout=1000):
        qtbot.keyClick(welcome.area, key)


def test_drop_area_can_be_reached_by_tab(welcome: Welcome) -> None:
    assert welcome.area.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert welcome.area.accessibleName() == "Drop your download here, or press to choose it"


def test_dropped_files_are_passed_on(qtbot: QtBot, welcome: Welcome, tmp_path: Path) -> None:
    with qtbot.waitSignal(welcome.dropped, timeout=1000) as told:
        drop(welcome.area, QUrl.fromLocalFile(str(tmp_path / "x.zip")))
    assert told.args == [[tmp_path / "x.zip"]]


def test_links_from_a_browser_are_not_taken(qtbot: QtBot, welcome: Welcome) -> None:
    with qtbot.assertNotEmitted(welcome.dropped):
        drop(welcome.area, QUrl("https://x.com/twitter.zip"))


def drop(area: DropArea, *urls: QUrl) -> None:
    """Let the mouse bring these onto the area and let go."""
    content = QMimeData()
    content.setUrls(urls)
    action, button, keys = ANY
    area.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), action, content, button, keys))
    area.dropEvent(QDropEvent(QPointF(5, 5), action, content, button, keys))


def test_folder_button(qtbot: QtBot, welcome: Welcome) -> None:
    with qtbot.waitSignal(welcome.folder_wanted, timeout=1000):
        qtbot.mouseClick(welcome.folder, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("tab", "said", "host"),
    [
        ("X", ["Request archive", "One to two days", "twitter-DATE-CODE.zip"], "x.com"),
        ("Facebook", ["JSON", "facebook-NAME-DATE-CODE.zip"], "accountscenter.facebook.com"),
        ("Instagram", ["JSON", "instagram-"], "instagram.com"),
    ],
)
def test_network_tells_how_to_ask_for_the_download(
    qtbot: QtBot,
    welcome: Welcome,
    monkeypatch: pytest.MonkeyPatch,
    tab: str,
    said: list[str],
    host: str,
) -> None:
    opened = fake_browser(monkeypatch)
    show(welcome, tab)
    words = seen(steps(welcome))
    assert [part for part in said if part not in words] == []
    button = steps(welcome).button
    assert button is not None
    assert host in button.text(), "the host is known before anything opens"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (question,) = welcome.findChildren(OpeningDialog)
    assert host in seen(question)
    assert opened == []
    qtbot.mouseClick(question.go, Qt.MouseButton.LeftButton)
    assert [name.endswith(host) for name in opened] == [True]


def test_arrow_keys_go_from_network_to_network(qtbot: QtBot, welcome: Welcome) -> None:
    first, second = welcome.networks.buttons[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked()
    assert "facebook" in seen(steps(welcome))


def test_other_networks_leave_the_apps_out(qtbot: QtBot, welcome: Welcome) -> None:
    show(welcome, "Other networks")
    qtbot.waitUntil(lambda: "leave the apps out" in seen(welcome))

    def names() -> set[str]:
        return {b.text() for b in welcome.findChildren(QPushButton) if b.isVisibleTo(welcome)}

    # A button that joins a visible page is shown by the next turn of the event loop.
    qtbot.waitUntil(lambda: {"Google", "LinkedIn", "Reddit"} <= names())
    with qtbot.waitSignal(welcome.account_wanted, timeout=1000):
        qtbot.mouseClick(welcome.by_hand, Qt.MouseButton.LeftButton)


def test_card_is_as_high_as_what_it_shows(qtbot: QtBot, welcome: Welcome) -> None:
    high = steps(welcome).height()
    show(welcome, "Other networks")
    qtbot.waitUntil(lambda: welcome.by_hand.isVisibleTo(welcome))
    assert [s for s in welcome.findChildren(DownloadSteps) if s.isVisibleTo(welcome)] == []
    show(welcome, "X")
    assert steps(welcome).height() <= high


@pytest.mark.parametrize("points", [10, 20])
def test_nothing_is_cut_off_in_a_narrow_window(welcome: Welcome, points: int) -> None:
    font = welcome.font()
    font.setPointSize(points)
    welcome.setFont(font)
    welcome.resize(700, 600)
    content = welcome.widget()
    assert content is not None
    assert content.width() <= welcome.viewport().width()
