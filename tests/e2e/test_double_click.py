"""Installed, then started as a person does it: by a double click on the icon on the desktop."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from devkit.places import APP_ID, ROOT

from tests.e2e.desktop import Desktop, command_line, need, soon, until

# A folder whose name has what the Exec key must escape (Qt itself fails on quotes and backslashes).
AWKWARD = "Füß print 100% $HOME `x`"
TITLE = "^Footprint$"
# Where pcmanfm draws the first icon of a folder window, from the window's corner, in px.
FIRST_ICON = (215, 110)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """This checkout in an awkward place, with the environment that runs these tests."""
    place = tmp_path / AWKWARD
    for part in ("packaging", "resources"):
        shutil.copytree(ROOT / part, place / part)
    (place / ".venv").symlink_to(sys.prefix)
    return place


def _launcher(verb: str, checkout: Path, desktop: Desktop) -> set[Path]:
    """Let the checkout install or uninstall its launchers; returns the files it names."""
    program = f"from devkit.launchers import linux; print(*linux.{verb}(), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=desktop.env,
        cwd=checkout / "packaging",
        capture_output=True,
        text=True,
        check=True,
    )
    return {Path(line) for line in done.stdout.splitlines() if line}


def _files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if not path.is_dir()}


def _file_manager(desktop: Desktop, folder: Path) -> str:
    """pcmanfm on `folder`, told to start programs without asking back."""
    settings = desktop.home / ".config" / "libfm" / "libfm.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text("[config]\nsingle_click=0\nquick_exec=1\n")
    desktop.start(["pcmanfm", "--no-desktop", str(folder)])
    window = desktop.window("--class", "pcmanfm")
    desktop.hand("windowsize", window, "800", "500", "windowmove", window, "40", "40")
    return window


def _corner(desktop: Desktop, window: str) -> tuple[int, int]:
    lines = desktop.ask("xdotool", "getwindowgeometry", "--shell", window).splitlines()
    geometry = dict(line.split("=") for line in lines)
    return int(geometry["X"]), int(geometry["Y"])


def test_double_click_opens_the_window(desktop: Desktop, checkout: Path) -> None:
    need("pcmanfm")
    installed = _launcher("install", checkout, desktop)
    entry = desktop.home / "Desktop" / f"{APP_ID}.desktop"
    assert entry in installed

    x, y = _corner(desktop, _file_manager(desktop, entry.parent))
    for _attempt in range(3):  # the first may come before the file manager has drawn the icon
        desktop.double_click(x + FIRST_ICON[0], y + FIRST_ICON[1])
        if soon(lambda: desktop.windows("--name", TITLE), patience=10):
            break

    window = desktop.window("--name", TITLE)
    process = desktop.process_of(window)
    assert command_line(process) == [str(checkout / ".venv" / "bin" / "python"), "-m", "footprint"]
    assert _wm_class(entry) in desktop.ask("xprop", "-id", window, "WM_CLASS")

    desktop.close(window)
    until(lambda: not command_line(process), "the end of Footprint")


def _wm_class(entry: Path) -> str:
    """The window class that the entry promises, as xprop writes it."""
    parser = configparser.RawConfigParser()
    parser.read(entry, encoding="utf-8")
    return f'"{parser["Desktop Entry"]["StartupWMClass"]}"'


def test_uninstall_leaves_nothing_behind(desktop: Desktop, checkout: Path) -> None:
    mine = desktop.home / ".local" / "share" / "footprint" / "footprint.db"
    mine.parent.mkdir(parents=True)
    mine.write_text("the person's")
    before = _files(desktop.home)

    installed = _launcher("install", checkout, desktop)
    assert installed <= _files(desktop.home)
    assert _launcher("install", checkout, desktop) == installed
    assert _launcher("uninstall", checkout, desktop) == installed
    assert _files(desktop.home) == before
    assert _launcher("uninstall", checkout, desktop) == set()
