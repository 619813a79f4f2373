"""User agents are told in a few words."""

from __future__ import annotations

import pytest

from footprint.importers.agents import agent_name

WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/96.0 Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (f"{WINDOWS} Gecko/20100101 Firefox/95.0", "Firefox (Windows)"),
        (f"{WINDOWS} {CHROME}", "Chrome (Windows)"),
        (f"{WINDOWS} {CHROME} Edg/96.0", "Edge (Windows)"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/15 Safari/605", "Safari (macOS)"),
        ("Instagram 1.2 (iPhone12,1; iOS 15_0)", "Instagram (iPhone)"),
        (
            "Instagram 1.2 Android (29/10; 480dpi; 1x1; Google/google; Pixel 4; a)",
            "Instagram (Google Pixel 4)",
        ),
        ("something else", "something else"),
        ("x" * 200, "x" * 80),
    ],
)
def test_name(agent: str, name: str) -> None:
    assert agent_name(agent) == name
