"""What a screen reader finds in a running program, as JSON; run by the system's own Python.

usage: atspi_client.py PROGRAM    (its name on the accessibility bus)

Each showing element is {"role", "name", "text", "description", "focused", "path"}; `path` leads
there from the window, `focused` is "yes" or "". Of a long list or table only the first elements
are looked at: there may be 100,000.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version has to be said first

PATIENCE_S = 20.0
CHILDREN = 60


def program(name: str) -> Any:
    """The program on the bus, as soon as it has a window."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(number)
            if found and found.get_name() == name and found.get_child_count():
                return found
        time.sleep(0.1)
    raise SystemExit(f"{name} is not on the accessibility bus")


def walk(element: Any, path: str = "") -> Iterator[dict[str, str]]:
    """Every showing element below `element`. What goes away meanwhile is no longer there."""
    for number in range(min(element.get_child_count(), CHILDREN)):
        try:
            child = element.get_child_at_index(number)
            if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
                continue
            role, name = child.get_role_name(), child.get_name()
            here = f"{path} > {role} {name!r}".removeprefix(" > ")
            yield {
                "role": role,
                "name": name,
                "text": text(child),
                "description": child.get_description() or "",
                "focused": "yes" if child.get_state_set().contains(Atspi.StateType.FOCUSED) else "",
                "path": here,
            }
            yield from walk(child, here)
        except GLib.Error:
            continue


def text(element: Any) -> str:
    """The text inside an element, beside its name."""
    inside = element.get_text_iface()
    return str(Atspi.Text.get_text(inside, 0, -1)) if inside else ""


if __name__ == "__main__":
    json.dump(list(walk(program(sys.argv[1]))), sys.stdout)
