"""The ledger of readings: rows are added and read, never changed (triggers see to it)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from footprint.domain.reading_rows import ReadingRow
from footprint.domain.score import Method, Reading, Value
from footprint.domain.score_text import same_text
from footprint.domain.written_numbers import plain
from footprint.i18n import _
from footprint.store.database import Database, Row
from footprint.store.rows import certain

_COLUMNS = (
    "r.id, r.score_id, r.effective, r.recorded, r.number, r.text, r.precision, r.parts, r.method,"
    " r.whole_day, coalesce(r.source, i.archive), r.record, r.note, r.corrects, r.reason,"
    " r.evidence, r.invented, r.import_id"
)
_STANDING = "FROM readings_standing r LEFT JOIN imports i ON i.id = r.import_id"
# What stood at a time, however it came to stand no longer: withdrawn since, its import undone
# since. Without a time it is what the view says.
_STOOD = """
FROM readings r LEFT JOIN imports i ON i.id = r.import_id
WHERE r.score_id = :score AND r.recorded <= :recorded
  AND NOT EXISTS (SELECT 1 FROM withdrawn w
                   WHERE w.reading_id = r.id AND w.withdrawn_at <= :when)
  AND (i.undone_at IS NULL
       OR (i.imported_at <= :when AND i.undone_at > :when)
       OR EXISTS (SELECT 1 FROM confirmations c JOIN imports j ON j.id = c.import_id
                   WHERE r.id BETWEEN c.first_id AND c.last_id AND j.imported_at <= :when
                     AND (j.undone_at IS NULL OR j.undone_at > :when)))
"""
_ADD = (
    "INSERT INTO readings (score_id, effective, recorded, number, text, precision, parts, method,"
    " whole_day, source, record, note, corrects, reason, evidence, invented, import_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
# Everything at some moments, and whatever corrects it or is corrected by it at others.
_CONNECTED = """
WITH RECURSIVE linked(id) AS (
    SELECT id FROM readings WHERE score_id = ? AND effective IN ({marks})
    UNION SELECT r.id FROM linked JOIN readings r ON r.corrects = linked.id
    UNION SELECT r.corrects FROM linked JOIN readings r ON r.id = linked.id
     WHERE r.corrects IS NOT NULL
)
"""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AT_ONCE = 500


class Readings:
    """The readings of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, reading: Reading) -> int:
        """One more reading; returns its id. What `reading` says of its own id is not looked at."""
        value = reading.value
        return self._database.execute(
            _ADD,
            (
                reading.score_id, seconds(reading.effective), seconds(reading.recorded),
                value.number, None if same_text(value) else value.text, value.precision,
                parts_to_text(value.parts), reading.method, int(reading.whole_day),
                reading.source or None, None, reading.note or None, reading.corrects,
                reading.reason or None, reading.evidence, int(reading.invented),
                reading.import_id,
            ),
        )  # fmt: skip

    def add_imported(
        self,
        rows: Iterable[ReadingRow],
        *,
        score_id: int,
        import_id: int,
        recorded: datetime,
        method: Method,
    ) -> int:
        """Add what an import brought; returns the largest id there was before."""
        before: int = self._database.value("SELECT coalesce(max(id), 0) FROM readings")
        told = seconds(recorded)
        self._database.execute_many(
            _ADD,
            (
                (
                    score_id, r.effective, told, r.number, r.text, r.precision,
                    parts_to_text(r.parts), method,
                    r.whole_day, None, r.record, r.note, None, None, None, 0, import_id,
                )
                for r in rows
            ),
        )  # fmt: skip
        return before

    def withdraw(self, reading_id: int, when: datetime, reason: str) -> None:
        """The reading stays in the ledger and counts no longer."""
        self._database.execute(
            "INSERT OR IGNORE INTO withdrawn (reading_id, withdrawn_at, reason) VALUES (?, ?, ?)",
            (reading_id, certain(when), reason),
        )

    def stand_again(self, reading_id: int) -> None:
        """Take back that the reading was withdrawn."""
        self._database.execute("DELETE FROM withdrawn WHERE reading_id = ?", (reading_id,))

    def one(self, reading_id: int) -> Reading | None:
        """The reading of that id, if it stands."""
        row = self._database.row(f"SELECT {_COLUMNS} {_STANDING} WHERE r.id = ?", (reading_id,))
        return _reading(row) if row else None

    def standing(
        self,
        score_id: int,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        at: datetime | None = None,
    ) -> list[Reading]:
        """Every reading that stands, several of one moment too, by moment and order of telling.

        From `start` on, before `end`. With `at` what stood at that time.
        """
        rows = self._database.rows(
            f"SELECT {_COLUMNS} {_STOOD} AND r.effective >= :start AND r.effective < :end"
            " ORDER BY r.effective, r.recorded, r.id",
            {"score": score_id, **_standing_at(at), **span(start, end)},
        )
        return [_reading(row) for row in rows]

    def count(self, score_id: int) -> int:
        """How many readings of the score were ever recorded."""
        found: int = self._database.value(
            "SELECT count(*) FROM readings WHERE score_id = ?", (score_id,)
        )
        return found

    def daily(self, score_id: int, *, at: datetime | None = None) -> list[Reading]:
        """`standing` with the last moment of each day (UTC) alone."""
        known = "FROM series WHERE score_id = :score" if at is None else f"AS effective {_STOOD}"
        rows = self._database.rows(
            f"SELECT {_COLUMNS} {_STOOD} AND r.effective IN (SELECT max(effective) {known}"
            " GROUP BY effective / 86400) ORDER BY r.effective, r.recorded, r.id",
            {"score": score_id, **_standing_at(at)},
        )
        return [_reading(row) for row in rows]

    def counting(self, ids: Sequence[int]) -> list[Reading]:
        """The readings of these ids, in that order."""
        found: dict[int, Reading] = {}
        for some in _portions(ids):
            marks = ", ".join("?" * len(some))
            rows = self._database.rows(
                f"SELECT {_COLUMNS} FROM readings r LEFT JOIN imports i ON i.id = r.import_id"
                f" WHERE r.id IN ({marks})",
                some,
            )
            found.update((row[0], _reading(row)) for row in rows)
        return [found[id_] for id_ in ids]

    def connected(self, score_id: int, moments: Sequence[int]) -> list[Reading]:
        """What stands at these moments (seconds), and what corrections connect with it."""
        found: dict[int, Reading] = {}
        for some in _portions(moments):
            rows = self._database.rows(
                _CONNECTED.format(marks=", ".join("?" * len(some)))
                + f"SELECT {_COLUMNS} {_STANDING} WHERE r.id IN linked",
                (score_id, *some),
            )
            found.update((row[0], _reading(row)) for row in rows)
        return list(found.values())

    def told_again(self, score_id: int) -> list[int]:
        """The moments (seconds) of which more than one reading was ever recorded."""
        # The series has a row a moment: as many rows as readings, and none was told again. To count
        # both takes a third of the time of looking at each moment.
        once = self._database.value(
            "SELECT (SELECT count(*) FROM readings WHERE score_id = :score)"
            " = (SELECT count(*) FROM series WHERE score_id = :score)",
            {"score": score_id},
        )
        if once:
            return []
        rows = self._database.rows(
            "SELECT effective FROM readings WHERE score_id = ?"
            " GROUP BY effective HAVING count(*) > 1",
            (score_id,),
        )
        return [effective for (effective,) in rows]

    def corrected(self, score_id: int) -> list[int]:
        """The moments (seconds) of corrections and of what they correct."""
        rows = self._database.rows(
            "SELECT r.effective FROM readings c JOIN readings r ON r.id IN (c.id, c.corrects)"
            " WHERE c.corrects IS NOT NULL AND c.score_id = ? GROUP BY r.effective",
            (score_id,),
        )
        return [effective for (effective,) in rows]

    def values_at(self, score_id: int, moments: Sequence[int]) -> dict[int, frozenset[float]]:
        """All numbers that stand at these moments (seconds)."""
        found: dict[int, set[float]] = {}
        for some in _portions(moments):
            rows = self._database.rows(
                "SELECT effective, number FROM readings_standing WHERE score_id = ?"
                f" AND effective IN ({', '.join('?' * len(some))})",
                (score_id, *some),
            )
            for moment, number in rows:
                found.setdefault(moment, set()).add(number)
        return {moment: frozenset(numbers) for moment, numbers in found.items()}

    def last_recorded(self, score_id: int) -> int:
        """When the newest row of the score was recorded, in seconds; 0 when there is none."""
        found: int = self._database.value(
            "SELECT coalesce(max(recorded), 0) FROM readings WHERE score_id = ?", (score_id,)
        )
        return found


