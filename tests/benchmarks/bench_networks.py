"""The Networks page over 100,000 grants: keystrokes, other accounts, sorting, turning to the page.

A frame is counted from the key to the end of the repaint of the visible table. The counts that
the page makes while the keyboard rests are told apart, like sorting: they have no limit.
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

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from footprint.domain.finding import AccountFinding, GrantFinding
from footprint.domain.grant import GrantOrder
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.messages import Messages
from footprint.ui.pages.networks import NetworksPage
from footprint.ui.tasks import Tasks
from footprint.ui.theme import Theme
from tests.making import day, grant, harvest, preview_of

GRANTS = 100_000
NETWORKS = ("x", "facebook", "instagram", "google")
FRAME_MS, LATE_MS = 16.0, 50.0
SCOPES = (None, ("read",), ("read", "write"), ("read", "write", "directmessages"))
WORDS = ("photo", "quiz", "music", "run", "score", "mail", "game", "news", "klout", "buffer")
# Typed letter by letter and taken back: many hits, few, one, none, a permission, two words.
TYPED = ("photo", "klout 99", "post in your name", "invented 31337", "zzzz", "a", "news quiz")


def main() -> int:
    """Print each figure with its limit; 1 when one is over it."""
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    theme.apply("light")
    with TemporaryDirectory() as folder, Workspace.open(Path(folder)) as workspace:
        _fill(workspace)
        tasks = Tasks(workspace, lambda: Workspace.open(Path(folder)))
        page = NetworksPage(tasks, Messages())
        window = _window(page)
        theme.style()
        _settle(page)
        try:
            over = sum(_told(name, times) for name, times in _measured(page, window).items())
        finally:
            tasks.shutdown()
            window.close()
    return int(over > 0)


def _fill(workspace: Workspace) -> None:
    each = GRANTS // len(NETWORKS)
    for place, network in enumerate(NETWORKS):
        account = AccountFinding(network, native_id=f"n{place}", handle=f"sam_{network}")
        found = harvest(
            "2026-05-12",
            [_grant(n + place * each) for n in range(each)],
            account=account,
            importer=network,
        )
        workspace.importing.apply(preview_of(found, f"{network}.zip"), Progress())


def _grant(n: int) -> GrantFinding:
    shuffled = n * 7919 % GRANTS
    name = f"{WORDS[n % len(WORDS)].title()} invented {shuffled}"
    return grant(
        name,
        id=str(n),
        scopes=SCOPES[n % 4],
        since=day(f"20{10 + n % 15}-0{1 + n % 9}-11"),
        organisation=f"Organisation {n % 5_000}",
    )


def _window(page: NetworksPage) -> QStackedWidget:
    window = QStackedWidget()
    other = QWidget()
    QHBoxLayout(other)
    window.addWidget(page)
    window.addWidget(other)
    window.resize(1180, 760)
    window.show()
    page.load()
    _settle(page)
    return window


def _settle(page: NetworksPage) -> None:
    """Let everything be drawn and counted that waits for the keyboard to rest."""
    page.apps.list.count()
    QTest.qWait(60)


def _measured(page: NetworksPage, window: QStackedWidget) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    found["keystroke, all accounts"] = _typing(page)
    found["other account"] = _accounts(page)
    page.accounts.choose(page.accounts.summaries[0].account.id)
    _settle(page)
    found["keystroke, one account"] = _typing(page)
    page.accounts.choose(None)
    _settle(page)
    found["count at rest (no limit)"] = [_timed(page, page.apps.list.count) for _ in range(9)]
    found["sort (no limit)"] = [_timed(page, partial(_sort, page, order)) for order in GrantOrder]
    page.apps.list.sort(GrantOrder.RISK, falling=True)
    _settle(page)
    found["keystroke, sorted by risk (no limit)"] = _typing(page)
    page.apps.list.sort(GrantOrder.APP, falling=False)
    _settle(page)
    found["turn to the page"] = _turning(page, window)
    found["scroll to the next rows"] = _scrolling(page)
    return found


def _typing(page: NetworksPage) -> list[float]:
    field = page.head.search
    field.setFocus()
    times = []
    for text in TYPED:
        for letter in text:
            times.append(_timed(page, partial(QTest.keyClicks, field, letter)))
        for _letter in text:
            times.append(_timed(page, partial(QTest.keyClick, field, Qt.Key.Key_Backspace)))
        _settle(page)
    return times


def _accounts(page: NetworksPage) -> list[float]:
    ids = [summary.account.id for summary in page.accounts.summaries]
    times = []
    for account_id in [*ids, None] * 4:
        times.append(_timed(page, partial(page.accounts.choose, account_id)))
        _settle(page)
    return times


def _scrolling(page: NetworksPage) -> list[float]:
    bar = page.apps.list.grants.verticalScrollBar()
    return [_timed(page, lambda: bar.setValue(bar.value() + bar.pageStep())) for _ in range(40)]


def _sort(page: NetworksPage, order: GrantOrder) -> None:
    page.apps.list.sort(order, falling=False)


def _turning(page: NetworksPage, window: QStackedWidget) -> list[float]:
    times = []
    for _time in range(20):
        window.setCurrentIndex(1)
        QApplication.processEvents()
        start = time.perf_counter()
        window.setCurrentIndex(0)
        page.activate()
        page.repaint()
        times.append((time.perf_counter() - start) * 1000)
    return times


def _timed(page: NetworksPage, act: Callable[[], object]) -> float:
    """Milliseconds from the act to the end of the repaint of the visible table."""
    start = time.perf_counter()
    act()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    page.apps.list.grants.viewport().repaint()
    return (time.perf_counter() - start) * 1000


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
