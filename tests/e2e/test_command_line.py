"""The installed program from a shell: what it answers, where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import footprint


def _footprint(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the installed program with no terminal and no standard input."""
    program = Path(sys.executable).with_name("footprint")
    return subprocess.run(
        [program, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_version() -> None:
    done = _footprint("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Footprint {footprint.__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [["--nonsense"], ["list"], ["list", "moons"], ["import"], ["--demo", "--data-dir=x"]],
)
def test_wrong_usage_is_told_as_such(arguments: list[str]) -> None:
    done = _footprint(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: footprint" in done.stderr


@pytest.mark.parametrize("what", ["accounts", "grants", "imports"])
def test_an_empty_folder_lists_nothing(what: str, tmp_path: Path) -> None:
    done = _footprint("--data-dir", tmp_path / "new", "list", what, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == []


def test_a_refusal_is_a_sentence(tmp_path: Path) -> None:
    done = _footprint("--data-dir", tmp_path, "import", tmp_path / "missing.zip")
    assert done.returncode == 1
    assert "missing.zip" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_display_is_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("the other systems always have a display")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = _footprint("--data-dir", tmp_path)
    assert done.returncode == 1
    assert "display" in done.stderr
    assert "Traceback" not in done.stderr
