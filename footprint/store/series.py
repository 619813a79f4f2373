"""Series: what counts of each score now, one row a moment, told from the ledger."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from footprint.domain.explaining.history import as_known_now
from footprint.domain.explaining.stretch import Stretch
from footprint.domain.score import Reading
from footprint.store.database import Database
from footprint.store.readings import Readings, seconds, span

# Of several rows of one moment the last inserted stays, so they come in the order of telling.
_PUT = "INSERT OR REPLACE INTO series (score_id, effective, reading_id, number)"
_IN_SPAN = "WHERE score_id = :score AND effective >= :start AND effective < :end"
_COLUMNS = f"SELECT effective, number FROM series {_IN_SPAN} ORDER BY effective LIMIT :limit"
_PORTION = 10_000
_STRETCH = """
SELECT begins, (SELECT number FROM series WHERE score_id = :score AND effective = begins),
       ends, (SELECT number FROM series WHERE score_id = :score AND effective = ends),
       low, high, count
  FROM (SELECT min(effective) AS begins, max(effective) AS ends, min(number) AS low,
               max(number) AS high, count(*) AS count
          FROM series WHERE score_id = :score AND effective >= :start AND effective < :end)
"""


class Series:
    """The series of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put_newest(self, score_id: int, after_id: int) -> None:
        """Let the readings with larger ids count; they must have been recorded last of all."""
        self._database.execute(
            f"{_PUT} SELECT score_id, effective, id, number FROM readings"
            " WHERE id > ? AND score_id = ? ORDER BY id",
            (after_id, score_id),
        )

    def tell_anew(self, score_id: int) -> None:
        """Tell the whole series of a score from what stands in the ledger."""
        self._database.execute("DELETE FROM series WHERE score_id = ?", (score_id,))
        self._database.execute(
            f"{_PUT} SELECT score_id, effective, id, number FROM readings_standing"
            " WHERE score_id = ? ORDER BY recorded, id",
            (score_id,),
        )
        self.settle(score_id, Readings(self._database).corrected(score_id))

    def settle(self, score_id: int, moments: Sequence[int]) -> None:
        """Tell these moments (seconds) of a score anew, corrections and all."""
        readings = Readings(self._database).connected(score_id, moments)
        counts = {seconds(r.effective): r for r in as_known_now(readings)}
        self._database.execute_many(
            "DELETE FROM series WHERE score_id = ? AND effective = ?",
            [(score_id, moment) for moment in moments if moment not in counts],
        )
        self._database.execute_many(
            f"{_PUT} VALUES (?, ?, ?, ?)",
            [
                (score_id, moment, counts[moment].id, counts[moment].value.number)
                for moment in moments
                if moment in counts
            ],
        )

    def latest(self, score_id: int, number: int, before: datetime | None = None) -> list[Reading]:
        """The last readings that count, newest first; with `before` those of earlier moments."""
        return self.page(score_id, end=before, limit=number)

    def page(
        self,
        score_id: int,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        limit: int = -1,
        offset: int = 0,
    ) -> list[Reading]:
        """The readings that count, newest first, from `start` on and before `end`."""
        rows = self._database.rows(
            f"SELECT reading_id FROM series {_IN_SPAN}"
            " ORDER BY effective DESC LIMIT :limit OFFSET :offset",
            {"score": score_id, "limit": limit, "offset": offset, **span(start, end)},
        )
        return Readings(self._database).counting([id_ for (id_,) in rows])

    def count(
        self, score_id: int, start: datetime | None = None, end: datetime | None = None
    ) -> int:
        """How many moments have a reading that counts."""
        found: int = self._database.value(
            f"SELECT count(*) FROM series {_IN_SPAN}", {"score": score_id, **span(start, end)}
        )
        return found

    def ends(self, score_id: int) -> tuple[int, int] | None:
        """The first and the last moment (seconds); None without a reading."""
        row = self._database.row(
            "SELECT (SELECT min(effective) FROM series WHERE score_id = :score),"
            " (SELECT max(effective) FROM series WHERE score_id = :score)",
            {"score": score_id},
        )
        return None if row is None or row[0] is None else (row[0], row[1])

    def columns(
        self, score_id: int, start: datetime | None = None, end: datetime | None = None
    ) -> tuple[array[int], array[float]]:
        """Moments (seconds) and numbers that count, oldest first."""
        moments, numbers = array("q"), array("d")
        asked = {"score": score_id, "limit": _PORTION, **span(start, end)}
        # By the portion: a million rows at once are a hundred megabytes, and slower to go through.
        while rows := self._database.rows(_COLUMNS, asked):
            moments.extend([row[0] for row in rows])
            numbers.extend([row[1] for row in rows])
            if len(rows) < _PORTION:
                break
            asked["start"] = moments[-1] + 1
        return moments, numbers

    def known(self, score_id: int, first: int, last: int) -> Iterator[tuple[int, float, int]]:
        """(moment, number, reading id) of what counts from `first` to `last`, oldest first."""
        yield from self._database.rows(
            "SELECT effective, number, reading_id FROM series"
            " WHERE score_id = ? AND effective BETWEEN ? AND ? ORDER BY effective",
            (score_id, first, last),
        )

    def parts(self, score_id: int, first: int, last: int) -> dict[int, dict[str, float]]:
        """The parts of what counts from `first` to `last`, by moment."""
        rows = self._database.rows(
            "SELECT s.effective, r.parts FROM series s JOIN readings r ON r.id = s.reading_id"
            " WHERE s.score_id = ? AND s.effective BETWEEN ? AND ? AND r.parts IS NOT NULL",
            (score_id, first, last),
        )
        return {moment: json.loads(parts) for moment, parts in rows}

    def stretches(
        self, score_id: int, start: datetime, end: datetime, buckets: int
    ) -> list[Stretch]:
        """The span cut into equal buckets; those without a reading are left out."""
        begins, ends = seconds(start), seconds(end)
        if ends <= begins or buckets < 1:
            return []
        found = []
        bucket: int | None = 0
        while bucket is not None and bucket < buckets:
            low, high = (begins + (ends - begins) * (bucket + k) // buckets for k in (0, 1))
            row = self._database.row(_STRETCH, {"score": score_id, "start": low, "end": high})
            if row and row[-1]:
                found.append(Stretch(bucket, *row))
                bucket += 1
            else:
                bucket = self._next_bucket(score_id, (begins, ends), high, buckets)
        return found

    def _next_bucket(
        self, score_id: int, ends: tuple[int, int], moment: int, buckets: int
    ) -> int | None:
        """The bucket of the first reading from `moment` on: a gap of years is one step."""
        begin, end = ends
        row = self._database.row(
            "SELECT min(effective) FROM series WHERE score_id = ? AND effective >= ?",
            (score_id, moment),
        )
        if row is None or row[0] is None or row[0] >= end:
            return None
        # The bucket whose rounded bounds hold the moment.
        place: int = (row[0] - begin) * buckets // (end - begin)
        while begin + (end - begin) * (place + 1) // buckets <= row[0]:
            place += 1
        return place


def moments_of(readings: Iterable[Reading]) -> list[int]:
    """The moments (seconds) of these readings, each once."""
    return list(dict.fromkeys(seconds(reading.effective) for reading in readings))
