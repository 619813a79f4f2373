"""Renaming, putting away, looking more or less often, and searching among many scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from footprint.domain.score import Rhythm, Scale, ScaleKind
from footprint.ui.dialogs.add_score import AddScoreDialog
from footprint.ui.dialogs.rename_score import RenameScoreDialog
from footprint.ui.dialogs.scores_away import ScoresAwayDialog
from tests.ui.scores_stage import Stage, staged

Left = Qt.MouseButton.LeftButton
HOSTILE = "<img src=x> & \u202ereversed " + "very long " * 30


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(qtbot, tmp_path / "data") as made:
        yield made


def _entry(stage: Stage, *texts: str) -> QAction:
    """The entry of the score's menu that reads so, mnemonics aside, below other entries."""
    menu: QMenu = stage.page.heading.menu
    menu.aboutToShow.emit()
    action = QAction()
    for text in texts:
        action = next(a for a in menu.actions() if a.text().replace("&", "") == text)
        menu = getattr(action, "menu", lambda: None)() or menu
    return action


def _names(stage: Stage) -> list[str]:
    return [row.score.name for row in stage.page.list.rows_model.rows]


def test_a_score_is_renamed_and_back(stage: Stage) -> None:
    id_ = stage.grade("B", "A")
    stage.show()
    _entry(stage, "Rename…").trigger()
    dialog = stage.dialog(RenameScoreDialog)
    dialog.name.clear()
    stage.qtbot.mouseClick(dialog.act, Left)
    assert "A score needs a name." in dialog.trouble.text()
    stage.qtbot.keyClicks(dialog.name, "Grade of the landlord")
    stage.qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    stage.settle()
    assert _names(stage) == ["Grade of the landlord"]
    assert stage.page.heading.name.text() == "Grade of the landlord"
    stage.press(stage.messages.button)
    assert stage.workspace.scoring.score(id_).name == "Home-made grade"
    assert stage.page.heading.name.text() == "Home-made grade"


def test_a_score_is_put_away_and_undone(stage: Stage) -> None:
    id_ = stage.grade("B", "A")
    stage.klout()
    stage.show()
    stage.choose(id_)
    _entry(stage, "Put away").trigger()
    stage.settle()
    assert _names(stage) == ["Klout score"]
    assert "Home-made grade is put away." in stage.messages.text
    assert len(stage.workspace.recalling.readings(id_)) == 2
    stage.press(stage.messages.button)
    assert _names(stage) == ["Home-made grade", "Klout score"]


def test_a_score_that_was_put_away_is_brought_back(stage: Stage) -> None:
    id_ = stage.grade("B")
    stage.workspace.scoring.put_away(id_)
    stage.show()
    assert stage.page.notice.isVisible()
    stage.page.head.offer_back(away=stage.page.filing.away)
    stage.page.head.back_wanted.emit()
    dialog = stage.dialog(ScoresAwayDialog)
    assert dialog.act.text() == "&Bring 1 score back"
    stage.press(dialog.act)
    assert _names(stage) == ["Home-made grade"]
    assert not stage.workspace.scoring.away()
    stage.press(stage.messages.button)
    assert [score.id for score in stage.workspace.scoring.away()] == [id_]


def test_bringing_back_is_offered_only_where_there_is_something(stage: Stage) -> None:
    stage.grade("B")
    stage.show()
    menu = stage.page.head.add.menu()
    assert menu is not None
    back = next(a for a in menu.actions() if "Bring back" in a.text().replace("&", ""))
    menu.aboutToShow.emit()
    assert not back.isVisible()
    stage.page.filing.put_away(stage.page.list.scores[0])
    menu.aboutToShow.emit()
    assert back.isVisible()


def test_how_often_to_look_is_chosen_and_undone(stage: Stage) -> None:
    id_ = stage.grade("B")
    stage.show()
    assert not stage.page.heading.due.isVisible()
    _entry(stage, "Look at it", "every week").trigger()
    stage.settle()
    assert stage.workspace.scoring.score(id_).rhythm is Rhythm.WEEKLY
    assert stage.page.heading.due.isVisible()
    assert "You look every week." in stage.page.heading.line.text()
    stage.press(stage.messages.button)
    assert stage.workspace.scoring.score(id_).rhythm is Rhythm.NEVER
    assert not stage.page.heading.due.isVisible()


def test_not_now_is_a_week_and_recording_ends_what_is_due(stage: Stage) -> None:
    id_ = stage.grade("B")
    stage.workspace.scoring.look(id_, Rhythm.DAILY)
    stage.show()
    stage.press(stage.page.heading.due.button)
    assert stage.workspace.scoring.score(id_).snoozed_until == date(2026, 11, 29)
    assert not stage.page.heading.due.isVisible()
    stage.press(stage.messages.button)
    assert stage.page.heading.due.isVisible()
    stage.tasks.now(lambda w: w.recording.record(id_, "A"))
    stage.settle()
    assert not stage.page.heading.due.isVisible()
    assert not stage.workspace.scoring.due()


def test_a_score_added_by_mistake_goes_without_a_trace(stage: Stage) -> None:
    stage.show()
    stage.page.entering.add_score()
    dialog = stage.dialog(AddScoreDialog)
    stage.qtbot.keyClicks(dialog.name, "Grade of the landlord")
    stage.press(dialog.act)
    assert _names(stage) == ["Grade of the landlord"]
    stage.press(stage.messages.button)
    assert stage.page.notice.isVisible()
    assert not stage.workspace.scoring.away()


def test_hostile_and_endless_names_are_shown_as_text(stage: Stage) -> None:
    scale = Scale(kind=ScaleKind.UNBOUNDED)
    id_ = stage.workspace.scoring.add_own(HOSTILE, scale, "@<b>sam</b>")
    stage.workspace.recording.record(id_, "12")
    stage.show()
    shown = stage.page.heading.name
    assert shown.text().startswith("<img src=x> & reversed very long")
    assert shown.textFormat() is Qt.TextFormat.PlainText
    assert "\u202e" not in shown.text()
    assert len(shown.text()) <= 200
    assert shown.width() <= stage.page.width()
    _entry(stage, "Put away").trigger()
    stage.settle()
    assert "\u202e" not in stage.messages.text


def test_thousands_of_scores_are_searched(stage: Stage) -> None:
    scale = Scale(kind=ScaleKind.UNBOUNDED)
    with stage.workspace._database.write():
        ids = [stage.workspace.scoring.add_own(f"Score {n}", scale) for n in range(1500)]
    stage.workspace.recording.record(ids[1234], "7")
    stage.show()
    assert len(_names(stage)) == 1500
    stage.qtbot.keyClicks(stage.page.search_field(), "1234 score")
    stage.settle()
    assert _names(stage) == ["Score 1234"]
    assert stage.page.heading.name.text() == "Score 1234"
    stage.page.search_field().clear()
    stage.settle()
    assert [row.score.id for row in stage.page.list.chosen_rows] == [ids[1234]]


def test_a_search_without_a_hit_says_so(stage: Stage) -> None:
    stage.grade("B")
    stage.show()
    stage.qtbot.keyClicks(stage.page.search_field(), "nothing like it")
    stage.settle()
    assert stage.page.notice.isVisible()
    assert "No score is called that." in stage.page.notice.text
    stage.press(stage.page.notice.buttons[0])
    assert _names(stage) == ["Home-made grade"]
