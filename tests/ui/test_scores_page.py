"""The Scores page: list, timeline, table, explanation, exports, and all its empty states."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from footprint.domain.score import Rhythm
from footprint.ui.chart.picture import Shape
from footprint.ui.models.readings import Newest, ReadingsModel
from footprint.ui.models.scores import ScoresModel
from footprint.ui.pages.scores_export import print_chart
from footprint.ui.pages.scores_list import rows_of
from tests.ui.scores_stage import BEGINS, Stage, staged

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    with staged(qtbot, tmp_path) as made:
        yield made


def _moment(day: int) -> float:
    at = BEGINS + timedelta(days=day)
    return datetime(at.year, at.month, at.day, 12, tzinfo=UTC).timestamp()


def test_without_scores_the_page_says_what_it_is_for(stage: Stage) -> None:
    stage.show()
    assert stage.page.notice.isVisible()
    assert "Keep the scores that others give you." in stage.page.notice.text
    assert len(stage.page.notice.buttons) == 1
    assert not stage.page.head.record.isVisible()


def test_the_list_tells_value_change_and_due(stage: Stage) -> None:
    id_ = stage.grade("B", "A")
    stage.workspace.scoring.look(id_, Rhythm.WEEKLY)
    stage.show()
    index = stage.page.list.rows_model.index(0, 0)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == ("Home-made grade, A, risen by 1, read on 8 Oct 2026, time to look again")


def test_a_snoozed_score_is_not_due(stage: Stage) -> None:
    id_ = stage.grade("B")
    stage.workspace.scoring.look(id_, Rhythm.WEEKLY)
    stage.show()
    assert stage.page.list.rows_model.rows[0].summary.due
    stage.press(stage.page.heading.due.button)
    stage.settle()
    assert not stage.page.list.rows_model.rows[0].summary.due


def test_no_reading_and_one_reading_look_intended(stage: Stage) -> None:
    id_ = stage.grade()
    stage.show()
    assert stage.page.timeline.notice.isVisible()
    assert "No reading of Home-made grade yet." in stage.page.timeline.notice.text
    assert "No reading yet" in stage.page.pane.text
    stage.tasks.now(lambda w: w.recording.record(id_, "B"))
    stage.settle()
    assert stage.page.timeline.chart.isVisible()
    assert "One reading so far" in stage.page.pane.text
    assert len(stage.page.timeline.chart.picture.curves[0].track) == 1


def test_every_change_is_explained(stage: Stage) -> None:
    stage.klout()
    stage.show()
    told = stage.page.pane.text
    assert "Coincides with what you did" in told
    assert "“Disconnected all but one”" in told
    assert "History rewritten" in told
    assert "Median before:" in told
    assert "How do we know “Disconnected all but one”? You logged it." in told
    assert "Before and after your acts" in told


def test_the_timeline_shows_ghost_marks_and_readings(stage: Stage) -> None:
    stage.klout()
    stage.show()
    chart = stage.page.timeline.chart
    (curve,) = chart.picture.curves
    assert len(curve.track) == 100
    assert curve.ghost is not None
    assert len(curve.ghost) == 20
    assert set(curve.ghost.values) <= {60.0, 61.0, 62.0}
    assert curve.track.values[70] == 50.0
    assert "Disconnected all but one" in [mark.title for mark in chart.picture.marks]
    assert curve.told(70) == ("50", "10 Oct 2011", "typed", "recorded on 8 Nov 2011")


def test_dragging_explains_the_span_and_esc_goes_back(stage: Stage) -> None:
    stage.klout()
    stage.show()
    chart = stage.page.timeline.chart
    x = [round(chart.view.place(_moment(d), chart.plot.left, chart.plot.width)) for d in (30, 50)]
    stage.qtbot.mousePress(chart, Left, pos=QPoint(x[0], 200))
    stage.qtbot.mouseMove(chart, QPoint(x[1], 200))
    stage.qtbot.mouseRelease(chart, Left, pos=QPoint(x[1], 200))
    stage.settle()
    assert stage.page.pane.text.startswith("The span you chose")
    assert "“Disconnected all but one”" in stage.page.pane.text
    chart.setFocus()
    stage.qtbot.keyClick(chart, Qt.Key.Key_Escape)
    stage.settle()
    assert "changes of Klout score" in stage.page.pane.text


def test_a_change_can_be_shown_on_the_timeline(stage: Stage) -> None:
    stage.klout()
    stage.show()
    before = stage.page.timeline.chart.view
    button = next(b for b in stage.page.pane.buttons if "timeline" in b.text())
    button.click()
    assert stage.page.timeline.chart.view != before


def test_the_range_buttons_look_back_from_the_last_reading(stage: Stage) -> None:
    stage.klout()
    stage.show()
    timeline = stage.page.timeline
    stage.qtbot.mouseClick(timeline.bar.range.buttons[2], Left)
    assert timeline.chart.view.length == pytest.approx(30.44 * 86_400)
    assert timeline.chart.view.end >= _moment(99)
    stage.qtbot.mouseClick(timeline.bar.range.buttons[0], Left)
    assert timeline.chart.view == timeline.chart.picture.extent


def test_the_same_as_a_table_and_copied(stage: Stage) -> None:
    stage.klout()
    stage.show()
    stage.qtbot.mouseClick(stage.page.timeline.bar.look.buttons[1], Left)
    table = stage.page.timeline.table
    assert table is not None
    assert table.isVisible()
    assert table.rows_model.text(0, 1) == "60"
    table.enter()
    table.selectRow(0)
    stage.qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("2011-11-08\t60")
    stage.qtbot.mouseClick(stage.page.timeline.bar.look.buttons[0], Left)
    assert stage.page.timeline.chart.isVisible()


def test_as_known_on_a_day_is_what_was_known_then(stage: Stage) -> None:
    stage.klout()
    stage.show()
    timeline = stage.page.timeline
    timeline.bar.known_on.setDate(QDate(2011, 10, 20))
    known = timeline.bar.known
    stage.qtbot.mouseClick(known, Left, pos=QPoint(8, known.height() // 2))
    stage.settle()
    assert timeline.then.text.startswith("You see what was known on 20 Oct 2011.")
    (curve,) = timeline.chart.picture.curves
    assert len(curve.track) == 81  # up to 20 October
    assert curve.track.values[70] == 61.0
    assert curve.ghost is None
    assert curve.told(70)[0] == "61"
    stage.qtbot.mouseClick(timeline.bar.look.buttons[1], Left)
    assert timeline.table is not None
    assert timeline.table.rows_model.text(0, 0) == "20 Oct 2011"
    stage.press(timeline.then.button)
    assert not timeline.then.isVisible()
    assert timeline.table.rows_model.text(0, 0) == "8 Nov 2011"


def test_two_scores_share_the_axis_of_time(stage: Stage) -> None:
    one, other = stage.klout(), stage.grade("B", "A", "C")
    stage.show()
    stage.choose(one, other)
    timeline = stage.page.timeline
    assert [c.name for c in timeline.chart.picture.curves] == ["Klout score", "Home-made grade"]
    scene = timeline.chart.scene()
    assert scene.right is not None
    assert [tick.text for tick in scene.right.ticks] == ["D", "C", "B", "A"]
    timeline.bar.shapes.setCurrentIndex(timeline.bar.shapes.findData(Shape.INDEXED))
    timeline.bar.shapes.activated.emit(timeline.bar.shapes.currentIndex())
    assert timeline.chart.picture.shape is Shape.INDEXED


def test_parts_are_stacked_on_demand(stage: Stage) -> None:
    id_ = stage.workspace.scoring.add("linkedin-ssi")
    for n in range(4):
        day = BEGINS + timedelta(days=7 * n)
        stage.workspace.recording.record(id_, "15 + 20 + 18 + 10", day)
    stage.show()
    timeline = stage.page.timeline
    assert timeline.bar.shapes.isVisible()
    timeline.bar.shapes.setCurrentIndex(timeline.bar.shapes.findData(Shape.PARTS))
    timeline.bar.shapes.activated.emit(timeline.bar.shapes.currentIndex())
    tops = [stroke.curve.track.values[0] for stroke in timeline.chart.scene().strokes]
    assert tops == [15.0, 35.0, 53.0, 63.0]


def test_exports_hold_what_is_seen(stage: Stage, tmp_path: Path) -> None:
    id_ = stage.klout()
    stage.show()
    exporting = stage.page.exporting
    png, svg, table = (str(tmp_path / f"klout.{kind}") for kind in ("png", "svg", "csv"))
    exporting.write_png(png)
    exporting.write_svg(svg)
    exporting.write_csv(table)
    stage.settle()
    assert "klout.csv is written." in stage.messages.text
    assert QImage(png).width() == stage.page.timeline.chart.width() * 2
    drawing = QSvgRenderer(svg)
    assert drawing.isValid()
    assert drawing.viewBoxF().width() == stage.page.timeline.chart.width()
    rows = list(csv.DictReader(Path(table).read_text(encoding="utf-8").splitlines()))
    assert len(rows) == len(stage.workspace.recalling.ledger(id_)) == 120


def test_a_file_that_cannot_be_written_is_told(stage: Stage, tmp_path: Path) -> None:
    stage.klout()
    stage.show()
    for write in (stage.page.exporting.write_png, stage.page.exporting.write_csv):
        write(str(tmp_path / "nowhere" / "klout.x"))
        stage.settle()
        assert "klout.x cannot be written." in stage.messages.text


def test_it_is_printed_over_the_width_of_a_page(stage: Stage, tmp_path: Path) -> None:
    stage.klout()
    stage.show()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "klout.pdf"))
    print_chart(stage.page.timeline.chart, printer)
    assert (tmp_path / "klout.pdf").read_bytes().startswith(b"%PDF")


def test_selection_survives_what_is_written(stage: Stage) -> None:
    one, other = stage.klout(), stage.grade("B", "A")
    stage.show()
    stage.choose(other)
    stage.tasks.now(lambda w: w.recording.record(one, "70"))
    stage.settle()
    assert [row.score.id for row in stage.page.list.chosen_rows] == [other]


def test_the_models_are_sound(stage: Stage, qtmodeltester: ModelTester) -> None:
    stage.klout()
    id_ = stage.grade("B", "A")
    scores = ScoresModel(lambda _id: (1.0, 2.0))
    scores.put(rows_of(stage.workspace))
    qtmodeltester.check(scores)
    score = stage.workspace.scoring.score(id_)
    for ledger in (False, True):
        readings = ReadingsModel([score], ledger=ledger)
        readings.show(
            Newest(
                [
                    (
                        score,
                        lambda limit, at: stage.workspace.recalling.told(
                            id_, limit=limit, offset=at
                        ),
                    )
                ]
            )
        )
        assert readings.rowCount() == 2
        qtmodeltester.check(readings)


def test_the_page_is_painted_at_twice_the_text(stage: Stage) -> None:
    stage.klout()
    font = stage.page.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    stage.page.setFont(font)
    stage.show()
    chart = stage.page.timeline.chart
    assert chart.scene().plot.height > chart.height() * 0.3
    assert not QRectF(chart.rect()).isEmpty()
