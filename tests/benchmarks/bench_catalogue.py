"""The Catalogue page with everything in it: opening it, and what a keystroke costs.

`python -m tests.benchmarks.bench_catalogue` prints the figures; 1 when one is over its limit.
Reading happens in the background: what the window waits for is only what is measured here.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from footprint.domain.service import ServiceKind
from footprint.services.workspace import Workspace
from footprint.ui.messages import Messages
from footprint.ui.pages.catalogue import CataloguePage
from footprint.ui.tasks import Tasks
from footprint.ui.theme import Theme

FRAME_MS, LATE_MS = 16.0, 50.0
# Typed letter by letter and taken back: many hits, few, one, none, an address, a kind, two words.
TYPED = ("a", "spokeo", "linkedin.com", "zzzz", "people search", "hard", "germany", "network easy")


def main() -> int:
    """Print each figure with its limit; 1 when one is over it."""
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    theme.apply("light")
    with TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        tasks = Tasks(workspace, lambda: Workspace.open(Path(folder)))
        page = CataloguePage(tasks, Messages())
        window = _window(page)
        theme.style()
        try:
            figures = {"open, until the window answers": _opening(page, tasks)}
            figures |= _measured(page, window)
            over = sum(_told(name, times) for name, times in figures.items())
        finally:
            tasks.shutdown()
            window.close()
    return int(over > 0)


def _window(page: CataloguePage) -> QStackedWidget:
    window = QStackedWidget()
    other = QWidget()
    QHBoxLayout(other)
    window.addWidget(other)
    window.addWidget(page)
    window.resize(1180, 760)
    window.show()
    return window


def _opening(page: CataloguePage, tasks: Tasks) -> list[float]:
    """The first look: the act itself; then it is read in the background until all is there."""
    window = page.parentWidget()
    assert isinstance(window, QStackedWidget)

    def look() -> None:
        window.setCurrentWidget(page)
        page.activate()
        page.repaint()

    start = time.perf_counter()
    took = [_timed(page, look)]
    while tasks.busy:
        _rest(10)
    print(f"everything read (no limit): {(time.perf_counter() - start) * 1000:.0f} ms")
    _rest(200)
    return took


def _measured(page: CataloguePage, window: QStackedWidget) -> dict[str, list[float]]:
    found = {"keystroke": _typing(page), "filter": _filtering(page)}
    found["turn to the page"] = _turning(page, window)
    found["show another service (no limit)"] = [
        _timed(page, partial(_show, page, row.service.id)) for row in page.model.rows[:40]
    ]
    return found


def _typing(page: CataloguePage) -> list[float]:
    field = page.head.search
    field.setFocus()
    times = []
    for text in TYPED:
        for letter in text:
            times.append(_timed(page, partial(QTest.keyClicks, field, letter)))
        for _letter in text:
            times.append(_timed(page, partial(QTest.keyClick, field, Qt.Key.Key_Backspace)))
        _rest(150)
    return times


def _filtering(page: CataloguePage) -> list[float]:
    times = []
    for kind in ServiceKind:
        times.append(_timed(page, partial(page.head.kinds.choose, {kind})))
        times.append(_timed(page, page.head.kinds.reset))
        _rest(120)
    return times


def _turning(page: CataloguePage, window: QStackedWidget) -> list[float]:
    times = []
    for _time in range(20):
        window.setCurrentIndex(0)
        QApplication.processEvents()
        start = time.perf_counter()
        window.setCurrentIndex(1)
        page.activate()
        page.repaint()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _show(page: CataloguePage, service_id: str) -> None:
    page.table.choose([service_id], service_id)
    page.show_chosen()


def _timed(page: CataloguePage, act: Callable[[], object]) -> float:
    """Milliseconds from the act to the end of the repaint of the table."""
    start = time.perf_counter()
    act()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    page.table.viewport().repaint()
    return (time.perf_counter() - start) * 1000


def _rest(milliseconds: int) -> None:
    """Let everything be drawn that waits for the keyboard to rest; other threads run meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _told(name: str, times: list[float]) -> int:
    ordered = sorted(times)
    median, late = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    limited = "no limit" not in name
    for what, value, limit in (("median", median, FRAME_MS), ("p95", late, LATE_MS)):
        told = f" ({limit:.0f} ms)" if limited else ""
        print(f"{name}, {what}: {value:.1f} ms{told}")
    return int(limited and (median > FRAME_MS or late > LATE_MS))


if __name__ == "__main__":
    sys.exit(main())
