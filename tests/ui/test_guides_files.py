"""The story of a guide names its proof, shows pictures and writes copies; and the clock is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from footprint.domain.evidence import Evidence
from footprint.domain.run import Run
from footprint.ui.dialogs.show_picture import ShowPictureDialog
from footprint.ui.pages.guides import GuidesPage
from footprint.ui.pages.guides_files import KeptFile
from footprint.ui.wizards.guide_window import GuideWindow
from footprint.ui.wizards.opening import open_guide
from tests.ui.guides_stage import GuideStage, nameless, read, staged

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SCRIPT = b"#!/bin/sh\ntouch run\n"


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[GuideStage]:
    with staged(qtbot, tmp_path / "store", lambda t, m, s: GuidesPage(t, m, starter=s)) as made:
        yield made


def proven(stage: GuideStage, folder: Path) -> Run:
    """A finished guide with a picture and a script as proof of its first step."""
    picture, script = folder / "list.png", folder / "<b>evil.sh"
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    assert image.save(str(picture))
    script.write_bytes(SCRIPT)
    run = stage.begin("spokeo-opt-out")
    for path in (picture, script):
        kept = stage.workspace.keeping.keep(path, "what Spokeo listed <i>then</i>")
        stage.workspace.guiding.attach(run, run.stops[0], kept.sha256)
    return stage.workspace.guiding.finish(stage.walk(run))


def page_of(stage: GuideStage) -> GuidesPage:
    page = stage.show()
    assert isinstance(page, GuidesPage)
    return page


def file_of(page: GuidesPage, name: str) -> KeptFile:
    files = page.runs.detail.findChildren(KeptFile)
    return next(file for file in files if name in read(file))


def button(file: KeptFile, text: str) -> QPushButton:
    return next(b for b in file.findChildren(QPushButton) if text in b.text())


def test_each_file_stands_at_its_step_with_its_words_and_its_time(
    stage: GuideStage, tmp_path: Path
) -> None:
    proven(stage, tmp_path)
    page = page_of(stage)
    told = read(page.runs.detail)
    assert "2 files kept as proof" in told
    assert told.count("what Spokeo listed <i>then</i>") == 2
    assert "Kept on " in told
    assert "2026, " in read(file_of(page, "evil"))
    for label in file_of(page, "evil").findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert nameless(page.runs.detail) == []


def test_a_picture_is_shown_and_a_script_is_only_saved(stage: GuideStage, tmp_path: Path) -> None:
    proven(stage, tmp_path)
    page = page_of(stage)
    stage.press(button(file_of(page, "list.png"), "Show"))
    dialog = stage.window.findChild(ShowPictureDialog)
    assert dialog is not None
    assert dialog.picture.isVisible()
    dialog.accept()
    script = file_of(page, "evil")
    assert [b.text() for b in script.findChildren(QPushButton)] == ["Save a copy…"]
    caught: list[Evidence] = []
    script.save_wanted.connect(caught.append)
    stage.press(button(script, "Save"))
    for open_ in QApplication.topLevelWidgets():
        if open_.inherits("QFileDialog"):
            open_.close()
    copy = tmp_path / "copy.sh"
    page.runs.files.save(caught[0], copy)
    stage.said("A copy is written to copy.sh.")
    assert copy.read_bytes() == SCRIPT
    page.runs.files.save(caught[0], tmp_path / "nowhere" / "copy.sh")
    stage.said("cannot be written")


def test_a_clock_that_was_set_back_is_told_on_the_page_and_in_the_guide(
    stage: GuideStage, qtbot: QtBot
) -> None:
    run = stage.to_wait(stage.begin("x-delete", account=True))
    stage.moment -= timedelta(days=40)
    page = page_of(stage)
    assert "The clock of this computer was set back." in read(page.runs.detail)
    window = GuideWindow(stage.tasks, run.id)
    window.show()
    assert "The clock of this computer was set back." in read(window)
    window.close()


def test_help_in_a_guide_opens_at_the_topic_of_guides(stage: GuideStage) -> None:
    asked: list[str] = []

    class Main(QWidget):
        def show_topic(self, topic: str) -> None:
            asked.append(topic)

    main = Main()
    stage.qtbot.addWidget(main)
    window = open_guide(main, stage.tasks, stage.begin("spokeo-opt-out").id)
    window.activateWindow()
    stage.qtbot.waitUntil(window.isActiveWindow)
    stage.qtbot.keyClick(window, Qt.Key.Key_F1)
    assert asked == ["guides"]
    window.close()
