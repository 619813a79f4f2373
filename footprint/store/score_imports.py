"""Which imports brought readings of which score."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.domain.preview import ImportRecord, Part
from footprint.store.database import Database
from footprint.store.imports import Imports, fingerprint


class ScoreImports:
    """The imports of scores in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, import_id: int, score_id: int) -> None:
        """The import is about this score, even if it brought nothing new."""
        self._database.execute(
            "INSERT OR IGNORE INTO import_scores (import_id, score_id) VALUES (?, ?)",
            (import_id, score_id),
        )

    def confirm(self, import_id: int, runs: Sequence[tuple[int, int]]) -> None:
        """The import lists these readings (first and last id) unchanged."""
        self._database.execute_many(
            "INSERT INTO confirmations (import_id, first_id, last_id) VALUES (?, ?, ?)",
            [(import_id, first, last) for first, last in runs],
        )

    def scores_of(self, import_id: int) -> list[int]:
        """The scores an import is about; none for an archive."""
        rows = self._database.rows(
            "SELECT score_id FROM import_scores WHERE import_id = ?", (import_id,)
        )
        return [id_ for (id_,) in rows]

    def scores_of_account(self, account_id: int) -> list[int]:
        """The scores that the archives of an account told of, the oldest first."""
        rows = self._database.rows(
            "SELECT DISTINCT s.score_id FROM import_scores s JOIN imports i ON i.id = s.import_id"
            " WHERE i.account_id = ? ORDER BY s.score_id",
            (account_id,),
        )
        return [id_ for (id_,) in rows]

    def same(self, score_id: int, parts: Sequence[Part]) -> ImportRecord | None:
        """The import, not undone, of the very same bytes into this score."""
        found = self._database.value(
            "SELECT i.id FROM imports i JOIN import_scores s ON s.import_id = i.id"
            " WHERE s.score_id = ? AND i.sha256 = ? AND i.undone_at IS NULL ORDER BY i.id LIMIT 1",
            (score_id, fingerprint(parts)),
        )
        return None if found is None else Imports(self._database).one(found)
