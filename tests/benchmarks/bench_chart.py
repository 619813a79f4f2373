"""The chart over a million readings and over 50 scores: first paint, frames, memory, a spike.

A frame is a new stretch of time worked out and painted at 1000 × 420; it is set against the 16.7 ms
of a screen with 60 Hz. The first paint is what the Scores page does to show a curve: reading the
scores with all that belongs to them from a data folder, and painting. It is set against the time
SQLite alone needs to hand over the same rows.
Memory is the most that a walk over all of the picture at every zoom takes, set against the 16 bytes
of each reading.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import time
import tracemalloc
from array import array
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from footprint.domain.score import Scale, ScaleKind
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.chart.chart import Chart
from footprint.ui.chart.decimate import Track
from footprint.ui.chart.picture import Shape
from footprint.ui.pages.scores_loading import loading, picture_of
from footprint.ui.theme import Theme

READINGS, SCORES, EACH = 1_000_000, 50, 20_000
LOOKS = 5
MEDIAN_MS, LATE_MS, TIMES_SQLITE = 16.0, 33.0, 2.0
FRAME_MS = 1000 / 60
READING_BYTES, TIMES_READINGS = 16, 2.0
OPEN = Scale(kind=ScaleKind.UNBOUNDED)
BEGINS, APART = 1_000_000_000, 600


def main() -> int:
    """Print each figure with its limit; 1 when one is over it."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    Theme(app).apply("light")
    chart = Chart("Benchmark")
    chart.resize(1000, 420)
    million = _row(READINGS)
    over = _first_paint(chart, "a million readings", [million])
    over += _frames(chart, "a million readings")
    over += _memory(chart, "a million readings")
    over += _spike(chart, million)
    many = [_row(EACH, place) for place in range(SCORES)]
    over += _first_paint(chart, "50 scores", many)
    over += _frames(chart, "50 scores")
    over += _memory(chart, "50 scores")
    chart.deleteLater()
    return int(over > 0)


def _row(count: int, seed: int = 0) -> tuple[array[int], array[float]]:
    chance = random.Random(seed)
    times, values, value = array("q"), array("d"), 500.0
    for place in range(count):
        value += chance.random() - 0.5
        times.append(BEGINS + place * APART)
        values.append(value)
    return times, values


def _first_paint(chart: Chart, name: str, rows: list[tuple[array[int], array[float]]]) -> int:
    with TemporaryDirectory() as place, Workspace.open(Path(place) / "data") as workspace:
        ids = [_imported(workspace, Path(place), row) for row in rows]
        with closing(sqlite3.connect(workspace.folder / "footprint.db")) as bare:
            looks = [(_bare(bare, ids), *_real(chart, workspace, ids)) for _look in range(LOOKS)]
    alone, read, paint = (statistics.median(look[part] for look in looks) for part in range(3))
    ratio = statistics.median((read + paint) / alone for alone, read, paint in looks)
    print(f"{name}, SQLite alone: {alone:.0f} ms")
    print(f"{name}, read as the page does: {read:.0f} ms, painted: {paint:.0f} ms")
    print(f"{name}, reading and first paint: {ratio:.2f} × SQLite ({TIMES_SQLITE:.1f} ×)")
    return int(ratio > TIMES_SQLITE)


def _imported(workspace: Workspace, place: Path, row: tuple[array[int], array[float]]) -> int:
    """A new score with these readings, taken in as a person does it; gives its id."""
    table = place / "invented.csv"
    with table.open("w", encoding="utf-8") as file:
        file.write("date,score\n")
        for moment, value in zip(*row, strict=True):
            file.write(f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%dT%H:%M:%SZ},{value:.4f}\n")
    score = workspace.scoring.add_own(f"Score {len(workspace.scoring.scores())}", OPEN)
    preview = workspace.score_importing.inspect_table(table, score, progress=Progress())
    workspace.score_importing.apply(preview, Progress())
    return score


def _bare(connection: sqlite3.Connection, ids: Sequence[int]) -> float:
    select = "SELECT effective, number FROM series WHERE score_id = ? ORDER BY effective"
    return _timed(lambda: [connection.execute(select, (id_,)).fetchall() for id_ in ids])


def _real(chart: Chart, workspace: Workspace, ids: Sequence[int]) -> tuple[float, float]:
    """Milliseconds of reading and of painting, as the Scores page does both."""
    begun = time.perf_counter()
    loaded = loading(ids)(workspace, Progress())
    read = (time.perf_counter() - begun) * 1000

    def show() -> None:
        chart.show_picture(picture_of(loaded, Shape.OWN, lambda _id, _at: ()))
        chart.grab()

    return read, _timed(show)


def _frames(chart: Chart, name: str) -> int:
    times = []
    for place in range(120):
        if place % 2:
            chart.pan(chart.view.length * 0.03 * (1 if place % 8 < 4 else -1))
        else:
            chart.zoom(0.93 if place < 80 else 1.15)
        # Not repaint: of a window that no screen shows it paints nothing.
        times.append(_timed(chart.grab))
    assert min(times) > 0.1, "nothing was painted"
    ordered = sorted(times)
    median, late = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    for word, time_ms, limit in (("median", median, MEDIAN_MS), ("p95", late, LATE_MS)):
        share = time_ms / FRAME_MS
        print(f"{name}, frame, {word}: {time_ms:.1f} ms = {share:.2f} of a frame ({limit:.0f} ms)")
    return int(median > MEDIAN_MS or late > LATE_MS)


def _memory(chart: Chart, name: str) -> int:
    tracemalloc.start()
    for zoom in range(6):
        chart.fit()
        chart.zoom(0.5**zoom)
        chart.pan(-1e12)
        for _step in range(2 ** (zoom + 1)):
            chart.grab()
            chart.pan(chart.view.length * 0.8)
    more = tracemalloc.get_traced_memory()[1] / (READINGS * READING_BYTES)
    tracemalloc.stop()
    print(f"{name}, memory of a walk: {more:.2f} × the readings ({TIMES_READINGS:.1f} ×)")
    return int(more > TIMES_READINGS)


def _spike(chart: Chart, row: tuple[array[int], array[float]]) -> int:
    """One reading far above the others: at which share of views its peak is drawn."""
    times, values = row[0], array("d", row[1])
    place = READINGS // 3
    values[place] = 9000.0
    track = Track(times, values)
    seen = 0
    widths = range(60)
    for step in widths:
        half = (times[-1] - times[0]) * 0.85**step
        drawn = track.drawn(times[place] - half * 0.61, times[place] + half * 0.39, 940)
        seen += max(column.high for column in drawn.columns) == values[place]
    print(f"a million readings, spike seen: {seen} of {len(widths)} views ({len(widths)})")
    return int(seen < len(widths))


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sys.exit(main())
