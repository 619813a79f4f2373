"""Which files are taken for one download."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.importers.files.opening import Opening
from footprint.importers.files.portions import download_key, downloads, portions
from footprint.progress import Progress


def grouped(*paths: Path) -> list[list[str]]:
    with Opening(("*.json", "*.js"), Progress()) as opening:
        for path in paths:
            opening.add(path)
        found = [portion for source in opening.sources for portion in portions(source)]
        return [
            [portion.name for portion in group]
            for group in downloads(portion for portion in found if portion.entries)
        ]


@pytest.mark.parametrize(
    "names",
    [
        ("facebook-ada.zip", "facebook-ada (1).zip", "facebook-ada", "Facebook-Ada - Copy.zip"),
        ("x-001.zip", "x-002.zip", "x-012.zip"),
        ("x-part1.zip", "x_part_2.zip", "x.part3.zip", "x part 10.zip"),
        ("x-1-of-3.zip", "x_2of3.zip"),
        ("facebook-ada-2024-05-12-AbC1dE.zip", "facebook-ada-2024-05-12-Zz9yX8wV.zip"),
        ("facebook-ada-2024-05-12-AbC1dE (2).zip", "facebook-ada-2024-05-12-Zz9yX8wV-002.zip"),
    ],
)
def test_names_of_one_download(names):
    assert len({download_key(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("facebook-ada.zip", "facebook-bob.zip"),
        ("facebook-ada-2024-05-12-AbC1dE.zip", "facebook-ada-2024-06-12-AbC1dE.zip"),
        ("ada_20220415.zip", "ada_20230415.zip"),
        ("twitter-2024-05-12.zip", "twitter-2024-05-13.zip"),
        ("facebook-2023.zip", "facebook-2024.zip"),
        ("facebook-12_05_2024.zip", "facebook-12_06_2024.zip"),
    ],
)
def test_names_of_two_downloads(one, other):
    assert download_key(one) != download_key(other)


def test_parts_are_put_together_in_order(zipped):
    paths = [zipped({f"data/list-part{n}.js": str(n)}, f"x-part{n}.zip") for n in (10, 2, 1)]
    assert grouped(*paths) == [["x-part1.zip", "x-part2.zip", "x-part10.zip"]]


def test_two_versions_of_one_member_are_two_downloads(zipped):
    """A browser calls next year's download "x (1).zip" too."""
    old = zipped({"apps.json": "[1]", "profile.json": "{}"}, "facebook-ada.zip")
    new = zipped({"apps.json": "[2]", "profile.json": "{}"}, "facebook-ada (1).zip")
    copy = zipped({"apps.json": "[2]", "profile.json": "{}"}, "facebook-ada (2).zip")
    assert grouped(old, new, copy) == [
        ["facebook-ada.zip"],
        ["facebook-ada (1).zip", "facebook-ada (2).zip"],
    ]


def test_numbered_parts_are_one_download_whatever_they_hold(zipped):
    """Each part may have an index of its own."""
    paths = [
        zipped({"data/manifest.js": f"part {n}", f"data/list-part{n}.js": ""}, f"x-00{n}.zip")
        for n in (1, 2)
    ]
    other = zipped({"data/manifest.js": "another"}, "x-002 (1).zip")
    assert grouped(*paths, other) == [["x-001.zip", "x-002.zip"], ["x-002 (1).zip"]]


def test_a_folder_with_several_unpacked_downloads(unpacked):
    folder = unpacked(
        {
            "facebook-ada-2022-01-02/apps.json": "[1]",
            "facebook-ada-2024-01-02/apps.json": "[22]",
            "facebook-ada-2024-01-02/profile.json": "[22]",
        }
    )
    assert grouped(folder) == [["facebook-ada-2022-01-02"], ["facebook-ada-2024-01-02"]]


def test_a_folder_with_downloads_of_different_networks_may_stay_one(unpacked):
    folder = unpacked({"fb/apps.json": "[1]", "x/account.js": "2"})
    assert grouped(folder) == [["download"]]


def test_zips_in_a_folder_and_in_a_zip(zipped, unpacked):
    one = zipped({"apps.json": "[1]"}, "one.zip").read_bytes()
    two = zipped({"apps.json": "[2]"}, "two.zip").read_bytes()
    assert grouped(unpacked({"one.zip": one, "a/b/two.zip": two, "a/b/c/no.zip": one})) == [
        ["one.zip"],
        ["two.zip"],
    ]
    assert grouped(zipped({"one.zip": one, "a/b/two.zip": two, "a/b/c/no.zip": one})) == [
        ["one.zip"],
        ["two.zip"],
    ]


def test_a_zip_and_its_unpacked_folder_are_one(zipped, unpacked):
    members = {"facebook-ada/data/apps.json": "[1]"}
    path = zipped(members, "facebook-ada.zip")
    folder = unpacked(members, "unpacked") / "facebook-ada"
    assert grouped(path, folder) == [["facebook-ada", "facebook-ada.zip"]]


def test_too_many_zips_in_one_place(zipped, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("footprint.importers.files.opening.MAX_NESTED", 2)
    inner = zipped({"apps.json": "[1]"}, "one.zip").read_bytes()
    path = zipped({f"{n}.zip": inner for n in "abc"})
    with Opening(("*.json",), Progress()) as opening:
        opening.add(path)
        assert [source.name for source in opening.sources] == ["download.zip", "a.zip", "b.zip"]
        assert "more than 2 zips" in opening.refused[0].title
