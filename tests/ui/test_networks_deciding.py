"""Keep, watch, leave: at once, on one or many, with a note, a day, and a way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from footprint.domain.grant import Choice
from footprint.ui.dialogs.decide import DecideDialog
from tests.ui.import_stage import seen
from tests.ui.networks_stage import Stage, entry, now

CTRL = Qt.KeyboardModifier.ControlModifier

# Of the offscreen platform, whenever a menu or a list of suggestions opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    for module in ("models.dates", "models.words", "dialogs.decide"):
        monkeypatch.setattr(f"footprint.ui.{module}.today", lambda: now().date())
    made = Stage(qtbot, tmp_path / "store")
    made.look_at("x")
    yield made
    made.close()


def choice(stage: Stage, name: str) -> Choice | None:
    return stage.stored(name).decision.choice


def test_one_press_decides_and_undo_takes_it_back(stage: Stage) -> None:
    stage.explain("Klout")
    bar = stage.page.apps.pane.grant.decision
    stage.press(bar.buttons[Choice.LEAVE])
    stage.said("You want to leave Klout.")
    assert "only notes it" in stage.messages.text
    assert choice(stage, "Klout") is Choice.LEAVE
    assert bar.buttons[Choice.LEAVE].isChecked()
    assert stage.cell("Klout", "Decision") == "leave"
    stage.press(stage.messages.button)
    assert choice(stage, "Klout") is None
    stage.qtbot.waitUntil(lambda: not bar.buttons[Choice.LEAVE].isChecked())
    assert stage.cell("Klout", "Decision") == "–"


def test_pressed_again_it_is_undecided(stage: Stage) -> None:
    stage.explain("Klout")
    bar = stage.page.apps.pane.grant.decision
    stage.press(bar.buttons[Choice.KEEP])
    stage.press(bar.buttons[Choice.KEEP])
    assert choice(stage, "Klout") is None
    stage.said("You have not decided on Klout.")


def test_several_at_once_and_back(stage: Stage) -> None:
    stage.explain("Buffer")
    stage.press(stage.page.apps.pane.grant.decision.buttons[Choice.KEEP])
    stage.pick("Klout", modifier=CTRL)
    pane = stage.page.apps.pane
    stage.qtbot.waitUntil(pane.several.isVisible)
    assert "2 apps of 1 account are selected" in seen(pane)
    stage.press(pane.several.decision.buttons[Choice.WATCH])
    stage.said("You watch 2 apps.")
    assert choice(stage, "Klout") is choice(stage, "Buffer") is Choice.WATCH
    assert pane.several.decision.buttons[Choice.WATCH].isChecked()
    stage.press(stage.messages.button)
    assert choice(stage, "Klout") is None
    assert choice(stage, "Buffer") is Choice.KEEP


def test_note_and_day_in_the_dialog(stage: Stage) -> None:
    stage.explain("Klout")
    stage.press(stage.page.apps.pane.grant.decision.note)
    dialog = stage.dialog(DecideDialog)
    assert "What do you want to do about Klout?" in seen(dialog)
    dialog.answers.button(1).click()  # watch
    stage.qtbot.keyClicks(dialog.note, "Is it still there?")
    dialog.day.setDate(QDate(2027, 3, 1))
    assert dialog.again.isChecked()
    stage.press(dialog.save)
    decision = stage.stored("Klout").decision
    assert (decision.choice, decision.note) == (Choice.WATCH, "Is it still there?")
    assert decision.look_again == date(2027, 3, 1)
    stage.qtbot.waitUntil(lambda: "Is it still there?" in seen(stage.page.apps.pane))
    assert "look again on 1 Mar 2027" in seen(stage.page.apps.pane)
    assert stage.cell("Klout", "Decision") == "watch · look again in 3 months"


def test_a_press_keeps_note_and_day(stage: Stage) -> None:
    id_ = stage.stored("Klout").id
    day = date(2027, 3, 1)
    stage.tasks.now(lambda w: w.deciding.decide([id_], Choice.WATCH, "mine", day))
    stage.explain("Klout")
    stage.press(stage.page.apps.pane.grant.decision.buttons[Choice.LEAVE])
    decision = stage.stored("Klout").decision
    assert (decision.choice, decision.note, decision.look_again) == (Choice.LEAVE, "mine", day)


def test_a_note_for_several_leaves_untouched_notes(stage: Stage) -> None:
    klout, buffer = stage.stored("Klout").id, stage.stored("Buffer").id
    stage.tasks.now(lambda w: w.deciding.decide([klout], Choice.KEEP, "mine"))
    stage.pick("Buffer")
    stage.pick("Klout", modifier=CTRL)
    stage.qtbot.waitUntil(stage.page.apps.pane.several.isVisible)
    stage.press(stage.page.apps.pane.several.decision.note)
    dialog = stage.dialog(DecideDialog)
    dialog.answers.button(2).click()  # leave
    stage.press(dialog.save)
    assert stage.stored("Klout").decision.note == "mine"
    assert stage.stored("Buffer").id == buffer
    assert choice(stage, "Klout") is choice(stage, "Buffer") is Choice.LEAVE


def test_a_day_that_came_is_said(stage: Stage) -> None:
    id_ = stage.stored("Klout").id
    stage.tasks.now(lambda w: w.deciding.decide([id_], Choice.KEEP, None, date(2026, 11, 1)))
    assert stage.cell("Klout", "Decision") == "keep · time to look again"


def test_cancel_changes_nothing(stage: Stage) -> None:
    stage.explain("Klout")
    stage.press(stage.page.apps.pane.grant.decision.note)
    dialog = stage.dialog(DecideDialog)
    dialog.answers.button(0).click()
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert choice(stage, "Klout") is None


def test_menu_decides_on_what_is_selected(stage: Stage) -> None:
    stage.explain("Klout")
    stage.table.menu_wanted.emit(stage.table.mapToGlobal(stage.middle("Klout")))
    (menu,) = [m for m in stage.page.apps.findChildren(QMenu) if m.isVisible()]
    assert entry(menu, "Not decided").isChecked()
    entry(menu, "Keep").trigger()
    assert choice(stage, "Klout") is Choice.KEEP
    menu.close()


def test_decisions_filter_the_list(stage: Stage) -> None:
    stage.explain("Klout")
    stage.press(stage.page.apps.pane.grant.decision.buttons[Choice.LEAVE])
    stage.page.apps.list.filters.choices.choose({Choice.LEAVE})
    assert stage.names() == ["Klout"]
    stage.page.apps.list.filters.choices.choose({None})
    assert "Klout" not in stage.names()
