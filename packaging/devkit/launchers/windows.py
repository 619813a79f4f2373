"""Shortcuts in the Start menu and on the desktop, made by Windows' own scripting host."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from devkit.launchers.icons import ico
from devkit.places import NAME, PACKAGING, ROOT, Refused, script

SHORTCUT = PACKAGING / "windows" / "shortcut.ps1"
# Beside the checkout's other products: the shortcut needs it for as long as it needs the checkout.
ICO = ROOT / "build" / "launcher" / "footprint.ico"


def install() -> Iterator[Path]:
    """Write the icon and both shortcuts; yields every file."""
    ICO.parent.mkdir(parents=True, exist_ok=True)
    ICO.write_bytes(ico())
    yield ICO
    for folder in ("Programs", "Desktop"):
        yield _shortcut("create", folder)


def uninstall() -> Iterator[Path]:
    """Remove both shortcuts and the icon; yields every file."""
    for folder in ("Programs", "Desktop"):
        yield _shortcut("remove", folder)
    ICO.unlink(missing_ok=True)
    yield ICO


def shortcut_command(action: str, folder: str) -> list[str]:
    """The command that creates or removes the shortcut in one of Windows' special folders."""
    return [
        "powershell",
        *("-NoProfile", "-ExecutionPolicy", "Bypass", "-File", str(SHORTCUT)),
        *("-Action", action, "-Folder", folder, "-Name", NAME),
        *("-Target", script("footprint-window"), "-Icon", str(ICO)),
    ]


def _shortcut(action: str, folder: str) -> Path:
    """Returns the shortcut's path, which only Windows knows. Raises `Refused` with its words."""
    command = shortcut_command(action, folder)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Refused(f"Windows did not {action} the shortcut:\n{done.stderr}")
    return Path(done.stdout.strip())
