"""Short names for what signed in: "Firefox on Windows" instead of a line of user agent."""

from __future__ import annotations

import re

# In this order, because a user agent also names those it resembles.
_PROGRAMS = (
    ("Instagram", "Instagram"),
    ("Barcelona", "Threads"),
    ("MessengerLite", "Messenger Lite"),
    ("FBAN/Messenger", "Messenger"),
    ("FBAV/", "Facebook"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)
# "Instagram 1.2 Android (29/10; 480dpi; 1080x2040; Fairphone; FP4; …)": maker and model.
_ANDROID = re.compile(
    r"Android \([^;)]*;[^;)]*;[^;)]*; *(?P<maker>[^;)/]+)[^;)]*; *(?P<model>[^;)]+)"
)
_SHOWN = 80


def agent_name(agent: str) -> str:
    """The program and the device or system of a user agent; its beginning when unknown."""
    program = _first(_PROGRAMS, agent)
    model = _ANDROID.search(agent)
    system = f"{model['maker']} {model['model']}" if model else _first(_SYSTEMS, agent)
    if program and system:
        return f"{program} ({system})"
    return program or system or agent[:_SHOWN]


def _first(names: tuple[tuple[str, str], ...], agent: str) -> str | None:
    return next((name for mark, name in names if mark in agent), None)
