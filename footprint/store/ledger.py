"""The whole ledger of a score, page by page: rows that count and rows that no longer do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from footprint.domain.ledger_row import Fate, LedgerRow
from footprint.domain.score import Reading
from footprint.store.database import Database
from footprint.store.readings import Readings, seconds, span

_AT_ONCE = 5_000
_LAST = 2**62
_FATE = f"""
CASE WHEN s.reading_id = r.id THEN '{Fate.COUNTS}'
     WHEN w.reading_id IS NOT NULL THEN '{Fate.WITHDRAWN}'
     WHEN NOT EXISTS (SELECT 1 FROM readings_standing WHERE id = r.id) THEN '{Fate.UNDONE}'
     WHEN EXISTS (SELECT 1 FROM readings_standing c WHERE c.corrects = r.id)
     THEN '{Fate.CORRECTED}'
     ELSE '{Fate.RETOLD}' END
"""
_PAGE = f"""
SELECT r.id, {_FATE}, coalesce(w.reason, '')
  FROM readings r LEFT JOIN withdrawn w ON w.reading_id = r.id
                  LEFT JOIN series s ON s.score_id = r.score_id AND s.effective = r.effective
 WHERE r.score_id = :score AND r.effective >= :start AND r.effective < :end
   AND r.recorded <= :recorded
 ORDER BY r.effective DESC, r.recorded DESC, r.id DESC LIMIT :limit OFFSET :offset
"""
_NEXT = """
SELECT id, effective, recorded FROM readings_standing
 WHERE score_id = :score AND (effective, recorded, id) > (:effective, :recorded, :id)
 ORDER BY effective, recorded, id LIMIT :limit
"""


class Ledger:
    """The ledger of one database, for looking through it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self,
        score_id: int,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        recorded_by: datetime | None = None,
        limit: int = -1,
        offset: int = 0,
    ) -> list[LedgerRow]:
        """Every row, the newest moment and the last telling first, with what became of it."""
        recorded = _LAST if recorded_by is None else seconds(recorded_by)
        rows = self._database.rows(
            _PAGE,
            {
                "score": score_id, "recorded": recorded, "limit": limit, "offset": offset,
                **span(start, end),
            },
        )  # fmt: skip
        readings = Readings(self._database).counting([id_ for id_, *_rest in rows])
        return [
            LedgerRow(reading, Fate(fate), why)
            for reading, (_id, fate, why) in zip(readings, rows, strict=True)
        ]

    def standing(self, score_id: int) -> Iterator[list[Reading]]:
        """Every reading that stands, by moment and order of telling, some thousand at a time."""
        after = (-_LAST, 0, 0)
        while True:
            effective, recorded, id_ = after
            rows = self._database.rows(
                _NEXT,
                {
                    "score": score_id, "effective": effective, "recorded": recorded, "id": id_,
                    "limit": _AT_ONCE,
                },
            )  # fmt: skip
            if not rows:
                return
            yield Readings(self._database).counting([row[0] for row in rows])
            last = rows[-1]
            after = (last[1], last[2], last[0])
