"""What is said of members that are damaged, hostile, or far too large."""

from __future__ import annotations

import json
import struct
import sys
import zipfile
from pathlib import Path

import pytest

from footprint.importers.archive import UnreadableMember
from tests.importers.judging import APPS, opened, patched, refusal, unreadable


@pytest.mark.parametrize("name", [APPS, "inner.zip"])
def test_a_password(zipped, name):
    path = zipped({name: "secret"})
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    content[6] |= 1
    path.write_bytes(content)
    assert refusal(path) == "The zip is protected with a password."


def test_a_way_of_packing_that_is_unknown(zipped):
    path = zipped({APPS: "[]" * 50}, compression=zipfile.ZIP_LZMA)
    with opened(path) as archive:
        assert "method 14" in unreadable(archive)


def test_wrong_content(zipped):
    path = zipped({APPS: b'{"right": 1}'}, compression=zipfile.ZIP_STORED)
    with opened(patched(path, b"right", b"wrong")) as archive:
        assert unreadable(archive) == "The file is damaged inside the zip."


def test_broken_compression(zipped):
    path = zipped({APPS: "[" + "1,2,3," * 500 + "1]"})
    content = bytearray(path.read_bytes())
    content[45:60] = b"\xff" * 15
    path.write_bytes(content)
    with opened(path) as archive:
        assert unreadable(archive) == "The file is damaged inside the zip."


def test_a_header_that_is_somewhere_else(zipped):
    path = patched(zipped({APPS: "[]"}), b"PK\x03\x04", b"PK\x03\x05")
    with opened(path) as archive:
        assert unreadable(archive) == "The file is damaged inside the zip."


def test_a_member_that_is_too_large_and_says_so(zipped):
    path = zipped({APPS: "[]"})
    with opened(with_size(path, 2 * 1024**3)) as archive:
        assert "larger than 256 MB" in unreadable(archive)


def test_a_member_that_is_larger_than_it_says(zipped):
    """zipfile stops where the table says the member ends, and then the checksum is wrong."""
    path = with_size(zipped({APPS: b"1" * 300_000_000}), 1000)
    with opened(path) as archive:
        assert unreadable(archive) == "The file is damaged inside the zip."


def with_size(path: Path, size: int) -> Path:
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, content.rindex(b"PK\x01\x02") + 24, size)
    path.write_bytes(content)
    return path


def test_a_bomb_is_not_set_off(zipped):
    path = zipped({APPS: b"[" + b" " * 60_000_000 + b"]"})
    assert path.stat().st_size < 100_000
    with opened(path) as archive:
        assert "200 times" in unreadable(archive)


def test_a_bomb_in_a_zip_in_a_zip(zipped):
    inner = zipped({APPS: b"[]"}, "inner.zip").read_bytes()
    path = zipped({"inner.zip": bytes(60_000_000) + inner})
    assert "200 times" in refusal(path)


def test_small_members_may_shrink_as_they_like(zipped):
    with opened(zipped({APPS: b"[" + b" " * 9_000_000 + b"]"})) as archive:
        assert archive.json(archive.members("*")[0]) == []


def test_all_members_together(zipped, monkeypatch: pytest.MonkeyPatch):
    from footprint.importers import archive as module

    monkeypatch.setattr(module, "MAX_TOTAL", 1000)
    with opened(zipped({f"{n}.js": "x" * 400 for n in range(3)})) as archive:
        first, second, third = archive.members("*")
        for _again in range(5):
            assert archive.text(first)
            assert archive.text(second)
        with pytest.raises(UnreadableMember, match="add up to more than"):
            archive.text(third)


def test_members_that_share_their_bytes(zipped):
    path = zipped({APPS: "[1]", "b.js": "[2]"})
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, content.rindex(b"PK\x01\x02") + 42, 0)
    path.write_bytes(content)
    with opened(path) as archive:
        for member in archive.members("*"):
            with pytest.raises(UnreadableMember, match="shares its place"):
                archive.text(member)


