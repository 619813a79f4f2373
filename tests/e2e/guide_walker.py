"""The guide in a real window: takes a run up, does what a person does, and waits to be killed.

usage: guide_walker.py FOLDER RUN    (offscreen; started by test_guide_killed.py)

It says what the note of the open step already reads, ticks that step, begins a note at the next
one, and says so the moment it is kept.
"""

from __future__ import annotations

import json
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QRadioButton

from footprint.services.workspace import Workspace
from footprint.ui.tasks import Tasks
from footprint.ui.wizards.guide_window import GuideWindow
from footprint.ui.wizards.preflight_page import PreflightPage
from footprint.ui.wizards.step_notes import NoteField

PATIENCE_S = 20.0


def typed(window: GuideWindow) -> str:
    """What the note of the open step reads."""
    note = window.page.findChild(NoteField)
    return note.toPlainText() if note else ""


def begin_note(window: GuideWindow, workspace: Workspace, text: str) -> None:
    """Type a note and wait until the guide has kept it by itself."""
    walk, note = window.walk, window.page.findChild(NoteField)
    assert note is not None
    assert walk.stop is not None
    note.setFocus()
    QTest.keyClicks(note, text)
    stop, end = walk.stop, time.monotonic() + PATIENCE_S
    while workspace.guiding.draft(walk.run, stop).note != text and time.monotonic() < end:
        QTest.qWait(50)


def tick(window: GuideWindow) -> None:
    """Answer what is asked, look at what hangs on the account, and press the filled button."""
    key = window.walk.stop.key if window.walk.stop else None
    while window.walk.stop is not None and window.walk.stop.key == key:
        page = window.page
        if isinstance(page, PreflightPage):
            page.agree.click()
        for choice in page.findChildren(QRadioButton)[:1]:
            choice.click()
        for line in page.findChildren(QLineEdit):
            if line.isEnabled() and not line.isReadOnly() and not line.text():
                QTest.keyClicks(line, "https://www.example.org/sam")
        _press(window.frame.done)


def to_the_steps(window: GuideWindow) -> None:
    """Past the first page, and past what hangs on the account, to the step itself."""
    while window.page.findChild(NoteField) is None and window.walk.stop is not None:
        if isinstance(window.page, PreflightPage):
            window.page.agree.click()
        _press(window.frame.done)


def _press(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QCoreApplication.processEvents()


def main(folder: Path, run_id: int) -> None:
    """Walk one step."""
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    with Workspace.open(folder) as workspace:
        window = GuideWindow(Tasks(workspace, partial(Workspace.open, folder)), run_id)
        window.show()
        QTest.qWaitForWindowExposed(window)
        to_the_steps(window)
        found = {"at": window.walk.stop.key if window.walk.stop else None, "note": typed(window)}
        if found["note"]:
            tick(window)
            to_the_steps(window)
        if window.walk.stop is not None:
            begin_note(window, workspace, f"half a note at {window.walk.stop.key}")
        found["then"] = window.walk.stop.key if window.walk.stop else None
        print(json.dumps(found), flush=True)
        time.sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
