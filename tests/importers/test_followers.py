"""Followers and friends are counted when the whole list is there, and not told of otherwise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from footprint.domain.finding import Harvest
from tests.importers.conftest import Members, write_zip
from tests.importers.harvests import claimants, made

FOLDER = "connections/followers_and_following"


def follower(name: str) -> dict[str, Any]:
    place = {"href": f"https://www.instagram.com/{name}", "value": name, "timestamp": 1650000000}
    return {"title": "", "media_list_data": [], "string_list_data": [place]}


def followers(*names: str) -> str:
    return json.dumps([follower(name) for name in names])


def x_files(*parts: Any, manifest: dict[str, Any] | None = None) -> dict[str, str]:
    files = {"data/connected-application.js": "window.YTD.connected_application.part0 = []"}
    for number, rows in enumerate(parts):
        name = "follower.js" if number == 0 else f"follower-part{number}.js"
        files[f"data/{name}"] = f"window.YTD.follower.part{number} = {json.dumps(rows)}"
    if manifest is not None:
        files["data/manifest.js"] = f"window.__THAR_CONFIG = {json.dumps(manifest)}"
    return files


def x_rows(count: int) -> list[dict[str, Any]]:
    return [{"follower": {"accountId": str(n), "userLink": ""}} for n in range(count)]


def told(harvest: Harvest) -> list[tuple[str, float]]:
    return [(reading.definition, reading.number) for reading in harvest.readings]


def test_numbered_files_of_one_list_are_summed(tmp_path: Path) -> None:
    files: Members = {
        f"{FOLDER}/followers_{n}.json": followers(f"a{n}", f"b{n}") for n in range(1, 12)
    }
    (reading,) = made("instagram", tmp_path, files).readings
    assert (reading.definition, reading.number) == ("instagram-followers", 22)
    assert reading.where.file.endswith("followers_1.json and 10 more")
    assert "chosen range of dates" in reading.note


def test_a_download_of_nothing_but_followers_is_instagrams(tmp_path: Path) -> None:
    files: Members = {f"{FOLDER}/followers_1.json": followers("ada")}
    path = write_zip(tmp_path / "instagram-sam.invented-2026-05-03-AbCdEfGh.zip", files)
    assert claimants(path) == ["instagram"]
    harvest = made("instagram", tmp_path, files, path.name)
    assert told(harvest) == [("instagram-followers", 1)]
    assert harvest.account.handle == "sam.invented"
    assert "nothing is said about apps" in " ".join(harvest.warnings)


def test_a_download_of_nothing_but_friends_is_facebooks(tmp_path: Path) -> None:
    friends = json.dumps({"friends_v2": [{"name": "Ada", "timestamp": 1650000000}]})
    path = write_zip(tmp_path / "download.zip", {"connections/friends/your_friends.json": friends})
    assert claimants(path) == ["facebook"]


def test_the_same_names_are_told_apart_by_what_is_in_them(tmp_path: Path) -> None:
    old_instagram = json.dumps({"relationships_followers": [follower("ada")]})
    facebook = json.dumps({"followers_v2": [{"name": "Ada"}, {"name": "Bo"}]})
    name = "followers_and_following/followers.json"
    assert claimants(write_zip(tmp_path / "i.zip", {name: old_instagram})) == ["instagram"]
    assert claimants(write_zip(tmp_path / "f.zip", {name: facebook})) == ["facebook"]
    assert told(made("facebook", tmp_path, {name: facebook})) == [("facebook-followers", 2)]


def test_an_empty_list_is_none_and_a_missing_one_is_unknown(tmp_path: Path) -> None:
    assert told(made("x", tmp_path, x_files([]))) == [("x-followers", 0)]
    assert told(made("x", tmp_path, x_files())) == []


@pytest.mark.parametrize("rows", ["nothing", None, [1, 2], ["ada"], {"follower": {}}])
def test_what_is_no_list_of_records_is_not_counted(tmp_path: Path, rows: Any) -> None:
    assert told(made("x", tmp_path, x_files(rows))) == []


def test_a_part_that_cannot_be_read_leaves_no_smaller_number(tmp_path: Path) -> None:
    files = x_files(x_rows(3), x_rows(2))
    files["data/follower-part1.js"] = "window.YTD.follower.part1 = [ {"
    harvest = made("x", tmp_path, files)
    assert told(harvest) == []
    assert [bad.where.file for bad in harvest.bad] == ["data/follower-part1.js"]


def test_a_missing_part_is_said_and_leaves_no_smaller_number(tmp_path: Path) -> None:
    files = {f"{FOLDER}/followers_{n}.json": followers("ada") for n in (1, 3)}
    apps = json.dumps({"apps_and_websites_active_apps": []})
    files["apps_and_websites/active_apps.json"] = apps
    harvest = made("instagram", tmp_path, files)
    assert told(harvest) == []
    assert any("A file of the list of followers is missing" in w for w in harvest.warnings)


def test_a_part_that_the_manifest_of_x_names_must_be_there(tmp_path: Path) -> None:
    named = [{"fileName": "data/follower.js"}, {"fileName": "data/follower-part1.js"}]
    manifest = {"archiveInfo": {}, "dataTypes": {"follower": {"files": named}}}
    cut = made("x", tmp_path, x_files(x_rows(3), manifest=manifest))
    assert told(cut) == []
    assert "The archive should hold follower-part1.js, but does not." in cut.warnings
    whole = made("x", tmp_path, x_files(x_rows(3), x_rows(2), manifest=manifest))
    assert told(whole) == [("x-followers", 5)]
