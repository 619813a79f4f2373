"""A window with nothing but an import flow over a real workspace, and invented archives for it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from footprint.domain.grant import Grant, GrantQuery
from footprint.services.workspace import Workspace
from footprint.ui import opening
from footprint.ui.dialogs.import_preview import ImportPreview
from footprint.ui.importing import ImportFlow
from footprint.ui.messages import Messages
from footprint.ui.tasks import Tasks

Dialog = TypeVar("Dialog", bound=QWidget)
App = Mapping[str, object]


def app(name: str, id: str, *scopes: str) -> App:
    """A record of connected-application.js."""
    return {
        "connectedApplication": {
            "organization": {"name": f"{name} (invented)"},
            "name": name,
            "description": "",
            "permissions": list(scopes or ("read",)),
            "approvedAt": "2014-05-06T08:00:17.000Z",
            "id": id,
        }
    }


def x_zip(
    path: Path,
    apps: Sequence[object],
    *,
    account: tuple[str | None, str] = ("100", "sam_invented"),
    made: str | None = "2026-05-12T08:30:00.000Z",
    followers: int | None = None,
) -> Path:
    """An archive of X; `made` None leaves its date to be guessed.

    Without a number of `followers` it does not list them.
    """
    id_, handle = account
    person = {"accountId": id_, "username": handle, "accountDisplayName": "Sam Invented"}
    members = {
        "data/account.js": ("account.part0", [{"account": person}]),
        "data/connected-application.js": ("connected_application.part0", apps),
    }
    if followers is not None:
        each = [{"follower": {"accountId": str(n)}} for n in range(followers)]
        members["data/follower.js"] = ("follower.part0", each)
    with zipfile.ZipFile(path, "w") as target:
        for name, (variable, rows) in members.items():
            target.writestr(name, f"window.YTD.{variable} = {json.dumps(rows)}")
        if made is not None:
            config = {"userInfo": {}, "archiveInfo": {"generationDate": made}, "dataTypes": {}}
            target.writestr("data/manifest.js", f"window.__THAR_CONFIG = {json.dumps(config)}")
    return path


def fake_browser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Nothing opens; the hosts that would are listed."""
    hosts: list[str] = []

    def open_page(url: QUrl, /) -> bool:
        hosts.append(url.host())
        return True

    monkeypatch.setattr(opening, "opener", open_page)
    return hosts


class Stage:
    """What a person has before them, and what is stored behind it."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.messages = Messages(self.window)
        self.workspace = Workspace.open(folder)
        self.tasks = Tasks(self.workspace, lambda: Workspace.open(folder))
        self.flow = ImportFlow(self.window, self.tasks, self.messages)
        column = QVBoxLayout(self.window)
        column.addWidget(self.messages)
        self.window.resize(900, 700)
        self.window.show()

    def close(self) -> None:
        self.tasks.shutdown()
        self.workspace.close()

    # --- acting as a person does ---------------------------------------------------------------

    def look(self, *paths: Path) -> ImportPreview:
        """Bring files and wait for the preview."""
        self.flow.begin(paths)
        return self.dialog(ImportPreview)

    def dialog(self, kind: type[Dialog]) -> Dialog:
        """The open dialog of that kind."""
        self.qtbot.waitUntil(lambda: bool(self._open(kind)))
        return self._open(kind)[0]

    def has(self, kind: type[QWidget]) -> bool:
        return bool(self._open(kind))

    def take(self, *paths: Path) -> None:
        """Bring files, and import them as proposed."""
        self.press(self.look(*paths).take)
        self.qtbot.waitUntil(lambda: "is imported" in self.messages.text)

    def press(self, button: QAbstractButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def told(self, text: str) -> None:
        """Wait until the window's message says `text`."""
        self.qtbot.waitUntil(lambda: text in self.messages.text)

    # --- what is stored ------------------------------------------------------------------------

    def apps(self) -> list[str]:
        return sorted(grant.app.name for grant in self.grants())

    def grants(self) -> list[Grant]:
        return self.workspace.seeing.grants(GrantQuery())

    def accounts(self) -> list[str | None]:
        return [summary.account.label for summary in self.workspace.seeing.accounts()]

    def _open(self, kind: type[Dialog]) -> list[Dialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def seen(widget: QWidget) -> str:
    """All the words that stand in the labels of a widget and can be seen."""
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))
