"""What a screen reader finds in the running program."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.desktop import Desktop

SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("atspi_client.py")

Elements = list[dict[str, str]]

OPERATED = {
    "check box",
    "combo box",
    "link",
    "list",
    "list item",
    "page tab",
    "password text",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "table",
    "table column header",
    "text",
    "toggle button",
    "tree",
    "tree table",
}


def seen(desktop: Desktop) -> Elements:
    """Every element of Footprint that shows, as a screen reader finds it."""
    found: Elements = json.loads(desktop.ask(SYSTEM_PYTHON, str(CLIENT), "Footprint") or "[]")
    return found


def of_role(desktop: Desktop, role: str) -> Elements:
    """The showing elements of one role."""
    return [element for element in seen(desktop) if element["role"] == role]


def nameless(elements: Elements) -> list[str]:
    """Where what can be operated stands without a name."""
    operated = [element for element in elements if element["role"] in OPERATED]
    return [element["path"] for element in operated if not element["name"].strip()]