def test_members_that_reach_into_the_next(zipped):
    path = zipped({APPS: b"[1]", "b.js": "[2]"}, compression=zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    record = content.index(b"PK\x01\x02")
    for place in (record + 20, record + 24):
        struct.pack_into("<L", content, place, 60)
    path.write_bytes(content)
    with opened(path) as archive:
        with pytest.raises(UnreadableMember, match="shares its place"):
            archive.text(archive.members(APPS)[0])
        assert archive.text(archive.members("b.js")[0]) == "[2]"


@pytest.mark.parametrize("field", ["comment", "extra"])
def test_a_member_with_a_false_end_in_its_record(tmp_path: Path, field):
    path = tmp_path / "a.zip"
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 0, 0, 0, 0)
    false = end64 + struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    with zipfile.ZipFile(path, "w") as target:
        member = zipfile.ZipInfo(APPS)
        member.extra = struct.pack("<2H", 0xCAFE, len(false)) + false if field == "extra" else b""
        member.comment = false if field == "comment" else b""
        target.writestr(member, "[1]")
        target.writestr("b.txt", "")
    with opened(path) as archive:
        assert archive.text(archive.members("*")[0]) == "[1]"


def test_text_that_is_not_utf_8(zipped):
    with opened(zipped({APPS: "[é]".encode("latin-1")})) as archive:
        assert unreadable(archive) == "The file is not written in UTF-8."


@pytest.mark.parametrize("text", ["", "{", '{"a": }', "[1,]", "nonsense", "[" + "9" * 9999 + "]"])
def test_text_that_is_not_json(zipped, text):
    with opened(zipped({APPS: text})) as archive:
        assert unreadable(archive, as_json=True).startswith("The file is not the JSON")


@pytest.mark.parametrize("depth", [101, 10_000, 1_000_000])
@pytest.mark.parametrize(("before", "after"), [("[", "]"), ('{"a":', "}"), ('[1,{"a":', "}]")])
def test_json_that_is_too_deep(zipped, depth, before, after):
    text = before * depth + "1" + after * depth
    with opened(zipped({APPS: text})) as archive:
        assert unreadable(archive, as_json=True) == (
            "The file nests its records deeper than any real one."
        )
    assert sys.getrecursionlimit() < 10_000


def test_json_as_deep_as_allowed(zipped):
    text = "[" * 100 + "]" * 100
    with opened(zipped({APPS: text})) as archive:
        assert json.dumps(archive.json(archive.members("*")[0])) == text


def test_json_of_too_many_values(zipped):
    with opened(zipped({APPS: "[" + "{}," * 10_000_001 + "1]"}, compression=0)) as archive:
        assert unreadable(archive, as_json=True) == "The file lists more than 10000000 values."


@pytest.mark.parametrize(
    "name",
    [
        "../apps.json",
        "a/../../apps.json",
        "/etc/apps.json",
        "C:/apps.json",
        "C:\\temp\\apps.json",
        "..\\apps.json",
        "data/apps\x1b[2J.json",
        "apps\u202enosj.json",
    ],
)
def test_names_that_lead_out_are_left_out(zipped, name):
    with opened(zipped({name: "[]", "data/account.js": "x"})) as archive:
        assert [m.path for m in archive.members("*")] == ["data/account.js"]
        (problem,) = archive.problems
        assert problem.where.file.isascii()
        assert "leads out" in problem.why


def test_a_name_with_a_nul(zipped):
    path = patched(zipped({"appsX.json": "[]", "a.js": ""}), b"appsX", b"apps\0")
    with opened(path) as archive:
        assert [m.path for m in archive.members("*")] == ["a.js"]
        assert len(archive.problems) == 1


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name(zipped):
    with opened(zipped([(APPS, "[1]"), ("a/b.js", ""), (APPS, "[2]")])) as archive:
        (member,) = archive.members(APPS)
        assert archive.json(member) == [1]
        (problem,) = archive.problems
        assert problem.where.file == APPS
