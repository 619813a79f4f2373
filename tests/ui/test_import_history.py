"""The history: what each import was and did, and taking one back, with a word where it costs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from footprint.domain.grant import Choice
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.import_history import ImportHistory
from tests.ui.import_stage import Stage, app, seen, x_zip

KLOUT, DECK = app("Klout", "1"), app("Deck", "2")


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    yield made
    made.close()


@pytest.fixture
def two_imports(stage: Stage, tmp_path: Path) -> Stage:
    """Klout in 2020; Klout and Deck in 2026."""
    stage.take(x_zip(tmp_path / "old.zip", [KLOUT], made="2020-01-01T12:00:00.000Z"))
    preview = stage.look(x_zip(tmp_path / "new.zip", [KLOUT, DECK, {"connectedApplication": "?"}]))
    stage.press(preview.take)
    stage.told("new.zip is imported")
    return stage


def history(stage: Stage) -> ImportHistory:
    stage.flow.show_history()
    return stage.dialog(ImportHistory)


def decide(stage: Stage, name: str) -> None:
    ids = [grant.id for grant in stage.grants() if grant.app.name == name]
    work = partial(_decide, ids=ids)
    stage.tasks.now(work)


def _decide(workspace: Workspace, ids: list[int]) -> None:
    workspace.deciding.decide(ids, Choice.LEAVE)


def test_history_is_empty_at_first(stage: Stage) -> None:
    dialog = history(stage)
    assert "Nothing has been imported yet." in seen(dialog)
    assert not dialog.undo.isVisibleTo(dialog)


def test_readings_of_scores_are_told(stage: Stage, tmp_path: Path) -> None:
    stage.take(x_zip(tmp_path / "x.zip", [KLOUT], followers=3))
    assert "1 new · 1 reading of a score" in seen(history(stage))


def test_newest_import_stands_first_and_is_explained(two_imports: Stage) -> None:
    dialog = history(two_imports)
    model = dialog.table.rows_model
    assert [model.text(row, 1) for row in range(2)] == ["new.zip", "old.zip"]
    assert [model.text(row, 2) for row in range(2)] == ["X · sam_invented"] * 2
    assert [model.text(row, 4) for row in range(2)] == ["1", "1"]
    words = seen(dialog)
    (record, _old) = two_imports.workspace.seeing.imports()
    assert record.sha256 in words.replace(" ", "")
    assert "the archive says so" in words
    assert "1 new · 1 unreadable" in words
    assert "data/connected-application.js, record 3" in words


def test_other_row_shows_the_other_import(two_imports: Stage) -> None:
    dialog = history(two_imports)
    dialog.table.setFocus()
    two_imports.qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert "old.zip" in seen(dialog.detail)


def test_undo_takes_one_import_back_at_once(two_imports: Stage) -> None:
    dialog = history(two_imports)
    two_imports.press(dialog.undo)
    two_imports.qtbot.waitUntil(lambda: "The import is undone." in dialog.messages.text)
    assert not dialog.question.isVisibleTo(dialog)
    assert two_imports.apps() == ["Klout"]
    assert dialog.table.rows_model.text(0, 9).startswith("undone on")
    assert not dialog.undo.isEnabled()


def test_undo_asks_first_when_decisions_would_be_lost(two_imports: Stage) -> None:
    decide(two_imports, "Deck")
    dialog = history(two_imports)
    two_imports.press(dialog.undo)
    assert "1 decision of yours" in seen(dialog.question)
    assert dialog.lose.text() == "&Undo and lose 1 decision"
    assert not dialog.lose.isDefault()
    two_imports.press(dialog.keep)
    assert not dialog.question.isVisibleTo(dialog)
    assert two_imports.apps() == ["Deck", "Klout"]

    two_imports.press(dialog.undo)
    two_imports.press(dialog.lose)
    two_imports.qtbot.waitUntil(lambda: "undone" in dialog.messages.text)
    assert two_imports.apps() == ["Klout"]


def test_question_goes_with_the_import_it_is_about(two_imports: Stage) -> None:
    decide(two_imports, "Deck")
    dialog = history(two_imports)
    two_imports.press(dialog.undo)
    dialog.table.selectRow(1)
    assert not dialog.question.isVisibleTo(dialog)


def test_undo_in_the_message_does_not_lose_decisions_silently(two_imports: Stage) -> None:
    decide(two_imports, "Deck")
    two_imports.press(two_imports.messages.button)
    dialog = two_imports.dialog(ImportHistory)
    assert "1 decision of yours" in seen(dialog.question)
    assert two_imports.apps() == ["Deck", "Klout"]


def test_undone_elsewhere_is_said(two_imports: Stage) -> None:
    dialog = history(two_imports)
    (newest, _old) = two_imports.workspace.seeing.imports()
    with Workspace.open(two_imports.workspace.folder) as other:
        other.importing.undo(newest.id)
    two_imports.press(dialog.undo)
    two_imports.qtbot.waitUntil(lambda: "already undone" in dialog.messages.text)


def test_what_was_added_by_hand_stands_there_too(stage: Stage) -> None:
    stage.tasks.now(lambda workspace: workspace.adding.account("google", "sam@invented.example"))
    dialog = history(stage)
    assert dialog.table.rows_model.text(0, 1) == "sam@invented.example, added by hand"
    assert dialog.table.rows_model.text(0, 8) == ""
    assert "SHA-256" not in seen(dialog)


def test_escape_closes(two_imports: Stage) -> None:
    dialog = history(two_imports)
    two_imports.qtbot.keyClick(dialog.table, Qt.Key.Key_Escape)
    two_imports.qtbot.waitUntil(lambda: not two_imports.has(ImportHistory))
