"""The stage of the guides, closed after each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from footprint.ui import opening
from tests.ui.wizards.guide_stage import Stage


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    # The last window that closes would end every later wait of this process at once.
    QGuiApplication.setQuitOnLastWindowClosed(False)
    made = Stage(qtbot, tmp_path)
    yield made
    made.close()
    QCoreApplication.processEvents()
    QGuiApplication.setQuitOnLastWindowClosed(True)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a browser would have got."""
    pages: list[str] = []

    def take(url: QUrl, /) -> bool:
        pages.append(url.toString())
        return True

    monkeypatch.setattr(opening, "opener", take)
    return pages
