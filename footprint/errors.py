"""The errors a person reads: what is so, and what they can do about it."""

from __future__ import annotations


class FootprintError(Exception):
    """Something the person or the world must mend; `title` says what is so, `hint` the remedy.

    Anything that is not a `FootprintError` is a fault of Footprint itself and is reported as such.
    """

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.title} {self.hint}".strip()
