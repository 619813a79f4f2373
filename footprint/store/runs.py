"""Runs as rows: where each stands, its marks, drafts and evidence."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from footprint.domain.circumstances import Circumstances
from footprint.domain.run import Run, RunState
from footprint.domain.stop import Draft, Mark, Outcome, Subject
from footprint.store.database import Database, Row
from footprint.store.rows import certain, moment, to_moment, to_text

_COLUMNS = (
    "id, playbook, service, purpose, title, account_id, state, current, begun_at, touched_at,"
    " ended_at, version, subjects, names, circumstances, snapshot, missed, missed_note"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRun:
    """A run as it is kept: its playbook is only named, and the text it began with is beside it."""

    id: int
    playbook: str
    service: str | None
    purpose: str
    title: str
    account_id: int | None
    state: RunState
    current: str | None
    begun_at: datetime
    touched_at: datetime
    ended_at: datetime | None
    version: int
    subjects: tuple[Subject, ...]
    names: dict[str, str]
    known: Circumstances
    snapshot: str
    missed: str | None
    missed_note: str


class Runs:
    """The runs of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, run: Run, title: str, snapshot: str, now: datetime) -> int:
        """Keep a new run; returns its id."""
        return self._database.execute(
            "INSERT INTO runs (playbook, service, purpose, title, account_id, state, current,"
            " begun_at, touched_at, subjects, names, circumstances, snapshot)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                run.playbook.id,
                run.playbook.service,
                run.playbook.purpose.value,
                title,
                run.account_id,
                run.state.value,
                run.current,
                certain(run.begun_at),
                certain(now),
                json.dumps([asdict(subject) for subject in run.subjects], ensure_ascii=False),
                json.dumps(dict(run.names), ensure_ascii=False),
                json.dumps(asdict(run.known)),
                snapshot,
            ),
        )

    def save(self, run: Run, now: datetime) -> bool:
        """Keep where a run stands; False when somebody else has moved it on since it was read."""
        self._database.execute(
            "UPDATE runs SET state = ?, current = ?, ended_at = ?, touched_at = ?,"
            " circumstances = ?, version = version + 1 WHERE id = ? AND version = ?",
            (
                run.state.value,
                run.current,
                to_text(run.ended_at),
                certain(now),
                json.dumps(asdict(run.known)),
                run.id,
                run.version,
            ),
        )
        return bool(self._database.value("SELECT changes()"))

    def one(self, run_id: int) -> KeptRun | None:
        """The run of that id."""
        row = self._database.row(f"SELECT {_COLUMNS} FROM runs WHERE id = ?", (run_id,))
        return _run(row) if row else None

    def all(self) -> list[KeptRun]:
        """Every run, the one touched last first."""
        sql = f"SELECT {_COLUMNS} FROM runs ORDER BY touched_at DESC, id DESC"
        return [_run(row) for row in self._database.rows(sql)]

    def miss(self, run_id: int, answer: str, note: str) -> None:
        """Keep the answer to "do you miss it?"."""
        self._database.execute(
            "UPDATE runs SET missed = ?, missed_note = ? WHERE id = ?", (answer, note, run_id)
        )

    def marks(self, run_id: int) -> list[Mark]:
        """Every mark in the order in which it was made; of one stop the last counts."""
        rows = self._database.rows(
            "SELECT stop, outcome, at, answer, note, reason, screens, seconds FROM run_marks"
            " WHERE run_id = ? ORDER BY id",
            (run_id,),
        )
        return [
            Mark(
                stop=stop,
                outcome=Outcome(outcome),
                at=moment(at),
                answer=answer,
                note=note,
                reason=reason,
                screens=screens,
                seconds=seconds,
            )
            for stop, outcome, at, answer, note, reason, screens, seconds in rows
        ]

    def add_mark(self, run_id: int, mark: Mark) -> None:
        """Keep a mark; the draft of its stop is then done with."""
        self._database.execute(
            "INSERT INTO run_marks (run_id, stop, outcome, at, answer, note, reason, screens,"
            " seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                run_id,
                mark.stop,
                mark.outcome.value,
                certain(mark.at),
                mark.answer,
                mark.note,
                mark.reason,
                mark.screens,
                mark.seconds,
            ),
        )
        self._database.execute(
            "DELETE FROM run_drafts WHERE run_id = ? AND stop = ?", (run_id, mark.stop)
        )

    def draft(self, run_id: int, stop: str) -> Draft:
        """What was typed at an open stop."""
        row = self._database.row(
            "SELECT answer, note, screens, seconds FROM run_drafts WHERE run_id = ? AND stop = ?",
            (run_id, stop),
        )
        return Draft(*row) if row else Draft()

    def keep_draft(self, run_id: int, stop: str, draft: Draft) -> None:
        """Keep what is typed at an open stop."""
        self._database.execute(
            "INSERT OR REPLACE INTO run_drafts (run_id, stop, answer, note, screens, seconds)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (run_id, stop, draft.answer, draft.note, draft.screens, draft.seconds),
        )

    def evidence(self, run_id: int) -> dict[str, list[str]]:
        """The hashes of what was kept as proof, by stop."""
        found: dict[str, list[str]] = {}
        for stop, sha256 in self._database.rows(
            "SELECT stop, sha256 FROM run_evidence WHERE run_id = ? ORDER BY added_at, sha256",
            (run_id,),
        ):
            found.setdefault(stop, []).append(sha256)
        return found

    def attach(self, run_id: int, stop: str, sha256: str, now: datetime) -> None:
        """Name a kept file as proof of a stop."""
        self._database.execute(
            "INSERT OR IGNORE INTO run_evidence (run_id, stop, sha256, added_at)"
            " VALUES (?, ?, ?, ?)",
            (run_id, stop, sha256, certain(now)),
        )

    def detach(self, run_id: int, stop: str, sha256: str) -> None:
        """Name a kept file no longer as proof of a stop; the file stays."""
        self._database.execute(
            "DELETE FROM run_evidence WHERE run_id = ? AND stop = ? AND sha256 = ?",
            (run_id, stop, sha256),
        )


def _run(row: Row) -> KeptRun:
    kept: dict[str, Any] = dict(zip(_COLUMNS.split(", "), row, strict=True))
    circumstances = json.loads(kept.pop("circumstances"))
    subjects = json.loads(kept["subjects"])
    kept |= {
        "state": RunState(kept["state"]),
        "begun_at": moment(kept["begun_at"]),
        "touched_at": moment(kept["touched_at"]),
        "ended_at": to_moment(kept["ended_at"]),
        "names": json.loads(kept["names"]),
        "subjects": tuple(Subject(**subject) for subject in subjects),
        "known": Circumstances(**circumstances),
    }
    return KeptRun(**kept)
