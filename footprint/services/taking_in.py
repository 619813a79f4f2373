"""Taking one harvest into one account: rows, sightings, and what is told anew from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from footprint.domain.changes import Kind
from footprint.domain.finding import AppFinding, GrantFinding, Harvest
from footprint.domain.merging import (
    Merge,
    distinct_grants,
    distinct_listings,
    merge_grants,
    merge_listings,
)
from footprint.domain.names import folded
from footprint.domain.preview import Change, Part, PreviewItem
from footprint.progress import Progress
from footprint.services.rating import Rating
from footprint.store.accounts import Accounts
from footprint.store.apps import Apps, NewApp, to_json
from footprint.store.database import Database
from footprint.store.grants import Grants
from footprint.store.imports import Counts, Imports
from footprint.store.listings import Listings
from footprint.store.rows import certain, scopes_to_text, to_text
from footprint.store.sightings import Sightings

_EVERY = 2_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What one harvest means for one account; the same for the preview and for the import."""

    grants: tuple[GrantFinding, ...]
    grant_merge: Merge
    listing_merge: Merge

    @property
    def items(self) -> tuple[PreviewItem, ...]:
        """Everything that would be new, changed or gone."""
        return self.grant_merge.items + self.listing_merge.items

    @property
    def unchanged(self) -> int:
        """How many listed things are known as they are."""
        return self.grant_merge.unchanged + self.listing_merge.unchanged

    @property
    def listed(self) -> int:
        """How many things the archive lists."""
        return len(self.grants) + len(self.listing_merge.matches)

    def count(self, change: Change) -> int:
        """How many things would undergo `change`."""
        return sum(item.change is change for item in self.items)


class TakingIn:
    """Plans and writes harvests; every method that writes wants to stand inside a write."""

    def __init__(self, database: Database, rating: Rating) -> None:
        self._database = database
        self._rating = rating

    def plan(self, harvest: Harvest, account_id: int | None) -> Plan:
        """What taking `harvest` into the account (a new one: None) would do."""
        grants = distinct_grants(harvest.grants)
        known_grants = Grants(self._database).known(account_id) if account_id else []
        known_listings = Listings(self._database).known(account_id) if account_id else []
        return Plan(
            grants,
            merge_grants(known_grants, grants, harvest.covers, harvest.as_of),
            merge_listings(
                known_listings, distinct_listings(harvest.listings), harvest.covers, harvest.as_of
            ),
        )

    def take(
        self,
        harvest: Harvest,
        parts: Sequence[Part],
        *,
        account_id: int | None,
        now: datetime,
        progress: Progress,
    ) -> tuple[int, tuple[int, ...]]:
        """Write the harvest; returns the import's id and the grants' ids in the plan's order."""
        with self._database.write(Kind.ACCOUNTS, Kind.GRANTS, Kind.LISTINGS, Kind.IMPORTS):
            plan = self.plan(harvest, account_id)
            fresh = account_id is None
            if account_id is None:
                account_id = Accounts(self._database).add(harvest.account)
            counts = Counts(
                plan.count(Change.NEW), plan.count(Change.CHANGED), plan.count(Change.GONE),
                len(harvest.bad),
            )  # fmt: skip
            import_id = Imports(self._database).add(
                harvest, parts, account_id=account_id, imported_at=now, counts=counts
            )
            writer = _GrantWriter(
                self._database, self._rating, harvest, import_id=import_id, account_id=account_id
            )
            ids = writer.write(plan, progress)
            self._take_listings(harvest, plan, import_id=import_id, account_id=account_id)
            if fresh:
                self._rating.keep_permissions()
            else:
                self.tell_anew(account_id)
        return import_id, ids

    def tell_anew(self, account_id: int) -> None:
        """Fold everything known of the account from its sightings."""
        Accounts(self._database).fold(account_id)
        Sightings(self._database).fold(account_id)
        Listings(self._database).fold(account_id)
        apps = Apps(self._database)
        told = apps.fold(account_id)
        apps.set_services([(self._rating.service_of(t.app.name, t.app.url), t.id) for t in told])
        apps.remove_unused()
        self._rating.keep_permissions()
        self._rating.derive(account_id)

    def _take_listings(
        self, harvest: Harvest, plan: Plan, *, import_id: int, account_id: int
    ) -> None:
        found = zip(plan.listing_merge.matches, distinct_listings(harvest.listings), strict=True)
        Listings(self._database).add(
            list(found), import_id=import_id, account_id=account_id, as_of=certain(harvest.as_of)
        )


