"""Import scores: a table or a pasted page is inspected, looked at, applied, and can be undone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from footprint.domain.changes import Kind
from footprint.domain.preview import ImportReport, Part
from footprint.domain.reading_moment import effective
from footprint.domain.reading_rows import ReadingRow, ReadingRows
from footprint.domain.score import Method, Score
from footprint.domain.score_preview import PagePreview, PageProposal, ScorePreview, TableChoices
from footprint.domain.score_text import same_text
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.scoring import Scoring
from footprint.services.taking_readings import Batch, TakingReadings
from footprint.store.database import Database

TABLE, PAGE = "score_table", "score_page"
_EXAMPLES = 20

# footprint.importers is imported when a file is inspected: it is not for the start.
# ruff: noqa: PLC0415


class ScoreImporting:
    """Imports of scores of one workspace. Undo is `Importing.undo`, as for every import."""

    def __init__(self, database: Database, scoring: Scoring, now: Callable[[], datetime]) -> None:
        self._database = database
        self._scoring = scoring
        self._taking = TakingReadings(database)
        self._now = now

    def inspect_table(
        self,
        path: Path,
        score_id: int,
        choices: TableChoices | None = None,
        *,
        progress: Progress,
    ) -> ScorePreview:
        """What importing the file into the score would do; nothing is written.

        Raises `FootprintError` when nothing of it can be read, and `Cancelled`.
        """
        from footprint.importers.score_table import read

        score = self._scoring.score(score_id)
        reading = read(path, score, choices or TableChoices(), now=self._now(), progress=progress)
        progress.step(text=_("Comparing with what is known"))
        merged = self._taking.compare(score_id, reading.rows)
        return ScorePreview(
            score_id=score_id,
            reading=reading,
            taken=merged.taken,
            new=merged.new,
            retold=merged.retold,
            unchanged=merged.unchanged,
            repeated=merged.repeated,
            examples=tuple(reading.rows[k] for k in range(min(len(reading.rows), _EXAMPLES))),
            imported_before=self._taking.before(score_id, reading.part),
        )

    def apply(self, preview: ScorePreview, progress: Progress) -> ImportReport:
        """Write what was previewed, all of it or nothing.

        A file that is already in changes nothing. Raises `FootprintError` while a question of
        the preview is open.
        """
        if preview.questions:
            question = preview.questions[0]
            raise FootprintError(question.text, _("Answer it first, then import the file."))
        reading = preview.reading
        if self._taking.before(preview.score_id, reading.part):
            return ImportReport((), (reading.part.name,))
        score = self._scoring.score(preview.score_id)
        batch = Batch(
            importer=TABLE,
            maker=self._maker(score),
            part=reading.part,
            method=Method.IMPORTED,
            rows=reading.rows,
            bad=reading.bad,
            warnings=reading.warnings,
        )
        with self._database.write(Kind.READINGS, Kind.IMPORTS):
            record = self._taking.take(score, batch, now=self._now(), progress=progress)
            # The last chance to stop: after this the transaction is committed.
            progress.step(1, 1)
        return ImportReport((record,) if record else ())

    def inspect_page(self, text: str, score_id: int | None = None) -> PagePreview:
        """What a pasted page says of one score, or of all that are kept; nothing is written.

        For one score every value it may be is proposed, the likeliest first; for all of them
        what their names stand beside.
        """
        from footprint.importers.score_page import likeness, lines_of, values_of

        lines = lines_of(text)
        proposals = []
        for score in self._asked(score_id):
            for line, typed in values_of(lines, score)[:_EXAMPLES]:
                if score_id is None and not likeness(line, score.name) and not typed.value.parts:
                    continue
                proposals.append(PageProposal(score.id, line.label, typed.value, typed.warnings))
                if score_id is None:
                    break
        pasted = text.encode("utf-8", "replace")
        return PagePreview(
            part=Part(_("Pasted text"), len(pasted), hashlib.sha256(pasted).hexdigest()),
            proposals=tuple(proposals),
            lines=tuple((line.label, line.cell) for line in lines),
        )

    def apply_page(
        self, preview: PagePreview, chosen: Iterable[int], on: date | datetime | None = None
    ) -> ImportReport:
        """Write the proposals at these places, as read today or `on` another day.

        Each is an import of its own, so that each can be undone.
        """
        about = on or self._scoring.today()
        now = self._now()
        records = []
        with self._database.write(Kind.READINGS, Kind.IMPORTS):
            for place in chosen:
                proposal = preview.proposals[place]
                score = self._scoring.score(proposal.score_id)
                batch = Batch(
                    importer=PAGE,
                    maker=self._maker(score),
                    part=preview.part,
                    method=Method.PASTED,
                    rows=_rows(proposal, about),
                )
                records.append(self._taking.take(score, batch, now=now, progress=Progress()))
        return ImportReport(tuple(record for record in records if record))

    def _asked(self, score_id: int | None) -> list[Score]:
        if score_id is not None:
            return [self._scoring.score(score_id)]
        return [summary.score for summary in self._scoring.scores()]

    def _maker(self, score: Score) -> str:
        definition = self._scoring.definition(score)
        return (definition.service or definition.id) if definition else ""


def _rows(proposal: PageProposal, about: date | datetime) -> ReadingRows:
    value, rows = proposal.value, ReadingRows()
    rows.append(
        ReadingRow(
            int(effective(about).timestamp()),
            value.number,
            None if same_text(value) else value.text,
            value.precision,
            value.parts,
            whole_day=not isinstance(about, datetime),
            record=0,
            note=None,
        )
    )
    return rows
