"""Scores in the whole window: what is due beside its word, and tables that are dropped on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from footprint.domain.score import Rhythm
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.add_score import AddScoreDialog
from footprint.ui.dialogs.score_table import ScoreTableDialog
from footprint.ui.main_window import MainWindow
from footprint.ui.pages.scores import ScoresPage
from footprint.ui.reminders import Reminders
from tests.ui.window import opened

Left = Qt.MouseButton.LeftButton
Dialog = TypeVar("Dialog", bound=QDialog)
TABLE = "day,score\n2012-01-02,41\n2012-01-03,42\n"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    with opened(qapp, tmp_path / "data") as shown:
        yield shown


def _dialog(qtbot: QtBot, kind: type[Dialog]) -> Dialog:
    def found() -> list[Dialog]:
        tops = QApplication.topLevelWidgets()
        return [w for w in tops if isinstance(w, kind) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def _three_readings(workspace: Workspace, name: str) -> None:
    id_ = workspace.scoring.add(name)
    for n in range(3):
        workspace.recording.record(id_, "50", date(2012, 1, 1) + timedelta(days=n))


def _table(folder: Path, name: str, text: str = TABLE) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_sidebar_counts_what_is_due_before_its_page_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    id_ = window.tasks.now(lambda w: w.scoring.add("linkedin-ssi"))
    window.tasks.now(lambda w: w.scoring.look(id_, Rhythm.WEEKLY))
    button = window.frame.sidebar.buttons[2]
    assert button.accessibleName() == "Scores"
    Reminders(window).begin()
    qtbot.waitUntil(lambda: button.accessibleName() == "Scores, 1 due")
    window.tasks.now(lambda w: w.recording.record(id_, "63"))
    qtbot.waitUntil(lambda: button.accessibleName() == "Scores")


def test_a_dropped_table_asks_which_score_it_is_of(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.tasks.now(lambda w: w.scoring.add("klout"))
    ssi = window.tasks.now(lambda w: w.scoring.add("linkedin-ssi"))
    window.import_files([_table(tmp_path, "linkedin_social_selling.csv")])
    dialog = _dialog(qtbot, ScoreTableDialog)
    assert dialog.about.currentText() == "LinkedIn Social Selling Index"
    qtbot.waitUntil(lambda: dialog.act.text() == "&Import 2 readings")
    assert not window.tasks.now(lambda w: w.recalling.readings(ssi))
    qtbot.mouseClick(dialog.act, Left)
    qtbot.waitUntil(lambda: "2 readings are imported." in window.messages.text)
    found = window.tasks.now(lambda w: w.recalling.readings(ssi))
    assert [r.effective.date() for r in found] == [date(2012, 1, 2), date(2012, 1, 3)]
    qtbot.mouseClick(window.messages.button, Left)
    qtbot.waitUntil(lambda: "The import is undone." in window.messages.text)
    assert not window.tasks.now(lambda w: w.recalling.readings(ssi))


def test_another_score_is_chosen_for_a_table(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    klout = window.tasks.now(lambda w: w.scoring.add("klout"))
    window.tasks.now(lambda w: w.scoring.add("linkedin-ssi"))
    window.import_files([_table(tmp_path, "selling.tsv", TABLE.replace(",", "\t"))])
    dialog = _dialog(qtbot, ScoreTableDialog)
    qtbot.waitUntil(dialog.about.isEnabled)
    place = dialog.about.findText("Klout score")
    dialog.about.setCurrentIndex(place)
    dialog.about.activated.emit(place)
    qtbot.waitUntil(dialog.act.isEnabled)
    qtbot.mouseClick(dialog.act, Left)
    qtbot.waitUntil(lambda: "2 readings are imported." in window.messages.text)
    assert len(window.tasks.now(lambda w: w.recalling.readings(klout))) == 2


def test_without_a_score_one_is_added_first(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.import_files([_table(tmp_path, "landlord.csv")])
    adding = _dialog(qtbot, AddScoreDialog)
    qtbot.keyClicks(adding.name, "Grade of the landlord")
    qtbot.mouseClick(adding.act, Left)
    dialog = _dialog(qtbot, ScoreTableDialog)
    assert dialog.about.currentText() == "Grade of the landlord"
    qtbot.waitUntil(dialog.act.isEnabled)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    (summary,) = window.tasks.now(lambda w: w.scoring.scores())
    assert summary.latest is None


def test_two_tables_come_one_after_the_other(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.tasks.now(lambda w: w.scoring.add("klout"))
    window.import_files([_table(tmp_path, "one.csv"), _table(tmp_path, "two.csv", "no table")])
    first = _dialog(qtbot, ScoreTableDialog)
    qtbot.waitUntil(first.act.isEnabled)
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not first.isVisible())
    second = _dialog(qtbot, ScoreTableDialog)
    qtbot.waitUntil(lambda: bool(second.trouble.text()))
    assert not second.act.isEnabled()
    qtbot.keyClick(second, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not second.isVisible())


def test_the_ledgers_of_all_chosen_scores_are_written(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("klout", "linkedin-ssi"):
        window.tasks.now(partial(_three_readings, name=name))
    page = window.go("scores")
    assert isinstance(page, ScoresPage)
    qtbot.waitUntil(lambda: page.timeline.loaded != ())
    page.list.selectAll()
    qtbot.waitUntil(lambda: len(page.timeline.loaded) == 2)
    page.exporting.write_csv(str(tmp_path / "all.csv"))
    qtbot.waitUntil(lambda: "are written." in window.messages.text)
    written = sorted(path.name for path in tmp_path.glob("*.csv"))
    assert written == ["all-Klout-score.csv", "all-LinkedIn-Social-Selling-Index.csv"]
    assert (tmp_path / written[0]).read_text(encoding="utf-8").count("\n") == 4
