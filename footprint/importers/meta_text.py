"""Repair of the texts in Meta's JSON: UTF-8 bytes that were written as if they were Latin-1."""

from __future__ import annotations

from footprint.importers import fields


def repaired(value: str) -> str:
    """`value` as it was meant; unchanged when it is not damaged.

    Judged text by text, because newer downloads hold damaged and sound texts side by side.
    """
    if value.isascii():
        return value
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value


def text(value: object) -> str | None:
    """The repaired text in `value`; None when there is none (see `fields.text`)."""
    return fields.text(repaired(value)) if isinstance(value, str) else None
