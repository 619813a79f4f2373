"""The disclosure ledger as rows."""

from __future__ import annotations

from collections.abc import Iterable

from footprint.domain.disclosure import Disclosure
from footprint.domain.step import Identifier
from footprint.store.database import Database
from footprint.store.rows import certain, moment


class Disclosures:
    """The disclosures of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, disclosures: Iterable[Disclosure]) -> None:
        """Write down what was given to whom."""
        self._database.execute_many(
            "INSERT INTO disclosures (service, identifier, at, run_id, stop)"
            " VALUES (?, ?, ?, ?, ?)",
            [(d.service, d.identifier.value, certain(d.at), d.run_id, d.stop) for d in disclosures],
        )

    def all(self, service: str | None = None) -> list[Disclosure]:
        """What was given, newest first; of one service, if it is named."""
        rows = self._database.rows(
            "SELECT service, identifier, at, run_id, stop FROM disclosures"
            " WHERE :service IS NULL OR service = :service ORDER BY at DESC, id DESC",
            {"service": service},
        )
        return [
            Disclosure(
                service=name,
                identifier=Identifier(identifier),
                at=moment(at),
                run_id=run_id,
                stop=stop,
            )
            for name, identifier, at, run_id, stop in rows
        ]
