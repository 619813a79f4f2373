"""From chosen files to findings and refusals, with an importer made for the tests."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from footprint import plugins
from footprint.domain.finding import (
    AccountFinding,
    AppFinding,
    DateSource,
    GrantFinding,
    Harvest,
    Where,
)
from footprint.importers import reader
from footprint.importers.archive import Archive
from footprint.importers.importer import WrongDownload
from footprint.importers.reader import Reading
from footprint.progress import Cancelled, Progress

DAY = datetime(2024, 5, 12, tzinfo=UTC)


class Invented:
    """Reads {"owner": …, "apps": […]} out of its own file and trusts it."""

    def __init__(self, network: str = "facebook", file: str = "apps.json") -> None:
        self.name = self.network = network
        self.file = file

    @property
    def wanted(self) -> tuple[str, ...]:
        return (self.file, "locked.js")

    def claims(self, archive: Archive) -> bool:
        return archive.has(self.file)

    def read(self, archive: Archive, progress: Progress) -> Harvest:
        (member,) = archive.members(self.file)
        said = archive.json(member)
        if said == "html":
            raise WrongDownload(self.network, "This is the HTML kind.", "Choose JSON.")
        grants = tuple(
            GrantFinding(AppFinding(n), "apps", Where(member.path)) for n in said["apps"]
        )
        account = AccountFinding(self.network, handle=said["owner"])
        return Harvest(self.name, account, "now", DAY, DateSource.MEMBERS, grants=grants)


def read(*paths: Path, progress: Progress | None = None) -> Reading:
    return reader.read(
        paths, progress or Progress(), [Invented(), Invented("instagram", "active_apps.json")]
    )


def owned(owner: str, *apps: str) -> dict[str, Any]:
    return {"owner": owner, "apps": list(apps)}


def found(reading: Reading) -> list[tuple[str, str | None, list[str]]]:
    return [
        (d.harvest.importer, d.harvest.account.handle, [g.app.name for g in d.harvest.grants])
        for d in reading.downloads
    ]


def test_a_download_is_read(zipped):
    path = zipped({"apps.json": owned("ada", "Quiz")})
    reading = read(path)
    assert found(reading) == [("facebook", "ada", ["Quiz"])]
    assert [part.name for part in reading.downloads[0].parts] == ["download.zip"]
    assert reading.refused == ()


def test_one_archive_of_two_networks_is_read_by_both(zipped):
    members = {"apps.json": owned("ada", "Quiz"), "active_apps.json": owned("ada.pics", "Filter")}
    assert [network for network, _owner, _apps in found(read(zipped(members)))] == [
        "facebook",
        "instagram",
    ]


def test_parts_with_other_names_are_merged(zipped):
    one = zipped({"apps.json": owned("ada", "Quiz")}, "a.zip")
    two = zipped({"apps.json": owned("ada", "Chess")}, "b.zip")
    other = zipped({"apps.json": owned("bob", "Go")}, "c.zip")
    reading = read(one, two, other)
    assert found(reading) == [("facebook", "ada", ["Quiz", "Chess"]), ("facebook", "bob", ["Go"])]
    assert [p.name for p in reading.downloads[0].parts] == ["a.zip", "b.zip"]


def test_the_same_path_twice_is_read_once(zipped, monkeypatch: pytest.MonkeyPatch):
    path = zipped({"apps.json": owned("ada", "Quiz")})
    monkeypatch.chdir(path.parent)
    reading = read(path, Path(path.name))
    assert len(reading.downloads) == 1
    assert len(reading.downloads[0].parts) == 1


def test_one_refused_file_does_not_stop_the_others(zipped, tmp_path: Path):
    (tmp_path / "empty.zip").touch()
    good = zipped({"apps.json": owned("ada", "Quiz")}, "good.zip")
    broken = zipped({"apps.json": "{"}, "broken.zip")
    html = zipped({"apps.json": '"html"'}, "html.zip")
    reading = read(tmp_path / "empty.zip", broken, html, good)
    assert found(reading) == [("facebook", "ada", ["Quiz"])]
    assert {r.name: (r.title, r.network) for r in reading.refused} == {
        "empty.zip": ("The file is empty.", None),
        "broken.zip": ("apps.json: The file is not the JSON it claims to be (line 1).", None),
        "html.zip": ("This is the HTML kind.", "facebook"),
    }
    assert all(refused.hint for refused in reading.refused)


def test_media_parts_of_a_known_download_are_no_strangers(zipped):
    one = zipped({"apps.json": owned("ada", "Quiz")}, "facebook-ada-001.zip")
    two = zipped({"photos/1.jpg": b""}, "facebook-ada-002.zip")
    alone = zipped({"photos/1.jpg": b""}, "facebook-bob-002.zip")
    reading = read(one, two, alone)
    assert [part.name for part in reading.downloads[0].parts] == ["facebook-ada-001.zip"]
    assert [refused.name for refused in reading.refused] == ["facebook-bob-002.zip"]


def test_an_outer_zip_is_not_refused_for_what_lies_in_it(zipped):
    inner = zipped({"apps.json": owned("ada", "Quiz")}, "fb.zip").read_bytes()
    other = zipped({"photo.jpg": b""}, "photos.zip").read_bytes()
    reading = read(zipped({"fb.zip": inner, "photos.zip": other, "notes.txt": "mine"}))
    assert found(reading) == [("facebook", "ada", ["Quiz"])]
    assert reading.refused == ()


def test_other_downloads_beside_a_known_one_are_named(zipped, unpacked):
    folder = unpacked(
        {
            "fb.zip": zipped({"apps.json": owned("ada", "Quiz")}, "1.zip").read_bytes(),
            "linked.zip": zipped({"Ad_Targeting.csv": ""}, "2.zip").read_bytes(),
            "thesis.zip": zipped({"thesis.tex": ""}, "3.zip").read_bytes(),
        },
        "Downloads",
    )
    reading = read(folder)
    assert found(reading) == [("facebook", "ada", ["Quiz"])]
    assert [refused.name for refused in reading.refused] == ["Downloads › linked.zip"]


def test_a_broken_zip_in_a_folder_is_named(unpacked):
    reading = read(unpacked({"good/apps.json": owned("ada"), "bad.zip": b"PK\3\4"}, "stuff"))
    assert len(reading.downloads) == 1
    assert [refused.name for refused in reading.refused] == ["stuff › bad.zip"]


@pytest.mark.parametrize(
    ("name", "members", "said", "network"),
    [
        ("any.zip", {"Takeout/archive_browser.html": ""}, "Google. It does not list", None),
        ("takeout-20240512T101010Z-001.zip", {"a.jpg": ""}, "Google. It does not list", None),
        ("Basic_LinkedInDataExport_05-12-2024.zip", {"a.csv": ""}, "LinkedIn. It does", None),
        ("any.zip", {"x/Inferences_about_you.csv": ""}, "LinkedIn. It does not", None),
        ("any.zip", {"user_data_tiktok.json": ""}, "TikTok. It does not list", None),
        ("mydata~17.zip", {"json/connected_apps.json": ""}, "Snapchat, which cannot", None),
        ("any.zip", {"connected_apps.csv": ""}, "Strava, which cannot be read yet", None),
        ("facebook-ada.zip", {"photos/1.jpg": ""}, "Facebook, but its list of apps", "facebook"),
        ("any.zip", {"tweets.js": ""}, "from X, which cannot be read yet", None),
        ("any.zip", {"holiday.jpg": ""}, "Nothing in this is known", None),
        ("any.zip", {}, "Nothing in this is known", None),
        ("any.zip", {"../apps.json": "[]"}, "../apps.json: The name leads out", None),
    ],
)
def test_what_is_not_recognised_is_called_by_its_name(zipped, name, members, said, network):
    (refused,) = read(zipped(members, name)).refused
    assert (refused.name, refused.network) == (name, network)
    assert said in refused.title
    assert network or refused.hint == "Footprint reads the downloads of Facebook, Instagram."


def test_an_unknown_folder_is_refused_too(unpacked):
    (refused,) = read(unpacked({"holiday/1.jpg": b""}, "photos")).refused
    assert refused.name == "photos"


def test_importers_are_those_of_the_installation(zipped, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(plugins, "load", lambda group: iter([(group, Invented)]))
    assert [importer.name for importer in reader.installed()] == ["facebook"]
    assert len(reader.read([zipped({"apps.json": owned("ada")})], Progress()).downloads) == 1


def test_what_is_refused_is_not_hashed(zipped):
    texts: list[tuple[int, int | None]] = []
    path = zipped({"film.mp4": bytes(2_000_000)}, compression=0)
    read(path, progress=Progress(lambda done, total, _text: texts.append((done, total))))
    assert all(total is None for _done, total in texts)


def test_every_part_and_member_is_told(zipped):
    said: set[str] = set()
    path = zipped({"root/apps.json": owned("ada", "Quiz")})
    read(path, progress=Progress(lambda _done, _total, text: said.add(text)))
    assert {"download.zip", "apps.json"} <= said


@pytest.mark.parametrize("megabytes", [150])
def test_cancel_takes_less_than_a_moment(zipped, megabytes):
    path = zipped(
        {"apps.json": owned("ada"), "film.mp4": bytes(megabytes * 1_000_000)}, compression=0
    )
    heard: list[float] = []

    def listener(done: int, total: int | None, _text: str) -> None:
        if total and done > total // 4 and not heard:
            heard.append(time.monotonic())
            threading.Thread(target=progress.cancel).start()

    progress = Progress(listener)
    with pytest.raises(Cancelled):
        read(path, progress=progress)
    assert time.monotonic() - heard[0] < 0.2
