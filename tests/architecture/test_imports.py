"""What really gets loaded: import-linter reads the code, this starts it."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Floor → top-level packages that must not be loaded by importing it.
HEAVY = {
    "domain": {"PySide6", "sqlite3", "sqlite_utils", "dateparser", "platformdirs"},
    "catalogue": {"PySide6", "sqlite3", "sqlite_utils", "dateparser"},
    "importers": {"PySide6", "sqlite3", "sqlite_utils"},
    "store": {"PySide6", "dateparser"},
    "services": {"PySide6", "dateparser"},
    "cli": {"PySide6", "dateparser"},
    "__main__": {"PySide6", "sqlite3", "sqlite_utils", "dateparser"},
}
_WALK = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(getattr(package, "__path__", []), sys.argv[1] + "."):
    importlib.import_module(module.name)
print(*{name.partition(".")[0] for name in sys.modules})
"""


@pytest.mark.parametrize("floor", HEAVY)
def test_floor_loads_nothing_heavy(floor: str) -> None:
    command = [sys.executable, "-c", _WALK, f"footprint.{floor}"]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert HEAVY[floor] & set(loaded) == set()
