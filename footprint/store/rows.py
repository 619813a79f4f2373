"""How values stand in the database: times, sets of scopes, small mappings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from footprint.domain.permission import Scopes


def to_text(moment: datetime | None) -> str | None:
    """An aware time as ISO 8601 text in UTC, to the second; None stays None (unknown)."""
    if moment is None:
        return None
    # isoformat is twice as fast as strftime, and an import writes hundreds of thousands.
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def certain(moment: datetime) -> str:
    """`to_text` of a time that is never unknown."""
    return to_text(moment) or ""


def to_moment(text: str | None) -> datetime | None:
    """The time of a text that `to_text` wrote."""
    return None if text is None else datetime.fromisoformat(text)


def moment(text: str) -> datetime:
    """`to_moment` of a column that is never NULL."""
    return datetime.fromisoformat(text)


def scopes_to_text(scopes: Scopes) -> str | None:
    """Scopes as a JSON list, sorted, so that equal sets are equal texts."""
    return None if scopes is None else json.dumps(sorted(set(scopes)), ensure_ascii=False)


def to_scopes(text: str | None) -> Scopes:
    """The scopes of a text that `scopes_to_text` wrote."""
    return None if text is None else tuple(json.loads(text))


def facts_to_text(facts: Mapping[str, str]) -> str:
    """A small mapping as JSON with sorted keys, so that equal mappings are equal texts."""
    return json.dumps(dict(facts), ensure_ascii=False, sort_keys=True)
