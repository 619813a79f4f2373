"""Events of the person's own; a changed one is taken away and added anew, so that what was
known on a day can still be told."""

from __future__ import annotations

import json
from datetime import date, datetime

from footprint.domain.event import Event, EventKind
from footprint.store.database import Database, Row
from footprint.store.rows import certain

_COLUMNS = "id, kind, day, ends, exact, title, detail, scores, services, link, worth, retells_past"


class Events:
    """The events of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, as_known_on: datetime | None = None) -> list[Event]:
        """The events that are known, or were known at `as_known_on`, by day."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM events WHERE (:when IS NULL OR added_at <= :when)"
            " AND (removed_at IS NULL OR removed_at > :when) ORDER BY day, id",
            {"when": certain(as_known_on) if as_known_on else None},
        )
        return [_event(row) for row in rows]

    def one(self, event_id: int) -> Event | None:
        """The event of that id, unless it was taken away."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM events WHERE id = ? AND removed_at IS NULL", (event_id,)
        )
        return _event(row) if row else None

    def add(self, event: Event, added_at: datetime) -> int:
        """A new event; returns its id. What `event` says of its own id is not looked at."""
        return self._database.execute(
            "INSERT INTO events (kind, day, ends, exact, title, detail, scores, services, link,"
            " worth, retells_past, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                event.kind, event.day.isoformat(), event.ends.isoformat() if event.ends else None,
                int(event.exact), event.title, event.detail, json.dumps(event.scores),
                json.dumps(event.services), event.link, event.worth, int(event.retells_past),
                certain(added_at),
            ),
        )  # fmt: skip

    def take_away(self, event_id: int, when: datetime | None) -> None:
        """The event no longer stands from `when` on; None lets it stand again."""
        self._database.execute(
            "UPDATE events SET removed_at = ? WHERE id = ?",
            (certain(when) if when else None, event_id),
        )


def _event(row: Row) -> Event:
    (
        id_, kind, day, ends, exact, title, detail, scores, services, link, worth, retells,
    ) = row  # fmt: skip
    return Event(
        id=str(id_), kind=EventKind(kind), day=date.fromisoformat(day), title=title,
        ends=date.fromisoformat(ends) if ends else None, exact=bool(exact), detail=detail,
        scores=tuple(json.loads(scores)), services=tuple(json.loads(services)), link=link,
        worth=worth, retells_past=bool(retells),
    )  # fmt: skip
