"""Guide: runs are started, moved on step by step, and ended; each step is saved before the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from footprint.catalogue import snapshot
from footprint.domain.changes import Kind
from footprint.domain.circumstances import Circumstances
from footprint.domain.run import Run
from footprint.domain.stop import Draft, Mark, Outcome, Stop
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.guide_effects import GuideEffects
from footprint.services.guides import Guides
from footprint.services.preparing import Preparing
from footprint.services.run_reading import RunReading, RunSummary
from footprint.store.database import Database
from footprint.store.removed_runs import RemovedRun, RemovedRuns
from footprint.store.runs import Runs

__all__ = ["Guiding", "RunSummary", "Visit"]


@dataclass(frozen=True, slots=True)
class Visit:
    """What the person did at a stop, besides ticking it."""

    answer: str = ""
    note: str = ""
    reason: str = ""
    screens: int = 0
    seconds: int = 0


class Guiding:
    """The runs of one workspace. Every method that changes a run returns it as it was saved."""

    def __init__(
        self,
        database: Database,
        guides: Guides,
        preparing: Preparing,
        effects: GuideEffects,
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._guides = guides
        self._preparing = preparing
        self._effects = effects
        self._now = now
        self._reading = RunReading(database, guides, preparing, now)

    def start(
        self,
        playbook_id: str,
        *,
        account_id: int | None = None,
        grant_ids: Sequence[int] = (),
        known: Circumstances | None = None,
    ) -> Run:
        """Begin a guide; with grants it walks through their apps as the network lists them.

        Raises FootprintError when there is no such guide, or it needs apps and none is named.
        """
        playbook = self._guides.shipped(playbook_id)
        if playbook is None:
            raise FootprintError(
                _("There is no guide called {id}.").format(id=playbook_id),
                _("Choose one on the Catalogue page."),
            )
        subjects = self._preparing.subjects(grant_ids)
        if not subjects and any(step.each for step in playbook.steps):
            raise FootprintError(
                _("This guide is about single apps."),
                _("Choose the apps on the Networks page, then begin it there."),
            )
        account_id = account_id or self._preparing.account_of(grant_ids)
        self._preparing.must_be_there(account_id)
        now = self._now()
        run = Run(
            id=0,
            playbook=playbook,
            begun_at=now,
            subjects=subjects,
            account_id=account_id,
            known=known or self._preparing.circumstances(account_id),
            names=self._preparing.names(playbook, account_id, subjects),
            marks={},
        )
        with self._database.write(Kind.RUNS):
            run_id = Runs(self._database).add(run, run.title, snapshot.to_text(playbook), now)
        return self.run(run_id)

    def run(self, run_id: int) -> Run:
        """The run as it stands. Raises FootprintError when there is none."""
        kept = Runs(self._database).one(run_id)
        if kept is None:
            raise FootprintError(
                _("That guide is no longer in your list."), _("Choose another one.")
            )
        return self._reading.read(kept)[0]

    def runs(self) -> list[RunSummary]:
        """Every run, the one touched last first."""
        return [self._reading.summary(kept) for kept in Runs(self._database).all()]

    def summary(self, run_id: int) -> RunSummary | None:
        """One run as a list shows it."""
        kept = Runs(self._database).one(run_id)
        return self._reading.summary(kept) if kept else None

    def done(self, run: Run, stop: Stop, visit: Visit | None = None) -> Run:
        """Tick a stop. What follows from it (a disclosure, a standing) is written with it."""
        return self._mark(run, stop, Outcome.DONE, visit or Visit())

    def skip(self, run: Run, stop: Stop, visit: Visit) -> Run:
        """Leave a stop out; `visit.reason` says why. Raises FootprintError where one is needed."""
        return self._mark(run, stop, Outcome.SKIPPED, visit)

    def not_applicable(self, run: Run, stop: Stop, visit: Visit | None = None) -> Run:
        """Say that a stop does not apply."""
        return self._mark(run, stop, Outcome.NOT_APPLICABLE, visit or Visit())

    def back(self, run: Run) -> Run:
        """Go to the stop before."""
        return self._save(run, run.back())

    def go(self, run: Run, key: str) -> Run:
        """Go to any stop of the list."""
        return self._save(run, run.go(key))

    def pause(self, run: Run) -> Run:
        """Put a run aside on purpose."""
        return self._save(run, run.pause())

    def know(self, run: Run, known: Circumstances) -> Run:
        """Keep what the person said of their circumstances."""
        return self._save(run, replace(run, known=known))

    def finish(self, run: Run) -> Run:
        """End a run. Raises FootprintError while a step is left or access is open."""
        ended = run.finish(self._now())
        with self._database.write(Kind.RUNS):
            saved = self._save(run, ended)
            self._effects.of_finish(saved)
        return saved

    def abandon(self, run: Run) -> Run:
        """Give a run up; what was done stays noted."""
        return self._save(run, run.abandon(self._now()))

    def resume_abandoned(self, run: Run) -> Run:
        """Take "give up" back."""
        return self._save(run, run.resume())

    def remove(self, run_id: int) -> RemovedRun:
        """Take a run off the list with its notes; disclosures, standings and events stay.

        What is returned puts it back.
        """
        with self._database.write(Kind.RUNS):
            return RemovedRuns(self._database).take_out(run_id)

    def put_back(self, removed: RemovedRun) -> None:
        """Undo `remove`."""
        with self._database.write(Kind.RUNS):
            RemovedRuns(self._database).put_back(removed)

    def draft(self, run: Run, stop: Stop) -> Draft:
        """What was typed at a stop and not yet ticked."""
        return Runs(self._database).draft(run.id, stop.key)

    def keep_draft(self, run: Run, stop: Stop, draft: Draft) -> None:
        """Keep what is typed at a stop, so that closing the window loses nothing."""
        with self._database.write(Kind.RUNS):
            self.run(run.id)  # raises where it was taken off the list meanwhile
            Runs(self._database).keep_draft(run.id, stop.key, draft)

    def evidence(self, run_id: int) -> dict[str, list[str]]:
        """The hashes of the proof that was kept, by the key of the stop."""
        return Runs(self._database).evidence(run_id)

    def attach(self, run: Run, stop: Stop, sha256: str) -> None:
        """Name a kept file as proof of a stop."""
        with self._database.write(Kind.RUNS):
            self.run(run.id)  # raises where it was taken off the list meanwhile
            Runs(self._database).attach(run.id, stop.key, sha256, self._now())

    def detach(self, run: Run, stop: Stop, sha256: str) -> None:
        """Name a kept file no longer as proof of a stop; the file stays kept."""
        with self._database.write(Kind.RUNS):
            Runs(self._database).detach(run.id, stop.key, sha256)

    def marks(self, run_id: int) -> list[Mark]:
        """Everything that was ticked, in order; also what was ticked again later."""
        return Runs(self._database).marks(run_id)

    def miss(self, run_id: int, answer: str, note: str = "") -> None:
        """Keep the answer to "do you miss it?": "yes", "no" or "not_said"."""
        with self._database.write(Kind.RUNS):
            Runs(self._database).miss(run_id, answer, note.strip())

    def _mark(self, run: Run, stop: Stop, outcome: Outcome, visit: Visit) -> Run:
        mark = Mark(
            stop=stop.key,
            outcome=outcome,
            at=self._now(),
            answer=visit.answer.strip(),
            note=visit.note.strip(),
            reason=visit.reason.strip(),
            screens=visit.screens,
            seconds=visit.seconds,
        )
        after = run.mark(mark)
        with self._database.write(Kind.RUNS):
            saved = self._save(run, after)
            Runs(self._database).add_mark(run.id, mark)
            self._effects.of_mark(run, stop, mark)
        return saved

    def _save(self, before: Run, after: Run) -> Run:
        """Keep where a run stands, unless another window has moved it on meanwhile."""
        with self._database.write(Kind.RUNS):
            if not Runs(self._database).save(replace(after, version=before.version), self._now()):
                self.run(before.id)  # raises where it was taken off the list meanwhile
                raise FootprintError(
                    _("This guide was moved on in another window."),
                    _("It is shown as it stands now. Do your last step again if it is not there."),
                )
        return replace(after, version=before.version + 1)
