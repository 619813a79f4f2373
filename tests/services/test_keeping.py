"""Files are kept as proof, once each, and a reading may carry one."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from footprint.domain.changes import Kind
from footprint.errors import FootprintError
from footprint.services import keeping
from footprint.services.recording import Origin
from footprint.services.workspace import Workspace
from footprint.store.database import Database
from tests.services.conftest import Clock


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "Klout, 2011.png"
    path.write_bytes(b"\x89PNG invented")
    return path


def kept_files(workspace: Workspace) -> list[str]:
    return [p.name for p in (workspace.folder / "evidence").rglob("*") if p.is_file()]


def test_what_is_kept_can_be_found_again(workspace: Workspace, picture: Path) -> None:
    evidence = workspace.keeping.keep(picture, " my score \n")
    assert evidence.sha256 == hashlib.sha256(picture.read_bytes()).hexdigest()
    assert (evidence.name, evidence.size, evidence.media_type, evidence.shows) == (
        "Klout, 2011.png", 13, "image/png", "my score",
    )  # fmt: skip
    assert workspace.take_changes().touches(Kind.EVIDENCE)
    picture.unlink()
    assert workspace.keeping.path(evidence.sha256).read_bytes() == b"\x89PNG invented"
    assert workspace.keeping.evidence(evidence.sha256) == evidence
    assert workspace.keeping.all() == [evidence]


def test_the_same_bytes_are_kept_once_and_no_word_is_lost(
    workspace: Workspace, picture: Path, clock: Clock
) -> None:
    first = workspace.keeping.keep(picture)
    for words in ("score 37", "the old page", "score 37", ""):
        workspace.keeping.keep_bytes(picture.read_bytes(), "other name", words)
    again = workspace.keeping.keep(picture)
    assert (again.sha256, again.name, again.kept_at) == (first.sha256, first.name, first.kept_at)
    assert again.shows == "score 37\nthe old page"
    assert workspace.keeping.all() == [again]
    assert kept_files(workspace) == [f"{first.sha256}.bin"]


def test_the_newest_comes_first(workspace: Workspace) -> None:
    for name in ("one.txt", "two.unheard-of", ""):
        workspace.keeping.keep_bytes(name.encode() or b"-", name)
    assert [(e.name, e.media_type) for e in workspace.keeping.all()] == [
        ("file", "application/octet-stream"),
        ("two.unheard-of", "application/octet-stream"),
        ("one.txt", "text/plain"),
    ]


def test_what_cannot_be_kept_is_a_sentence(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty, large = tmp_path / "empty.png", tmp_path / "large.png"
    empty.touch()
    large.write_bytes(b"x" * 3_000)
    monkeypatch.setattr(keeping, "LARGEST", 2_999)
    monkeypatch.setattr(keeping, "_CHUNK", 1_000)
    for path, sentence in (
        (empty, "empty.png is empty."),
        (large, "large.png is larger than"),
        (tmp_path / "gone.png", "gone.png cannot be read: No such file"),
        (tmp_path, "is not a file."),
    ):
        with pytest.raises(FootprintError) as refused:
            workspace.keeping.keep(path)
        assert sentence in refused.value.title
        assert refused.value.hint
    assert workspace.keeping.all() == []
    assert kept_files(workspace) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes to be had")
def test_nobody_waits_for_a_pipe(workspace: Workspace, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FootprintError, match="pipe is not a file"):
        workspace.keeping.keep(tmp_path / "pipe")


def test_a_hundred_megabytes_are_the_limit() -> None:
    assert keeping.LARGEST == 100 * 1024 * 1024


def test_without_a_row_no_file_stays(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    known = workspace.keeping.keep_bytes(b"known", "known.png")

    def full(*_arguments: object) -> int:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Database, "execute", full)
    with pytest.raises(FootprintError, match="disk is full"):
        workspace.keeping.keep_bytes(b"new", "new.png")
    with pytest.raises(FootprintError, match="disk is full"):
        workspace.keeping.keep_bytes(b"known", "known.png", "other words")
    assert kept_files(workspace) == [f"{known.sha256}.bin"]


def test_a_file_that_went_away_is_said_to_be_gone(workspace: Workspace) -> None:
    evidence = workspace.keeping.keep_bytes(b"picture", "a.png")
    workspace.keeping.path(evidence.sha256).unlink()
    with pytest.raises(FootprintError, match=r"a\.png is no longer in the data folder"):
        workspace.keeping.path(evidence.sha256)
    for unknown in ("0" * 64, "../../footprint.db", ""):
        assert workspace.keeping.evidence(unknown) is None
        with pytest.raises(FootprintError, match="was not kept"):
            workspace.keeping.path(unknown)


def test_a_reading_carries_its_screenshot(workspace: Workspace, picture: Path) -> None:
    klout = workspace.scoring.add("klout")
    day = date(2011, 10, 26)
    workspace.recording.record(klout, "37", day)
    proof = workspace.keeping.keep(picture).sha256
    recorded = workspace.recording.record(klout, "37", day, origin=Origin(evidence=proof))
    assert recorded.new, "the same value, and now there is proof of it"
    assert workspace.recording.reading(recorded.id).evidence == proof
    mended = workspace.recording.correct(recorded.id, "73", reason="slip")
    assert workspace.recording.reading(mended.id).evidence == proof


def test_a_reading_cannot_name_what_was_not_kept(workspace: Workspace) -> None:
    klout = workspace.scoring.add("klout")
    with pytest.raises(sqlite3.IntegrityError):
        workspace.recording.record(klout, "37", origin=Origin(evidence="0" * 64))
    assert workspace.recalling.ledger(klout) == []
