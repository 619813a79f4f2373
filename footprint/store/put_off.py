"""What the person put off: due things that shall not be shown before a day."""

from __future__ import annotations

from datetime import date

from footprint.store.database import Database


class PutOff:
    """What was put off in one database, by the key of the due thing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def until(self) -> dict[str, date]:
        """The day until which each was put off."""
        rows = self._database.rows("SELECT key, until FROM put_off")
        return {key: date.fromisoformat(until) for key, until in rows}

    def put(self, key: str, until: date | None) -> None:
        """Put a due thing off, or (None) no longer."""
        if until is None:
            self._database.execute("DELETE FROM put_off WHERE key = ?", (key,))
            return
        self._database.execute(
            "INSERT OR REPLACE INTO put_off (key, until) VALUES (?, ?)", (key, until.isoformat())
        )
