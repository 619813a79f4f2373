"""`dev.py`: its verbs, its sentence for an old Python, and when it makes the environment anew."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from devkit import environment
from devkit.places import PACKAGING
from devkit.verbs import VERBS

DEV = PACKAGING / "dev.py"


def _dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DEV), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_help_names_every_verb() -> None:
    done = _dev("--help")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()[2:]] == list(VERBS)


@pytest.mark.parametrize("arguments", [[], ["dance"], ["lint", "--fast"]])
def test_wrong_usage(arguments: list[str]) -> None:
    done = _dev(*arguments)
    assert done.returncode == 2
    assert "usage:" in done.stdout + done.stderr


def test_old_python_reads_as_far_as_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    source = DEV.read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.10"):
        exec(compile(source, DEV, "exec"), {"__name__": "__main__"})


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps that `prepare` takes, recorded instead of taken, over lock files of our own."""
    taken: list[str] = []

    def record(word: str) -> Callable[..., None]:
        return lambda *more: taken.append(" ".join((word, *more)))

    for name in ("run", "dev"):
        (tmp_path / f"{name}.txt").write_text(f"{name} 1")
    monkeypatch.setattr(environment, "LOCKS", tmp_path)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(environment, "_create", record("create"))
    monkeypatch.setattr(environment, "_install_locked", record("lock"))
    monkeypatch.setattr(environment, "_install_project", record("project"))
    monkeypatch.setattr(environment, "script", lambda _name: sys.executable)
    return taken


def test_second_time_does_nothing(steps: list[str]) -> None:
    environment.prepare()
    assert steps == ["lock run", "project"]
    environment.prepare()
    assert steps == ["lock run", "project"]


def test_tests_come_on_top(steps: list[str]) -> None:
    environment.prepare()
    environment.prepare("dev")
    environment.prepare()
    assert steps == ["lock run", "project", "lock dev"]


def test_changed_lock_makes_it_anew(steps: list[str], tmp_path: Path) -> None:
    environment.prepare("dev")
    (tmp_path / "dev.txt").write_text("dev 2")
    environment.prepare()
    assert steps == ["lock run", "lock dev", "project", "create", "lock run", "project"]


def test_moved_interpreter_makes_it_anew(
    steps: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.prepare()
    steps.clear()
    monkeypatch.setattr(environment, "script", lambda _name: str(tmp_path / "gone"))
    environment.prepare()
    assert steps == ["create", "lock run", "project"]


def test_broken_stamp_counts_as_empty(steps: list[str], tmp_path: Path) -> None:
    (tmp_path / "stamp.json").write_text('{"locks": 3')
    environment.prepare()
    assert steps == ["lock run", "project"]
