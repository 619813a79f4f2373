"""Every era of every network, as one invented download each: what is found is written down."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.importers.conftest import write_zip
from tests.importers.harvests import claimants, harvest, written

SAMPLES = Path(__file__).parent / "samples"
CASES = sorted(folder.name for folder in SAMPLES.iterdir())


def expected(case: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / case / "expected.json").read_text("utf-8"))
    return found


def members(case: str) -> dict[str, bytes]:
    root = SAMPLES / case / "archive"
    files = sorted(file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("case", CASES)
def test_sample_is_read_as_expected(case: str, tmp_path: Path) -> None:
    content = expected(case)
    path = write_zip(tmp_path / content.pop("zip"), members(case))
    found = written(harvest(content["importer"], path))
    assert found == content


@pytest.mark.parametrize("case", CASES)
def test_sample_has_one_claimant(case: str, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "download.zip", members(case))
    assert claimants(path) == [expected(case)["importer"]]


@pytest.mark.parametrize("case", CASES)
def test_sample_is_read_alike_in_an_extra_folder(case: str, tmp_path: Path) -> None:
    inside = {f"My download/{name}": content for name, content in members(case).items()}
    plain = harvest(expected(case)["importer"], write_zip(tmp_path / "a.zip", members(case)))
    moved = harvest(expected(case)["importer"], write_zip(tmp_path / "b.zip", inside))
    assert [grant.app for grant in moved.grants] == [grant.app for grant in plain.grants]
    assert [listing.key for listing in moved.listings] == [row.key for row in plain.listings]
    assert moved.covers == plain.covers


@pytest.mark.parametrize("case", CASES)
def test_no_secret_is_kept(case: str, tmp_path: Path) -> None:
    path = write_zip(tmp_path / "download.zip", members(case))
    assert "SECRET" not in repr(harvest(expected(case)["importer"], path))
    assert "****" not in repr(harvest(expected(case)["importer"], path))
