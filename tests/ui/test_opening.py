"""Only whole http and https addresses open, and only after the host was shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from footprint.ui import opening
from footprint.ui.opening import OpeningDialog


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a browser would have got."""
    pages: list[str] = []

    def take(url: QUrl, /) -> bool:
        pages.append(url.toString())
        return True

    monkeypatch.setattr(opening, "opener", take)
    return pages


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def _question(window: QWidget) -> OpeningDialog:
    (dialog,) = window.findChildren(OpeningDialog)
    return dialog


def test_host_is_shown_before_anything_opens(
    qtbot: QtBot, window: QWidget, opened: list[str]
) -> None:
    assert opening.open_url(window, "https://x.com/settings/apps?a=1&b=2")
    dialog = _question(window)
    assert dialog.go.text() == "&Open x.com"
    assert opened == []
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert opened == ["https://x.com/settings/apps?a=1&b=2"]


def test_leaving_opens_nothing(qtbot: QtBot, window: QWidget, opened: list[str]) -> None:
    opening.open_url(window, "https://x.com/")
    qtbot.mouseClick(_question(window).leave, Qt.MouseButton.LeftButton)
    assert opened == []


def test_address_can_be_copied(qtbot: QtBot, window: QWidget, opened: list[str]) -> None:
    opening.open_url(window, "https://x.com/a")
    qtbot.mouseClick(_question(window).copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "https://x.com/a"
    assert opened == []


def test_browser_that_does_not_start_is_told(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "opener", lambda _url: False)
    opening.open_url(window, "https://x.com/a")
    dialog = _question(window)
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.told.text() == "No browser took it. Copy the address and open it yourself."


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "mailto:a@b.example",
        "x.com/settings",
        "https://",
        "https:x.com",
        "https://x.com@evil.example/",
        "https://user:secret@x.com/",
        "https://x.com:99999/",
        "https://exa mple.com/",
        "\x00https://x.com",
        "https://x.com\\@evil.example/",
        "ht\ntps://x.com",
    ],
)
def test_nothing_else_opens(url: str, window: QWidget, opened: list[str]) -> None:
    assert not opening.open_url(window, url)
    assert window.findChildren(OpeningDialog) == []


def test_foreign_letters_are_shown_plainly(window: QWidget, opened: list[str]) -> None:
    # A Cyrillic letter that looks like the Latin one.
    assert opening.open_url(window, "https://f\u0430cebook.com/")
    dialog = _question(window)
    assert "xn--" in dialog.go.text()
    assert any("xn--" in label.text() for label in dialog.findChildren(QLabel))
