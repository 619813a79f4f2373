"""The wheel holds the program with its texts, and its entry points lead somewhere."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from importlib.metadata import distribution, version
from pathlib import Path

import pytest
from devkit.places import ROOT

import footprint


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built with the locked backend and without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"),
            *("--no-build-isolation", "--wheel-dir", folder, ROOT),
        ],
        check=True,
    )
    return zipfile.ZipFile(next(Path(folder).glob("footprint-*.whl")))


def test_wheel_ships_everything_of_the_package(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "footprint").rglob("*.py")}
    assert code <= names
    assert {name.split("/")[0] for name in names} == {"footprint", _metadata_folder()}


def test_wheel_ships_the_resources(wheel: zipfile.ZipFile) -> None:
    ours = {
        f"footprint/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert "footprint/resources/icons/footprint.svg" in ours
    assert ours <= set(wheel.namelist())


def test_wheel_carries_its_licence(wheel: zipfile.ZipFile) -> None:
    licence = wheel.read(f"{_metadata_folder()}/licenses/LICENSE").decode()
    assert licence == (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_version_is_told_once() -> None:
    assert version("footprint") == footprint.__version__


def test_entry_points_lead_somewhere() -> None:
    points = distribution("footprint").entry_points
    assert {point.group for point in points} == {
        "console_scripts",
        "gui_scripts",
        "footprint.importers",
    }
    assert all(callable(point.load()) for point in points)


def _metadata_folder() -> str:
    return f"footprint-{footprint.__version__}.dist-info"
