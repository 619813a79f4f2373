"""Proof is chosen, pasted or dropped on any step, kept by hash and named by the run."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from tests.guiding import playbook, step
from tests.ui.wizards.guide_stage import Stage, seen

BYTES = b"<script>not run</script>"
COPIED = Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "my screen.png"
    made.write_bytes(BYTES)
    return made


def test_a_file_that_falls_on_the_guide_is_kept_for_its_step(stage: Stage, file: Path):
    run = stage.invented(playbook(step("one"), step("two")))
    window = stage.begun(run)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    middle = window.rect().center()
    entering = QDragEnterEvent(middle, COPIED, dropped, LEFT, NONE)
    QApplication.sendEvent(window.windowHandle(), entering)
    hint = window._drop
    stage.qtbot.waitUntil(hint.isVisible)
    QApplication.sendEvent(hint, QDropEvent(QPointF(middle), COPIED, dropped, LEFT, NONE))
    stage.qtbot.waitUntil(lambda: "It is kept." in seen(window))
    sha256 = hashlib.sha256(BYTES).hexdigest()
    assert stage.workspace.guiding.evidence(run.id) == {"one": [sha256]}
    assert stage.workspace.keeping.path(sha256).read_bytes() == BYTES
    assert "my screen.png" in seen(window)
    remove = next(b for b in window.findChildren(QPushButton) if b.text() == "Take it off")
    stage.press(remove)
    assert stage.workspace.guiding.evidence(run.id) == {}


def test_a_picture_is_pasted_and_text_stays_text(stage: Stage):
    run = stage.invented(playbook(step("one")))
    window = stage.begun(run)
    note = window.page.notes.note
    note.setFocus()
    QGuiApplication.clipboard().setText("<i>words</i>")
    note.paste()
    assert note.toPlainText() == "<i>words</i>"
    picture = QImage(3, 2, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(picture)
    note.paste()
    stage.qtbot.waitUntil(lambda: "It is kept." in seen(window))
    stage.press(window.page.notes.proof.paste)
    (kept,) = stage.workspace.guiding.evidence(run.id)["one"]
    assert QImage(str(stage.workspace.keeping.path(kept))).size() == picture.size()
    assert note.toPlainText() == "<i>words</i>"


def test_what_cannot_be_kept_is_said_and_the_step_stays(stage: Stage, tmp_path: Path):
    run = stage.invented(playbook(step("one")))
    window = stage.begun(run)
    QGuiApplication.clipboard().setText("only words")
    stage.press(window.page.notes.proof.paste)
    assert "no picture and no file" in seen(window)
    window.page.notes.proof.take_files([tmp_path / "gone.png"])
    stage.qtbot.waitUntil(lambda: "cannot be read" in seen(window))
    assert stage.workspace.guiding.evidence(run.id) == {}


def test_proof_that_is_ready_late_stays_with_its_step(stage: Stage, file: Path):
    run = stage.invented(playbook(step("one"), step("two")))
    window = stage.begun(run)
    window.page.notes.proof.take_files([file])
    stage.press(window.frame.done)
    stage.qtbot.waitUntil(lambda: bool(stage.workspace.guiding.evidence(run.id)))
    assert list(stage.workspace.guiding.evidence(run.id)) == ["one"]
    assert window.walk.stop.key == "two"
