"""Where the parts of Footprint that others may add are looked up: entry points."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import Any

IMPORTERS = "footprint.importers"


def load(group: str) -> Iterator[tuple[str, Any]]:
    """Yield (name, loaded object) of every entry point in `group`, sorted by name."""
    for point in sorted(entry_points(group=group), key=lambda p: p.name):
        yield point.name, point.load()
