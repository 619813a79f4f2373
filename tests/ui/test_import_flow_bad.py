"""Every way an import can go wrong, taken once: a sentence with a remedy, and nothing written."""

from __future__ import annotations

import os
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint.paths import DATABASE_NAME
from footprint.ui.dialogs.import_download import DownloadPane
from footprint.ui.dialogs.import_preview import ImportPreview
from footprint.ui.opening import OpeningDialog
from footprint.ui.widgets.download_steps import DownloadSteps
from tests.ui.import_stage import Stage, app, fake_browser, seen, x_zip

HOSTILE = "<img src=x onerror=alert(1)>\u202egpj.exe"


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    yield made
    made.close()


def refused(stage: Stage, *paths: Path) -> ImportPreview:
    """Bring files of which none can be imported."""
    preview = stage.look(*paths)
    assert not preview.take.isVisibleTo(preview)
    assert stage.workspace.seeing.imports() == []
    return preview


def cut(path: Path) -> Path:
    """An archive of which only the first half arrived."""
    whole = x_zip(path, [app("Klout", "1")]).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def test_empty_file(stage: Stage, tmp_path: Path) -> None:
    empty = tmp_path / "twitter.zip"
    empty.write_bytes(b"")
    words = seen(refused(stage, empty))
    assert words.startswith("This file cannot be imported\ntwitter.zip\n")
    assert words.count("\n") >= 3, "a title and a remedy"


def test_half_a_file(stage: Stage, tmp_path: Path) -> None:
    assert "twitter.zip" in seen(refused(stage, cut(tmp_path / "twitter.zip")))


def test_file_that_is_gone(stage: Stage, tmp_path: Path) -> None:
    assert "gone.zip" in seen(refused(stage, tmp_path / "gone.zip"))


def test_something_else(stage: Stage, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "holiday.zip", "w") as target:
        target.writestr("beach.txt", "sand")
    assert "Footprint reads the downloads of" in seen(refused(stage, tmp_path / "holiday.zip"))


def test_bad_file_does_not_stop_the_good_one(stage: Stage, tmp_path: Path) -> None:
    good = x_zip(tmp_path / "good.zip", [app("Klout", "1")])
    preview = stage.look(cut(tmp_path / "bad.zip"), good)
    assert "1 file cannot be imported." in seen(preview)
    shown = [preview.files.rows_model.text(row, 7) for row in range(2)]
    assert shown == ["ready", "cannot be imported"]
    stage.press(preview.take)
    stage.told("good.zip is imported")
    assert stage.apps() == ["Klout"]


def test_wrong_kind_of_download_leads_to_the_right_one(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Facebook offers HTML first; this one holds nothing that can be read."""
    opened = fake_browser(monkeypatch)
    with zipfile.ZipFile(tmp_path / "facebook-sam.zip", "w") as target:
        target.writestr(
            "your_facebook_activity/posts/your_posts.html", "<html><title>Posts</title></html>"
        )
    preview = refused(stage, tmp_path / "facebook-sam.zip")
    assert "Format: JSON" in seen(preview)
    (steps,) = preview.findChildren(DownloadSteps)
    assert steps.button is not None
    stage.press(steps.button)
    question = stage.dialog(OpeningDialog)
    assert "accountscenter.facebook.com" in seen(question)
    assert opened == []
    stage.press(question.go)
    assert opened == ["accountscenter.facebook.com"]


def test_unreadable_records_are_listed_with_their_reason(stage: Stage, tmp_path: Path) -> None:
    archive = x_zip(tmp_path / "x.zip", [app("Klout", "1"), {"connectedApplication": "?"}])
    preview = stage.look(archive)
    assert preview.take.text() == "&Import 1 app"
    (pane,) = preview.findChildren(DownloadPane)
    (button,) = [b for b in pane.filters.buttons if "unreadable" in b.text()]
    stage.press(button)
    model = pane.table.rows_model
    assert model.text(0, 2) == "data/connected-application.js, record 2"
    assert model.text(0, 3) != ""
    stage.press(preview.take)
    stage.told("1 unreadable. What could not be read stands in the import history.")


def test_hostile_names_are_plain_text(stage: Stage, tmp_path: Path) -> None:
    archive = x_zip(tmp_path / "x.zip", [app(HOSTILE, "1")], account=("1", HOSTILE))
    preview = stage.look(archive)
    words = seen(preview)
    assert "<img src=x" in words, "shown as it is written, not drawn"
    assert "\u202e" not in words + preview.files.rows_model.text(0, 1)
    (pane,) = preview.findChildren(DownloadPane)
    assert pane.table.rows_model.text(0, 2) == "<img src=x onerror=alert(1)>gpj.exe"
    assert "\u202e" not in pane.choices.account.itemText(0)
    stage.press(preview.take)
    stage.told("is imported")


def test_database_in_use_elsewhere(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the person decided is not lost: they try again from where they were."""
    monkeypatch.setattr("footprint.store.database.WAIT_SECONDS", 0.1)
    jo = x_zip(tmp_path / "y.zip", [app("Deck", "2")], account=("200", "jo_invented"))
    preview = stage.look(x_zip(tmp_path / "x.zip", [app("Klout", "1")]), jo)
    preview.files.selectRow(1)
    (pane,) = [p for p in preview.findChildren(DownloadPane) if p.isVisibleTo(preview)]
    pane.choices.out.click()
    other = sqlite3.connect(tmp_path / "store" / DATABASE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        stage.press(preview.take)
        stage.qtbot.waitUntil(lambda: "Another program" in preview.messages.text)
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert preview.isVisible()
    assert stage.workspace.seeing.imports() == []
    stage.press(preview.take)
    stage.told("x.zip is imported")
    assert stage.apps() == ["Klout"]


def test_read_only_folder(stage: Stage, tmp_path: Path) -> None:
    """The worker opens the folder for itself, after it was taken away."""
    store, archive = tmp_path / "store", x_zip(tmp_path / "x.zip", [app("Klout", "1")])
    for file in (*store.iterdir(), store):
        file.chmod(0o500)
    try:
        if os.access(store, os.W_OK):
            pytest.skip("nothing is read-only for the administrator")
        preview = stage.look(archive)
        stage.press(preview.take)
        stage.qtbot.waitUntil(lambda: preview.messages.text != "")
    finally:
        store.chmod(0o700)
    assert str(store) in preview.messages.text
    assert stage.workspace.seeing.imports() == []


def test_fault_of_ours_leaves_the_way_free(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_arguments: object, **_named: object) -> None:
        raise ZeroDivisionError

    archive = x_zip(tmp_path / "x.zip", [app("Klout", "1")])
    with monkeypatch.context() as patch, stage.qtbot.captureExceptions() as faults:
        patch.setattr("footprint.services.importing.Importing.inspect", break_down)
        stage.flow.begin([archive])
        stage.told("Something went wrong in Footprint.")
    assert [kind for kind, _error, _trace in faults] == [ZeroDivisionError]
    assert stage.look(archive).take.text() == "&Import 1 app"
