"""Apps in Meta's label layouts: the same reading for both networks, JSON and web pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from footprint.domain.finding import AppFinding, GrantFinding, Where
from footprint.domain.grant import GrantState
from footprint.i18n import _
from footprint.importers import labels
from footprint.importers.fields import identifier
from footprint.importers.gathering import Gatherer, Unusable
from footprint.importers.labels import Meaning
from footprint.importers.meta_rows import Row, read_row
from footprint.importers.rolls import Roll

# The dates of a record in the order in which Meta writes them, for labels that are not known.
_ORDER: Mapping[GrantState, tuple[Meaning, ...]] = {
    GrantState.LIVE: (Meaning.ADDED, Meaning.LAST_USED),
    GrantState.EXPIRED: (Meaning.EXPIRED, Meaning.LAST_USED),
}


@dataclass(frozen=True, slots=True)
class _Dates:
    added: datetime | None
    last_used: datetime | None
    expired: datetime | None
    removed: datetime | None


def grants(roll: Roll, state: GrantState) -> Callable[[Any, Where], Iterator[GrantFinding]]:
    """A reader of records in which each is one app; `state` is that of the list."""

    def read(record: Any, where: Where) -> Iterator[GrantFinding]:
        yield grant(read_row(record), where, roll=roll, state=state)

    return read


def grant(row: Row, where: Where, *, roll: Roll, state: GrantState) -> GrantFinding:
    """The app of one row. Raises `Unusable` when it has no name."""
    name = row.value(Meaning.NAME) or row.title or _first_name(row)
    if name is None:
        raise Unusable(_("This app has no name."))
    state = labels.state(row.value(Meaning.CATEGORY) or "") or state
    dates = _dates(row, state)
    if state is GrantState.LIVE and dates.removed:
        state = GrantState.REMOVED
    ends = {GrantState.REMOVED: dates.removed, GrantState.EXPIRED: dates.expired}
    return GrantFinding(
        app=AppFinding(name),
        roll=roll.name,
        where=where,
        state=state,
        since=dates.added,
        last_used=dates.last_used,
        ended=ends.get(state),
        member_id=_member_id(row),
    )


def _first_name(row: Row) -> str | None:
    """The first text that can be a name, for labels that are not known."""
    return next((v for v in row.strange_values if not _is_number(v)), None)


def _member_id(row: Row) -> str | None:
    """The person's id inside the app; behind labels that are not known, the first number."""
    for meaning in (Meaning.MEMBER_ID, Meaning.IDENTIFIER):
        if known := identifier(row.value(meaning)):
            return known
    return next((v for v in row.strange_values if _is_number(v) and identifier(v)), None)


def _is_number(value: str) -> bool:
    return value.isascii() and value.isdigit()


def _dates(row: Row, state: GrantState) -> _Dates:
    """The dates by their labels; those behind vague or unknown labels by their order."""
    open_ones = [m for m in _ORDER.get(state, ()) if not row.has(m)]
    vague = [f.moment for f in row.fields if f.dated and f.meaning in {None, Meaning.TIME}]
    guessed = dict(zip(open_ones, vague, strict=False))
    known = {
        meaning: row.moment(meaning) or guessed.get(meaning)
        for meaning in (Meaning.ADDED, Meaning.LAST_USED, Meaning.EXPIRED, Meaning.REMOVED)
    }
    return _Dates(
        added=known[Meaning.ADDED],
        last_used=known[Meaning.LAST_USED],
        expired=known[Meaning.EXPIRED],
        removed=known[Meaning.REMOVED],
    )


def warn_unconfirmed(gatherer: Gatherer, file: str) -> None:
    """Say that a layout is known from descriptions only."""
    gatherer.warn(
        _(
            "The layout of {file} is unconfirmed: Footprint knows it from descriptions only."
            " Compare the result with the page in your account."
        ).format(file=file)
    )
