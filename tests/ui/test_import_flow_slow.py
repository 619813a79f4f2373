"""An import that takes long: it shows itself, says what it does, can be stopped, blocks nothing."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from footprint.domain.preview import Decided, ImportReport, Preview
from footprint.progress import Progress
from footprint.services.importing import Importing
from footprint.ui.dialogs.import_preview import ImportPreview
from footprint.ui.dialogs.import_progress import ImportProgress
from tests.ui.import_stage import Stage, app, seen, x_zip


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    yield made
    made.close()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Reading goes on, saying which file it is at, until the event is set."""
    enough = threading.Event()
    inspect = Importing.inspect

    def crawl(self: Importing, paths: list[Path], progress: Progress) -> Preview:
        for step in range(10_000):
            progress.step(step, 10_000, f"Reading file {step // 1000}")
            if enough.wait(0.005):
                break
        return inspect(self, paths, progress)

    monkeypatch.setattr(Importing, "inspect", crawl)
    return enough


def test_quick_import_shows_no_progress(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[ImportProgress] = []
    monkeypatch.setattr(ImportProgress, "_show", shown.append)
    monkeypatch.setattr("footprint.ui.dialogs.import_progress.SHOW_AFTER_MS", 800)
    stage.look(x_zip(tmp_path / "x.zip", [app("Klout", "1")]))
    stage.qtbot.wait(1000)
    assert shown == [], "what is over by then is not shown afterwards"


def test_slow_import_shows_itself_and_then_what_it_does(
    stage: Stage, tmp_path: Path, slow: threading.Event
) -> None:
    begun = time.monotonic()
    stage.flow.begin([x_zip(tmp_path / "x.zip", [app("Klout", "1")])])
    assert time.monotonic() - begun < 1, "the window does not wait"
    dialog = stage.dialog(ImportProgress)
    assert 0.25 < time.monotonic() - begun < 3
    assert "x.zip" in seen(dialog)
    assert "Reading file" not in seen(dialog)
    stage.qtbot.waitUntil(lambda: "Reading file" in seen(dialog), timeout=8000)
    assert time.monotonic() - begun > 1.9
    slow.set()
    assert stage.dialog(ImportPreview).take.text() == "&Import 1 app"
    assert not stage.has(ImportProgress)


@pytest.mark.parametrize("how", ["button", "escape"])
def test_stopped_import_leaves_nothing(
    stage: Stage, tmp_path: Path, slow: threading.Event, how: str
) -> None:
    archive = x_zip(tmp_path / "x.zip", [app("Klout", "1")])
    stage.flow.begin([archive])
    dialog = stage.dialog(ImportProgress)
    if how == "button":
        stage.press(dialog.stop)
    else:
        stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    stage.told("Import stopped. Nothing was written.")
    assert not stage.has(ImportProgress)
    assert stage.workspace.seeing.imports() == []
    slow.set()
    assert stage.look(archive).take.text() == "&Import 1 app"


def test_stopped_while_writing_leaves_nothing(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The transaction of a stopped import is rolled back, however far it was."""
    apply = Importing.apply

    def crawl(
        self: Importing, preview: Preview, progress: Progress, decided: dict[int, Decided]
    ) -> ImportReport:
        with self._database.write():
            report = apply(self, preview, progress, decided)
            for _ in range(10_000):
                progress.step()
                time.sleep(0.005)
            return report

    preview = stage.look(x_zip(tmp_path / "x.zip", [app("Klout", "1")]))
    monkeypatch.setattr(Importing, "apply", crawl)
    stage.press(preview.take)
    stage.press(stage.dialog(ImportProgress).stop)
    stage.told("Import stopped. Nothing was written.")
    assert (stage.accounts(), stage.apps(), stage.workspace.seeing.imports()) == ([], [], [])


def test_file_names_are_plain_text(stage: Stage, tmp_path: Path, slow: threading.Event) -> None:
    stage.flow.begin([x_zip(tmp_path / "<b>x<b>.zip", [app("Klout", "1")])])
    dialog = stage.dialog(ImportProgress)
    assert "<b>x<b>.zip" in seen(dialog)
    assert {label.textFormat() for label in dialog.findChildren(QLabel)} == {
        Qt.TextFormat.PlainText
    }
    slow.set()
    stage.dialog(ImportPreview)
