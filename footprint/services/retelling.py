"""Retell: a ledger that was kept before is taken in with the dates on which it was recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from footprint.domain.changes import Kind
from footprint.domain.finding import AccountFinding, DateSource, Harvest
from footprint.domain.preview import ImportRecord, Part
from footprint.domain.score import Reading, Score
from footprint.services.scoring import Scoring
from footprint.store.database import Database
from footprint.store.imports import Counts, Imports
from footprint.store.readings import Readings
from footprint.store.score_imports import ScoreImports
from footprint.store.series import Series

LEDGER = "score_ledger"


class Retelling:
    """Takes in whole ledgers; each is one import, so that it can be undone."""

    def __init__(self, database: Database, scoring: Scoring, now: Callable[[], datetime]) -> None:
        self._database = database
        self._scoring = scoring
        self._now = now

    def take(self, score_id: int, readings: Sequence[Reading], part: Part) -> ImportRecord | None:
        """Write every reading as it stands: what it corrects, when it was recorded, by whom.

        The ids of the readings are their own numbers and only tell which one a later one
        corrects. Nothing is written when the ledger of the very same bytes is in, or is empty.
        """
        if not readings or ScoreImports(self._database).same(score_id, (part,)):
            return None
        score = self._scoring.score(score_id)
        with self._database.write(Kind.READINGS, Kind.IMPORTS):
            import_id = self._add_import(score, readings, part)
            self._write(score_id, import_id, readings)
            Series(self._database).tell_anew(score_id)
            return Imports(self._database).one(import_id)

    def _write(self, score_id: int, import_id: int, readings: Sequence[Reading]) -> None:
        ledger, ids = Readings(self._database), dict[int | None, int | None]({None: None})
        for reading in readings:
            ids[reading.id] = ledger.add(
                replace(
                    reading,
                    score_id=score_id,
                    import_id=import_id,
                    corrects=ids[reading.corrects],
                )
            )

    def _add_import(self, score: Score, readings: Sequence[Reading], part: Part) -> int:
        definition = self._scoring.definition(score)
        maker = (definition.service or definition.id) if definition else ""
        harvest = Harvest(
            importer=LEDGER,
            account=AccountFinding(maker, handle=score.name),
            era=LEDGER,
            as_of=max(reading.effective for reading in readings),
            as_of_source=DateSource.STATED,
        )
        import_id = Imports(self._database).add(
            harvest,
            (part,),
            account_id=None,
            imported_at=self._now(),
            counts=Counts(len(readings), 0, 0, 0),
        )
        ScoreImports(self._database).add(import_id, score.id)
        return import_id
