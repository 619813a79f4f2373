"""The many forms of zips that are sound."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from footprint.importers.archive import Archive
from footprint.progress import Progress

APPS = {"installed_apps_v2": [{"name": "Example Quiz"}]}
WANTED = ("apps*.json", "account.js", "who_you've_followed.json", "list*.js")


def opened(*paths: Path, progress: Progress | None = None) -> Archive:
    return Archive.open(paths, WANTED, progress or Progress())


def paths_of(archive: Archive) -> list[str]:
    return [member.path for member in archive.members("*")]


def test_names_in_the_old_character_set_are_read(tmp_path: Path):
    # Written by a tool that knows no UTF-8: the flag is not set and the bytes are cp437.
    path = tmp_path / "old.zip"
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("Freunde-über/apps.json".replace("ü", "u"), "{}")
    content = path.read_bytes().replace(b"Freunde-uber", b"Freunde-\x81ber")
    path.write_bytes(content)
    with opened(path) as archive:
        (member,) = archive.members("*")
        assert archive.json(member) == {}


def test_backslashes_of_old_windows_tools_separate_folders(zipped):
    with opened(zipped({"data\\account.js": "x"})) as archive:
        assert paths_of(archive) == ["data/account.js"]
        assert archive.text(archive.members("account.js")[0]) == "x"


def test_zips_with_something_before_and_after_them(zipped, tmp_path: Path):
    plain = zipped({"apps.json": APPS}).read_bytes()
    path = tmp_path / "self-extracting.zip"
    path.write_bytes(b"#!/bin/sh\nexit\n" * 9 + plain + b"\0" * 40)
    with opened(path) as archive:
        assert archive.json(archive.members("*")[0]) == APPS


def test_a_comment_that_looks_like_an_end(zipped, tmp_path: Path):
    path = tmp_path / "comment.zip"
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("apps.json", "[1]")
        target.comment = b"PK\x05\x06" * 20
    with opened(path) as archive:
        assert archive.json(archive.members("*")[0]) == [1]


def test_the_long_form_of_zips(tmp_path: Path):
    """Sizes, start and end as zips over 4 GB write them; made by hand to stay small."""
    content, name = b"[1, 2]", b"apps.json"
    crc = zlib.crc32(content)
    header = struct.pack("<4s5H3L2H", b"PK\x03\x04", 45, 0, 0, 0, 0, crc, 6, 6, len(name), 0)
    junk = b"\0" * 100
    extra = struct.pack("<2H3Q", 1, 24, len(content), len(content), len(junk))
    full = 0xFFFFFFFF
    record = struct.pack(
        "<4s4B4H3L5H2L",
        *(b"PK\x01\x02", 45, 3, 45, 0, 0, 0, 0, 0, crc, full, full),
        *(len(name), len(extra), 0, 0, 0, 0, full),
    )
    record += name + extra
    body = junk + header + name + content
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, len(record), len(body))
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(body) + len(record), 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, full, full, 0)
    path = tmp_path / "long.zip"
    path.write_bytes(body + record + end64 + locator + end)
    assert zipfile.ZipFile(path).read("apps.json") == content
    with opened(path) as archive:
        assert archive.json(archive.members("*")[0]) == [1, 2]


@pytest.mark.skipif(sys.platform == "win32", reason="files with holes are an art there")
def test_the_finder_packs_more_than_four_gigabytes_without_the_long_form(tmp_path: Path):
    """As the Finder does it: what is too long for its field simply begins anew at 0."""
    path = tmp_path / "finder.zip"
    far = 1 << 32
    names = {b"1.mp4": 0, b"2.mp4": far - 99, b"apps.json": far + 500, b"account.js": far + 900}
    content = b"[1, 2]"
    table = b""
    with path.open("wb") as file:
        for name, start in names.items():
            crc, length = zlib.crc32(content), len(content)
            fields = (0, 0, 0, 0, crc, length, length, len(name), 0)
            file.seek(start)
            file.write(struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, *fields) + name + content)
            table += struct.pack(
                "<4s4B4H3L5H2L",
                *(b"PK\x01\x02", 20, 3, 20, 0, *fields, 0, 0, 0, 0, start % far),
            )
            table += name
        here = file.tell() % far
        end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 4, 4, len(table), here, 0)
        file.write(table + end)
    with opened(path) as archive:
        assert [archive.json(member) for member in archive.members("apps.json")] == [[1, 2]]
        assert archive.text(archive.members("account.js")[0]) == "[1, 2]"


def test_more_members_than_the_short_form_counts(tmp_path: Path):
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as target:
        for number in range(70_000):
            target.writestr(zipfile.ZipInfo(f"m/{number}.json"), b"")
        target.writestr("apps.json", "[1]")
    with opened(path) as archive:
        assert archive.json(archive.members("*")[0]) == [1]


def test_times_of_members(tmp_path: Path):
    path = tmp_path / "times.zip"
    exact = int(datetime(2024, 5, 12, 8, 30, 5, tzinfo=UTC).timestamp())
    with zipfile.ZipFile(path, "w") as target:
        unix = zipfile.ZipInfo("apps1.json", (2024, 5, 12, 10, 30, 4))
        unix.extra = struct.pack("<2HBL", 0x5455, 5, 1, exact)
        target.writestr(unix, "")
        target.writestr(zipfile.ZipInfo("apps2.json", (2021, 3, 4, 5, 6, 8)), "")
        target.writestr(zipfile.ZipInfo("apps3.json"), "")
    path.write_bytes(path.read_bytes().replace(struct.pack("<2H", 0, 33), b"\0\0\0\0"))
    with opened(path) as archive:
        assert [m.modified for m in archive.members("*")] == [
            datetime(2024, 5, 12, 8, 30, 5, tzinfo=UTC),
            datetime(2021, 3, 4, 5, 6, 8, tzinfo=UTC),
            None,
        ]
        assert archive.newest == datetime(2024, 5, 12, 8, 30, 5, tzinfo=UTC)
        assert archive.file_time == datetime.fromtimestamp(path.stat().st_mtime, UTC)


def test_a_zip_in_memory_is_the_same_as_on_disk():
    """`stretch` gives what zipfile needs of a file: seeks from all sides, whole reads."""
    from footprint.importers.files.stretch import stretch

    file = stretch(io.BytesIO(b"--0123456789--"), 2, 10, tail=b"abc")
    assert file.read() == b"0123456789abc"
    assert file.seek(-5, io.SEEK_END) == 8
    assert file.read(4) == b"89ab"
    assert file.seek(-2, io.SEEK_CUR) == 10
    assert file.tell() == 10
    assert file.read(99) == b"abc"
