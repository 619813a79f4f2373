"""Recall: the readings of a score as they count now, as they were known on a day, or all."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import datetime

from footprint.domain.explaining.history import as_known_on
from footprint.domain.explaining.stretch import Stretch
from footprint.domain.ledger_row import LedgerRow
from footprint.domain.score import Reading
from footprint.store.database import Database
from footprint.store.ledger import Ledger
from footprint.store.readings import Readings, to_moment
from footprint.store.series import Series

PAGE = 500


class Recalling:
    """The reading side of the ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def readings(
        self,
        score_id: int,
        *,
        as_known_on: datetime | None = None,
        start: datetime | None = None,
        end: datetime | None = None,
    ) -> list[Reading]:
        """One reading for each moment, oldest first: what counts now, or counted at a time.

        From `start` on and before `end`. Every reading is an object: of a span without an end
        ask `count` first.
        """
        if as_known_on is None:
            return self.page(score_id, start=start, end=end, limit=-1)[::-1]
        stood = self.ledger(score_id, as_known_on=as_known_on)
        return _counted_at(stood, as_known_on, start, end)

    def page(
        self,
        score_id: int,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> list[Reading]:
        """A page of what counts now, newest first; a `limit` of -1 is all."""
        return Series(self._database).page(
            score_id, start=start, end=end, limit=limit, offset=offset
        )

    def ledger(
        self,
        score_id: int,
        start: datetime | None = None,
        end: datetime | None = None,
        *,
        as_known_on: datetime | None = None,
    ) -> list[Reading]:
        """Every reading that stands, those that were corrected or re-told too.

        By moment, and for one moment in the order of telling. With a time what stood then: also
        what was withdrawn, or undone with its import, only later.
        """
        return Readings(self._database).standing(score_id, start=start, end=end, at=as_known_on)

    def told(
        self,
        score_id: int,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        recorded_by: datetime | None = None,
        limit: int = PAGE,
        offset: int = 0,
    ) -> list[LedgerRow]:
        """A page of everything that was ever told, newest first, with what became of it."""
        return Ledger(self._database).page(
            score_id, start=start, end=end, recorded_by=recorded_by, limit=limit, offset=offset
        )

    def portions(self, score_id: int) -> Iterator[list[Reading]]:
        """What `ledger` gives, some thousand at a time: for a ledger of any length."""
        return Ledger(self._database).standing(score_id)

    def count(
        self, score_id: int, start: datetime | None = None, end: datetime | None = None
    ) -> int:
        """How many moments have a reading that counts."""
        return Series(self._database).count(score_id, start, end)

    def span(self, score_id: int) -> tuple[datetime, datetime] | None:
        """The first and the last moment; None without a reading."""
        ends = Series(self._database).ends(score_id)
        return (to_moment(ends[0]), to_moment(ends[1])) if ends else None

    def stretches(
        self, score_id: int, start: datetime, end: datetime, buckets: int
    ) -> list[Stretch]:
        """What counts, from `start` on and before `end`, in equal buckets: see `Stretch`."""
        return Series(self._database).stretches(score_id, start, end, buckets)

    def columns(
        self, score_id: int, start: datetime | None = None, end: datetime | None = None
    ) -> tuple[array[int], array[float]]:
        """Moments (seconds since 1970, UTC) and numbers that count, oldest first."""
        return Series(self._database).columns(score_id, start, end)


def _counted_at(
    ledger: list[Reading], when: datetime, start: datetime | None, end: datetime | None
) -> list[Reading]:
    return [
        reading
        for reading in as_known_on(ledger, when)
        if (start is None or reading.effective >= start)
        and (end is None or reading.effective < end)
    ]
