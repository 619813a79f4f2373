"""Where the checkout and its virtual environment lie, and how programs are called."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PACKAGING = ROOT / "packaging"
ICON = ROOT / "resources" / "icons" / "footprint.svg"
WINDOWS = sys.platform == "win32"
MACOS = sys.platform == "darwin"

# The reverse-DNS name under which desktops know Footprint: file names, window class, metainfo.
APP_ID = "org.footprint_project.Footprint"
NAME = "Footprint"


class Refused(Exception):
    """What was asked cannot be done; the text says why and what to do."""


def script(name: str) -> str:
    """The path of the program `name` of the virtual environment."""
    return str(VENV / "Scripts" / f"{name}.exe" if WINDOWS else VENV / "bin" / name)


def say(text: str) -> None:
    """Tell the developer what is going on, beside what a program was asked to print."""
    print(text, file=sys.stderr, flush=True)


def call(command: Sequence[str]) -> int:
    """Run `command` in the checkout, its output where ours goes; returns the exit code."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def must(command: Sequence[str], otherwise: str) -> None:
    """Run `command`; raises `Refused` with the sentence `otherwise` when it fails."""
    if call(command) != 0:
        raise Refused(otherwise)
