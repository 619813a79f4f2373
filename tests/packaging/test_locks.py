"""The lock files hold what the project asks for, pinned, hashed, and from nowhere in particular."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from devkit.environment import LOCKS
from devkit.locks import GROUPS
from devkit.places import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ENTRY = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.+!]+)(?P<marker> ;[^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def _project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _group(name: str) -> list[str]:
    """The requirements of a dependency group, those of included groups among them."""
    wanted: list[str] = []
    for item in _project()["dependency-groups"][name]:
        wanted += [item] if isinstance(item, str) else _group(item["include-group"])
    return wanted


def _locked(name: str) -> dict[str, str]:
    """Package → version, from one lock file whose every line is understood."""
    versions: dict[str, str] = {}
    for line in (LOCKS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if entry := ENTRY.match(line):
            versions[canonicalize_name(entry["name"])] = entry["version"]
        else:
            assert HASH.match(line) or line.lstrip().startswith("#"), line
    return versions


@pytest.mark.parametrize("name", GROUPS)
def test_lock_satisfies_the_project(name: str) -> None:
    locked = _locked(name)
    asked = [*_group(GROUPS[name]), *(_project()["project"]["dependencies"] * (name == "run"))]
    for requirement in map(Requirement, asked):
        version = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version, prereleases=True), requirement


@pytest.mark.parametrize("name", GROUPS)
def test_every_package_has_hashes(name: str) -> None:
    lines = (LOCKS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    heads = [number for number, line in enumerate(lines) if ENTRY.match(line)]
    assert heads
    assert [lines[number] for number in heads if not HASH.match(lines[number + 1])] == []


@pytest.mark.parametrize("name", GROUPS)
def test_locks_agree(name: str) -> None:
    run, other = _locked("run"), _locked(name)
    assert {n: (run[n], other[n]) for n in run.keys() & other.keys() if run[n] != other[n]} == {}


def test_other_systems_are_in_the_lock() -> None:
    dev = (LOCKS / "dev.txt").read_text(encoding="utf-8")
    assert "colorama==" in dev
    assert "sys_platform == 'win32'" in dev
