"""One window per data folder: a second start raises the first and hands its files over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, need, until
from tests.e2e.screen_reader import SYSTEM_PYTHON, seen

MAIN_WINDOW = "^Footprint$"


def _start(desktop: Desktop, folder: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "footprint", "--data-dir", str(folder), *more]
    return desktop.start(command)


def _in_front(desktop: Desktop) -> int:
    """The process whose window has the focus."""
    window = desktop.ask("xdotool", "getactivewindow")
    return int(desktop.ask("xdotool", "getwindowpid", window) or 0) if window else 0


@pytest.fixture
def first(desktop: Desktop, tmp_path: Path) -> subprocess.Popen[bytes]:
    """Footprint, running, behind another program's window."""
    need("pcmanfm")
    process = _start(desktop, tmp_path / "mine")
    desktop.window("--name", MAIN_WINDOW)
    desktop.start(["pcmanfm", "--no-desktop", str(desktop.home)])
    other = desktop.window("--class", "pcmanfm")
    desktop.hand("windowactivate", "--sync", other)
    assert _in_front(desktop) != process.pid
    return process


def test_second_start_raises_the_first(
    desktop: Desktop, first: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    assert _start(desktop, tmp_path / "mine").wait(20) == 0
    until(lambda: _in_front(desktop) == first.pid, "the first window in front")
    assert len(desktop.windows("--name", MAIN_WINDOW)) == 1


def test_second_start_hands_its_file_over(
    desktop: Desktop, first: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    need(SYSTEM_PYTHON, "/usr/libexec/at-spi-bus-launcher")
    archive = desktop.home / "Füße holiday.zip"
    archive.write_bytes(b"not a zip at all")
    assert _start(desktop, tmp_path / "mine", archive.name).wait(20) == 0
    until(
        lambda: [e for e in seen(desktop) if archive.name in e["name"] + e["text"]],
        "the archive's name in the first window",
    )
    assert first.poll() is None


def test_another_folder_is_another_window(
    desktop: Desktop, first: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    second = _start(desktop, tmp_path / "theirs")
    until(lambda: len(desktop.windows("--name", MAIN_WINDOW)) == 2, "the second window")
    assert (first.poll(), second.poll()) == (None, None)


def test_a_crash_leaves_no_lock_behind(
    desktop: Desktop, first: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    first.kill()
    first.wait(5)
    until(lambda: not desktop.windows("--name", MAIN_WINDOW), "the end of the first window")
    _start(desktop, tmp_path / "mine")
    desktop.window("--name", MAIN_WINDOW)
