"""What follows from a tick: disclosures, standings, claims that a grant is gone, and events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from footprint.domain.changes import Kind
from footprint.domain.disclosure import Disclosure
from footprint.domain.grant import Choice, GrantQuery, GrantState
from footprint.domain.playbook import Purpose
from footprint.domain.run import Run
from footprint.domain.standing import RELIST_DAYS, Standing, StandingState, seen_now
from footprint.domain.step import StepKind
from footprint.domain.stop import Mark, Outcome, Stop
from footprint.i18n import _
from footprint.services.guide_events import (
    event_of,
    is_shut_out,
    service_of,
    shutting_out,
    was_done,
)
from footprint.services.marking import Marking
from footprint.services.seeing import Seeing
from footprint.store.database import Database
from footprint.store.disclosures import Disclosures
from footprint.store.said_gone import SaidGone
from footprint.store.standings import Standings

# What a person may answer at a verifying step.
GONE, STILL_THERE, CANNOT_CHECK = "gone", "still_there", "cannot_check"
# The step of an opt-out at which the person says whether they are listed, and its "no".
LISTED, NOT_LISTED = "listed", "no"
_MOST = 100_000
_LISTED = frozenset({GrantState.LIVE, GrantState.EXPIRED})


class GuideEffects:
    """Writes what follows from marks and ends; always inside the write of the mark itself."""

    def __init__(
        self,
        database: Database,
        seeing: Seeing,
        marking: Marking,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._seeing = seeing
        self._marking = marking
        self._now = now

    def of_mark(self, run: Run, stop: Stop, mark: Mark) -> None:
        """What follows from a mark."""
        self._say_gone(run, stop, mark)
        if mark.outcome is not Outcome.DONE:
            return
        if not _done_before(run, stop):
            self._disclose(run, stop, mark)
        if stop.step.kind is StepKind.SEND_REQUEST and run.playbook.purpose is Purpose.OPT_OUT:
            self._stand(run, StandingState.REQUESTED, _("you wrote to them"))
        if stop.step.kind is StepKind.VERIFY:
            self._verified(run, mark)
        elif stop.step.kind is StepKind.CHOOSE and stop.step.id == LISTED:
            self._looked(run, visible=mark.answer != NOT_LISTED)

    def of_finish(self, run: Run) -> None:
        """What follows from the end of a run: an event of the person's own, and claims."""
        if run.playbook.purpose is Purpose.DISCONNECT_ALL and was_done(run):
            self._all_gone(run)
        event = event_of(run, self._seeing)
        if event is not None:
            self._marking.add(event)

    def _all_gone(self, run: Run) -> None:
        """All that is listed was disconnected, but what the person decided to keep."""
        if run.account_id is None:
            return
        query = GrantQuery(account_id=run.account_id, states=_LISTED)
        grants = self._seeing.grants(query, limit=_MOST)
        gone = [grant.id for grant in grants if grant.decision.choice is not Choice.KEEP]
        SaidGone(self._database).add(run.id, gone, self._now())

    def _say_gone(self, run: Run, stop: Stop, mark: Mark) -> None:
        """Once all that shuts an app out is done, the person said it is gone; else they did not."""
        app = stop.subject
        if run.playbook.purpose is not Purpose.DISCONNECT_APP or app is None or not app.grant_id:
            return
        if stop.step.id not in shutting_out(run.playbook):
            return
        after = replace(run, marks={**run.marks, stop.key: mark})
        if is_shut_out(after, app):
            SaidGone(self._database).add(run.id, [app.grant_id], self._now())
        else:
            SaidGone(self._database).unsay(run.id, app.grant_id)

    def _disclose(self, run: Run, stop: Stop, mark: Mark) -> None:
        to = stop.step.at or run.playbook.service
        if stop.step.kind is StepKind.SEND_REQUEST and stop.subject:
            to = service_of(stop.subject, self._seeing) or stop.subject.name
        if to:
            Disclosures(self._database).add(
                Disclosure(service=to, identifier=what, at=mark.at, run_id=run.id, stop=stop.key)
                for what in stop.step.discloses
            )

    def _verified(self, run: Run, mark: Mark) -> None:
        """What the person saw when they looked; on lists of people it has an end."""
        if mark.answer == STILL_THERE and run.playbook.purpose is not Purpose.OPT_OUT:
            for subject in run.subjects:
                if subject.grant_id:
                    SaidGone(self._database).unsay(run.id, subject.grant_id)
        if run.playbook.purpose not in {Purpose.OPT_OUT, Purpose.DELETE, Purpose.DEACTIVATE}:
            return
        if mark.answer == CANNOT_CHECK:
            self._stand(run, StandingState.CANNOT_BE_CHECKED, _("you looked"))
        elif mark.answer in {GONE, STILL_THERE}:
            self._looked(run, visible=mark.answer == STILL_THERE)

    def _looked(self, run: Run, *, visible: bool) -> None:
        earlier = Standings(self._database).latest().get(run.playbook.service or "")
        self._stand(run, seen_now(earlier, visible), _("you looked"))

    def _stand(self, run: Run, state: StandingState, method: str) -> None:
        if run.playbook.service is None:
            return
        with self._database.write(Kind.STANDINGS):
            standing = Standing(
                service=run.playbook.service,
                state=state,
                day=self._now().astimezone().date(),
                method=method,
                run_id=run.id,
                relist_days=max(run.playbook.recheck_days, default=RELIST_DAYS),
            )
            Standings(self._database).add(standing, self._now())


def _done_before(run: Run, stop: Stop) -> bool:
    """Whether it was ticked already: the same told twice is one disclosure."""
    earlier = run.marks.get(stop.key)
    return earlier is not None and earlier.outcome is Outcome.DONE
