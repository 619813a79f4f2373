"""A run that is taken off the list, kept in hand so that taking it off can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field

from footprint.store.database import Database, Row

# What goes with a run, and what stays but no longer names it.
_OWN = ("runs", "run_marks", "run_drafts", "run_evidence", "said_gone")
_NAMING = ("disclosures", "standings")


@dataclass(frozen=True, slots=True)
class RemovedRun:
    """The rows of a run by table, and the ids of the rows elsewhere that named it."""

    id: int
    rows: dict[str, list[Row]] = field(default_factory=dict)
    named: dict[str, list[int]] = field(default_factory=dict)


class RemovedRuns:
    """Takes runs out of one database, and puts them back as they were."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take_out(self, run_id: int) -> RemovedRun:
        """Take a run away with all that was noted on the way."""
        rows = {
            table: self._database.rows(f"SELECT * FROM {table} WHERE {_key(table)} = ?", (run_id,))
            for table in _OWN
        }
        named = {
            table: [
                id_
                for (id_,) in self._database.rows(
                    f"SELECT id FROM {table} WHERE run_id = ?", (run_id,)
                )
            ]
            for table in _NAMING
        }
        self._database.execute("DELETE FROM runs WHERE id = ?", (run_id,))
        return RemovedRun(run_id, rows, named)

    def put_back(self, removed: RemovedRun) -> None:
        """Put everything back that `take_out` took; what is no longer there is left out."""
        for table in _OWN:
            rows = removed.rows.get(table, [])
            if rows:
                places = ", ".join("?" * len(rows[0]))
                self._database.execute_many(f"INSERT INTO {table} VALUES ({places})", rows)
        for table in _NAMING:
            self._database.execute_many(
                f"UPDATE {table} SET run_id = ? WHERE id = ?",
                [(removed.id, id_) for id_ in removed.named.get(table, [])],
            )


def _key(table: str) -> str:
    return "id" if table == "runs" else "run_id"
