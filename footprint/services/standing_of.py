"""Where services stand towards the person, what was disclosed to them, and what leaving cost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from footprint.domain.disclosure import Disclosure
from footprint.domain.run import Run
from footprint.domain.standing import Standing, StandingState
from footprint.store.database import Database
from footprint.store.disclosures import Disclosures
from footprint.store.standings import Standings


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a way out asked for: screens (counted by clicks), seconds, and what they insisted on."""

    screens: int
    seconds: int
    demands: tuple[str, ...]


class StandingOf:
    """The standings and disclosures of one workspace."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def states(self) -> dict[str, StandingState]:
        """The state of every service that was ever looked at, as it may be said today."""
        today = self._now().astimezone().date()
        latest = Standings(self._database).latest()
        return {service: standing.on(today) for service, standing in latest.items()}

    def of(self, service: str) -> list[Standing]:
        """Everything that was seen of a service, newest first."""
        return Standings(self._database).of(service)

    def disclosures(self, service: str | None = None) -> list[Disclosure]:
        """What was given to whom, newest first; to one service, if it is named."""
        return Disclosures(self._database).all(service)


def cost_of(run: Run) -> Cost:
    """What a run has cost so far."""
    marks = run.marks.values()
    demanded = [
        demand for stop in run.stops if stop.key in run.marks for demand in stop.step.demands
    ]
    return Cost(
        screens=sum(mark.screens for mark in marks),
        seconds=sum(mark.seconds for mark in marks),
        demands=tuple(dict.fromkeys(demanded)),
    )
