"""Scores: what the person keeps track of, its scale, and how often they want to look."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime

from footprint.domain.score import Better, Part, Rhythm, Scale, ScaleKind, Score
from footprint.store.database import Database, Row
from footprint.store.rows import certain

_COLUMNS = "id, name, scale, definition, about, rhythm, snoozed_until"


class Scores:
    """The scores of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Score]:
        """Every score that was not put away, oldest first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM scores WHERE removed_at IS NULL ORDER BY id"
        )
        return [_score(row) for row in rows]

    def away(self) -> list[Score]:
        """Every score that was put away, the last one first."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM scores WHERE removed_at IS NOT NULL"
            " ORDER BY removed_at DESC, id DESC"
        )
        return [_score(row) for row in rows]

    def one(self, score_id: int) -> Score | None:
        """The score of that id, put away or not."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM scores WHERE id = ?", (score_id,))
        return _score(row) if row else None

    def add(
        self, name: str, scale: Scale, *, definition: str | None, about: str, added_at: datetime
    ) -> int:
        """A new score; returns its id."""
        return self._database.execute(
            "INSERT INTO scores (name, scale, definition, about, added_at) VALUES (?, ?, ?, ?, ?)",
            (name, scale_to_text(scale), definition, about, certain(added_at)),
        )

    def came_with(self, score_id: int, import_id: int) -> None:
        """The person did not add the score: an archive brought it."""
        self._database.execute(
            "UPDATE scores SET import_id = ? WHERE id = ?", (import_id, score_id)
        )

    def put_away_left(self, import_id: int, when: datetime) -> None:
        """Put away what archives added and nothing is known of, now that this import is undone.

        Not removed: the ledger keeps what was read.
        """
        self._database.execute(
            "UPDATE scores SET removed_at = ? WHERE removed_at IS NULL AND import_id IS NOT NULL"
            " AND id IN (SELECT score_id FROM import_scores WHERE import_id = ?)"
            " AND NOT EXISTS (SELECT 1 FROM readings_standing r WHERE r.score_id = scores.id)",
            (certain(when), import_id),
        )

    def remove_unused(self, score_id: int) -> bool:
        """Remove a score without any reading or import; says whether it was removed."""
        self._database.execute(
            "DELETE FROM scores WHERE id = :id"
            " AND NOT EXISTS (SELECT 1 FROM readings WHERE score_id = :id)"
            " AND NOT EXISTS (SELECT 1 FROM import_scores WHERE score_id = :id)",
            {"id": score_id},
        )
        return self.one(score_id) is None

    def rename(self, score_id: int, name: str, about: str) -> None:
        """Call the score `name`, and say what it is about."""
        self._database.execute(
            "UPDATE scores SET name = ?, about = ? WHERE id = ?", (name, about, score_id)
        )

    def set_rhythm(self, score_id: int, rhythm: Rhythm, snoozed_until: date | None) -> None:
        """Keep how often to look, and the day until which nothing is due."""
        day = snoozed_until.isoformat() if snoozed_until else None
        self._database.execute(
            "UPDATE scores SET rhythm = ?, snoozed_until = ? WHERE id = ?", (rhythm, day, score_id)
        )

    def put_away(self, score_id: int, when: datetime | None) -> None:
        """Take the score out of the lists at `when`; None brings it back."""
        self._database.execute(
            "UPDATE scores SET removed_at = ? WHERE id = ?",
            (certain(when) if when else None, score_id),
        )


def scale_to_text(scale: Scale) -> str:
    """A scale as JSON."""
    return json.dumps(asdict(scale), ensure_ascii=False, sort_keys=True)


def to_scale(text: str) -> Scale:
    """The scale of a text that `scale_to_text` wrote."""
    told = json.loads(text)
    return Scale(
        kind=ScaleKind(told["kind"]),
        low=told["low"],
        high=told["high"],
        letters=tuple(told["letters"]),
        parts=tuple(Part(**part) for part in told["parts"]),
        better=Better(told["better"]),
        decimals=told["decimals"],
        unit=told["unit"],
    )


def _score(row: Row) -> Score:
    id_, name, scale, definition, about, rhythm, snoozed = row
    return Score(
        id=id_, name=name, scale=to_scale(scale), definition=definition, about=about,
        rhythm=Rhythm(rhythm), snoozed_until=date.fromisoformat(snoozed) if snoozed else None,
    )  # fmt: skip
