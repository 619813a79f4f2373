"""Recording, adding, pasting and importing, pressed as a person does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from footprint.domain.event import EventKind
from footprint.domain.score import Method, ScaleKind
from footprint.ui.dialogs.add_event import AddEventDialog
from footprint.ui.dialogs.add_score import AddScoreDialog
from footprint.ui.dialogs.paste_score import PasteScoreDialog
from footprint.ui.dialogs.record_reading import RecordReadingDialog
from footprint.ui.dialogs.score_table import ScoreTableDialog
from tests.ui.scores_stage import Stage, staged

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(qtbot, tmp_path / "data") as made:
        yield made


def _record(stage: Stage) -> RecordReadingDialog:
    stage.page.new_thing()
    dialog = stage.dialog(RecordReadingDialog)
    assert isinstance(dialog, RecordReadingDialog)
    return dialog


def test_an_abbreviated_number_is_understood(stage: Stage) -> None:
    id_ = stage.workspace.scoring.add("x-followers")
    stage.show()
    dialog = _record(stage)
    stage.qtbot.keyClicks(dialog.value, "1.2k")
    assert dialog.heard.text().startswith("1.2k on 22 Nov 2026.")
    stage.qtbot.mouseClick(dialog.act, Left)
    stage.settle()
    (reading,) = stage.workspace.recalling.readings(id_)
    assert (reading.value.number, reading.value.text) == (1200.0, "1.2k")
    assert "It is recorded." in stage.messages.text


def test_an_odd_number_is_warned_of_and_kept(stage: Stage) -> None:
    id_ = stage.klout()
    stage.show()
    dialog = _record(stage)
    stage.qtbot.keyClicks(dialog.value, "140")
    assert "outside the scale" in dialog.heard.text()
    assert "It is recorded as you type it." in dialog.heard.text()
    stage.qtbot.mouseClick(dialog.act, Left)
    stage.settle()
    assert stage.workspace.recalling.readings(id_)[-1].value.number == 140.0


def test_what_is_no_value_is_told_and_the_dialog_stays(stage: Stage) -> None:
    id_ = stage.grade("B")
    stage.show()
    dialog = _record(stage)
    assert dialog.heard.text() == "Its grades are: D, C, B, A."
    stage.qtbot.keyClicks(dialog.value, "Z")
    stage.qtbot.mouseClick(dialog.act, Left)
    assert dialog.isVisible()
    assert "is not a grade of this score" in dialog.trouble.text()
    assert len(stage.workspace.recalling.ledger(id_)) == 1


def test_recording_can_be_undone(stage: Stage) -> None:
    id_ = stage.grade("B")
    stage.show()
    dialog = _record(stage)
    stage.qtbot.keyClicks(dialog.value, "a")
    dialog.day.setDate(QDate(2026, 11, 1))
    stage.qtbot.mouseClick(dialog.act, Left)
    stage.settle()
    assert len(stage.workspace.recalling.readings(id_)) == 2
    stage.qtbot.mouseClick(stage.messages.button, Left)
    stage.settle()
    assert len(stage.workspace.recalling.readings(id_)) == 1


def test_a_score_of_the_catalogue_is_added(stage: Stage) -> None:
    stage.show()
    stage.qtbot.mouseClick(stage.page.notice.buttons[0], Left)
    dialog = stage.dialog(AddScoreDialog)
    assert isinstance(dialog, AddScoreDialog)
    place = dialog.name.findData("linkedin-ssi")
    dialog.name.setCurrentIndex(place)
    assert not dialog.kind.isVisible()
    assert dialog.told.text()
    stage.qtbot.mouseClick(dialog.act, Left)
    stage.settle()
    assert stage.page.score is not None
    assert stage.page.score.definition == "linkedin-ssi"
    assert stage.page.timeline.notice.isVisible()


def test_a_score_of_ones_own_is_added_with_its_grades(stage: Stage) -> None:
    stage.show()
    stage.page.entering.add_score()
    dialog = stage.dialog(AddScoreDialog)
    assert isinstance(dialog, AddScoreDialog)
    stage.qtbot.keyClicks(dialog.name, "Grade of the landlord")
    assert dialog.kind.isVisible()
    dialog.kind.setCurrentIndex(dialog.kind.findData(ScaleKind.LETTER))
    stage.qtbot.mouseClick(dialog.act, Left)
    assert "The grades are missing." in dialog.trouble.text()
    stage.qtbot.keyClicks(dialog.letters, "D C B A")
    stage.qtbot.mouseClick(dialog.act, Left)
    stage.settle()
    assert stage.page.score is not None
    assert stage.page.score.scale.letters == ("D", "C", "B", "A")


def test_an_event_of_ones_own_stands_on_the_timeline(stage: Stage) -> None:
    id_ = stage.klout()
    stage.show()
    stage.page.head.event_wanted.emit()
    dialog = stage.dialog(AddEventDialog)
    assert isinstance(dialog, AddEventDialog)
    stage.qtbot.mouseClick(dialog.act, Left)
    assert "An event needs a name." in dialog.trouble.text()
    dialog.kind.setCurrentIndex(dialog.kind.findData(EventKind.OUTCOME))
    assert dialog.worth.isVisible()
    stage.qtbot.keyClicks(dialog.title, "Job at an invented firm")
    stage.qtbot.keyClicks(dialog.worth, "a year of pay")
    dialog.day.setDate(QDate(2011, 9, 1))
    stage.qtbot.mouseClick(dialog.act, Left)
    stage.settle()
    event = next(e for e in stage.workspace.marking.own() if e.kind is EventKind.OUTCOME)
    assert (event.title, event.worth, event.scores) == (
        "Job at an invented firm", "a year of pay", (f"own:{id_}",),
    )  # fmt: skip
    titles = [mark.title for mark in stage.page.timeline.chart.picture.marks]
    assert "Job at an invented firm" in titles


def test_a_pasted_page_is_looked_at_first(stage: Stage) -> None:
    id_ = stage.klout()
    before = len(stage.workspace.recalling.ledger(id_))
    stage.show()
    stage.page.head.paste_wanted.emit()
    dialog = stage.dialog(PasteScoreDialog)
    assert isinstance(dialog, PasteScoreDialog)
    assert not dialog.act.isEnabled()
    dialog.page.setPlainText("nothing to see here")
    assert not dialog.act.isEnabled()
    assert "No number of this score" in dialog.told.text()
    dialog.page.setPlainText("Your Klout score: 61\nTrue reach: 4,000")
    assert dialog.found.item(0).text().startswith("61 ")
    assert len(stage.workspace.recalling.ledger(id_)) == before
    stage.qtbot.mouseClick(dialog.act, Left)
    stage.settle()
    newest = stage.workspace.recalling.readings(id_)[-1]
    assert (newest.value.number, newest.method) == (61.0, Method.PASTED)


def _table(stage: Stage, path: Path, text: str) -> ScoreTableDialog:
    path.write_text(text, encoding="utf-8")
    assert stage.page.score is not None
    stage.page.entering.take_table(stage.page.list.scores, stage.page.score, path)
    stage.settle()
    dialog = stage.dialog(ScoreTableDialog)
    assert isinstance(dialog, ScoreTableDialog)
    return dialog


def test_a_table_is_shown_before_it_is_imported(stage: Stage, tmp_path: Path) -> None:
    id_ = stage.klout()
    before = len(stage.workspace.recalling.ledger(id_))
    stage.show()
    text = "who,when,value\nsam,2012-01-02,41\nsam,2012-01-03,42\nsam,someday,43\n"
    dialog = _table(stage, tmp_path / "klout.csv", text)
    assert dialog.boxes["date_column"].currentText() == "when"
    assert dialog.boxes["value_column"].currentText() == "value"
    assert dialog.rows.text(0, 1) == "41"
    assert "2 new readings." in dialog.told.text()
    assert "1 row is not read:" in dialog.bad.text()
    assert dialog.act.text() == "&Import 2 readings"
    assert len(stage.workspace.recalling.ledger(id_)) == before
    stage.qtbot.mouseClick(dialog.act, Left)
    stage.settle()
    assert stage.workspace.recalling.readings(id_)[-1].value.number == 42.0
    assert "2 readings are imported." in stage.messages.text


def test_a_wrong_guess_is_mended(stage: Stage, tmp_path: Path) -> None:
    stage.klout()
    stage.show()
    text = "day,value,rank\n2012-01-02,41,7\n2012-01-03,42,8\n"
    dialog = _table(stage, tmp_path / "klout.csv", text)
    box: QComboBox = dialog.boxes["value_column"]
    box.setCurrentIndex(box.findText("rank"))
    box.activated.emit(box.currentIndex())
    stage.settle()
    assert dialog.rows.text(0, 1) == "7"


def test_what_cannot_be_read_is_told(stage: Stage, tmp_path: Path) -> None:
    stage.klout()
    stage.show()
    dialog = _table(stage, tmp_path / "empty.csv", "")
    assert dialog.trouble.isVisible()
    assert not dialog.act.isEnabled()
    stage.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
