"""The person's own decisions on grants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from footprint.domain.grant import Choice, Decision
from footprint.store.database import Database
from footprint.store.rows import certain, to_moment


class Decisions:
    """The decisions of one database, by grant."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, grant_ids: Sequence[int]) -> dict[int, Decision]:
        """The decision on each of `grant_ids`; an undecided grant has the empty one."""
        found = {id_: Decision() for id_ in grant_ids}
        for id_ in grant_ids:
            row = self._database.row(
                "SELECT choice, note, look_again, decided_at FROM decisions WHERE grant_id = ?",
                (id_,),
            )
            if row:
                found[id_] = decision(row)
        return found

    def put(self, decisions: Mapping[int, Decision]) -> None:
        """Keep these decisions; the empty one means "undecided" and takes the row away."""
        undecided = [(id_,) for id_, d in decisions.items() if d.decided_at is None]
        self._database.execute_many("DELETE FROM decisions WHERE grant_id = ?", undecided)
        self._database.execute_many(
            "INSERT INTO decisions (grant_id, choice, note, look_again, decided_at)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (grant_id) DO UPDATE SET choice = excluded.choice,"
            " note = excluded.note, look_again = excluded.look_again,"
            " decided_at = excluded.decided_at",
            list(_rows(decisions)),
        )

    def to_look_at_again(self) -> list[tuple[int, date]]:
        """The grants with a day on which the person wanted to look again, and that day."""
        rows = self._database.rows(
            "SELECT grant_id, look_again FROM decisions WHERE look_again IS NOT NULL"
            " ORDER BY look_again, grant_id"
        )
        return [(grant_id, date.fromisoformat(day)) for grant_id, day in rows]

    def lost_with(self, import_id: int) -> int:
        """How many decisions stand on grants that no other import has seen."""
        count: int = self._database.value(
            "SELECT count(*) FROM decisions WHERE grant_id IN"
            " (SELECT grant_id FROM sightings WHERE import_id = :id)"
            " AND NOT EXISTS (SELECT 1 FROM sightings s"
            "                  WHERE s.grant_id = decisions.grant_id AND s.import_id <> :id)",
            {"id": import_id},
        )
        return count


def _rows(decisions: Mapping[int, Decision]) -> Iterable[tuple[object, ...]]:
    for id_, d in decisions.items():
        if d.decided_at is not None:
            day = d.look_again.isoformat() if d.look_again else None
            yield id_, d.choice, d.note, day, certain(d.decided_at)


def decision(row: Sequence[str | None]) -> Decision:
    """A decision of its columns choice, note, look_again, decided_at; all NULL is "undecided"."""
    choice, note, look_again, decided_at = row
    return Decision(
        choice=Choice(choice) if choice else None,
        note=note or "",
        look_again=date.fromisoformat(look_again) if look_again else None,
        decided_at=to_moment(decided_at),
    )
