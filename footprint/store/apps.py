"""Apps: who was let in, one row per network's client, told anew from the newest sightings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from footprint.domain.finding import AppFinding
from footprint.domain.names import folded
from footprint.store.database import Database

_FACTS = ("name", "description", "organisation", "url", "privacy_url", "terms_url")


@dataclass(frozen=True, slots=True)
class NewApp:
    """An app that has no row yet, with the id it will get."""

    id: int
    network: str
    finding: AppFinding
    service: str | None


@dataclass(frozen=True, slots=True)
class ToldApp:
    """An app's row and what all its sightings together say of it."""

    id: int
    app: AppFinding


class Apps:
    """The apps of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, network: str) -> tuple[dict[str, int], dict[str, int]]:
        """The network's app ids by its own id, and by folded name (one without an id first)."""
        by_native: dict[str, int] = {}
        by_name: dict[str, int] = {}
        for id_, native, name in self._database.rows(
            "SELECT id, native_id, folded FROM apps WHERE network = ?"
            " ORDER BY native_id IS NULL, id",
            (network,),
        ):
            by_name[name] = id_
            if native is not None:
                by_native[native] = id_
        return by_native, by_name

    def next_id(self) -> int:
        """An id above all present ones; valid until the end of this write."""
        highest: int = self._database.value("SELECT coalesce(max(id), 0) FROM apps")
        return highest + 1

    def add(self, apps: Iterable[NewApp]) -> None:
        """Insert new apps."""
        self._database.execute_many(
            "INSERT INTO apps (id, network, native_id, name, folded, description, organisation,"
            " url, privacy_url, terms_url, service) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    a.id, a.network, a.finding.native_id, a.finding.name, folded(a.finding.name),
                    a.finding.description, a.finding.organisation, a.finding.url,
                    a.finding.privacy_url, a.finding.terms_url, a.service,
                )
                for a in apps
            ],
        )  # fmt: skip

    def fold(self, account_id: int) -> list[ToldApp]:
        """Tell the account's apps anew from all their sightings; returns them as told.

        For each fact the newest sighting that knows it wins.
        """
        rows = self._database.rows(
            "SELECT g.app_id, s.app FROM sightings s JOIN grants g ON g.id = s.grant_id"
            " WHERE g.app_id IN (SELECT app_id FROM grants WHERE account_id = ?)"
            " ORDER BY g.app_id, s.as_of, s.import_id",
            (account_id,),
        )
        told = [
            ToldApp(app_id, told_by(text for _, text in sightings))
            for app_id, sightings in groupby(rows, key=itemgetter(0))
        ]
        self._database.execute_many(
            f"UPDATE apps SET {', '.join(f'{fact} = ?' for fact in _FACTS)}, folded = ?"
            " WHERE id = ?",
            [(*(getattr(t.app, f) for f in _FACTS), folded(t.app.name), t.id) for t in told],
        )
        self._settle_native_ids(told)
        return told

    def _settle_native_ids(self, told: Iterable[ToldApp]) -> None:
        """An app whose network id became known takes it, or becomes the app that has it."""
        for t in told:
            present = self._database.value("SELECT native_id FROM apps WHERE id = ?", (t.id,))
            if present == t.app.native_id:
                continue
            other = self._database.value(
                "SELECT a.id FROM apps a JOIN apps b ON b.network = a.network"
                " WHERE b.id = ? AND a.native_id = ?",
                (t.id, t.app.native_id),
            )
            if other is None:
                self._database.execute(
                    "UPDATE apps SET native_id = ? WHERE id = ?", (t.app.native_id, t.id)
                )
            else:
                self._database.execute(
                    "UPDATE grants SET app_id = ? WHERE app_id = ?", (other, t.id)
                )

    def set_services(self, services: Sequence[tuple[str | None, int]]) -> None:
        """Set the catalogue's service of apps, as (service id, app id)."""
        self._database.execute_many(
            "UPDATE apps SET service = ? WHERE id = ? AND service IS NOT ?",
            [(service, id_, service) for service, id_ in services],
        )

    def remove_unused(self) -> None:
        """Remove the apps that no grant names any more."""
        self._database.execute(
            "DELETE FROM apps WHERE NOT EXISTS (SELECT 1 FROM grants WHERE app_id = apps.id)"
        )


def to_json(app: AppFinding) -> str:
    """An app as its sighting keeps it: what is unknown is left out."""
    told = {name: value for name in (*_FACTS, "native_id") if (value := getattr(app, name))}
    return json.dumps(told, ensure_ascii=False)


def told_by(sightings: Iterable[str]) -> AppFinding:
    """The app as its sightings tell it, oldest first."""
    facts: dict[str, str] = {}
    for text in sightings:
        facts |= json.loads(text)
    return AppFinding(**facts)
