"""A guide over a real workspace with an invented account, driven as a person drives it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from footprint.catalogue import snapshot
from footprint.domain.circumstances import Circumstances
from footprint.domain.grant import GrantQuery
from footprint.domain.playbook import Playbook
from footprint.domain.run import Run
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.store.database import Database
from footprint.store.runs import Runs
from footprint.ui.tasks import Tasks
from footprint.ui.wizards.guide_window import GuideWindow
from tests.guiding import NOW
from tests.making import day, grant, harvest, preview_of


class Stage:
    """A workspace with one X account and three apps, and the windows on its runs."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.workspace = Workspace.open(folder)
        apps = [
            grant(name, id=str(number), scopes=("read",), since=day("2011-03-04"))
            for number, name in enumerate(("Klout", "Buffer", "Deck"), 1)
        ]
        found = preview_of(harvest("2026-05-02", apps), "x-2026.zip")
        self.workspace.importing.apply(found, Progress())
        self.tasks = Tasks(self.workspace, partial(Workspace.open, folder))
        self.account_id = self.workspace.seeing.accounts()[0].account.id
        self.grant_ids = [each.id for each in self.workspace.seeing.grants(GrantQuery())]
        self.closing = [self.tasks.shutdown, self.workspace.close]

    def close(self) -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, GuideWindow):
                window.close()
        for act in self.closing:
            act()

    @property
    def database(self) -> Database:
        return self.workspace._database

    # --- runs ----------------------------------------------------------------------------------

    def start(self, playbook_id: str, **facts: object) -> Run:
        return self.workspace.guiding.start(playbook_id, **facts)  # type: ignore[arg-type]

    def disconnecting(self, known: Circumstances | None = None) -> Run:
        return self.start("x-disconnect-app", grant_ids=self.grant_ids, known=known)

    def deleting(self) -> Run:
        return self.start("x-delete", account_id=self.account_id)

    def invented(self, book: Playbook) -> Run:
        """A run of a playbook that is not shipped: it lives by what was kept with the run."""
        book = replace(book, id="invented-guide")
        run = Run(
            id=0,
            playbook=book,
            begun_at=NOW,
            known=Circumstances(),
            names={"service": "X", "handle": "sam"},
            marks={},
            account_id=self.account_id,
        )
        with self.database.write():
            run_id = Runs(self.database).add(run, book.title, snapshot.to_text(book), NOW)
        return self.stored(run_id)

    def stored(self, run_id: int) -> Run:
        """The run as it is kept, read by somebody else."""
        with Workspace.open(self.folder) as other:
            return other.guiding.run(run_id)

    # --- windows -------------------------------------------------------------------------------

    def open(self, run: Run, tasks: Tasks | None = None) -> Any:
        """The window of a run (a GuideWindow, whose page the tests know)."""
        window = GuideWindow(tasks or self.tasks, run.id)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        return window

    def begun(self, run: Run) -> Any:
        """The window of a run at its first step."""
        window = self.open(run)
        self.press(window.frame.done)
        return window

    def elsewhere(self) -> Tasks:
        """Another program on the same folder."""
        workspace = Workspace.open(self.folder)
        tasks = Tasks(workspace, partial(Workspace.open, self.folder))
        self.closing[:0] = [tasks.shutdown, workspace.close]
        return tasks

    # --- acting and seeing -----------------------------------------------------------------------

    def press(self, button: QAbstractButton) -> None:
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """A key for whoever has the keyboard."""
        target = QApplication.focusWidget() or QApplication.activeWindow()
        assert target is not None
        self.qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        """Letters for whoever has the keyboard."""
        target = QApplication.focusWidget()
        assert target is not None
        self.qtbot.keyClicks(target, text)


def seen(window: QWidget) -> str:
    """Every text that is visible."""
    texts = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    texts += [each.text() for each in window.findChildren(QAbstractButton) if each.isVisible()]
    return "\n".join(texts).replace("&", "")
