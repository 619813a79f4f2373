"""The scores of the demo: what was read and what happened, told as files and read as readings."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from footprint.catalogue.loader import load
from footprint.domain.event import Event
from footprint.domain.score import Method, Reading, Rhythm, Scale
from footprint.domain.score_value import parse
from footprint.paths import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryScore:
    """A score of the story; `readings` is the name of its file."""

    definition: str
    readings: str
    about: str = ""
    rhythm: Rhythm = Rhythm.NEVER


@dataclass(frozen=True, slots=True)
class _Layout:
    scores: tuple[StoryScore, ...]
    events: tuple[Event, ...]


class ScoreStory:
    """What `resources/demo/scores` holds."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resources() / "demo" / "scores"
        layout = load(self._folder / "story.toml", _Layout)
        self.scores = layout.scores
        self.events = layout.events

    def path(self, score: StoryScore) -> Path:
        """The file of the readings of a score."""
        return self._folder / score.readings

    def readings(self, score: StoryScore, scale: Scale, score_id: int = 0) -> list[Reading]:
        """The readings of a score in the order of their rows, whose numbers are their ids."""
        with self.path(score).open(encoding="utf-8", newline="") as file:
            return [
                replace(reading, score_id=score_id, source=score.readings)
                for reading in _readings(csv.DictReader(file), scale)
            ]


def _readings(rows: Iterator[Mapping[str, str]], scale: Scale) -> Iterator[Reading]:
    for row in rows:
        corrects = int(row["corrects"]) if row["corrects"] else None
        yield Reading(
            id=int(row["row"]),
            score_id=0,
            effective=_moment(row["day"], 12),
            recorded=_moment(row["recorded"], 20),
            value=parse(row["value"], scale, decimal=".").value,
            method=Method.IMPORTED,
            note="" if corrects else row["note"],
            corrects=corrects,
            reason=row["note"] if corrects else "",
            invented=row["invented"] == "yes",
        )


def _moment(day: str, hour: int) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(hour), UTC)
