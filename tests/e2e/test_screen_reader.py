"""What a screen reader says of the main window: everything one can operate has a name."""

from __future__ import annotations

import sys

import pytest

from tests.e2e.desktop import Desktop, until
from tests.e2e.screen_reader import nameless, seen


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
    assert nameless(seen(bus)) == []
