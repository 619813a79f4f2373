"""What services are called: asked once, because a list asks for the same few thousands of times."""

from __future__ import annotations

from footprint.domain.service import Service
from footprint.ui.tasks import Tasks


class Names:
    """Callable with a service id; gives the id itself where the catalogue has no such entry."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._names: dict[str, str] = {}

    def __call__(self, service_id: str) -> str:
        if service_id not in self._names:
            self._names[service_id] = self._tasks.now(lambda w: w.seeing.service_name(service_id))
        return self._names[service_id]

    def service(self, service_id: str) -> Service | None:
        """The whole entry."""
        return self._tasks.now(lambda w: w.seeing.service(service_id))
