"""Single values out of records in which anything may stand: texts, numbers as ids, links."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

TEXT_LIMIT = 10_000
_LINKS = ("https://", "http://")
_LINK_LIMIT = 2_000
_DIGEST_LENGTH = 16


def text(value: object) -> str | None:
    """`value` as a text of at most `TEXT_LIMIT` characters; None for anything else or blank.

    Characters that no file can hold (half of a surrogate pair) become "?".
    """
    if not isinstance(value, str):
        return None
    stripped = value[: TEXT_LIMIT + 1].strip()[:TEXT_LIMIT]
    return stripped.encode("utf-8", "replace").decode("utf-8") or None


def identifier(value: object) -> str | None:
    """An id written as a number or as a text; 0 and blank are no ids."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        # A number of thousands of digits is nobody's id, and Python refuses to write it out.
        return str(value) if 0 < value < 10**40 else None
    found = text(value)
    return None if found == "0" else found


def link(value: object) -> str | None:
    """A web link, kept as text; None for anything that is not http or https."""
    found = text(value)
    if found is None or len(found) > _LINK_LIMIT or " " in found or not found.isprintable():
        return None
    return found if found.casefold().startswith(_LINKS) else None


def mapping(value: object) -> Mapping[str, Any]:
    """`value` when it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def sequence(value: object) -> list[Any]:
    """`value` when it is a JSON list, else an empty one."""
    return value if isinstance(value, list) else []


def texts(value: object) -> Iterator[str]:
    """The usable texts of a list, or the one text that stands in its place."""
    for item in [value] if isinstance(value, str) else sequence(value):
        if found := text(item):
            yield found


def folded(value: str) -> str:
    """`value` as part of a key: without case and with single blanks."""
    return " ".join(value.casefold().split())


def digest(value: str) -> str:
    """A short fingerprint that tells values apart without keeping them (device ids)."""
    return hashlib.sha256(value.encode("utf-8", "replace")).hexdigest()[:_DIGEST_LENGTH]


def present(facts: Mapping[str, str | None]) -> dict[str, str]:
    """`facts` without those that are not known."""
    return {word: value for word, value in facts.items() if value}
