"""What a screen reader finds in the running program."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.desktop import Desktop

SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("atspi_client.py")

Elements = list[dict[str, str]]


def seen(desktop: Desktop) -> Elements:
    """Every element of Footprint that shows, as a screen reader finds it."""
    found: Elements = json.loads(desktop.ask(SYSTEM_PYTHON, str(CLIENT), "Footprint") or "[]")
    return found


def of_role(desktop: Desktop, role: str) -> Elements:
    """The showing elements of one role."""
    return [element for element in seen(desktop) if element["role"] == role]
