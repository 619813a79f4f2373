"""Grants of which the person said that they are gone, beside what archives say since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from footprint.store.database import Database
from footprint.store.rows import certain, moment, to_moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The person said at `said_at` that a grant is gone.

    `gone_since` is the first newer archive that no longer lists it: then it is verified.
    `listed_again` is a newer archive that lists it as connected: then it came back, or never went.
    """

    grant_id: int
    app: str
    network: str
    run_id: int
    said_at: datetime
    gone_since: datetime | None = None
    listed_again: datetime | None = None


class SaidGone:
    """What the person said of the grants of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, run_id: int, grant_ids: Iterable[int], now: datetime) -> None:
        """Write down that these grants are gone, as the person says.

        Of a grant whose import was undone meanwhile there is nothing to say.
        """
        self._database.execute_many(
            "INSERT INTO said_gone (run_id, grant_id, said_at)"
            " SELECT ?, id, ? FROM grants WHERE id = ?"
            " ON CONFLICT (grant_id, run_id) DO UPDATE SET said_at = excluded.said_at",
            [(run_id, certain(now), grant_id) for grant_id in grant_ids],
        )

    def unsay(self, run_id: int, grant_id: int) -> None:
        """Take it back."""
        self._database.execute(
            "DELETE FROM said_gone WHERE run_id = ? AND grant_id = ?", (run_id, grant_id)
        )

    def lost_with(self, import_id: int) -> int:
        """How many grants with such a word no other import has seen."""
        count: int = self._database.value(
            "SELECT count(DISTINCT grant_id) FROM said_gone WHERE grant_id IN"
            " (SELECT grant_id FROM sightings WHERE import_id = :id)"
            " AND NOT EXISTS (SELECT 1 FROM sightings s"
            "                  WHERE s.grant_id = said_gone.grant_id AND s.import_id <> :id)",
            {"id": import_id},
        )
        return count

    def all(self) -> list[Said]:
        """What was said last of each grant, and what archives say since; newest first."""
        rows = self._database.rows(
            """
            SELECT g.id, a.name, a.network, s.run_id, s.said_at, g.gone_since,
                   (SELECT max(i.as_of) FROM sightings t JOIN imports i ON i.id = t.import_id
                     WHERE t.grant_id = g.id AND t.state IN ('live', 'expired')
                       AND i.undone_at IS NULL AND i.as_of > s.said_at)
              FROM said_gone s JOIN grants g ON g.id = s.grant_id JOIN apps a ON a.id = g.app_id
             WHERE s.said_at = (SELECT max(said_at) FROM said_gone WHERE grant_id = g.id)
             ORDER BY s.said_at DESC, g.id
            """
        )
        return [
            Said(
                grant_id=id_,
                app=app,
                network=network,
                run_id=run_id,
                said_at=moment(said_at),
                gone_since=to_moment(gone) if gone and gone > said_at else None,
                listed_again=to_moment(again),
            )
            for id_, app, network, run_id, said_at, gone, again in rows
        ]
