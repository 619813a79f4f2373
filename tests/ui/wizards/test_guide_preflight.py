"""Before a step that cannot be undone everything is shown, and nothing is forbidden."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from footprint.ui.wizards.guide_window import GuideWindow
from footprint.ui.wizards.opening import open_guide
from footprint.ui.wizards.preflight_page import PreflightPage
from footprint.ui.wizards.walk import Stage as Shown
from tests.ui.wizards.guide_stage import Stage, seen

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


def before_deleting(stage: Stage) -> Any:
    window = stage.begun(stage.deleting())
    while window.walk.stage is Shown.STEP:
        stage.press(window.frame.done)
    assert isinstance(window.page, PreflightPage)
    return window


def test_it_names_what_is_lost_and_goes_on_by_a_tick(stage: Stage):
    window = before_deleting(stage)
    text = seen(window)
    assert "Imported: it is of 2 May 2026" in text
    assert "3 things still hang on this account." in text
    assert "Afterwards somebody else can register your handle." in text
    assert window.frame.done.text() == "&Go on to delete sam_invented at X ▸"
    stage.press(window.frame.done)
    assert "have read this page" in window.messages.text
    assert QApplication.focusWidget() is window.page.agree
    stage.key(Qt.Key.Key_Space)
    stage.press(window.frame.done)
    assert window.walk.stage is Shown.STEP
    assert window.walk.stop.step.destructive


def test_what_was_moved_is_ticked_and_stays_ticked(stage: Stage):
    window = before_deleting(stage)
    names = [thing.name for thing in window.page.list.things.things]
    window.page.list.setFocus()
    stage.key(Qt.Key.Key_Space)
    assert "2 things still hang on this account." in seen(window)
    found = stage.workspace.preparing.preflight(window.walk.run)
    assert [thing.name for thing in found.hanging if thing.settled] == names[:1]
    stage.key(Qt.Key.Key_Space)
    assert len(stage.workspace.preparing.preflight(window.walk.run).open) == 3


def test_own_logins_come_first_and_can_be_taken_off(stage: Stage):
    window = before_deleting(stage)
    window.page.name.setFocus()
    stage.key(Qt.Key.Key_Return)
    assert "needs a name" in window.page.trouble.text()
    stage.type("The invented shop")
    stage.press(window.page.add)
    assert window.page.list.things.things[0].name == "The invented shop"
    login = stage.workspace.preparing.logins(stage.account_id)[0]
    window.page.list.setCurrentIndex(window.page.list.things.index(0, 0))
    window.page.list.setFocus()
    stage.key(Qt.Key.Key_Space)
    assert stage.workspace.preparing.logins(stage.account_id)[0].moved_at is not None
    assert login.moved_at is None
    stage.press(window.page.remove)
    assert stage.workspace.preparing.logins(stage.account_id) == []


def test_the_download_guide_opens_beside_it(stage: Stage):
    parent = stage.open(stage.disconnecting())
    window: Any = open_guide(parent, stage.tasks, stage.deleting().id)
    stage.press(window.frame.done)
    while window.walk.stage is Shown.STEP:
        stage.press(window.frame.done)
    stage.press(window.page.download)
    beside = [
        each for each in parent.findChildren(GuideWindow)
        if each.isVisible() and each.walk.run.playbook.id == "x-download"
    ]  # fmt: skip
    assert beside[0].walk.run.account_id == stage.account_id


def test_it_is_looked_at_again_after_closing(stage: Stage):
    window = before_deleting(stage)
    run = window.walk.run
    window.close()
    assert isinstance(stage.open(run).page, PreflightPage)
