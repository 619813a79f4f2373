"""The colours of Footprint: one table for light, dark, and both again with strong contrast.

`tests/ui/test_theme.py` measures every pair that meets on screen: 4.5:1 for text, 3:1 for
graphics, 7:1 and 4.5:1 with strong contrast.
"""

from __future__ import annotations

from dataclasses import dataclass

from footprint.domain.permission import Risk


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #rrggbb. `line` only divides; a field or a box is known by its `edge`."""

    dark: bool
    window: str
    panel: str  # cards, the sidebar's foot, menus
    field: str  # what is typed into, lists
    hover: str
    line: str
    rim: str  # around buttons, which are known by their words
    edge: str  # around fields and boxes
    text: str
    muted: str
    accent: str  # the focus ring, links, what is chosen
    primary: str  # the one filled button, with `on_primary` as its text
    on_primary: str
    selection: str
    chip: str
    good: str
    warning: str
    bad: str
    risks: tuple[str, str, str, str, str]  # none … critical
    unknown: str

    def risk(self, risk: Risk | None) -> str:
        """The colour of a risk's shape; critical is the only strong one."""
        return self.unknown if risk is None else self.risks[risk]


LIGHT = Tokens(
    dark=False,
    window="#f4f5f7",
    panel="#ffffff",
    field="#ffffff",
    hover="#e9ecf1",
    line="#e1e4e9",
    rim="#c8ced8",
    edge="#858e9c",
    text="#1d2229",
    muted="#566170",
    accent="#1a5fce",
    primary="#1a5fce",
    on_primary="#ffffff",
    selection="#dbe9ff",
    chip="#e6eaf0",
    good="#146f45",
    warning="#8f5a00",
    bad="#bf2b28",
    risks=("#5f6b7a", "#3a7d63", "#8f6a12", "#b0590e", "#bf1f1c"),
    unknown="#5f6b7a",
)

DARK = Tokens(
    dark=True,
    window="#16181d",
    panel="#1d2026",
    field="#22262d",
    hover="#282d35",
    line="#31363f",
    rim="#454c58",
    edge="#767f8d",
    text="#e7e9ee",
    muted="#a3acba",
    accent="#78aeff",
    primary="#2f6fd6",
    on_primary="#ffffff",
    selection="#27405f",
    chip="#30363f",
    good="#3ecf8e",
    warning="#f2b24c",
    bad="#ff8c8c",
    risks=("#98a1b0", "#6fbf9d", "#d9b45f", "#f0a05a", "#ff7b7b"),
    unknown="#98a1b0",
)

STRONG_LIGHT = Tokens(
    dark=False,
    window="#ffffff",
    panel="#ffffff",
    field="#ffffff",
    hover="#e6e6e6",
    line="#5a5a5a",
    rim="#000000",
    edge="#000000",
    text="#000000",
    muted="#333333",
    accent="#0037a6",
    primary="#0037a6",
    on_primary="#ffffff",
    selection="#cfe0ff",
    chip="#ededed",
    good="#00512c",
    warning="#5c3900",
    bad="#8c0000",
    risks=("#333333", "#00512c", "#5c3900", "#7a2e00", "#8c0000"),
    unknown="#333333",
)

STRONG_DARK = Tokens(
    dark=True,
    window="#000000",
    panel="#000000",
    field="#000000",
    hover="#2a2a2a",
    line="#a6a6a6",
    rim="#ffffff",
    edge="#ffffff",
    text="#ffffff",
    muted="#d6d6d6",
    accent="#9cc7ff",
    primary="#9cc7ff",
    on_primary="#000000",
    selection="#0c3057",
    chip="#2b2b2b",
    good="#7ff0b8",
    warning="#ffd37a",
    bad="#ffb3b3",
    risks=("#d6d6d6", "#a8f0cc", "#ffe08a", "#ffc48a", "#ffb3b3"),
    unknown="#d6d6d6",
)


def tokens_for(*, dark: bool, strong: bool) -> Tokens:
    """The table for a scheme and a contrast."""
    if strong:
        return STRONG_DARK if dark else STRONG_LIGHT
    return DARK if dark else LIGHT


# Behind the white initial of a service: twelve hues on which white is readable.
INITIALS = (
    "#b3261e", "#a8480b", "#8a5a00", "#5f6b00", "#2e7d32", "#00796b",
    "#00728f", "#1f5fbf", "#4b53c7", "#7b3fb5", "#a0308f", "#5b6470",
)  # fmt: skip
