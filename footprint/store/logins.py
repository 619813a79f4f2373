"""The person's own list of where they sign in with an account."""

from __future__ import annotations

from datetime import datetime

from footprint.domain.preflight import Login
from footprint.store.database import Database
from footprint.store.rows import certain, to_moment, to_text


class Logins:
    """The logins of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, account_id: int) -> list[Login]:
        """Where the person signs in with the account, by name."""
        rows = self._database.rows(
            "SELECT id, name, moved_at FROM logins WHERE account_id = ?"
            " ORDER BY name COLLATE NOCASE, id",
            (account_id,),
        )
        return [Login(id=id_, name=name, moved_at=to_moment(at)) for id_, name, at in rows]

    def add(self, account_id: int, name: str, now: datetime) -> int:
        """Add a login; the id of the one that is there already, if it is."""
        self._database.execute(
            "INSERT INTO logins (account_id, name, added_at) VALUES (?, ?, ?)"
            " ON CONFLICT (account_id, name) DO NOTHING",
            (account_id, name, certain(now)),
        )
        id_: int = self._database.value(
            "SELECT id FROM logins WHERE account_id = ? AND name = ?", (account_id, name)
        )
        return id_

    def move(self, login_id: int, at: datetime | None) -> None:
        """Say since when the person signs in there another way; None: not yet."""
        self._database.execute(
            "UPDATE logins SET moved_at = ? WHERE id = ?", (to_text(at), login_id)
        )

    def remove(self, login_id: int) -> None:
        """Take a login off the list."""
        self._database.execute("DELETE FROM logins WHERE id = ?", (login_id,))
