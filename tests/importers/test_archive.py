"""What a download looks like to an importer, however it was packed."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from footprint.importers.archive import Archive, UnreadableMember
from footprint.importers.files import json_text
from footprint.progress import Cancelled, Progress

APPS = {"installed_apps_v2": [{"name": "Example Quiz"}]}
WANTED = ("apps*.json", "account.js", "who_you've_followed.json", "list*.js")


def opened(*paths: Path, progress: Progress | None = None) -> Archive:
    return Archive.open(paths, WANTED, progress or Progress())


def paths_of(archive: Archive) -> list[str]:
    return [member.path for member in archive.members("*")]


def test_only_wanted_members_are_seen(zipped):
    path = zipped({"a/apps.json": APPS, "a/photo.jpg": b"x", "messages/message_1.json": {}})
    with opened(path) as archive:
        (member,) = archive.members("*")
        assert (member.name, member.size) == ("apps.json", 49)
        assert archive.json(member) == APPS


@pytest.mark.parametrize(
    "name", ["who_you've_followed.json", "who_you’ve_followed.json", "Who_You_ve_Followed.JSON"]
)
def test_spellings_of_one_name_are_the_same(zipped, name):
    with opened(zipped({name: {}})) as archive:
        assert archive.has("who_you_ve_followed.json")
        assert archive.has("WHO_YOU’VE_followed.json")


def test_members_come_in_natural_order(zipped):
    names = ["data/list-part10.js", "data/list-part2.js", "data/list.js", "data/account.js"]
    with opened(zipped(dict.fromkeys(names, "x"))) as archive:
        assert [m.name for m in archive.members("list*.js")] == [
            "list.js",
            "list-part2.js",
            "list-part10.js",
        ]
        assert archive.members("nothing.js") == ()


def test_numbers_longer_than_int_takes_are_ordered_too(zipped):
    long = "9" * 200
    with opened(zipped({f"list{long}.js": "", f"{long * 30}/list.js": ""})) as archive:
        assert len(archive.members("*")) == 2


def test_an_extra_root_folder_and_litter_are_dropped(zipped):
    members = {
        "My copy/apps.json": APPS,
        "__MACOSX/My copy/._apps.json": b"\0",
        "__MACOSX/My copy/apps.json": b"\0",
        "My copy/._apps.json": b"\0",
    }
    with opened(zipped(members)) as archive:
        assert paths_of(archive) == ["apps.json"]


@pytest.mark.parametrize(
    "names",
    [
        ["data/account.js"],
        ["apps_and_websites_off_of_facebook/apps.json", "new_name_of_2030/apps_2.json"],
        ["account.js", "elsewhere/apps.json"],
    ],
)
def test_folders_of_the_network_itself_stay(zipped, names):
    with opened(zipped(dict.fromkeys(names, "{}"))) as archive:
        assert sorted(paths_of(archive)) == sorted(names)


def test_a_byte_order_mark_is_no_text(zipped):
    with opened(zipped({"apps.json": b"\xef\xbb\xbf[1]"})) as archive:
        (member,) = archive.members("apps.json")
        assert archive.text(member) == "[1]"
        assert archive.json(member) == [1]


def test_json_may_stand_behind_something(zipped):
    with opened(zipped({"account.js": 'window.YTD.account.part0 = [ {"a" : NaN} ]'})) as archive:
        (member,) = archive.members("account.js")
        (record,) = archive.json(member, after="=")
        assert record["a"] != record["a"]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_in_a_zip_is_looked_into(zipped, tmp_path: Path, compression):
    inner = zipped({"root/apps.json": APPS}, "facebook-ada.zip")
    outer = zipped({"backup/facebook-ada.zip": inner.read_bytes()}, compression=compression)
    with opened(outer) as archive:
        assert archive.name == "facebook-ada.zip"
        (member,) = archive.members("*")
        assert (member.path, archive.json(member)) == ("apps.json", APPS)
        (part,) = archive.parts
        assert part.name == "download.zip › facebook-ada.zip"
        assert part.sha256 == hashlib.sha256(inner.read_bytes()).hexdigest()


def test_a_zip_two_levels_down_is_not(zipped):
    inner = zipped({"apps.json": APPS}, "a.zip").read_bytes()
    middle = zipped({"a.zip": inner}, "b.zip").read_bytes()
    with opened(zipped({"b.zip": middle})) as archive:
        assert paths_of(archive) == []


def test_a_zip_somebody_sent_in_a_message_is_left_alone(zipped):
    sent = zipped({"apps.json": {"other": "person"}}, "sent.zip").read_bytes()
    members = {"apps.json": APPS, "messages/inbox/ada_1/files/sent.zip": sent}
    with opened(zipped(members)) as archive:
        assert paths_of(archive) == ["apps.json"]


def test_an_unpacked_folder(unpacked):
    folder = unpacked({"data/account.js": "x", "data/photo.jpg": b"", "__MACOSX/account.js": ""})
    with opened(folder) as archive:
        (member,) = archive.members("*")
        assert (member.path, member.size, archive.text(member)) == ("data/account.js", 1, "x")
        assert archive.newest == member.modified
        (before,) = archive.parts
    (folder / "data/photo.jpg").write_bytes(b"another photo")
    with opened(folder) as archive:
        assert archive.parts == (before,)
    (folder / "data/account.js").write_bytes(b"y")
    with opened(folder) as archive:
        assert archive.parts != (before,)


def test_the_folder_data_alone_is_still_data(unpacked):
    with opened(unpacked({"data/account.js": "x"}) / "data") as archive:
        assert paths_of(archive) == ["data/account.js"]


def test_several_zips_of_one_download(zipped):
    parts = [
        zipped({"data/list-part1.js": "b", "data/x.jpg": ""}, "x-002.zip"),
        zipped({"data/account.js": "a", "data/list.js": "a"}, "x-001.zip"),
        zipped({"data/y.jpg": "media only"}, "x-003.zip"),
    ]
    with opened(*parts) as archive:
        assert [m.name for m in archive.members("*")] == ["account.js", "list.js", "list-part1.js"]
        assert {part.name for part in archive.parts} == {"x-001.zip", "x-002.zip"}


def test_parts_with_two_versions_of_one_member(zipped):
    one = zipped({"apps.json": "[1]"}, "x-001.zip")
    two = zipped({"apps.json": "[2, 3]"}, "x-002.zip")
    with opened(one, two) as archive:
        assert archive.json(archive.members("*")[0]) == [1]
        (problem,) = archive.problems
        assert problem.where.file == "apps.json"
        assert "several versions" in problem.why


def test_a_copy_of_a_part_counts_once(zipped):
    one = zipped({"apps.json": APPS}, "one.zip")
    two = one.with_name("one (1).zip")
    two.write_bytes(one.read_bytes())
    with opened(one, two) as archive:
        assert [part.name for part in archive.parts] == ["one.zip"]
        assert archive.parts[0].size == one.stat().st_size


def test_parts_are_the_bytes_of_the_file(zipped):
    path = zipped({"apps.json": APPS})
    with opened(path) as archive:
        (part,) = archive.parts
    content = path.read_bytes()
    assert (part.name, part.size) == ("download.zip", len(content))
    assert part.sha256 == hashlib.sha256(content).hexdigest()


def test_hashing_says_how_far_it_is(zipped):
    steps: list[tuple[int, int | None, str]] = []
    path = zipped({"apps.json": APPS, "film.mp4": bytes(3_000_000)}, compression=zipfile.ZIP_STORED)
    with opened(path, progress=Progress(lambda *step: steps.append(step))) as archive:
        steps.clear()
        assert archive.parts
    size = path.stat().st_size
    assert {(total, text) for _done, total, text in steps} == {(size, "download.zip")}
    assert [done for done, _total, _text in steps] == sorted(done for done, _, _ in steps)
    assert steps[-1][0] == size


@pytest.mark.parametrize("stage", ["open", "text", "parts"])
def test_cancel_is_heard_everywhere(zipped, stage):
    progress = Progress()
    path = zipped({"apps.json": [{"n": n} for n in range(1000)]})
    if stage == "open":
        progress.cancel()
        with pytest.raises(Cancelled):
            opened(path, progress=progress)
        return
    with opened(path, progress=progress) as archive:
        (member,) = archive.members("*")
        progress.cancel()
        with pytest.raises(Cancelled):
            _ = archive.text(member) if stage == "text" else archive.parts


def test_cancel_is_heard_in_the_middle_of_a_long_json():
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        json_text.parse("[" + ",".join(['{"name": "Example"}'] * 100_000) + "]", progress)


def test_nothing_is_written(zipped, tmp_path: Path):
    inner = zipped({"apps.json": APPS}, "inner.zip").read_bytes()
    (tmp_path / "inner.zip").unlink()
    path = zipped({"inner.zip": inner})
    before = sorted(tmp_path.rglob("*"))
    with opened(path) as archive:
        assert archive.json(archive.members("*")[0]) == APPS
        assert archive.parts
    assert sorted(tmp_path.rglob("*")) == before


def test_files_are_let_go(zipped):
    path = zipped({"apps.json": APPS})
    with opened(path) as archive:
        (member,) = archive.members("*")
    with pytest.raises((UnreadableMember, ValueError)):
        archive.text(member)
