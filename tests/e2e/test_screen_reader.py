"""What a screen reader says of the main window: everything one can operate has a name."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, need, until

SYSTEM_PYTHON = "/usr/bin/python3"
CLIENT = Path(__file__).with_name("atspi_client.py")

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

Elements = list[dict[str, str]]


def seen(desktop: Desktop) -> Elements:
    """Every element of Footprint that shows, as a screen reader finds it."""
    found: Elements = json.loads(desktop.ask(SYSTEM_PYTHON, str(CLIENT), "Footprint") or "[]")
    return found


@pytest.fixture
def bus(desktop: Desktop) -> Desktop:
    """A desktop on which the accessibility bus can be asked."""
    need(SYSTEM_PYTHON, "/usr/libexec/at-spi-bus-launcher")
    probe = "import gi; gi.require_version('Atspi', '2.0'); print('yes')"
    if not desktop.ask(SYSTEM_PYTHON, "-c", probe):
        need("gir1.2-atspi-2.0")
    return desktop


@pytest.mark.parametrize(
    ("start", "there"),
    [
        ([], {"push button"}),
        (["--demo"], {"check box", "list", "page tab", "push button", "table", "text"}),
    ],
    ids=["first start", "demo"],
)
def test_everything_operated_has_a_name(bus: Desktop, start: list[str], there: set[str]) -> None:
    bus.start([sys.executable, "-m", "footprint", *start])
    bus.window("--name", "^Footprint")
    until(lambda: there <= {element["role"] for element in seen(bus)}, f"all of {there}")
    elements = [element for element in seen(bus) if element["role"] in OPERATED]
    assert [element["path"] for element in elements if not element["name"].strip()] == []
