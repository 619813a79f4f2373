"""What the command line prints of scores; the promises of reports.py hold here too.

A part of a score has a key of its own: `part_` and its id. A day is an ISO date, a moment ISO
8601 in UTC. Yes is 1 and no is 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from footprint.domain.event import Event
from footprint.domain.explaining.arithmetic_text import arithmetic
from footprint.domain.explaining.ending import Ending, ending_text
from footprint.domain.explaining.explanation import Explanation
from footprint.domain.explaining.explanation_text import how_sure, sentence
from footprint.domain.preview import ImportReport
from footprint.domain.score import Reading, Scale, Score
from footprint.domain.score_csv import moment
from footprint.domain.score_preview import ScorePreview
from footprint.domain.score_text import display
from footprint.errors import FootprintError
from footprint.services.workspace import Workspace

Report = dict[str, Any]

# The columns a person sees; `--json` has every key.
COLUMNS = {
    "scores": ("id", "score", "about", "latest", "change", "on", "look", "due"),
    "readings": ("on", "value", "method", "recorded", "source"),
    "explain": ("begins", "ends", "before", "after", "verdict", "sure", "sentence"),
    "import": ("file", "score", "new", "retold", "unchanged", "repeated", "unreadable"),
}

_OF_A_CHANGE = (
    "begins", "ends", "kind", "before", "after", "size", "verdict", "sure", "how_sure",
    "coincides_with", "events", "links", "retold_days", "readings_before", "readings_after",
    "scatter", "sentence", "arithmetic",
)  # fmt: skip


def scores(workspace: Workspace) -> Iterator[Report]:
    """Every score with its latest reading; all about that is null where there is none."""
    for summary in workspace.scoring.scores():
        score, latest = summary.score, summary.latest
        yield {
            "id": score.id,
            "score": score.name,
            "about": score.about,
            "definition": score.definition,
            "kind": score.scale.kind.value,
            "better": score.scale.better.value,
            "latest": display(latest.value, score.scale) if latest else None,
            "number": latest.value.number if latest else None,
            "change": summary.change,
            "on": _on(latest) if latest else None,
            "recorded": _time(latest.recorded) if latest else None,
            "readings": workspace.recalling.count(score.id),
            "look": score.rhythm.value,
            "snoozed_until": score.snoozed_until.isoformat() if score.snoozed_until else None,
            "due": int(summary.due),
        }


def readings(found: Iterable[Reading], counting: set[int], scale: Scale) -> Iterator[Report]:
    """Readings, oldest first; `counts` is 1 where no later one stands in its place."""
    for reading in found:
        value = reading.value
        yield {
            "id": reading.id,
            "on": _on(reading),
            "value": display(value, scale),
            "number": value.number,
            "precision": value.precision,
            **{f"part_{part.id}": value.parts.get(part.id) for part in scale.parts},
            "method": reading.method.value,
            "recorded": _time(reading.recorded),
            "source": reading.source,
            "note": reading.note,
            "corrects": reading.corrects,
            "reason": reading.reason,
            "evidence": reading.evidence,
            "invented": int(reading.invented),
            "import": reading.import_id,
            "counts": int(reading.id in counting),
        }


def explanations(found: Iterable[Explanation], scale: Scale) -> Iterator[Report]:
    """Each change with its dates, size, verdict, what it coincides with, and the arithmetic."""
    for explanation in found:
        change = explanation.change
        yield {
            "begins": change.begins.date().isoformat(),
            "ends": change.ends.date().isoformat(),
            "kind": change.kind.value,
            "before": change.before,
            "after": change.after,
            "size": change.size,
            "verdict": explanation.verdict.value,
            "sure": round(explanation.sure, 4),
            "how_sure": how_sure(explanation),
            **_events(explanation.coincides_with),
            "retold_days": [
                day.isoformat() for rewrite in explanation.rewrites for day, *_both in rewrite.days
            ],
            "readings_before": change.readings_before,
            "readings_after": change.readings_after,
            "scatter": change.scatter,
            "sentence": sentence(explanation, scale),
            "arithmetic": list(arithmetic(explanation, scale)),
        }


def ending(end: Ending) -> Report:
    """Why the readings end, as a row among the changes; what a change alone has is null."""
    near = (*end.own_acts, *end.their_changes)
    return dict.fromkeys(_OF_A_CHANGE) | {
        "begins": end.last.isoformat(),
        "kind": "ending",
        "verdict": end.verdict.value,
        **_events(near),
        "retold_days": [],
        "sentence": ending_text(end),
        "arithmetic": [],
        "closed": end.closed,
    }


def _events(near: Iterable[Event]) -> Report:
    near = list(near)
    return {
        "coincides_with": [f"{event.day.isoformat()} {event.title}" for event in near],
        "events": [event.id for event in near],
        "links": [event.link for event in near if event.link],
    }


def table(preview: ScorePreview, score: Score, report: ImportReport | None) -> Report:
    """A file of scores with what importing it would do, or did when `report` is given."""
    reading = preview.reading
    layout = reading.layout
    value = layout.value_column
    return {
        "file": preview.name,
        "status": _status(preview, report),
        "score": score.name,
        "score_id": score.id,
        "rows": len(reading.rows),
        "readings": len(preview.taken),
        "new": preview.new,
        "retold": preview.retold,
        "unchanged": preview.unchanged,
        "repeated": preview.repeated,
        "unreadable": len(reading.bad),
        "unreadable_records": [f"{bad.where.record}: {bad.why}" for bad in reading.bad],
        "date_column": layout.columns[layout.date_column],
        "value_column": None if value is None else layout.columns[value],
        "questions": [question.text for question in reading.questions],
        "warnings": list(reading.warnings),
    }


def refused(name: str, error: FootprintError) -> Report:
    """A file that was not imported, and why."""
    return {"file": name, "status": "refused", "title": error.title, "hint": error.hint}


def _status(preview: ScorePreview, report: ImportReport | None) -> str:
    if preview.imported_before or (report and report.skipped):
        return "already_imported"
    return "imported" if report else "previewed"


def _on(reading: Reading) -> str:
    return moment(reading.effective, whole_day=reading.whole_day)


def _time(told: datetime) -> str:
    return told.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
