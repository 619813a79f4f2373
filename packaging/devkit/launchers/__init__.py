"""Footprint in the menu and on the desktop of the present user, as each system has it.

Here belongs what a person needs to start Footprint by double click from a checkout; never what a
packaged Footprint brings along itself.
"""

from __future__ import annotations

from types import ModuleType

from devkit import environment, system
from devkit.launchers import linux, macos, windows
from devkit.places import MACOS, NAME, WINDOWS


def install() -> int:
    """Prepare the environment and put the launchers in place; returns the exit code."""
    environment.prepare()
    system.ensure_qt(must=True)
    for place in _system().install():
        print(f"  {place}")
    print(f"{NAME} is in your menu and on your desktop.")
    return 0


def uninstall() -> int:
    """Remove the launchers, and nothing that the person made; returns the exit code."""
    for place in _system().uninstall():
        print(f"  {place}")
    print(f"{NAME} is gone from your menu and your desktop. Your data is where it was.")
    return 0


def _system() -> ModuleType:
    if WINDOWS:
        return windows
    return macos if MACOS else linux
