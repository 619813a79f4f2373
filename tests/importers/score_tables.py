"""What the tests of tables of scores share: a look at one, and what it told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from footprint.domain import score_csv
from footprint.domain.score import Scale, Score
from footprint.domain.score_preview import TableChoices, TableReading
from footprint.importers.score_table import read
from footprint.progress import Progress
from tests import scales

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
Look = Callable[..., TableReading]


def look_at(path: Path, scale: Scale = scales.OPEN, **choices: object) -> TableReading:
    score = Score(1, "Followers", scale)
    chosen = TableChoices(**choices)  # type: ignore[arg-type]
    return read(path, score, chosen, now=NOW, progress=Progress())


def told(reading: TableReading) -> list[tuple[str, float]]:
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    return [
        (score_csv.moment(epoch + timedelta(seconds=r.effective), whole_day=r.whole_day), r.number)
        for r in reading.rows
    ]
