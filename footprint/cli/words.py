"""The words of the command line; what they do is imported when one of them was said."""

from __future__ import annotations

ABOUT_SCORES = ("record", "scores", "readings", "explain")
ABOUT_DATES = ("due",)
VERBS = ("import", "list", *ABOUT_SCORES, *ABOUT_DATES)
