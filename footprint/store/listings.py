"""Listings: linked identities, devices, inferences and advertisers, with their sightings."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from footprint.domain.grant import Sighting
from footprint.domain.known import KnownListing
from footprint.domain.listing import Listing
from footprint.domain.names import folded
from footprint.domain.section import Section
from footprint.store.database import Database
from footprint.store.rows import facts_to_text, moment, to_moment, to_text
from footprint.store.sightings import FIRST_WITHOUT, OF_LISTING, told_in

if TYPE_CHECKING:
    from footprint.domain.finding import ListingFinding


def _newest(column: str) -> str:
    return (
        f"(SELECT s.{column} FROM listing_sightings s WHERE s.listing_id = listings.id"
        " ORDER BY s.as_of DESC, s.import_id DESC LIMIT 1)"
    )


# The archives each cover a window of time: together they know the earliest and the latest day.
_FOLD = f"""
UPDATE listings SET
    title = {_newest("title")}, detail = {_newest("detail")}, facts = {_newest("facts")},
    roll = {_newest("roll")},
    since = (SELECT min(s.since) FROM listing_sightings s WHERE s.listing_id = listings.id),
    last_used = (SELECT max(s.last_used) FROM listing_sightings s WHERE s.listing_id = listings.id),
    first_seen = (SELECT min(s.as_of) FROM listing_sightings s WHERE s.listing_id = listings.id),
    last_seen = (SELECT max(s.as_of) FROM listing_sightings s WHERE s.listing_id = listings.id)
 WHERE account_id = :account
"""

_PAGE = """
SELECT l.id, l.account_id, a.network, coalesce(a.handle, a.name, a.native_id), l.section,
       l.title, l.detail, l.facts, l.since, l.last_used, l.first_seen, l.last_seen, l.gone_since
  FROM listings l JOIN accounts a ON a.id = l.account_id
 WHERE l.section = :section AND (:account IS NULL OR l.account_id = :account)
   AND (:text = '' OR instr(l.search, :text) > 0)
"""


class Listings:
    """The listings of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self, section: Section, account_id: int | None, text: str, *, limit: int, offset: int
    ) -> list[Listing]:
        """One page of a section, those still listed first, then by title."""
        rows = self._database.rows(
            f"{_PAGE} ORDER BY l.gone_since IS NOT NULL, l.search, l.id"
            " LIMIT :limit OFFSET :offset",
            {**_values(section, account_id, text), "limit": limit, "offset": offset},
        )
        return [
            Listing(
                id=id_, account_id=account, network=network, account=label,
                section=Section(kind), title=title, detail=detail, facts=json.loads(facts),
                since=to_moment(since), last_used=to_moment(used), first_seen=moment(first),
                last_seen=moment(last), gone_since=to_moment(gone),
            )
            for id_, account, network, label, kind, title, detail, facts, since, used, first,
            last, gone in rows
        ]  # fmt: skip

    def count(self, section: Section, account_id: int | None, text: str) -> int:
        """How many listings of a section match."""
        count: int = self._database.value(
            f"SELECT count(*) FROM ({_PAGE})", _values(section, account_id, text)
        )
        return count

    def sightings(self, listing_id: int) -> list[Sighting]:
        """Where the listing stood and where it no longer did, newest first."""
        return told_in(self._database, OF_LISTING, listing_id)

    def covered(self, account_id: int | None) -> set[Section]:
        """The sections that at least one import, not undone, lists."""
        rows = self._database.rows(
            "SELECT DISTINCT c.section FROM coverage c JOIN imports i ON i.id = c.import_id"
            " WHERE :account IS NULL OR i.account_id = :account",
            {"account": account_id},
        )
        return {Section(section) for (section,) in rows}

    def known(self, account_id: int) -> list[KnownListing]:
        """Every listing of the account with what matching needs."""
        rows = self._database.rows(
            "SELECT id, section, key, title, detail, last_seen, roll, gone_since IS NOT NULL"
            " FROM listings WHERE account_id = ? ORDER BY id",
            (account_id,),
        )
        return [
            KnownListing(
                id_, Section(section), key, title, detail,
                last_seen=moment(seen), roll=roll, gone=bool(gone),
            )
            for id_, section, key, title, detail, seen, roll, gone in rows
        ]  # fmt: skip

    def add(
        self,
        found: Sequence[tuple[int | None, ListingFinding]],
        *,
        import_id: int,
        account_id: int,
        as_of: str,
    ) -> None:
        """Insert the sightings of `found`, dated `as_of`; a new listing where the id is None."""
        number = self._database.value("SELECT coalesce(max(id), 0) FROM listings")
        new: list[tuple[object, ...]] = []
        seen: list[tuple[object, ...]] = []
        for known, f in found:
            facts, since, used = facts_to_text(f.facts), to_text(f.since), to_text(f.last_used)
            id_ = known
            if id_ is None:
                number += 1
                id_ = number
                search = folded(f"{f.title} {f.detail}")
                new.append(
                    (id_, account_id, f.section, f.key, f.title, f.detail, facts, since, used,
                     as_of, as_of, f.roll, search)
                )  # fmt: skip
            seen.append(
                (id_, import_id, as_of, f.roll, f.title, f.detail, facts, since, used,
                 f.where.file, f.where.record)
            )  # fmt: skip
        self._insert(new, seen)

    def _insert(self, new: Iterable[Sequence[object]], seen: Iterable[Sequence[object]]) -> None:
        self._database.execute_many(
            "INSERT INTO listings (id, account_id, section, key, title, detail, facts, since,"
            " last_used, first_seen, last_seen, roll, search)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            new,
        )
        self._database.execute_many(
            "INSERT INTO listing_sightings (listing_id, import_id, as_of, roll, title, detail,"
            " facts, since, last_used, file, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            seen,
        )

    def fold(self, account_id: int) -> None:
        """Tell the account's listings anew from their sightings."""
        values = {"account": account_id}
        self._database.execute(
            "DELETE FROM listings WHERE account_id = :account AND NOT EXISTS"
            " (SELECT 1 FROM listing_sightings WHERE listing_id = listings.id)",
            values,
        )
        self._database.execute(_FOLD, values)
        self._database.execute(
            f"UPDATE listings SET gone_since = {FIRST_WITHOUT.format(table='listings')}"
            " WHERE account_id = :account",
            values,
        )
        told = self._database.rows(
            "SELECT title, detail, id, search FROM listings WHERE account_id = :account", values
        )
        self._database.execute_many(
            "UPDATE listings SET search = ? WHERE id = ?",
            [
                (search, id_)
                for title, detail, id_, before in told
                if (search := folded(f"{title} {detail}")) != before
            ],
        )


def _values(section: Section, account_id: int | None, text: str) -> dict[str, object]:
    return {"section": section, "account": account_id, "text": folded(text)}
