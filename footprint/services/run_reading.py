"""Reading runs back: from rows to runs, also where their playbook has changed or vanished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from footprint.catalogue import snapshot
from footprint.catalogue.loader import CatalogueError
from footprint.domain.playbook import Playbook
from footprint.domain.run import Run
from footprint.services.guides import Guides
from footprint.services.preparing import Preparing
from footprint.store.database import Database
from footprint.store.runs import KeptRun, Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """A run as a list shows it; `next_step` is the title of the stop it stands at.

    `waits_until` is the day on which the wait at that stop is over. `missed` is the answer to "do
    you miss it?", None while there is none. `playbook_gone`: we no longer ship the guide.
    `clock_is_back`: something in it was noted later than now, so its dates may not be right.
    """

    id: int
    title: str
    service: str | None
    service_name: str
    run: Run
    touched_at: datetime
    next_step: str | None
    step_number: int
    step_count: int
    waits_until: date | None
    playbook_gone: bool = False
    missed: str | None = None
    missed_note: str = ""
    clock_is_back: bool = False


class RunReading:
    """Makes runs of rows, for one workspace."""

    def __init__(
        self,
        database: Database,
        guides: Guides,
        preparing: Preparing,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._guides = guides
        self._preparing = preparing
        self._now = now

    def read(self, kept: KeptRun) -> tuple[Run, bool]:
        """The run, and whether its playbook is no longer shipped."""
        shipped = self._shipped(kept.playbook)
        playbook = shipped or _of_snapshot(kept)
        run = Run(
            id=kept.id,
            playbook=self._guides.corrected(playbook),
            begun_at=kept.begun_at,
            state=kept.state,
            subjects=kept.subjects,
            known=kept.known,
            names=kept.names,
            marks={mark.stop: mark for mark in Runs(self._database).marks(kept.id)},
            current=kept.current,
            ended_at=kept.ended_at,
            account_id=kept.account_id,
            version=kept.version,
        )
        return run, shipped is None

    def _shipped(self, playbook_id: str) -> Playbook | None:
        """The playbook as shipped; None when it is gone, or its file can no longer be used."""
        try:
            return self._guides.shipped(playbook_id)
        except CatalogueError:
            return None

    def summary(self, kept: KeptRun) -> RunSummary:
        """A run as a list shows it."""
        run, gone = self.read(kept)
        here = run.at
        keys = [stop.key for stop in run.stops]
        today = self._now().astimezone().date()
        return RunSummary(
            id=kept.id,
            title=kept.title,
            service=kept.service,
            service_name=self._preparing.service_name(kept.service),
            run=run,
            touched_at=kept.touched_at,
            next_step=run.says(here.step.title, here) if here else None,
            step_number=keys.index(here.key) + 1 if here else len(keys),
            step_count=len(keys),
            waits_until=run.waits_until(here, today) if here else None,
            playbook_gone=gone,
            missed=kept.missed,
            missed_note=kept.missed_note,
            clock_is_back=run.clock_is_back(self._now()),
        )


def _of_snapshot(kept: KeptRun) -> Playbook:
    """The playbook as the run began with it; where even that is unreadable, what is left of it."""
    try:
        return snapshot.from_text(kept.snapshot)
    except ValueError:
        return snapshot.remnant(kept.playbook, kept.service, kept.title, kept.begun_at.date())
