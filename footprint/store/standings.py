"""Standings as rows: what was seen of a service, and on which day; only added to."""

from __future__ import annotations

from datetime import date, datetime

from footprint.domain.standing import Standing, StandingState
from footprint.store.database import Database, Row
from footprint.store.rows import certain

_COLUMNS = "service, state, day, method, run_id, relist_days"


class Standings:
    """The standings of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, standing: Standing, now: datetime) -> None:
        """Keep what was seen."""
        self._database.execute(
            f"INSERT INTO standings ({_COLUMNS}, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                standing.service,
                standing.state.value,
                standing.day.isoformat(),
                standing.method,
                standing.run_id,
                standing.relist_days,
                certain(now),
            ),
        )

    def latest(self) -> dict[str, Standing]:
        """What was seen last, by service."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM standings"
            " WHERE id IN (SELECT max(id) FROM standings GROUP BY service)"
        )
        return {row[0]: _standing(row) for row in rows}

    def of(self, service: str) -> list[Standing]:
        """Everything that was seen of a service, newest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM standings WHERE service = ? ORDER BY id DESC",
            (service,),
        )
        return [_standing(row) for row in rows]


def _standing(row: Row) -> Standing:
    service, state, day, method, run_id, relist_days = row
    return Standing(
        service=service,
        state=StandingState(state),
        day=date.fromisoformat(day),
        method=method,
        run_id=run_id,
        relist_days=relist_days,
    )
