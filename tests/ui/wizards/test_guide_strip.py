"""The strip beside the browser walks the same run, by keyboard alone, and loses nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from footprint.domain.circumstances import Circumstances
from footprint.domain.step import Choice, StepKind
from footprint.domain.stop import Outcome
from tests.guiding import playbook, step
from tests.ui.wizards.guide_stage import Stage, seen

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shrunk(stage: Stage, *steps):
    window = stage.begun(stage.invented(playbook(*steps)))
    stage.key(Qt.Key.Key_K, CTRL)
    stage.qtbot.waitUntil(lambda: window.strip is not None and window.strip.isActiveWindow())
    return window, window.strip


def test_it_shows_the_step_and_walks_on(stage: Stage):
    window, strip = shrunk(stage, step("one", text="Press it.", copy="Klout"), step("two"))
    assert not window.isVisible()
    assert "Delete it · 1/2" in seen(strip)
    assert "Press it." in seen(strip)
    assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert QApplication.focusWidget() is strip.links.copies[0]
    stage.key(Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "Klout"
    stage.key(Qt.Key.Key_Return, CTRL)
    assert "Do two" in seen(strip)
    stage.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Do one" in seen(strip)
    assert stage.stored(window.walk.run.id).marks["one"].outcome is Outcome.DONE


def test_what_is_typed_goes_along_in_both_directions(stage: Stage):
    window = stage.begun(
        stage.invented(playbook(step("one", StepKind.ENTER, field="where"), step("two")))
    )
    stage.type("https://a.exam")
    window.page.notes.note.setPlainText("a note")
    stage.key(Qt.Key.Key_K, CTRL)
    stage.qtbot.waitUntil(lambda: window.strip is not None and window.strip.isActiveWindow())
    assert window.strip.answer.text() == "https://a.exam"
    window.strip.answer.setCursorPosition(99)
    stage.type("ple")
    stage.key(Qt.Key.Key_K, CTRL)
    stage.qtbot.waitUntil(window.isVisible)
    assert window.strip is None
    assert window.page.line.text() == "https://a.example"
    assert window.page.notes.note.toPlainText() == "a note"


def test_it_answers_skips_and_says_what_is_wrong(stage: Stage):
    choices = (Choice(id="a", label="This"), Choice(id="b", label="That"))
    window, strip = shrunk(stage, step("one", StepKind.CHOOSE, choices=choices), step("two"))
    stage.key(Qt.Key.Key_Return, CTRL)
    assert "no answer yet" in strip.messages.text
    strip.answer.setFocus()
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_Return, CTRL)
    assert stage.stored(window.walk.run.id).marks["one"].answer == "b"
    stage.press(strip.skip)
    stage.type("later")
    stage.key(Qt.Key.Key_Return)
    assert stage.stored(window.walk.run.id).marks["two"].reason == "later"
    # The last page is too large for a strip.
    assert window.strip is None
    assert window.isVisible()


def test_it_moves_by_keyboard_and_remembers_its_place(stage: Stage):
    window, strip = shrunk(stage, step("one"))
    strip.move(100, 100)
    stage.key(Qt.Key.Key_Right, CTRL | SHIFT)
    stage.key(Qt.Key.Key_Down, CTRL | SHIFT)
    assert (strip.x(), strip.y()) == (124, 124)
    window.grow()
    stage.qtbot.waitUntil(window.isActiveWindow)
    stage.key(Qt.Key.Key_K, CTRL)
    stage.qtbot.waitUntil(lambda: window.strip is not None)
    assert (window.strip.x(), window.strip.y()) == (124, 124)


def test_esc_closes_and_the_run_stays(stage: Stage):
    run = stage.disconnecting(Circumstances(app_signs_in=False))
    window = stage.begun(run)
    stage.press(window.frame.compact)
    strip = window.strip
    stage.qtbot.waitUntil(strip.isActiveWindow)
    stage.key(Qt.Key.Key_Return, CTRL)
    here = window.walk.stop.key
    stage.key(Qt.Key.Key_Escape)
    assert not strip.isVisible()
    assert not window.isVisible()
    assert stage.open(stage.stored(run.id)).walk.stop.key == here
