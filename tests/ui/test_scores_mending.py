"""Correcting, withdrawing and proving a reading, from the table, the ledger and the chart."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from footprint.domain.score import Method
from footprint.ui.dialogs.attach_picture import AttachPictureDialog
from footprint.ui.dialogs.correct_reading import CorrectReadingDialog
from footprint.ui.dialogs.record_reading import RecordReadingDialog
from footprint.ui.dialogs.show_picture import ShowPictureDialog
from footprint.ui.dialogs.withdraw_reading import WithdrawReadingDialog
from footprint.ui.pages.scores_tables import ReadingsTable
from tests.ui.scores_stage import Stage, staged

Left = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(qtbot, tmp_path / "data") as made:
        yield made


def _table(stage: Stage, place: int, row: int = 0) -> ReadingsTable:
    """The table (1) or the ledger (2) with one row chosen by the keyboard."""
    stage.press(stage.page.timeline.bar.look.buttons[place])
    table = stage.page.timeline.table
    assert table is not None
    table.enter()
    for _step in range(row):
        stage.qtbot.keyClick(table, Qt.Key.Key_Down)
    stage.settle()
    return table


def _column(table: ReadingsTable, title: str) -> list[str]:
    model = table.rows_model
    at = [column.title for column in model.columns].index(title)
    return [model.text(row, at) for row in range(model.rowCount())]


def test_a_reading_is_corrected_from_its_row(stage: Stage) -> None:
    id_ = stage.grade("B", "A", "C")
    stage.show()
    _table(stage, 1, row=1)
    assert stage.page.pane.text.startswith("A on 8 Oct 2026")
    stage.press(stage.button("Correct it"))
    dialog = stage.dialog(CorrectReadingDialog)
    stage.qtbot.keyClicks(dialog.value, "b")
    stage.qtbot.mouseClick(dialog.act, Left)
    assert "A correction needs a reason." in dialog.trouble.text()
    assert dialog.isVisible()
    stage.qtbot.keyClicks(dialog.reason, "read the wrong line")
    stage.qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    stage.settle()
    assert "It is corrected." in stage.messages.text
    assert [r.value.text for r in stage.workspace.recalling.readings(id_)] == ["B", "b", "C"]
    ledger = _table(stage, 2)
    assert _column(ledger, "What became of it") == [
        "counts", "counts", "corrected by you later", "counts",
    ]  # fmt: skip
    assert "corrects an earlier row: read the wrong line" in _column(ledger, "Note")


def test_a_correction_that_changes_nothing_is_not_written(stage: Stage) -> None:
    id_ = stage.grade("B")
    stage.show()
    _table(stage, 1)
    stage.press(stage.button("Correct it"))
    dialog = stage.dialog(CorrectReadingDialog)
    stage.qtbot.keyClicks(dialog.reason, "no reason at all")
    stage.qtbot.mouseClick(dialog.act, Left)
    assert "That is what it says already." in dialog.trouble.text()
    assert len(stage.workspace.recalling.told(id_)) == 1


def test_withdrawing_keeps_the_row_and_can_be_undone(stage: Stage) -> None:
    id_ = stage.grade("B", "A")
    stage.show()
    _table(stage, 1)
    stage.press(stage.button("Withdraw it"))
    dialog = stage.dialog(WithdrawReadingDialog)
    assert dialog.act.text() == "&Withdraw A"
    stage.qtbot.keyClicks(dialog.reason, "not mine")
    stage.qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    stage.settle()
    assert [r.value.text for r in stage.workspace.recalling.readings(id_)] == ["B"]
    ledger = _table(stage, 2)
    assert _column(ledger, "What became of it") == ["withdrawn by you: not mine", "counts"]
    assert "withdrawn by you: not mine" in stage.page.pane.text
    assert stage.page.pane.buttons[0].text() == "&Let it count again"
    stage.press(stage.messages.button)
    assert [r.value.text for r in stage.workspace.recalling.readings(id_)] == ["B", "A"]


def test_a_withdrawn_reading_counts_again(stage: Stage) -> None:
    id_ = stage.grade("B", "A")
    newest = stage.workspace.recalling.readings(id_)[-1]
    stage.workspace.recording.withdraw(newest.id, "not mine")
    stage.show()
    _table(stage, 2)
    stage.press(stage.button("Let it count again"))
    assert len(stage.workspace.recalling.readings(id_)) == 2
    assert _column(_table(stage, 2), "What became of it") == ["counts", "counts"]


def test_how_a_reading_is_known_is_every_row_of_its_moment(stage: Stage) -> None:
    stage.klout()
    stage.show()
    chart = stage.page.timeline.chart
    chart.setFocus()
    stage.qtbot.keyClick(chart, Qt.Key.Key_Home)
    stage.qtbot.keyClick(chart, Qt.Key.Key_Home)
    for _step in range(70):
        stage.qtbot.keyClick(chart, Qt.Key.Key_Right)
    stage.qtbot.keyClick(chart, Qt.Key.Key_Return)
    stage.settle()
    told = stage.page.pane.text.splitlines()
    assert told[0] == "50 on 10 Oct 2011"
    known = told[told.index("How do we know?") + 1 :]
    assert known[0].startswith("50: typed, recorded on 8 Nov 2011, ")
    assert known[0].endswith("; counts.")
    assert known[1].startswith("61: typed, recorded on 10 Oct 2011, ")
    assert known[1].endswith("; told again later.")
    stage.press(stage.button("Show all changes"))
    assert "changes of Klout score" in stage.page.pane.text


def test_clicking_a_point_shows_its_reading(stage: Stage) -> None:
    stage.grade("B", "A", "C")
    stage.show()
    chart = stage.page.timeline.chart
    times = chart.picture.curves[0].track.times
    x = round(chart.view.place(times[1], chart.plot.left, chart.plot.width))
    stage.qtbot.mouseClick(chart, Left, pos=QPoint(x, round(chart.plot.top + 3)))
    stage.settle()
    assert stage.page.pane.text.startswith("A on 8 Oct 2026")


def test_the_ledger_shows_what_was_told_again(stage: Stage) -> None:
    stage.klout()
    stage.show()
    ledger = _table(stage, 2)
    ledger.rows_model.load(200)
    fates = _column(ledger, "What became of it")
    assert fates.count("told again later") == 20
    assert fates.count("counts") == 100


def test_the_table_lists_every_chosen_score_newest_first(stage: Stage) -> None:
    one, other = stage.klout(), stage.grade("B", "A")
    stage.show()
    stage.choose(one, other)
    table = _table(stage, 1)
    assert _column(table, "Score")[:3] == ["Home-made grade", "Home-made grade", "Klout score"]
    assert _column(table, "Value")[:3] == ["A", "B", "60"]
    table.rows_model.load(500)
    assert table.rows_model.rowCount() == 102
    table.selectAll()
    stage.qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 103
    assert copied[1].startswith("Home-made grade\t2026-10-08\tA")


def _picture(folder: Path) -> tuple[Path, str]:
    path = folder / "klout <img>.png"
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_picture_is_recorded_with_the_value(stage: Stage, tmp_path: Path) -> None:
    id_ = stage.grade()
    path, sha256 = _picture(tmp_path)
    stage.show()
    stage.page.new_thing()
    dialog = stage.dialog(RecordReadingDialog)
    stage.qtbot.keyClicks(dialog.value, "A")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    assert dialog.picture.take(mime)
    assert dialog.picture.told.text() == "klout <img>.png"
    stage.press(dialog.act)
    (reading,) = stage.workspace.recalling.readings(id_)
    assert (reading.method, reading.evidence) == (Method.CAPTURED, sha256)
    assert stage.workspace.keeping.path(sha256).read_bytes() == path.read_bytes()


def test_a_picture_is_pasted_with_the_keys_of_pasting(stage: Stage) -> None:
    id_ = stage.grade()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    stage.show()
    stage.page.new_thing()
    dialog = stage.dialog(RecordReadingDialog)
    stage.qtbot.keyClicks(dialog.value, "A")
    stage.qtbot.keyClick(dialog.value, Qt.Key.Key_V, CTRL)
    assert dialog.picture.told.text() == "From the clipboard, 30 × 20"
    assert dialog.value.text() == "A"
    stage.press(dialog.act)
    (reading,) = stage.workspace.recalling.readings(id_)
    assert reading.evidence is not None
    kept = QImage(str(stage.workspace.keeping.path(reading.evidence)))
    assert kept.size() == image.size()


def test_a_picture_is_added_to_a_reading_shown_and_taken_back(stage: Stage, tmp_path: Path) -> None:
    id_ = stage.grade("B", "A")
    path, sha256 = _picture(tmp_path)
    stage.show()
    _table(stage, 1)
    stage.press(stage.button("Add a picture"))
    dialog = stage.dialog(AttachPictureDialog)
    assert not dialog.act.isEnabled()
    dialog.picture.put_file(path)
    stage.press(dialog.act)
    newest = stage.workspace.recalling.readings(id_)[-1]
    assert (newest.value.text, newest.evidence, newest.effective.date()) == (
        "A", sha256, date(2026, 10, 8),
    )  # fmt: skip
    assert not stage.workspace.explaining.rewrites(id_)
    _table(stage, 1)
    assert "Picture: klout <img>.png" in stage.page.pane.text
    stage.press(stage.button("Show the picture"))
    shown = stage.dialog(ShowPictureDialog)
    assert shown.picture.isVisible()
    assert "Kept on 22 Nov 2026" in shown.told.text()
    shown.close()
    stage.press(stage.messages.button)
    assert stage.workspace.recalling.readings(id_)[-1].evidence is None


def test_a_file_that_cannot_be_kept_is_told_and_nothing_is_written(
    stage: Stage, tmp_path: Path
) -> None:
    id_ = stage.grade()
    stage.show()
    stage.page.new_thing()
    dialog = stage.dialog(RecordReadingDialog)
    stage.qtbot.keyClicks(dialog.value, "A")
    dialog.picture.put_file(tmp_path / "gone.png")
    stage.qtbot.mouseClick(dialog.act, Left)
    assert "gone.png cannot be read" in dialog.trouble.text()
    assert not stage.workspace.recalling.readings(id_)
    dialog.picture.clear()
    stage.press(dialog.act)
    assert len(stage.workspace.recalling.readings(id_)) == 1


def test_the_same_reading_twice_is_told(stage: Stage) -> None:
    id_ = stage.grade()
    stage.workspace.recording.record(id_, "A", date(2026, 11, 22))
    stage.show()
    stage.page.new_thing()
    dialog = stage.dialog(RecordReadingDialog)
    stage.qtbot.keyClicks(dialog.value, "A")
    stage.press(dialog.act)
    assert "in the ledger already" in stage.messages.text
    assert len(stage.workspace.recalling.told(id_)) == 1
