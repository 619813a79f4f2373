"""A million readings: importing their CSV, and reading what a chart of them draws.

The import is held against `sqlite-utils insert` of the same file into a plain table, the chart
against SQLite alone handing over the rows it is drawn from. Run by `dev.py bench`, or alone.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from footprint.domain.score import Scale, ScaleKind
from footprint.progress import Progress
from footprint.services.workspace import Workspace

READINGS = 1_000_000
ROUNDS = 3
LOOKS = 7
PIXELS = 1_500
IMPORT_LIMIT = 3.0
READ_LIMIT = 2.0
_OPEN = Scale(kind=ScaleKind.UNBOUNDED)
_ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Print the ratios; 0 when all limits hold."""
    with TemporaryDirectory() as folder:
        table = Path(folder) / "invented.csv"
        _write(table)
        imports, heard = [], 0
        for number in range(ROUNDS):
            bare = _sqlite_utils(table, Path(folder) / f"bare{number}.db")
            ours, heard = _import(table, Path(folder) / str(number))
            imports.append(ours / bare)
            print(f"import {ours:.2f} s, sqlite-utils insert {bare:.2f} s")
        reads = _read(Path(folder) / "0")
    imported = median(imports)
    print(f"import {READINGS} rows / sqlite-utils insert: {imported:.2f} ({IMPORT_LIMIT})")
    print(f"times the import spoke of its progress: {heard} (at least 100)")
    over = imported > IMPORT_LIMIT or heard < 100
    for name, ratio in reads.items():
        print(f"{name}: {ratio:.2f} ({READ_LIMIT})")
        over |= ratio > READ_LIMIT
    return int(over)


def _write(path: Path) -> None:
    """A reading every five minutes for nine and a half years, with a spike of one reading."""
    dice = random.Random(3)
    moment, value = datetime(2015, 1, 1, tzinfo=UTC), 1000.0
    with path.open("w", encoding="utf-8") as file:
        file.write("date,score\n")
        for number in range(READINGS):
            moment += timedelta(minutes=5)
            value += dice.gauss(0, 1)
            told = 99_999.0 if number == READINGS // 3 else value
            file.write(f"{moment:%Y-%m-%dT%H:%M:%SZ},{told:.2f}\n")


def _sqlite_utils(table: Path, target: Path) -> float:
    command = [sys.executable, "-m", "sqlite_utils", "insert", str(target), "t", str(table)]
    begun = time.perf_counter()
    subprocess.run([*command, "--csv", "--silent"], check=True)
    return time.perf_counter() - begun


def _import(table: Path, folder: Path) -> tuple[float, int]:
    """Seconds of inspecting and applying in a process of its own, and how often it spoke."""
    surroundings = os.environ | {"PYTHONPATH": str(_ROOT)}
    command = [sys.executable, str(Path(__file__)), "import", str(table), str(folder)]
    begun = time.perf_counter()
    said = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=surroundings
    ).stdout
    return time.perf_counter() - begun, int(said)


def _import_here(table: Path, folder: Path) -> None:
    heard: list[int] = []
    progress = Progress(lambda done, _total, _text: heard.append(done))
    with Workspace.open(folder) as workspace:
        score = workspace.scoring.add_own("Invented", _OPEN)
        preview = workspace.score_importing.inspect_table(table, score, progress=progress)
        workspace.score_importing.apply(preview, progress)
    print(len(heard))


def _read(folder: Path) -> dict[str, float]:
    """What the first paint of the timeline reads, against the rows it is drawn from."""
    with (
        Workspace.open(folder) as workspace,
        closing(sqlite3.connect(folder / "footprint.db")) as bare,
    ):
        span = workspace.recalling.span(1)
        if span is None:
            raise SystemExit("nothing was imported")
        start, end = span[0], span[1] + timedelta(seconds=1)
        looks: dict[str, Callable[[], object]] = {
            "bare": lambda: bare.execute(
                "SELECT effective, number FROM series WHERE score_id = 1 ORDER BY effective"
            ).fetchall(),
            "stretches": lambda: workspace.recalling.stretches(1, start, end, PIXELS),
            "columns": lambda: workspace.recalling.columns(1),
        }
        found = workspace.recalling.stretches(1, start, end, PIXELS)
        if max(stretch.high for stretch in found) != 99_999.0:
            raise SystemExit("the spike was lost")
        seconds = {name: median(_timed(look) for _ in range(LOOKS)) for name, look in looks.items()}
    rows = f"SELECT of {READINGS} rows"
    return {
        f"stretches for {PIXELS} pixels / {rows}": seconds["stretches"] / seconds["bare"],
        f"columns / {rows}": seconds["columns"] / seconds["bare"],
    }


def _timed(look: Callable[[], object]) -> float:
    begun = time.perf_counter()
    look()
    return time.perf_counter() - begun


if __name__ == "__main__":
    if sys.argv[1:2] == ["import"]:
        _import_here(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        raise SystemExit(main())
