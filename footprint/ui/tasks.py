"""Runs work in the background with a Workspace of its own, and announces what was written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from footprint.domain.changes import Changes
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Cancelled, Progress

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from footprint.services.workspace import Workspace

T = TypeVar("T")
Work = Callable[["Workspace", Progress], Any]
Opener = Callable[[], AbstractContextManager["Workspace"]]

_NOTHING = Changes()
# What the person sees of progress is looked up this often: at most 20 times a second.
_LOOK_EVERY_MS = 50


class _Calls(NamedTuple):
    """Who wants to hear of a task; bound methods of QObjects, dropped with their owner."""

    done: Callable[..., object] | None
    failed: Callable[..., object] | None
    cancelled: Callable[..., object] | None
    progressed: Callable[..., object] | None


class _Outcome(NamedTuple):
    """How a task ended: with a result, with an error, or (neither) stopped."""

    task: Task
    result: Any = None
    error: BaseException | None = None
    cancelled: bool = False
    changes: Changes = _NOTHING


class Task:
    """One piece of work that is under way."""

    def __init__(self, work: Work, calls: _Calls, interrupt: Callable[[Task], None]) -> None:
        self.work = work
        self.calls = calls
        self.told: tuple[int, int | None, str] | None = None
        self.progress = Progress(self._listen)
        self._interrupt = interrupt

    def cancel(self) -> None:
        """Ask the work to stop; `cancelled` is called when it has."""
        self.progress.cancel()
        self._interrupt(self)

    def is_stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self.progress.cancelled

    def _listen(self, done: int, total: int | None, text: str) -> None:
        """Called by the worker, as often as it likes: only the newest word is kept."""
        self.told = (done, total, text)


class Tasks(QObject):
    """The window's way to its Workspace: `now` for what is short, `start` for what is not.

    Of a task's `done(result)`, `failed(FootprintError)` and `cancelled()` exactly one is called,
    on the thread of the window, unless its owner is gone. Without `failed` the error is emitted
    as `refused`. A fault of Footprint itself also goes to `sys.excepthook`.
    """

    changed = Signal(object)  # Changes
    refused = Signal(object)  # FootprintError that nobody else wanted to hear
    _ended = Signal(object)  # _Outcome, from the worker's thread

    def __init__(self, workspace: Workspace, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._opener = opener
        self._pool: ThreadPoolExecutor | None = None
        self._alive: list[Task] = []
        self._look = QTimer(self, interval=_LOOK_EVERY_MS)
        self._look.timeout.connect(self._tell_progress)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        # Of the worker's thread; the lock keeps an interrupt from hitting the task after.
        self._theirs: Workspace | None = None
        self._running: Task | None = None
        self._lock = Lock()

    @property
    def busy(self) -> bool:
        """Whether some work is under way."""
        return bool(self._alive)

    def now(self, work: Callable[[Workspace], T]) -> T:
        """A short read or write on the window's own Workspace; its changes are announced."""
        try:
            return work(self._workspace)
        finally:
            self._announce(self._workspace.take_changes())

    def start(
        self,
        work: Work,
        *,
        done: Callable[..., object] | None = None,
        failed: Callable[..., object] | None = None,
        cancelled: Callable[..., object] | None = None,
        progressed: Callable[..., object] | None = None,
    ) -> Task:
        """Begin `work` after what was begun before it; see the class for what is called."""
        task = Task(work, _Calls(done, failed, cancelled, progressed), self._interrupt)
        self._alive.append(task)
        self._look.start()
        self._executor().submit(self._run, task)
        return task

    def shutdown(self) -> None:
        """Stop all work and wait for its end; nobody is called any more."""
        self._ended.disconnect(self._end)
        self._look.stop()
        for task in self._alive:
            task.cancel()
        self._alive.clear()
        if self._pool is not None:
            self._pool.submit(self._close_theirs)
            self._pool.shutdown(wait=True)

    # --- on the worker's thread ----------------------------------------------------------------

    def _run(self, task: Task) -> None:
        outcome = self._outcome(task)
        with self._lock:
            self._running = None
        self._ended.emit(outcome)

    def _outcome(self, task: Task) -> _Outcome:
        if task.is_stopped():
            return _Outcome(task, cancelled=True)
        try:
            workspace = self._open_theirs()
        except Exception as error:  # noqa: BLE001 - told on the window's thread
            return _Outcome(task, error=error)
        with self._lock:
            self._running = task
        try:
            result = task.work(workspace, task.progress)
        except Cancelled:
            return _Outcome(task, cancelled=True, changes=workspace.take_changes())
        except Exception as error:  # noqa: BLE001 - told on the window's thread
            # Stopped by `interrupt`, SQLite says so in its own words.
            stopped = task.is_stopped()
            shown = None if stopped else error
            return _Outcome(task, error=shown, cancelled=stopped, changes=workspace.take_changes())
        return _Outcome(task, result=result, changes=workspace.take_changes())

    def _open_theirs(self) -> Workspace:
        if self._theirs is None:
            self._theirs = self._opener().__enter__()
        return self._theirs

    def _close_theirs(self) -> None:
        if self._theirs is not None:
            self._theirs.__exit__(None, None, None)
            self._theirs = None

    # --- on the window's thread ----------------------------------------------------------------

    def _executor(self) -> ThreadPoolExecutor:
        if self._pool is None:
            # Imported here: a window that only looks never needs it.
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="footprint")
        return self._pool

    def _interrupt(self, task: Task) -> None:
        with self._lock:
            if self._running is task and self._theirs is not None:
                self._theirs.interrupt()

    def _announce(self, changes: Changes) -> None:
        if changes:
            self.changed.emit(changes)

    @Slot()
    def _tell_progress(self) -> None:
        for task in tuple(self._alive):
            told, task.told = task.told, None
            if told is not None and not task.is_stopped():
                _call(task.calls.progressed, *told)

    @Slot(object)
    def _end(self, outcome: _Outcome) -> None:
        task, error = outcome.task, outcome.error
        if task not in self._alive:
            return  # it was already on its way here when everything was shut down
        self._alive.remove(task)
        if not self._alive:
            self._look.stop()
        self._announce(outcome.changes)
        if outcome.cancelled:
            _call(task.calls.cancelled)
        elif error is None:
            _call(task.calls.done, outcome.result)
        else:
            self._fail(task, error)

    def _fail(self, task: Task, error: BaseException) -> None:
        told = error if isinstance(error, FootprintError) else _our_fault()
        if task.calls.failed is None:
            self.refused.emit(told)
        else:
            _call(task.calls.failed, told)
        if told is not error:
            sys.excepthook(type(error), error, error.__traceback__)


def _our_fault() -> FootprintError:
    return FootprintError(
        _("Something went wrong in Footprint."),
        _("What you had is unchanged. The report says where it happened."),
    )


def _call(callback: Callable[..., object] | None, *arguments: object) -> None:
    """Call somebody who wanted to hear, if they are still there."""
    owner = getattr(callback, "__self__", None)
    if callback is None or (isinstance(owner, QObject) and not isValid(owner)):
        return
    callback(*arguments)
