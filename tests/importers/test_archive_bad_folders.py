"""What is said of unpacked folders with links, pipes and too much in them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.importers.judging import APPS, opened, refusal, unreadable


def test_links_in_a_folder_are_not_followed(unpacked, zipped, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "apps1.json").write_text("[]")
    folder = unpacked({"data/account.js": "x"})
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "away").symlink_to(outside, target_is_directory=True)
    (folder / "apps2.json").symlink_to(outside / "apps1.json")
    (folder / "inner.zip").symlink_to(zipped({"apps3.json": "[]"}))
    with opened(folder) as archive:
        assert [m.path for m in archive.members("*")] == ["data/account.js"]
        (problem,) = archive.problems
        assert problem.where.file == "apps2.json"


def test_a_link_that_was_chosen_is_followed(zipped, unpacked, tmp_path: Path):
    for target in (zipped({APPS: "[]"}), unpacked({APPS: "[]"})):
        link = tmp_path / f"link to {target.name}"
        link.symlink_to(target)
        with opened(link) as archive:
            assert archive.has(APPS)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_a_folder_is_not_waited_for(unpacked):
    folder = unpacked({"data/account.js": "x"})
    os.mkfifo(folder / "apps.json")
    with opened(folder) as archive:
        assert [m.path for m in archive.members("*")] == ["data/account.js"]
        assert len(archive.problems) == 1


def test_a_file_that_became_a_link_meanwhile(unpacked, tmp_path: Path):
    (tmp_path / "secret").write_text("[]")
    folder = unpacked({APPS: "[]"})
    with opened(folder) as archive:
        (folder / APPS).unlink()
        (folder / APPS).symlink_to(tmp_path / "secret")
        assert "cannot be read" in unreadable(archive)


def test_a_file_that_vanished_from_a_folder(unpacked):
    folder = unpacked({APPS: "[]"})
    with opened(folder) as archive:
        (folder / APPS).unlink()
        assert "cannot be read" in unreadable(archive)


def test_a_huge_file_in_a_folder(unpacked):
    folder = unpacked({APPS: "[]"})
    with (folder / APPS).open("r+b") as file:
        file.truncate(2 * 1024**3)
    with opened(folder) as archive:
        assert "larger than 256 MB" in unreadable(archive)


def test_a_folder_that_may_not_be_listed(unpacked, monkeypatch: pytest.MonkeyPatch):
    folder = unpacked({"a.js": "x", "locked/apps.json": "[]"})
    scandir = os.scandir

    def deny(path: str) -> object:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny)
    with opened(folder) as archive:
        assert [m.path for m in archive.members("*")] == ["a.js"]
        assert archive.problems[0].where.file == "locked/"
        assert "Permission denied" in archive.problems[0].why


def test_a_folder_far_too_large(unpacked, monkeypatch: pytest.MonkeyPatch):
    from footprint.importers.files import folder_source

    monkeypatch.setattr(folder_source, "MAX_FOLDER_FILES", 5)
    assert "too many files" in refusal(unpacked({f"{n}.txt": "" for n in range(6)}))


def test_a_folder_deeper_than_any_download(unpacked, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("footprint.importers.files.folder_source.MAX_FOLDER_DEPTH", 3)
    folder = unpacked({"a/b/c/apps1.json": "", "a/b/c/d/apps2.json": ""})
    with opened(folder) as archive:
        assert [m.name for m in archive.members("*")] == ["apps1.json"]
