"""When two names are the same name."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """`text` as it is compared, searched and sorted: no case, no compatibility forms, one space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def printable(text: str) -> str:
    """`text` from elsewhere as it may be shown: one line, nothing that steers a screen.

    Control characters (an escape sequence, a line feed) and the marks that turn the direction
    of reading (an app called "\\u202egpj.exe") are left out.
    """
    visible = (c for c in text if c.isspace() or unicodedata.category(c) not in _STEERING)
    return " ".join("".join(visible).split())


# Control, format (among them the bidi marks), surrogates and unassigned or private characters.
_STEERING = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
