"""From files to what is stored: a look first, then what the person decided, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from footprint.ui.dialogs.import_download import DownloadPane
from footprint.ui.dialogs.import_preview import ImportPreview
from tests.ui.import_stage import Stage, app, seen, x_zip

KLOUT, DECK, BUFFER = app("Klout", "1", "read", "write"), app("Deck", "2"), app("Plumline", "3")


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    yield made
    made.close()


def pane(preview: ImportPreview) -> DownloadPane:
    (found,) = [p for p in preview.findChildren(DownloadPane) if p.isVisibleTo(preview)]
    return found


def listed(preview: ImportPreview) -> list[list[str]]:
    """The lines of the list of things, as they are shown."""
    model = pane(preview).table.rows_model
    return [
        [model.text(row, column) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(preview: ImportPreview, text: str) -> None:
    box = pane(preview).choices.account
    (at,) = [n for n in range(box.count()) if text in box.itemText(n)]
    box.setCurrentIndex(at)
    box.activated.emit(at)


# --- the look, and the import ------------------------------------------------------------------


def test_nothing_is_written_before_the_button_says_what_it_does(
    stage: Stage, tmp_path: Path
) -> None:
    preview = stage.look(x_zip(tmp_path / "twitter-2026.zip", [KLOUT, DECK]))

    assert "X · sam_invented" in seen(preview)
    assert "2 new" in seen(preview)
    assert [line[2] for line in listed(preview)] == ["Deck", "Klout"]
    assert preview.take.text() == "&Import 2 apps"
    assert (stage.accounts(), stage.apps()) == ([], [])

    stage.press(preview.take)
    stage.told("twitter-2026.zip is imported: 2 new.")
    assert (stage.accounts(), stage.apps()) == (["sam_invented"], ["Deck", "Klout"])


def test_one_app_is_one_app(stage: Stage, tmp_path: Path) -> None:
    assert stage.look(x_zip(tmp_path / "x.zip", [KLOUT])).take.text() == "&Import 1 app"


def test_escape_leaves_without_a_trace(stage: Stage, tmp_path: Path) -> None:
    preview = stage.look(x_zip(tmp_path / "x.zip", [KLOUT]))
    stage.qtbot.keyClick(preview, Qt.Key.Key_Escape)
    stage.qtbot.waitUntil(lambda: not stage.has(ImportPreview))
    assert (stage.accounts(), stage.workspace.seeing.imports()) == ([], [])
    assert stage.messages.text == ""


def test_enter_imports(stage: Stage, tmp_path: Path) -> None:
    preview = stage.look(x_zip(tmp_path / "x.zip", [KLOUT]))
    stage.qtbot.keyClick(preview, Qt.Key.Key_Return)
    stage.told("is imported")
    assert stage.apps() == ["Klout"]


def test_lists_leave_enter_and_escape_to_the_dialog(stage: Stage, tmp_path: Path) -> None:
    archive = x_zip(tmp_path / "x.zip", [KLOUT])
    stage.qtbot.keyClick(pane(stage.look(archive)).table, Qt.Key.Key_Escape)
    stage.qtbot.waitUntil(lambda: not stage.has(ImportPreview))
    stage.qtbot.keyClick(pane(stage.look(archive)).table, Qt.Key.Key_Return)
    stage.told("is imported")


def test_lines_are_copied(stage: Stage, tmp_path: Path) -> None:
    table = pane(stage.look(x_zip(tmp_path / "x.zip", [KLOUT, DECK]))).table
    table.selectAll()
    stage.qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert [line.split("\t")[2] for line in copied.splitlines()] == ["Name", "Deck", "Klout"]


def test_undo_in_the_message_takes_it_back(stage: Stage, tmp_path: Path) -> None:
    stage.take(x_zip(tmp_path / "x.zip", [KLOUT]))
    stage.press(stage.messages.button)
    stage.told("undone")
    assert (stage.accounts(), stage.apps()) == ([], [])


def test_a_list_of_followers_is_a_reading_of_a_score(stage: Stage, tmp_path: Path) -> None:
    preview = stage.look(x_zip(tmp_path / "x.zip", [KLOUT], followers=1_234))
    assert "1 new · 1 reading of a score: X followers 1,234" in seen(preview)
    assert preview.take.text() == "&Import 1 app"
    stage.press(preview.take)
    stage.told("x.zip is imported: 1 new, 1 reading of a score.")
    assert [s.latest and s.latest.value.number for s in stage.workspace.scoring.scores()] == [1_234]
    stage.press(stage.messages.button)
    stage.told("undone")
    assert stage.workspace.scoring.scores() == []


def test_an_archive_with_only_a_new_reading_says_so(stage: Stage, tmp_path: Path) -> None:
    stage.take(x_zip(tmp_path / "old.zip", [KLOUT], made="2020-01-01T00:00:00.000Z"))
    preview = stage.look(x_zip(tmp_path / "new.zip", [KLOUT], followers=3))
    assert "1 reading of a score: X followers 3 · 1 known as it is" in seen(preview)
    assert preview.take.text() == "&Import 1 reading"


def test_next_archive_shows_what_changed(stage: Stage, tmp_path: Path) -> None:
    stage.take(x_zip(tmp_path / "old.zip", [KLOUT, DECK], made="2020-01-01T00:00:00.000Z"))
    preview = stage.look(x_zip(tmp_path / "new.zip", [KLOUT, BUFFER]))
    assert "1 new · 1 no longer listed · 1 known as it is" in seen(preview)
    assert [line[0] for line in listed(preview)] == ["new", "no longer listed"]
    assert preview.take.text() == "&Import 2 apps"


def test_filter_shows_one_fate(stage: Stage, tmp_path: Path) -> None:
    stage.take(x_zip(tmp_path / "old.zip", [KLOUT, DECK], made="2020-01-01T00:00:00.000Z"))
    preview = stage.look(x_zip(tmp_path / "new.zip", [KLOUT, BUFFER]))
    (button,) = [b for b in pane(preview).filters.buttons if "no longer" in b.text()]
    stage.press(button)
    assert [line[2] for line in listed(preview)] == ["Deck"]


def test_same_archive_again_changes_nothing(stage: Stage, tmp_path: Path) -> None:
    archive = x_zip(tmp_path / "x.zip", [KLOUT])
    stage.take(archive)
    preview = stage.look(archive)
    assert "You imported this very archive on" in seen(preview)
    assert "Importing it again changes nothing." in seen(preview)
    assert not preview.take.isVisibleTo(preview)
    assert preview.cancel.text() == "&Close"


def test_known_archive_of_a_later_day_is_noted(stage: Stage, tmp_path: Path) -> None:
    stage.take(x_zip(tmp_path / "old.zip", [KLOUT], made="2020-01-01T00:00:00.000Z"))
    preview = stage.look(x_zip(tmp_path / "new.zip", [KLOUT]))
    assert "known already" in seen(preview)
    assert preview.take.text() == "&Import as seen again"
    stage.press(preview.take)
    stage.told("Nothing changed.")
    assert [grant.last_seen.year for grant in stage.grants()] == [2026]


# --- what the person decides -------------------------------------------------------------------


def test_left_out_is_not_written(stage: Stage, tmp_path: Path) -> None:
    one = x_zip(tmp_path / "one.zip", [KLOUT])
    other = x_zip(tmp_path / "other.zip", [DECK, BUFFER], account=("200", "jo_invented"))
    preview = stage.look(one, other)
    assert preview.take.text() == "&Import 3 apps"
    preview.files.selectRow(1)
    pane(preview).choices.out.click()
    assert preview.take.text() == "&Import 1 app"
    assert preview.files.rows_model.text(1, 7) == "left out"
    stage.press(preview.take)
    stage.told("one.zip is imported")
    assert stage.accounts() == ["sam_invented"]


def test_two_downloads_of_one_account_are_counted_once(stage: Stage, tmp_path: Path) -> None:
    """Nothing is promised of the second that the first may change."""
    old = x_zip(tmp_path / "a.zip", [KLOUT, DECK], made="2020-01-01T00:00:00.000Z")
    preview = stage.look(old, x_zip(tmp_path / "b.zip", [KLOUT, BUFFER]))
    assert [preview.files.rows_model.text(row, 3) for row in range(2)] == ["2", "?"]
    preview.files.selectRow(1)
    assert "Another download of this account is imported before this one." in seen(preview)
    preview.files.selectRow(0)
    pane(preview).choices.out.click()
    assert [preview.files.rows_model.text(row, 3) for row in range(2)] == ["2", "2"]
    pane(preview).choices.out.click()
    stage.press(preview.take)
    stage.told("2 downloads are imported: 3 new, 1 no longer listed.")
    assert stage.accounts() == ["sam_invented"]


def test_all_left_out_cannot_be_imported(stage: Stage, tmp_path: Path) -> None:
    preview = stage.look(x_zip(tmp_path / "x.zip", [KLOUT]))
    pane(preview).choices.out.click()
    assert not preview.take.isVisibleTo(preview)


def test_download_can_go_to_another_account(stage: Stage, tmp_path: Path) -> None:
    stage.take(x_zip(tmp_path / "one.zip", [KLOUT]))
    other = x_zip(tmp_path / "two.zip", [DECK], account=("200", "jo_invented"))
    preview = stage.look(other)
    assert preview.files.rows_model.text(0, 1) == "X · jo_invented (new account)"
    choose(preview, "X · sam_invented")
    assert "worked out again when you import" in seen(preview)
    stage.press(preview.take)
    stage.told("two.zip is imported")
    assert len(stage.accounts()) == 1
    assert {g.app.name: g.account_id for g in stage.grants()}.keys() == {"Klout", "Deck"}


def test_download_can_be_an_account_of_its_own(stage: Stage, tmp_path: Path) -> None:
    stage.take(x_zip(tmp_path / "one.zip", [KLOUT], made="2020-01-01T00:00:00.000Z"))
    preview = stage.look(x_zip(tmp_path / "two.zip", [KLOUT, DECK], account=(None, "sam_invented")))
    assert "1 new" in seen(preview)
    choose(preview, "a new account")
    assert "2 new" in seen(preview)
    assert preview.take.text() == "&Import 2 apps"
    stage.press(preview.take)
    stage.told("two.zip is imported")
    assert len(stage.accounts()) == 2


def test_guessed_date_can_be_corrected(stage: Stage, tmp_path: Path) -> None:
    archive = x_zip(tmp_path / "twitter-2019-02-18-abc.zip", [KLOUT], made=None)
    preview = stage.look(archive)
    assert "guessed from the file name" in seen(preview)
    field = pane(preview).choices.day
    assert field is not None
    assert field.date() == QDate(2019, 2, 18)
    field.setDate(QDate(2018, 11, 30))
    stage.press(preview.take)
    stage.told("is imported")
    (record,) = stage.workspace.seeing.imports()
    assert (record.as_of.date(), record.as_of_source) == (date(2018, 11, 30), "person")


def test_stated_date_cannot_be_changed(stage: Stage, tmp_path: Path) -> None:
    preview = stage.look(x_zip(tmp_path / "x.zip", [KLOUT]))
    assert "the archive says so" in seen(preview)
    assert pane(preview).choices.day is None


# --- files that come in other ways -------------------------------------------------------------


def test_files_are_chosen_in_a_dialog(stage: Stage, tmp_path: Path) -> None:
    archive = x_zip(tmp_path / "x.zip", [KLOUT])
    stage.flow.choose()
    dialog = stage.dialog(QFileDialog)
    dialog.filesSelected.emit([str(archive)])
    dialog.reject()
    assert stage.dialog(ImportPreview).take.text() == "&Import 1 app"


def test_unpacked_folder_is_a_download(stage: Stage, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(x_zip(tmp_path / "x.zip", [KLOUT])) as archive:
        archive.extractall(tmp_path / "unpacked")
    stage.flow.choose_folder()
    dialog = stage.dialog(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.filesSelected.emit([str(tmp_path / "unpacked")])
    dialog.reject()
    assert stage.dialog(ImportPreview).take.text() == "&Import 1 app"


def test_files_that_come_meanwhile_wait_their_turn(stage: Stage, tmp_path: Path) -> None:
    first = stage.look(x_zip(tmp_path / "one.zip", [KLOUT]))
    stage.flow.begin([x_zip(tmp_path / "two.zip", [KLOUT, DECK])])
    assert stage.dialog(ImportPreview) is first
    stage.press(first.take)
    stage.told("one.zip is imported")
    assert "two.zip" in seen(stage.dialog(ImportPreview))


def test_the_networks_own_id_cannot_be_overruled(stage: Stage, tmp_path: Path) -> None:
    """Two accounts of one id would be one account told twice."""
    stage.take(x_zip(tmp_path / "one.zip", [KLOUT]))
    preview = stage.look(x_zip(tmp_path / "two.zip", [DECK]))
    assert [pane(preview).choices.account.itemText(0)] == ["X · sam_invented"]
    assert pane(preview).choices.account.count() == 1
