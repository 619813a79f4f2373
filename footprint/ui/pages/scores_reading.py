"""One reading in words: what it says, and how that is known, told by every row of its moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from footprint.domain.ledger_row import LedgerRow
from footprint.domain.score import Score
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.models.dates import exact
from footprint.ui.models.readings import (
    ScoreReading,
    fate_text,
    how,
    moment_text,
    parts_text,
    remark,
)
from footprint.ui.models.scores import score_title, short_value
from footprint.ui.plain import plain

_SECOND = timedelta(seconds=1)
_MOST = 50


@dataclass(frozen=True, slots=True)
class ReadingFacts:
    """A reading with all that was ever told of its moment, newest first, and its picture's name."""

    row: ScoreReading
    told: Sequence[LedgerRow]
    picture: str = ""


def look_up(workspace: Workspace, row: ScoreReading) -> ReadingFacts:
    """All that is known of a reading. Raises `FootprintError`."""
    reading = row.reading
    told = workspace.recalling.told(
        reading.score_id,
        start=reading.effective,
        end=reading.effective + _SECOND,
        limit=_MOST,
    )
    # What became of it is told as it is now, wherever the row was shown.
    here = next((each for each in told if each.reading.id == reading.id), row.row)
    evidence = workspace.keeping.evidence(reading.evidence) if reading.evidence else None
    return ReadingFacts(replace(row, row=here), told, evidence.name if evidence else "")


def title_of(facts: ReadingFacts) -> str:
    """ "61 on 4 May 2011" """
    row = facts.row
    value = short_value(row.reading.value, row.score.scale)
    return _("{value} on {day}").format(value=value, day=exact(row.reading.effective))


def lines_of(facts: ReadingFacts) -> list[str]:
    """Which score it is, its parts, the note, and the picture."""
    row = facts.row
    lines = [score_title(row.score), parts_text(row.reading, row.score.scale)]
    if row.reading.note:
        lines.append(_("Your note: {note}").format(note=plain(row.reading.note)))
    if facts.picture:
        lines.append(_("Picture: {name}").format(name=plain(facts.picture, limit=80)))
    return [line for line in lines if line]


def sources_of(facts: ReadingFacts) -> list[str]:
    """How it is known: each row of the ledger about its moment, the newest first."""
    return [_source(facts.row.score, row) for row in facts.told]


def _source(score: Score, row: LedgerRow) -> str:
    each = ScoreReading(score, row)
    told = _("{value}: {how}, recorded on {moment}; {fate}.").format(
        value=each.value,
        how=how(row.reading),
        moment=moment_text(row.reading),
        fate=fate_text(each),
    )
    return " ".join(filter(None, (told, _reason(each))))


def _reason(row: ScoreReading) -> str:
    return remark(row.reading) if row.reading.reason else ""
