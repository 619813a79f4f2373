"""Taking many readings into one score: compared with the ledger, written as one import."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from footprint.domain.finding import AccountFinding, BadRecord, DateSource, Harvest
from footprint.domain.preview import ImportRecord, Part
from footprint.domain.reading_merge import Ledger, ReadingMerge, merge
from footprint.domain.reading_rows import ReadingRow, ReadingRows
from footprint.domain.score import Method, Score
from footprint.progress import Progress
from footprint.store.database import Database
from footprint.store.imports import Counts, Imports
from footprint.store.readings import Readings, seconds, to_moment
from footprint.store.score_imports import ScoreImports
from footprint.store.series import Series

_EVERY = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Readings of one source; `maker` is the service that makes the score, "" for none."""

    importer: str
    maker: str
    part: Part
    method: Method
    rows: ReadingRows
    bad: tuple[BadRecord, ...] = ()
    warnings: tuple[str, ...] = ()


class TakingReadings:
    """Compares and writes; `take` wants to stand inside a write."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def compare(self, score_id: int, rows: ReadingRows) -> ReadingMerge:
        """What taking these rows into the score would do."""
        series, readings = Series(self._database), Readings(self._database)
        first, last = min(rows.moments), max(rows.moments)
        ledger = Ledger(
            counts=series.known(score_id, first, last),
            values=readings.values_at(score_id, readings.told_again(score_id)),
            parts=series.parts(score_id, first, last) if rows.parts else {},
        )
        return merge(rows, ledger)

    def before(self, score_id: int, part: Part) -> ImportRecord | None:
        """The import, not undone, of the very same bytes into this score."""
        return ScoreImports(self._database).same(score_id, (part,))

    def take(
        self, score: Score, batch: Batch, *, now: datetime, progress: Progress
    ) -> ImportRecord | None:
        """Write what of the batch is new or told anew; returns its row of the history."""
        # Compared again: something may have been recorded since the preview was made.
        merged = self.compare(score.id, batch.rows)
        import_id = self._add_import(score, batch, merged, now)
        readings, series = Readings(self._database), Series(self._database)
        told_last = readings.last_recorded(score.id) <= seconds(now)
        before = readings.add_imported(
            _stepping(batch.rows, merged.taken, progress),
            score_id=score.id,
            import_id=import_id,
            recorded=now,
            method=batch.method,
        )
        if told_last:
            series.put_newest(score.id, before)
        else:
            # The clock was set back: the order of telling is not the order of the rows.
            series.tell_anew(score.id)
        return Imports(self._database).one(import_id)

    def _add_import(self, score: Score, batch: Batch, merged: ReadingMerge, now: datetime) -> int:
        harvest = Harvest(
            importer=batch.importer,
            account=AccountFinding(batch.maker, handle=score.name),
            era=batch.importer,
            as_of=to_moment(max(batch.rows.moments)),
            as_of_source=DateSource.STATED,
            bad=batch.bad,
            warnings=batch.warnings,
        )
        import_id = Imports(self._database).add(
            harvest,
            (batch.part,),
            account_id=None,
            imported_at=now,
            counts=Counts(merged.new, merged.retold, 0, len(batch.bad)),
        )
        ScoreImports(self._database).add(import_id, score.id)
        ScoreImports(self._database).confirm(import_id, merged.confirmed)
        return import_id


def tell_without(database: Database, import_id: int) -> None:
    """Tell the scores of an import that was just undone anew; nothing to do for an archive."""
    for score_id in ScoreImports(database).scores_of(import_id):
        Series(database).tell_anew(score_id)


def _stepping(rows: ReadingRows, places: Sequence[int], progress: Progress) -> Iterator[ReadingRow]:
    """The rows of these places, with a chance to cancel now and then."""
    for number, place in enumerate(places):
        if number % _EVERY == 0:
            progress.step(number, len(places))
        yield rows[place]
