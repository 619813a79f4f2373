"""What is said of files that are no whole zip, locked, or no zip at all."""

from __future__ import annotations

import os
import random
import zipfile
from pathlib import Path

import pytest

from tests.importers.judging import APPS, opened, patched, refusal


def test_an_empty_file(tmp_path: Path):
    (tmp_path / "a.zip").touch()
    assert refusal(tmp_path / "a.zip") == "The file is empty."


@pytest.mark.parametrize("kept", [5, 40, 0.3, 0.9])
def test_a_cut_off_zip(zipped, kept):
    path = zipped({APPS: random.Random(1).randbytes(5000)}, compression=zipfile.ZIP_STORED)
    content = path.read_bytes()
    path.write_bytes(content[: kept if isinstance(kept, int) else int(len(content) * kept)])
    assert refusal(path) == "The zip is cut off: its end is missing."


@pytest.mark.parametrize(
    ("start", "word"),
    [
        (b"\x1f\x8b\x08", ".tar.gz"),
        (b"7z\xbc\xaf\x27\x1c", ".7z"),
        (b"Rar!\x1a\x07\x01\x00", ".rar"),
        (b"\0" * 257 + b"ustar", ".tar"),
        (b"%PDF-1.7", "PDF"),
        (b"\n<!DOCTYPE html><html>", "web page"),
        (b"\xef\xbb\xbf{}", "one file"),
        (b"window.YTD.account.part0 = []", "one file"),
        (b"\x89PNG\r\n", "neither"),
    ],
)
def test_something_else(tmp_path: Path, start, word):
    path = tmp_path / "download.zip"
    path.write_bytes(start + b" and so on")
    assert word in refusal(path)


def test_a_download_that_is_still_running(tmp_path: Path):
    path = tmp_path / "facebook.zip.crdownload"
    path.write_bytes(b"PK\x03\x04")
    assert "not finished" in refusal(path)


def test_a_file_that_vanished(tmp_path: Path):
    assert refusal(tmp_path / "gone.zip") == "The file is not there any more."


def test_a_file_of_somebody_else(zipped, monkeypatch: pytest.MonkeyPatch):
    path = zipped({APPS: "[]"})

    def deny(*_args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", deny)
    assert "not allowed" in refusal(path)


def test_a_disk_that_fails(zipped, monkeypatch: pytest.MonkeyPatch):
    path = zipped({APPS: "[]"})

    def fail(*_args: object) -> int:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    assert refusal(path) == "The file cannot be read: Input/output error."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.zip")
    assert "device or a pipe" in refusal(tmp_path / "pipe.zip")


def test_one_piece_of_a_split_zip(zipped):
    path = zipped({APPS: "[]"})
    patched(path, b"PK\x05\x06\0\0\0\0", b"PK\x05\x06\2\0\0\0")
    assert "one piece" in refusal(path)


@pytest.mark.parametrize("place", [0, 28, 30, 32])
def test_a_damaged_table_of_contents(zipped, place):
    path = zipped({APPS: "[]", "b.js": ""})
    content = bytearray(path.read_bytes())
    second = content.rindex(b"PK\x01\x02")
    content[second + place : second + place + 2] = b"\xff\xee"
    path.write_bytes(content)
    assert refusal(path) == "The zip is damaged: its table of contents cannot be read."


def test_a_table_of_contents_beyond_the_limit(zipped, monkeypatch: pytest.MonkeyPatch):
    from footprint.importers.files import zip_directory

    monkeypatch.setattr(zip_directory, "MAX_DIRECTORY", 60)
    assert "table of contents is larger" in refusal(zipped({APPS: "[]", "b.js": ""}))


def test_more_wanted_members_than_any_network_has(zipped, monkeypatch: pytest.MonkeyPatch):
    from footprint.importers.files import zip_directory

    monkeypatch.setattr(zip_directory, "MAX_WANTED", 5)
    assert "more than 5 files" in refusal(zipped({f"{n}.js": "" for n in range(6)}))


def test_an_empty_zip_has_no_members(zipped):
    with opened(zipped({})) as archive:
        assert archive.members("*") == ()
