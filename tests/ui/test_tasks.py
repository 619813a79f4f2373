"""Work in the background: what is called, on which thread, and how it stops."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from footprint.domain.changes import Changes, Kind
from footprint.errors import FootprintError
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.tasks import Tasks


class Listener(QObject):
    """Notes every call with the thread it came on."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, tuple[object, ...]]] = []
        self.threads: set[int] = set()

    def done(self, result: object) -> None:
        self._note("done", result)

    def failed(self, error: FootprintError) -> None:
        self._note("failed", error)

    def cancelled(self) -> None:
        self._note("cancelled")

    def progressed(self, done: int, total: int | None, text: str) -> None:
        self._note("progressed", done, total, text)

    def changed(self, changes: Changes) -> None:
        self._note("changed", changes)

    def _note(self, name: str, *arguments: object) -> None:
        self.heard.append((name, arguments))
        self.threads.add(threading.get_ident())

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.heard]

    @property
    def all(self) -> dict[str, Callable[..., None]]:
        return {name: getattr(self, name) for name in ("done", "failed", "cancelled", "progressed")}


@pytest.fixture
def tasks(qapp: object, tmp_path: Path) -> Iterator[Tasks]:
    with Workspace.open(tmp_path) as workspace:
        made = Tasks(workspace, partial(Workspace.open, tmp_path))
        yield made
        made.shutdown()


@pytest.fixture
def listener(qapp: object) -> Listener:
    return Listener()


def _remember(workspace: Workspace, progress: Progress) -> int:
    progress.step(1, 2, "half")
    workspace.settings.set("theme", "dark")
    return threading.get_ident()


def _wait_for_stop(_workspace: Workspace, progress: Progress) -> None:
    while True:
        progress.step()
        time.sleep(0.005)


def test_result_comes_back_on_the_window_thread(
    qtbot: QtBot, tasks: Tasks, listener: Listener
) -> None:
    tasks.changed.connect(listener.changed)
    tasks.start(_remember, **listener.all)
    qtbot.waitUntil(lambda: "done" in listener.names)
    worker = listener.heard[-1][1][0]
    assert listener.threads == {threading.get_ident()}
    assert worker != threading.get_ident()
    assert listener.names[-2:] == ["changed", "done"]
    assert listener.heard[-2][1] == (Changes(frozenset({Kind.SETTINGS})),)
    assert tasks.now(lambda w: w.settings.get("theme")) == "dark"
    assert not tasks.busy


def test_error_of_the_world_goes_to_who_wants_it(
    qtbot: QtBot, tasks: Tasks, listener: Listener
) -> None:
    def work(_workspace: Workspace, _progress: Progress) -> None:
        raise FootprintError("The file is damaged.", "Fetch it again.")

    tasks.start(work, **listener.all)
    qtbot.waitUntil(lambda: bool(listener.names))
    assert listener.names == ["failed"]
    assert str(listener.heard[0][1][0]) == "The file is damaged. Fetch it again."
    tasks.start(work, done=listener.done)
    with qtbot.waitSignal(tasks.refused) as told:
        pass
    assert told.args[0].title == "The file is damaged."


def test_fault_of_ours_is_reported_and_ends_the_work(
    qtbot: QtBot, tasks: Tasks, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: faults.append(kind))
    tasks.start(lambda _w, _p: 1 // 0, **listener.all)
    qtbot.waitUntil(lambda: bool(faults))
    assert faults == [ZeroDivisionError]
    assert listener.names == ["failed"]
    assert not tasks.busy


def test_cancel_stops_at_the_next_step(qtbot: QtBot, tasks: Tasks, listener: Listener) -> None:
    task = tasks.start(_wait_for_stop, **listener.all)
    queued = tasks.start(_remember, **listener.all)
    queued.cancel()
    task.cancel()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert listener.names == ["cancelled", "cancelled"]
    assert tasks.now(lambda w: w.settings.get("theme")) is None


def test_cancel_interrupts_a_long_statement(qtbot: QtBot, tasks: Tasks, listener: Listener) -> None:
    begun = threading.Event()
    count = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 10000000000)"

    def work(workspace: Workspace, _progress: Progress) -> object:
        begun.set()
        return workspace._database.value(f"{count} SELECT count(*) FROM n")

    task = tasks.start(work, **listener.all)
    qtbot.waitUntil(begun.is_set)
    qtbot.wait(50)
    task.cancel()
    qtbot.waitUntil(lambda: bool(listener.names), timeout=2000)
    assert listener.names == ["cancelled"]


def test_progress_is_told_at_most_20_times_a_second(
    qtbot: QtBot, tasks: Tasks, listener: Listener
) -> None:
    def work(_workspace: Workspace, progress: Progress) -> None:
        end = time.monotonic() + 0.5
        done = 0
        while time.monotonic() < end:
            done += 1
            progress.step(done, None, "counting")

    tasks.start(work, **listener.all)
    qtbot.waitUntil(lambda: "done" in listener.names)
    assert 2 <= listener.names.count("progressed") <= 11


def test_nobody_is_called_after_their_end(qtbot: QtBot, tasks: Tasks) -> None:
    gone, there = Listener(), Listener()
    gate = threading.Event()

    def work(_workspace: Workspace, _progress: Progress) -> None:
        gate.wait(5)

    tasks.start(work, done=gone.done)
    tasks.start(lambda _w, _p: 7, done=there.done)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete.value)
    gate.set()
    qtbot.waitUntil(lambda: bool(there.names))
    assert gone.heard == []


def test_a_thousand_tasks_all_come_back(qtbot: QtBot, tasks: Tasks, listener: Listener) -> None:
    def give(_workspace: Workspace, _progress: Progress, number: int) -> int:
        return number

    for number in range(1000):
        tasks.start(partial(give, number=number), done=listener.done)
    qtbot.waitUntil(lambda: len(listener.heard) == 1000, timeout=20_000)
    assert [arguments[0] for _, arguments in listener.heard] == list(range(1000))


def test_now_announces_at_once(tasks: Tasks, listener: Listener) -> None:
    tasks.changed.connect(listener.changed)
    tasks.now(lambda w: w.settings.set("theme", "light"))
    assert listener.heard == [("changed", (Changes(frozenset({Kind.SETTINGS})),))]
    assert tasks.now(lambda w: w.settings.get("theme")) == "light"
    assert len(listener.heard) == 1


def test_shutdown_stops_what_runs(qapp: object, tmp_path: Path, listener: Listener) -> None:
    with Workspace.open(tmp_path) as workspace:
        tasks = Tasks(workspace, partial(Workspace.open, tmp_path))
        for _ in range(4):
            tasks.start(_wait_for_stop, **listener.all)
        began = time.monotonic()
        tasks.shutdown()
        assert time.monotonic() - began < 2
    QCoreApplication.processEvents()
    assert listener.heard == []
    assert not [t for t in threading.enumerate() if t.name.startswith("footprint")]


def test_folder_that_cannot_be_opened_is_told(
    qtbot: QtBot, tasks: Tasks, listener: Listener, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    blocked: Any = Tasks(tasks._workspace, partial(Workspace.open, tmp_path / "file"))
    blocked.start(_remember, **listener.all)
    qtbot.waitUntil(lambda: bool(listener.names))
    assert listener.names == ["failed"]
    blocked.shutdown()