def seconds(moment: datetime) -> int:
    """A moment as the ledger has it: whole seconds since 1970, UTC."""
    return int(moment.timestamp() // 1)


def to_moment(effective: int) -> datetime:
    """The moment of so many seconds."""
    # Not fromtimestamp: on Windows it knows nothing before 1970.
    return _EPOCH + timedelta(seconds=effective)


def span(start: datetime | None, end: datetime | None) -> dict[str, int]:
    """The values `start` and `end` of a query; without one the ledger's own ends."""
    return {
        "start": -(2**62) if start is None else seconds(start),
        "end": 2**62 if end is None else seconds(end),
    }


def parts_to_text(parts: object) -> str | None:
    """Parts as JSON; none at all is NULL."""
    return json.dumps(parts, ensure_ascii=False, sort_keys=True) if parts else None


def _standing_at(at: datetime | None) -> dict[str, int | str]:
    """The values of `_STOOD` besides the score."""
    if at is None:
        return {"recorded": 2**62, "when": "9999-12-31T23:59:59Z"}
    return {"recorded": seconds(at), "when": certain(at)}


def _portions(values: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _reading(row: Row) -> Reading:
    (
        id_, score_id, effective, recorded, number, text, precision, parts, method, whole_day,
        source, record, note, corrects, reason, evidence, invented, import_id,
    ) = row  # fmt: skip
    if source and record:
        source = _("{file}, row {n}").format(file=source, n=record)
    return Reading(
        id=id_, score_id=score_id, effective=to_moment(effective), recorded=to_moment(recorded),
        value=Value(
            number, plain(number) if text is None else text, precision,
            json.loads(parts) if parts else {},
        ),
        method=Method(method), whole_day=bool(whole_day), source=source or "", note=note or "",
        corrects=corrects, reason=reason or "", evidence=evidence, invented=bool(invented),
        import_id=import_id,
    )  # fmt: skip