class _GrantWriter:
    """Writes the grants of one harvest: new apps, new grants, and a sighting of each."""

    def __init__(
        self,
        database: Database,
        rating: Rating,
        harvest: Harvest,
        *,
        import_id: int,
        account_id: int,
    ) -> None:
        self._database = database
        self._rating = rating
        self._network = harvest.account.network
        self._as_of = certain(harvest.as_of)
        self._import_id = import_id
        self._account_id = account_id
        self._new_apps: list[NewApp] = []
        self._services: dict[int, str | None] = {}
        self._by_native, self._by_name = Apps(database).known(self._network)
        self._next_app = Apps(database).next_id()

    def write(self, plan: Plan, progress: Progress) -> tuple[int, ...]:
        next_id = Grants(self._database).next_id()
        ids = []
        new: list[Sequence[object]] = []
        seen: list[Sequence[object]] = []
        pairs = zip(plan.grants, plan.grant_merge.matches, strict=True)
        for number, (finding, known) in enumerate(pairs):
            if number % _EVERY == 0:
                progress.step(number, len(plan.grants))
            grant_id = known
            if grant_id is None:
                grant_id = next_id
                next_id += 1
                new.append(self._grant_row(grant_id, finding))
            ids.append(grant_id)
            seen.append(self._sighting_row(grant_id, finding))
        Apps(self._database).add(self._new_apps)
        Grants(self._database).add(_stepping(new, progress))
        Sightings(self._database).add(_stepping(seen, progress))
        return tuple(ids)

    def _grant_row(self, grant_id: int, f: GrantFinding) -> Sequence[object]:
        app_id = self._app_id(f.app)
        derived = self._rating.derived(
            network=self._network, name=f.app.name, organisation=f.app.organisation,
            service=self._services.get(app_id), scopes=f.scopes,
        )  # fmt: skip
        return (
            grant_id, self._account_id, app_id, f.member_id, f.state, scopes_to_text(f.scopes),
            derived.risk, to_text(f.since), to_text(f.last_used), to_text(f.ended), self._as_of,
            self._as_of, f.roll, derived.sort_name, derived.app_group, derived.search,
        )  # fmt: skip

    def _sighting_row(self, grant_id: int, f: GrantFinding) -> Sequence[object]:
        return (
            grant_id, self._import_id, self._as_of, f.roll, f.state, scopes_to_text(f.scopes),
            to_text(f.since), to_text(f.last_used), to_text(f.ended), f.member_id,
            to_json(f.app), f.where.file, f.where.record,
        )  # fmt: skip

    def _app_id(self, app: AppFinding) -> int:
        """The row of the app: by the network's id where it has one, else by name."""
        name = folded(app.name)
        known = self._by_native.get(app.native_id) if app.native_id else self._by_name.get(name)
        if known is not None:
            return known
        id_ = self._next_app
        self._next_app += 1
        service = self._rating.service_of(app.name, app.url)
        self._new_apps.append(NewApp(id_, self._network, app, service))
        self._services[id_] = service
        self._by_name.setdefault(name, id_)
        if app.native_id:
            self._by_native[app.native_id] = id_
        return id_


def _stepping(rows: Sequence[Sequence[object]], progress: Progress) -> Iterator[Sequence[object]]:
    """The rows, with a chance to cancel now and then."""
    for number, row in enumerate(rows):
        if number % _EVERY == 0:
            progress.step(number, len(rows))
        yield row
