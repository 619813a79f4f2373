"""The history of imports: what was read, when, and what it did."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from footprint.domain.finding import BadRecord, Harvest, Where
from footprint.domain.preview import ImportRecord, Part
from footprint.store.database import Database, Row
from footprint.store.rows import certain, moment, to_moment

_COLUMNS = (
    "i.id, i.importer, i.network, coalesce(i.handle, i.name, i.native_id), i.archive, i.sha256,"
    " i.size, i.era, i.as_of, i.as_of_source, i.imported_at, i.undone_at, i.new, i.changed,"
    " i.gone, i.unreadable, i.warnings,"
    # Of an archive alone: a table of scores may hold a million, and they are its `new`.
    " CASE WHEN i.account_id IS NULL THEN 0 ELSE (SELECT count(*) FROM import_scores s"
    " JOIN readings r ON r.score_id = s.score_id WHERE s.import_id = i.id"
    " AND r.import_id = i.id) END"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things an import added, changed, marked as gone, and could not read."""

    new: int
    changed: int
    gone: int
    unreadable: int


class Imports:
    """The imports of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest_archive(self, account_id: int) -> datetime | None:
        """The date of the newest archive of an account; None when there was none."""
        return to_moment(
            self._database.value(
                "SELECT max(as_of) FROM imports"
                " WHERE account_id = ? AND undone_at IS NULL AND importer <> 'hand'",
                (account_id,),
            )
        )

    def all(self) -> list[ImportRecord]:
        """Every import, newest first, undone ones included."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM imports i ORDER BY i.id DESC")
        return [_record(row) for row in rows]

    def one(self, import_id: int) -> ImportRecord | None:
        """The import of that id."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM imports i WHERE i.id = ?", (import_id,))
        return _record(row) if row else None

    def account_of(self, import_id: int) -> int | None:
        """The account an import belongs to; None when it was undone with its account."""
        found: int | None = self._database.value(
            "SELECT account_id FROM imports WHERE id = ?", (import_id,)
        )
        return found

    def same(self, importer: str, parts: Sequence[Part]) -> ImportRecord | None:
        """The import, not undone, of the very same bytes by the same importer."""
        row = self._database.row(
            f"SELECT {_COLUMNS} FROM imports i WHERE i.importer = ? AND i.sha256 = ?"
            " AND i.undone_at IS NULL ORDER BY i.id LIMIT 1",
            (importer, fingerprint(parts)),
        )
        return _record(row) if row else None

    def add(
        self,
        harvest: Harvest,
        parts: Sequence[Part],
        *,
        account_id: int | None,
        imported_at: datetime,
        counts: Counts,
    ) -> int:
        """A new row of the history with its parts, covered rolls and unreadable records."""
        account = harvest.account
        import_id = self._database.execute(
            "INSERT INTO imports (importer, network, account_id, native_id, handle, name, archive,"
            " sha256, size, era, as_of, as_of_source, imported_at, new, changed, gone, unreadable,"
            " warnings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                harvest.importer, account.network, account_id, account.native_id, account.handle,
                account.name, parts[0].name, fingerprint(parts), sum(p.size for p in parts),
                harvest.era, certain(harvest.as_of), harvest.as_of_source, certain(imported_at),
                counts.new, counts.changed, counts.gone, counts.unreadable,
                json.dumps(harvest.warnings, ensure_ascii=False),
            ),
        )  # fmt: skip
        self._add_details(import_id, harvest, parts)
        return import_id

    def _add_details(self, import_id: int, harvest: Harvest, parts: Iterable[Part]) -> None:
        many = self._database.execute_many
        many(
            "INSERT INTO import_parts (import_id, name, sha256, size) VALUES (?, ?, ?, ?)",
            [(import_id, p.name, p.sha256, p.size) for p in parts],
        )
        many(
            "INSERT INTO coverage (import_id, roll, section) VALUES (?, ?, ?)",
            [(import_id, roll, section) for roll, section in harvest.covers.items()],
        )
        many(
            "INSERT INTO bad_records (import_id, file, record, why) VALUES (?, ?, ?, ?)",
            [(import_id, b.where.file, b.where.record, b.why) for b in harvest.bad],
        )

    def bad_records(self, import_id: int) -> list[BadRecord]:
        """The records of an import that could not be read, in the order they were met."""
        rows = self._database.rows(
            "SELECT file, record, why FROM bad_records WHERE import_id = ? ORDER BY rowid",
            (import_id,),
        )
        return [BadRecord(Where(file, record), why) for file, record, why in rows]

    def mark_undone(self, import_id: int, when: datetime) -> None:
        """Keep the import's row in the history, without anything it brought."""
        for table in ("sightings", "listing_sightings", "coverage"):
            self._database.execute(f"DELETE FROM {table} WHERE import_id = ?", (import_id,))
        self._database.execute(
            "UPDATE imports SET undone_at = ? WHERE id = ?", (certain(when), import_id)
        )


def fingerprint(parts: Sequence[Part]) -> str:
    """The SHA-256 of a download: that of its file, or the joined ones of its parts."""
    return "+".join(sorted(part.sha256 for part in parts))


def _record(row: Row) -> ImportRecord:
    (
        id_, importer, network, account, archive, sha256, size, era, as_of, source,
        imported_at, undone_at, new, changed, gone, unreadable, warnings, readings,
    ) = row  # fmt: skip
    return ImportRecord(
        id=id_, importer=importer, network=network, account=account, archive=archive,
        sha256=sha256, size=size, era=era, as_of=moment(as_of), as_of_source=source,
        imported_at=moment(imported_at), undone_at=to_moment(undone_at), new=new,
        changed=changed, gone=gone, unreadable=unreadable, warnings=tuple(json.loads(warnings)),
        readings=readings,
    )  # fmt: skip
