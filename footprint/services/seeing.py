"""See: accounts, the apps let into them, what else archives list, and how we know."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from footprint.domain.account import AccountSummary
from footprint.domain.grant import AppGroup, Grant, GrantQuery, Sighting
from footprint.domain.listing import Listing
from footprint.domain.permission import Permission
from footprint.domain.section import Section
from footprint.store.accounts import Accounts
from footprint.store.database import Database
from footprint.store.dated import anything_dated
from footprint.store.grants import Grants
from footprint.store.listings import Listings
from footprint.store.permissions import Permissions
from footprint.store.sightings import Sightings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from footprint.catalogue.catalogue import Catalogue
    from footprint.domain.finding import BadRecord
    from footprint.domain.preview import ImportRecord
    from footprint.domain.service import Service
    from footprint.store.imports import Imports

PAGE = 500


class Seeing:
    """The reading side of one workspace."""

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        self._database = database
        self._catalogue = catalogue

    def accounts(self) -> list[AccountSummary]:
        """Every account with its counts, by network."""
        return Accounts(self._database).summaries()

    def grants(self, query: GrantQuery, limit: int = PAGE, offset: int = 0) -> list[Grant]:
        """One page of grants with their permissions in words."""
        return self._explained(Grants(self._database).page(query, limit, offset))

    def has_dates(self) -> bool:
        """Whether anything is kept that can fall due; cheap, unlike counting what is due."""
        return anything_dated(self._database)

    def count(self, query: GrantQuery) -> int:
        """How many grants `query` asks for."""
        return Grants(self._database).count(query)

    def groups(self, query: GrantQuery, limit: int = PAGE, offset: int = 0) -> list[AppGroup]:
        """One page of grants put together by the service or app they belong to."""
        return Grants(self._database).groups(query, limit, offset)

    def grant(self, grant_id: int) -> Grant | None:
        """One grant with its permissions in words."""
        found = Grants(self._database).one(grant_id)
        return self._explained([found])[0] if found else None

    def sightings(self, grant_id: int) -> list[Sighting]:
        """Where the grant was listed, and where it no longer was, newest first."""
        return Sightings(self._database).of(grant_id)

    def sources(self, grants: Iterable[Grant]) -> dict[int, list[str]]:
        """For each grant the places it was read from: "archive › file, record n"."""
        found = Sightings(self._database).archives([grant.id for grant in grants])
        return {
            id_: [
                f"{archive} › {file}" + (f", record {record}" if record else "")
                for archive, file, record in places
            ]
            for id_, places in found.items()
        }

    def section_counts(self, account_id: int | None) -> dict[Section, int | None]:
        """How many things each section lists; None where nothing that was read tells it."""
        listings = Listings(self._database)
        covered = listings.covered(account_id)
        counts: dict[Section, int | None] = {}
        for section in Section:
            number = (
                self.count(GrantQuery(account_id))
                if section is Section.GRANTS
                else listings.count(section, account_id, "")
            )
            counts[section] = number if number or section in covered else None
        return counts

    def listings(
        self,
        section: Section,
        account_id: int | None,
        text: str = "",
        *,
        limit: int = PAGE,
        offset: int = 0,
    ) -> list[Listing]:
        """One page of a section, those still listed first."""
        return Listings(self._database).page(section, account_id, text, limit=limit, offset=offset)

    def listing_sightings(self, listing_id: int) -> list[Sighting]:
        """Where a listing stood, and where it no longer did, newest first."""
        return Listings(self._database).sightings(listing_id)

    def count_listings(self, section: Section, account_id: int | None, text: str = "") -> int:
        """How many things of a section match."""
        return Listings(self._database).count(section, account_id, text)

    def imports(self) -> list[ImportRecord]:
        """Every import, newest first, undone ones included."""
        return self._imports.all()

    def bad_records(self, import_id: int) -> list[BadRecord]:
        """The records an import could not read."""
        return self._imports.bad_records(import_id)

    def service(self, service_id: str) -> Service | None:
        """An entry of the catalogue."""
        return self._catalogue.service(service_id)

    def services(self) -> tuple[Service, ...]:
        """The whole catalogue, by name."""
        return self._catalogue.services()

    def service_name(self, service_id: str) -> str:
        """What a service is called; its id when the catalogue has no such entry."""
        return self._catalogue.service_name(service_id)

    @cached_property
    def _imports(self) -> Imports:
        # The history is not on the first page: a start does without what it needs.
        from footprint.store.imports import Imports  # noqa: PLC0415

        return Imports(self._database)

    def _explained(self, grants: list[Grant]) -> list[Grant]:
        words = Permissions(self._database).all()
        return [
            grant
            if grant.scopes is None
            else replace(
                grant,
                permissions=tuple(
                    words.get((grant.network, scope)) or _not_rated(grant.network, scope)
                    for scope in grant.scopes
                ),
            )
            for grant in grants
        ]


def _not_rated(network: str, scope: str) -> Permission:
    """A scope the dictionary was not asked about yet, shown raw."""
    return Permission(network, scope, words=scope, known=False)
