"""The desktop that the end-to-end tests use, or the reason why they cannot."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, need
from tests.e2e.screen_reader import SYSTEM_PYTHON


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is end to end."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("e2e")


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """A virtual desktop with nothing on it."""
    if sys.platform != "linux":
        pytest.skip("the virtual desktop is an X server")
    need("Xvfb", "dbus-daemon", "openbox", "xdotool", "xprop")
    with Desktop(tmp_path / "desktop") as desktop:
        yield desktop


@pytest.fixture
def bus(desktop: Desktop) -> Desktop:
    """A desktop on which the accessibility bus can be asked."""
    need(SYSTEM_PYTHON, "/usr/libexec/at-spi-bus-launcher")
    probe = "import gi; gi.require_version('Atspi', '2.0'); print('yes')"
    if not desktop.ask(SYSTEM_PYTHON, "-c", probe):
        need("gir1.2-atspi-2.0")
    return desktop
