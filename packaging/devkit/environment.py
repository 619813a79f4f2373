"""The virtual environment in the checkout: made from locked dependencies, renewed when they change.

A stamp inside it remembers what it was filled from, so that a second start costs nothing and works
without a network.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

from devkit.places import PACKAGING, ROOT, VENV, Refused, must, say, script

LOCKS = PACKAGING / "lock"
# The lock that every environment holds: what Footprint needs to run, and its build backend.
BASIS = "run"
STAMP = VENV / "footprint-stamp.json"


class Stamp(TypedDict):
    """What the environment was made for and filled from (locks and project by their hash)."""

    root: str
    python: str
    locks: dict[str, str]
    project: str


def prepare(lock: str = BASIS) -> None:
    """Make the environment hold Footprint, what it needs, and `packaging/lock/LOCK.txt` besides.

    Raises `Refused` when it cannot be made.
    """
    stamp = _read()
    if not _usable(stamp):
        _create()
        stamp = _fresh()
    for name in dict.fromkeys((BASIS, lock)):
        wanted = _hash(LOCKS / f"{name}.txt")
        if stamp["locks"].get(name) != wanted:
            _install_locked(name)
            stamp["locks"][name] = wanted
            _write(stamp)
    project = _hash(ROOT / "pyproject.toml")
    if stamp["project"] != project:
        _install_project()
        stamp["project"] = project
        _write(stamp)


def _usable(stamp: Stamp) -> bool:
    """Whether the environment works, belongs here and was filled from today's locks."""
    fresh = _fresh()
    if not Path(script("python")).exists():
        return False
    if (stamp["root"], stamp["python"]) != (fresh["root"], fresh["python"]):
        say("The interpreter or the checkout has changed; making the environment anew.")
        return False
    if any(_hash(LOCKS / f"{name}.txt") != known for name, known in stamp["locks"].items()):
        say("The locked dependencies have changed; making the environment anew.")
        return False
    return _starts()


def _starts() -> bool:
    """Whether the environment's interpreter still runs (its base may have been removed)."""
    try:
        return subprocess.run([script("python"), "-c", ""], check=False).returncode == 0
    except OSError:
        return False


def _create() -> None:
    """A new, empty environment with this interpreter; an old one is removed."""
    say(f"Making {VENV.relative_to(ROOT)} with Python {sys.version.split()[0]} …")
    if VENV.exists():
        shutil.rmtree(VENV)
    # Started from inside the environment, it is the interpreter below it that makes the next one.
    python = getattr(sys, "_base_executable", sys.executable)
    must(
        [python, "-m", "venv", str(VENV)],
        "The virtual environment could not be made (on Debian: apt-get install python3-venv).",
    )


def _install_locked(lock: str) -> None:
    """Install one lock file; pip refuses whatever does not have the hash written there."""
    say(f"Installing the locked dependencies ({lock}) …")
    _pip(
        ["--require-hashes", "-r", str(LOCKS / f"{lock}.txt")],
        "The locked dependencies could not be installed; pip's own words stand above.",
    )


def _install_project() -> None:
    """Install the checkout itself, editable, with the locked build backend and nothing else."""
    _pip(
        ["--no-deps", "--no-build-isolation", "-e", str(ROOT)],
        "Footprint itself could not be installed; pip's own words stand above.",
    )


def _pip(arguments: list[str], otherwise: str) -> None:
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--no-warn-script-location"]
    must([script("python"), "-m", "pip", "install", *quiet, *arguments], otherwise)


def _fresh() -> Stamp:
    """The stamp of an environment that nothing has been installed into yet."""
    return Stamp(root=str(ROOT), python=f"{sys.version} {sys.base_prefix}", locks={}, project="")


def _read() -> Stamp:
    """The stamp as last written; an environment without one counts as empty but ours."""
    try:
        raw = json.loads(STAMP.read_text(encoding="utf-8"))
        return Stamp(
            root=raw["root"], python=raw["python"], locks=raw["locks"], project=raw["project"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return _fresh()


def _write(stamp: Stamp) -> None:
    STAMP.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")


def _hash(file: Path) -> str:
    """SHA-256 of a file. Raises `Refused` when it is not there."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from error
