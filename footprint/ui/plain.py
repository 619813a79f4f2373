"""Text from a file made harmless: one line, nothing that steers a screen, not endless."""

from __future__ import annotations

import unicodedata

from footprint.domain.names import printable

LIMIT = 200
# A letter of any language carries few marks; dozens of them draw over the rows around it.
_MARKS = 4


def plain(text: str, limit: int = LIMIT) -> str:
    """`text` as one visible line of at most `limit` characters, the last of them "…" if cut."""
    # What is invisible is left out first, so a little more than is shown has to be looked at.
    # A line's end is a control character too, but it parts words: it becomes a space.
    line = printable(" ".join(text[: max(1000, limit * 8)].split()))
    if not line.isascii():
        line = _unpiled(line)
    return line if len(line) <= limit else line[: max(limit - 1, 0)].rstrip() + "…"


def _unpiled(line: str) -> str:
    """`line` with at most a few combining marks on each letter."""
    kept: list[str] = []
    pile = 0
    for character in line:
        pile = pile + 1 if unicodedata.category(character) == "Mn" else 0
        if pile <= _MARKS:
            kept.append(character)
    return "".join(kept)
