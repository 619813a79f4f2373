"""Sightings: what each archive said of each grant; the truth from which grants are folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from footprint.domain.grant import GrantState, Sighting
from footprint.store.database import Database
from footprint.store.rows import moment

_NEWEST = (
    "FROM sightings s WHERE s.grant_id = grants.id {known}"
    " ORDER BY s.as_of DESC, s.import_id DESC LIMIT 1"
)


def _newest(column: str, *, known: bool = False) -> str:
    """SQL for `column` of the newest sighting; of the newest that knows it when `known`."""
    condition = f"AND s.{column} IS NOT NULL" if known else ""
    return f"(SELECT s.{column} {_NEWEST.format(known=condition)})"


_FOLD = f"""
UPDATE grants SET
    state = {_newest("state")},
    roll = {_newest("roll")},
    ended = {_newest("ended")},
    scopes = {_newest("scopes", known=True)},
    since = {_newest("since", known=True)},
    member_id = {_newest("member_id", known=True)},
    last_used = (SELECT max(s.last_used) FROM sightings s WHERE s.grant_id = grants.id),
    first_seen = (SELECT min(s.as_of) FROM sightings s WHERE s.grant_id = grants.id),
    last_seen = (SELECT max(s.as_of) FROM sightings s WHERE s.grant_id = grants.id)
 WHERE account_id = :account
"""

# Where a thing was listed, and the archives that hold its list completely without it.
_OF = """
SELECT s.import_id, s.as_of, 1, i.importer, i.archive, s.file, s.record, {state}
  FROM {sightings} s JOIN imports i ON i.id = s.import_id WHERE s.{thing} = :id
UNION ALL
SELECT i.id, i.as_of, 0, i.importer, i.archive, NULL, NULL, NULL FROM {things} t
  JOIN imports i ON i.account_id = t.account_id JOIN coverage c ON c.import_id = i.id
 WHERE t.id = :id AND c.roll = t.roll AND i.as_of >= t.first_seen AND NOT EXISTS
       (SELECT 1 FROM {sightings} s WHERE s.{thing} = t.id AND s.import_id = i.id)
 ORDER BY 2 DESC, 1 DESC
"""
_OF_GRANT = _OF.format(sightings="sightings", thing="grant_id", things="grants", state="s.state")
OF_LISTING = _OF.format(
    sightings="listing_sightings", thing="listing_id", things="listings", state="NULL"
)

# The first archive after the last sighting that holds the grant's list completely, without it.
FIRST_WITHOUT = """
    (SELECT min(i.as_of) FROM coverage c JOIN imports i ON i.id = c.import_id
      WHERE i.account_id = {table}.account_id AND c.roll = {table}.roll
        AND i.as_of > {table}.last_seen)
"""

_GONE = f"""
UPDATE grants SET gone_since = {FIRST_WITHOUT.format(table="grants")} WHERE account_id = :account
"""


def told_in(database: Database, sql: str, thing_id: int) -> list[Sighting]:
    """Where a thing was listed and where it no longer was, newest first."""
    return [
        Sighting(
            import_id=id_, as_of=moment(as_of), present=bool(present), importer=importer,
            archive=archive, file=file, record=record, state=GrantState(state) if state else None,
        )
        for id_, as_of, present, importer, archive, file, record, state in database.rows(
            sql, {"id": thing_id}
        )
    ]  # fmt: skip


class Sightings:
    """The sightings of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, rows: Iterable[Sequence[object]]) -> None:
        """Insert sightings, as rows in the order of the statement."""
        self._database.execute_many(
            "INSERT INTO sightings (grant_id, import_id, as_of, roll, state, scopes, since,"
            " last_used, ended, member_id, app, file, record)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def fold(self, account_id: int) -> None:
        """Tell the account's grants anew from their sightings; those without any are removed.

        A removed app stays removed when a later archive drops it; any other one is gone.
        """
        values = {"account": account_id}
        self._database.execute(
            "DELETE FROM grants WHERE account_id = :account AND NOT EXISTS"
            " (SELECT 1 FROM sightings WHERE grant_id = grants.id)",
            values,
        )
        self._database.execute(_FOLD, values)
        self._database.execute(_GONE, values)
        self._database.execute(
            "UPDATE grants SET state = 'gone' WHERE account_id = :account"
            " AND gone_since IS NOT NULL AND state <> 'removed'",
            values,
        )

    def of(self, grant_id: int) -> list[Sighting]:
        """Where the grant was listed and where it no longer was, newest first."""
        return told_in(self._database, _OF_GRANT, grant_id)

    def archives(self, grant_ids: Sequence[int]) -> dict[int, list[tuple[str, str, int | None]]]:
        """For each grant the (archive, file, record) it was read from, newest first."""
        found: dict[int, list[tuple[str, str, int | None]]] = {id_: [] for id_ in grant_ids}
        for start in range(0, len(grant_ids), 500):
            some = grant_ids[start : start + 500]
            for id_, archive, file, record in self._database.rows(
                "SELECT s.grant_id, i.archive, s.file, s.record FROM sightings s"
                " JOIN imports i ON i.id = s.import_id"
                f" WHERE s.grant_id IN ({', '.join('?' * len(some))})"
                " ORDER BY s.as_of DESC, s.import_id DESC",
                some,
            ):
                found[id_].append((archive, file, record))
        return found
