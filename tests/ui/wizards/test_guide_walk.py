"""A guide is walked, closed, killed and resumed; whatever goes wrong, nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QRadioButton

from footprint.domain.circumstances import Circumstances
from footprint.domain.run import RunState
from footprint.domain.step import StepKind
from footprint.domain.stop import Outcome
from footprint.errors import FootprintError
from footprint.services.workspace import Workspace
from footprint.ui.wizards.guide_window import GuideWindow
from footprint.ui.wizards.opening import open_guide
from footprint.ui.wizards.walk import Stage as Shown
from tests.guiding import playbook, step
from tests.ui.wizards.guide_stage import Stage, seen

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_a_whole_disconnect_by_keyboard_alone(stage: Stage):
    window = stage.open(stage.disconnecting())
    assert "Before we begin" in seen(window)
    # "Do you sign in at one of these apps …?" No.
    while QApplication.focusWidget() is not window.page.questions.answers["app_signs_in"].no:
        stage.key(Qt.Key.Key_Tab) if not isinstance(
            QApplication.focusWidget(), QRadioButton
        ) else stage.key(Qt.Key.Key_Right)
    stage.key(Qt.Key.Key_Space)
    stage.key(Qt.Key.Key_Return, CTRL)
    visited = []
    while window.walk.stop is not None:
        stop = window.walk.stop
        visited.append(stop.key)
        if stop.step.kind is StepKind.VERIFY:
            while not isinstance(QApplication.focusWidget(), QRadioButton):
                stage.key(Qt.Key.Key_Tab)
            stage.key(Qt.Key.Key_Space)
        stage.key(Qt.Key.Key_Return, CTRL)
    assert window.page.title == "Every step is behind you"
    stage.key(Qt.Key.Key_Return, CTRL)
    assert window.page.title == "This guide is finished"
    run = stage.stored(window.walk.run.id)
    assert run.state is RunState.FINISHED
    assert not any(key.startswith("sign-in-check") for key in visited)
    assert [mark.outcome for mark in run.marks.values()] == [Outcome.DONE] * len(visited)
    assert {said.app for said in stage.workspace.reminding.said()} == {"Klout", "Buffer", "Deck"}
    assert "Disconnected" in stage.workspace.marking.own()[0].title


def test_closing_keeps_what_is_typed_and_opening_resumes_there(stage: Stage):
    window = stage.begun(stage.disconnecting(Circumstances(app_signs_in=False)))
    stage.press(window.frame.done)
    here = window.walk.stop.key
    window.page.notes.note.setFocus()
    stage.type("asked twice")
    stage.key(Qt.Key.Key_Escape)
    assert not window.isVisible()
    again = stage.open(stage.stored(window.walk.run.id))
    assert again.walk.stop.key == here
    assert again.page.notes.note.toPlainText() == "asked twice"


def test_a_killed_program_loses_only_the_last_moment(stage: Stage):
    window = stage.begun(stage.disconnecting(Circumstances(app_signs_in=False)))
    window.page.notes.note.setFocus()
    stage.type("half a note")
    run, stop = window.walk.run, window.walk.stop
    # Nothing is closed here: after a short rest of typing it is kept by itself.
    stage.qtbot.waitUntil(
        lambda: stage.workspace.guiding.draft(run, stop).note == "half a note", timeout=4000
    )
    with Workspace.open(stage.folder) as other:
        assert other.guiding.draft(other.guiding.run(run.id), stop).note == "half a note"


def test_a_second_request_brings_the_first_window_forward(stage: Stage):
    window = stage.open(stage.disconnecting())
    run = stage.deleting()
    first = open_guide(window, stage.tasks, run.id)
    assert open_guide(window, stage.tasks, run.id) is first
    first.close()
    assert open_guide(window, stage.tasks, run.id) is not first


def test_a_run_that_is_gone_opens_no_window(stage: Stage):
    window = stage.open(stage.disconnecting())
    with pytest.raises(FootprintError, match="no longer in your list"):
        open_guide(window, stage.tasks, 999)
    assert [w for w in QApplication.topLevelWidgets() if isinstance(w, GuideWindow)] == [window]


def test_two_windows_on_one_run_notice_each_other(stage: Stage):
    run = stage.disconnecting(Circumstances(app_signs_in=False))
    window = stage.begun(run)
    other = stage.open(stage.stored(run.id), stage.elsewhere())
    stage.press(other.frame.done)
    moved_on = other.walk.stop.key
    window.activateWindow()
    first = window.walk.stop
    window.page.notes.note.setPlainText("typed here")
    stage.press(window.frame.done)
    assert "moved on in another window" in window.messages.text
    assert window.walk.stop.key == moved_on
    assert stage.workspace.guiding.draft(window.walk.run, first).note == "typed here"


def test_another_window_of_the_same_program_follows_at_once(stage: Stage):
    run = stage.disconnecting(Circumstances(app_signs_in=False))
    window = stage.begun(run)
    other = stage.open(stage.stored(run.id))
    window.page.notes.note.setPlainText("typed here")
    first = window.walk.stop
    stage.press(other.frame.done)
    assert window.walk.stop.key == other.walk.stop.key != first.key
    assert stage.workspace.guiding.draft(window.walk.run, first).note == "typed here"


def test_a_full_disk_leaves_the_step_and_the_text(stage: Stage):
    window = stage.begun(stage.disconnecting(Circumstances(app_signs_in=False)))
    here = window.walk.stop.key
    pages = stage.database.value("PRAGMA page_count")
    stage.database.value(f"PRAGMA max_page_count = {pages}")
    window.page.notes.note.setPlainText("long " * 40_000)
    stage.press(window.frame.done)
    assert "disk is full" in window.messages.text
    assert window.walk.stop.key == here
    assert window.page.notes.note.toPlainText().startswith("long long")
    window.close()
    assert window.isVisible()
    assert "not kept yet" in window.messages.text
    stage.database.value(f"PRAGMA max_page_count = {pages * 20}")
    stage.press(window.frame.done)
    assert window.walk.stop.key != here
    assert stage.stored(window.walk.run.id).marks[here].note.startswith("long long")


def test_a_window_can_be_closed_although_nothing_can_be_kept(stage: Stage):
    window = stage.begun(stage.disconnecting(Circumstances(app_signs_in=False)))
    pages = stage.database.value("PRAGMA page_count")
    stage.database.value(f"PRAGMA max_page_count = {pages}")
    window.page.notes.note.setPlainText("long " * 40_000)
    window.close()
    stage.press(window.messages.button)
    stage.qtbot.waitUntil(lambda: not window.isVisible())
    stage.database.value(f"PRAGMA max_page_count = {pages * 20}")


def test_a_guide_that_is_no_longer_shipped_goes_on(stage: Stage):
    run = stage.invented(playbook(step("one"), step("two"), id="gone-guide"))
    window = stage.open(run)
    assert "no longer part of Footprint" in window.messages.text
    stage.press(window.frame.done)
    for _step in range(3):
        stage.press(window.frame.done)
    assert stage.stored(run.id).state is RunState.FINISHED


def test_back_skip_and_does_not_apply(stage: Stage):
    run = stage.invented(playbook(step("one"), step("two"), step("three")))
    window = stage.begun(run)
    stage.press(window.frame.skip)
    stage.type("not now")
    stage.key(Qt.Key.Key_Return)
    assert window.walk.stop.key == "two"
    stage.press(window.frame.apply)
    marks = stage.stored(run.id).marks
    assert (marks["one"].outcome, marks["one"].reason) == (Outcome.SKIPPED, "not now")
    assert marks["two"].outcome is Outcome.NOT_APPLICABLE
    assert "two (does not apply)" in window.frame.list.steps.rows[2].text.replace("Do ", "")
    stage.key(Qt.Key.Key_Left, ALT)
    assert window.walk.stop.key == "two"
    stage.press(window.frame.back)
    assert "You skipped this on" in seen(window)
    stage.press(window.frame.back)
    assert window.walk.stage is Shown.INTRO


def test_a_step_of_the_list_is_jumped_to_by_enter(stage: Stage):
    window = stage.begun(stage.invented(playbook(step("one"), step("two"), step("three"))))
    window.frame.list.setFocus()
    for _row in range(2):
        stage.key(Qt.Key.Key_Down)
    assert window.walk.stop.key == "one"
    stage.key(Qt.Key.Key_Return)
    assert window.walk.stop.key == "three"


def test_stopping_can_be_undone_and_putting_aside_closes(stage: Stage):
    run = stage.invented(playbook(step("one"), step("two")))
    window = stage.begun(run)
    stage.press(window.frame.stop)
    assert stage.stored(run.id).state is RunState.ABANDONED
    assert window.page.title == "You stopped this guide"
    stage.press(window.messages.button)
    assert stage.stored(run.id).state is RunState.RUNNING
    assert window.walk.stop.key == "one"
    stage.press(window.frame.aside)
    assert stage.stored(run.id).state is RunState.PAUSED
    assert not window.isVisible()


def test_access_that_was_given_is_not_left_silently(stage: Stage):
    book = playbook(
        step("let-in", StepKind.GRANT_ACCESS),
        step("shut-out", StepKind.TAKE_BACK_ACCESS, takes_back="let-in"),
    )
    run = stage.invented(book)
    window = stage.begun(run)
    assert "A later step takes this back: Do shut-out" in seen(window)
    stage.press(window.frame.done)
    assert "This access is still open" in seen(window)
    stage.press(window.frame.skip)
    stage.press(window.frame.skipping.act)
    assert "needs a reason" in window.messages.text
    assert window.walk.stop.key == "shut-out"
    window.frame.skipping.reason.setText("they closed")
    stage.press(window.frame.skipping.act)
    assert window.walk.stop is None
    assert stage.stored(run.id).marks["shut-out"].reason == "they closed"


def test_a_guide_that_is_taken_off_the_list_says_so_and_closes(stage: Stage):
    run = stage.invented(playbook(step("one"), step("two")))
    window = stage.begun(run)
    window.page.notes.note.setPlainText("a last word")
    removed = stage.tasks.now(lambda w: w.guiding.remove(run.id))
    assert "no longer in your list" in window.messages.text
    stage.press(window.frame.done)
    assert window.walk.stop.key == "one"
    stage.tasks.now(lambda w: w.guiding.put_back(removed))
    stage.press(window.frame.done)
    assert stage.stored(run.id).marks["one"].note == "a last word"
    stage.tasks.now(lambda w: w.guiding.remove(run.id))
    window.page.notes.note.setPlainText("nowhere to keep it")
    window.close()
    assert not window.isVisible()


def test_leaving_the_program_keeps_what_is_typed(stage: Stage, qapp: QApplication):
    window = stage.begun(stage.invented(playbook(step("one"))))
    window.page.notes.note.setPlainText("on the way out")
    run, stop = window.walk.run, window.walk.stop
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()
    assert stage.workspace.guiding.draft(run, stop).note == "on the way out"
