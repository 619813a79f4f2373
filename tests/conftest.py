"""What holds for every test: no real home, no network, no display unless one is asked for."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import HealthCheck, settings

# Before the first import of Qt. FOOTPRINT_REAL_DISPLAY=1 shows the windows of the tests instead.
if not os.environ.get("FOOTPRINT_REAL_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

# Two cores, shared: what an example takes says nothing about the code.
settings.register_profile(
    "footprint",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("footprint")


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Audit hook: a connection to anything but a local socket file is a fault of what is tested."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        raise AssertionError(f"a connection to {arguments[1]} was attempted")


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def _throw_away_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that a test starts finds or changes the real person's files."""
    home = tmp_path_factory.mktemp("home")
    places = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "AppData",
        "LOCALAPPDATA": home / "AppData",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(place))
