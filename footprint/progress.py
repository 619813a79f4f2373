"""How long work speaks of itself and is stopped: one object handed down to the worker."""

from __future__ import annotations

import threading
from collections.abc import Callable

# (done, total, text): total is None while it is unknown; text says what is being done now.
Listener = Callable[[int, int | None, str], None]


class Cancelled(Exception):
    """Raised inside the worker by the next `step` after `Progress.cancel` was called."""


class Progress:
    """Told by the worker where it stands; the only way a worker learns that it shall stop.

    Thread-safe: one thread steps, any other may cancel.
    """

    def __init__(self, listener: Listener | None = None) -> None:
        self._listener = listener
        self._stop = threading.Event()

    def step(self, done: int = 0, total: int | None = None, text: str = "") -> None:
        """Say how far the work is. Raises `Cancelled` when it shall stop."""
        if self._stop.is_set():
            raise Cancelled
        if self._listener is not None:
            self._listener(done, total, text)

    def cancel(self) -> None:
        """Ask the worker to stop at its next step."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._stop.is_set()
