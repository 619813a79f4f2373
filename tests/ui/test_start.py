"""Starting: one window a folder, a sentence where there can be none, an end in good order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from footprint.errors import FootprintError
from footprint.services.workspace import Workspace
from footprint.ui import quitting, start
from footprint.ui.dialogs.refusal import RefusalDialog

posix = pytest.mark.skipif(os.name != "posix", reason="signals are a matter of POSIX")

_LOADED = """
import sys
from footprint.app import start as begin
from footprint.ui import start
start._settle = lambda window, *_: window.close()
begin(["--data-dir", sys.argv[1]])
print(*sorted(sys.modules))
"""

# What the first paint does without: the command line, other pages, guides, reminders, dialogs.
_UNWANTED = {
    "concurrent.futures.thread",
    "dateparser",
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "footprint.cli.due",
    "footprint.cli.verbs",
    "footprint.domain.due",
    "footprint.domain.playbook",
    "footprint.domain.run",
    "footprint.services.reminding",
    "footprint.ui.dialogs.about",
    "footprint.ui.dialogs.decide",
    "footprint.ui.dialogs.settings",
    "footprint.ui.dialogs.trouble",
    "footprint.ui.due_watch",
    "footprint.ui.help_window",
    "footprint.ui.importing",
    "footprint.ui.models.groups",
    "footprint.ui.pages.catalogue",
    "footprint.ui.pages.guides",
    "footprint.ui.pages.networks_group",
    "footprint.ui.pages.networks_leaving",
    "footprint.ui.pages.networks_listings",
    "footprint.ui.pages.networks_pane",
    "footprint.ui.pages.scores",
    "footprint.ui.pages.today",
    "footprint.ui.reminders",
    "footprint.ui.tray",
    "footprint.ui.wizards.opening",
    "hashlib",
    "html",
}


def _run(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


@pytest.fixture
def started(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The real program, its window open."""
    process = _run("-m", "footprint", "--data-dir", str(tmp_path))
    yield process
    process.kill()
    process.communicate()


def _kept(folder: Path) -> object:
    with Workspace.open(folder) as workspace:
        return workspace.settings.get("window")


@posix
def test_asked_to_end_it_keeps_the_window_and_leaves_with_0(
    started: subprocess.Popen[str], tmp_path: Path
) -> None:
    end = time.monotonic() + 20
    while not _listens(started.pid) and time.monotonic() < end:
        time.sleep(0.002)
    started.send_signal(signal.SIGTERM)  # most likely before there is a window
    assert started.wait(20) == 0
    assert started.stderr is not None
    assert "Traceback" not in started.stderr.read()
    assert isinstance(_kept(tmp_path), dict)


def _listens(pid: int) -> bool:
    """Whether the program catches SIGTERM already, where that can be looked up."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        time.sleep(3)
        return True
    caught = next(x for x in status.read_text().splitlines() if x.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1)


def test_nothing_is_imported_that_the_first_paint_does_not_need(tmp_path: Path) -> None:
    Workspace.open(tmp_path).close()  # migrating, which needs far more, is for the very first start
    process = _run("-c", _LOADED, str(tmp_path))
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    loaded = set(out.split())
    assert "footprint.ui.main_window" in loaded
    assert loaded & _UNWANTED == set()


@pytest.fixture
def undone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a start changes in the process is put back after the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(quitting, "listen", lambda _app: None)


def test_folder_that_cannot_be_opened_is_said_in_a_dialog(
    qtbot: QtBot, qapp: QApplication, undone: None, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    said: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RefusalDialog)
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    QTimer.singleShot(200, qapp, answer)
    with pytest.raises(FootprintError) as raised:
        start.run(blocked / "deeper", ())
    assert raised.value.title in said
    assert raised.value.hint in said
    qapp.setStyleSheet("")
