"""Remind: one list of what is due, whatever it comes from; and what the person put off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from footprint.domain.changes import Kind
from footprint.domain.due import Due, DueKind
from footprint.domain.playbook import Purpose
from footprint.domain.run import OVER, Run, RunState
from footprint.domain.standing import Standing, StandingState
from footprint.domain.step import StepKind
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.calendar_file import calendar_of
from footprint.services.guiding import Guiding, RunSummary
from footprint.services.scoring import Scoring
from footprint.services.seeing import Seeing
from footprint.store.database import Database
from footprint.store.decisions import Decisions
from footprint.store.put_off import PutOff
from footprint.store.said_gone import Said, SaidGone
from footprint.store.standings import Standings

_MONTH = timedelta(days=30)
# For so long after it was asked first the question "do you miss it?" stays; then it is dropped.
_ASKED_FOR = timedelta(days=60)
# After how many days a letter should have been answered, where the guide plans no look of its own.
_ANSWER_DAYS = 31
_ASKED = frozenset(
    {
        StandingState.REQUESTED,
        StandingState.ACKNOWLEDGED,
        StandingState.FOUND,
        StandingState.VISIBLE_AGAIN,
    }
)
_LEFT = frozenset(
    {Purpose.DISCONNECT_APP, Purpose.DISCONNECT_ALL, Purpose.DEACTIVATE, Purpose.DELETE}
)


class Reminding:
    """What needs the person, of one workspace."""

    def __init__(
        self,
        database: Database,
        seeing: Seeing,
        scoring: Scoring,
        guiding: Guiding,
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._seeing = seeing
        self._scoring = scoring
        self._guiding = guiding
        self._now = now

    def due(self) -> list[Due]:
        """What is due today or before, oldest first, without what was put off."""
        today = self.today()
        put_off = PutOff(self._database).until()
        return [
            due for due in self.all() if due.day <= today and put_off.get(due.key, today) <= today
        ]

    def count(self) -> int:
        """How many things need the person now; what is only good to know is not counted."""
        return sum(due.counts for due in self.due())

    def all(self) -> list[Due]:
        """Everything with a date, also what lies ahead, by day."""
        found = [
            *self._of_runs(),
            *self._of_grants(),
            *self._of_standings(),
            *self._of_scores(),
        ]
        return sorted(found, key=lambda due: (due.day, due.kind.value, due.title))

    def put_off(self, due: Due, until: date | None) -> None:
        """Do not show a due thing before a day; None takes that back.

        Raises FootprintError when the day is over already.
        """
        if until is not None and until < self.today():
            raise FootprintError(
                _("{day} is over already.").format(day=until.isoformat()),
                _("Choose today or a day to come. If that is one, look at your computer's clock."),
            )
        with self._database.write(Kind.REMINDERS):
            PutOff(self._database).put(due.key, until)

    def said(self) -> list[Said]:
        """What the person said is gone, and what newer archives say of it."""
        return SaidGone(self._database).all()

    def calendar(self) -> bytes:
        """Everything with a date as a calendar file."""
        return calendar_of(self.all(), self._now())

    def calendar_of_wait(self, run_id: int) -> bytes:
        """The end of the wait that a run stands at, as a calendar file; empty without one."""
        summary = self._guiding.summary(run_id)
        if summary is None or summary.waits_until is None:
            return calendar_of((), self._now())
        due = Due(
            kind=DueKind.STEP,
            day=summary.waits_until,
            title=summary.title,
            detail=self._grace_words(summary),
            target=str(run_id),
        )
        return calendar_of([due], self._now())

    def today(self) -> date:
        """Today, where the person is."""
        return self._now().astimezone().date()

    def _of_runs(self) -> Iterator[Due]:
        for summary in self._guiding.runs():
            if summary.run.state in OVER:
                yield from self._after(summary)
            else:
                yield from self._open(summary)

    def _open(self, summary: RunSummary) -> Iterator[Due]:
        here = summary.run.at
        if here and here.step.kind is StepKind.WAIT_UNTIL and summary.waits_until:
            if summary.waits_until > self.today():
                yield Due(
                    kind=DueKind.GRACE,
                    day=self._begun_waiting(summary),
                    title=summary.title,
                    detail=self._grace_words(summary),
                    target=str(summary.id),
                    counts=False,
                    until=summary.waits_until,
                )
            yield Due(
                kind=DueKind.STEP,
                day=summary.waits_until,
                title=summary.title,
                detail=_("The wait is over."),
                target=str(summary.id),
            )
            return
        if summary.run.state is RunState.PAUSED:
            yield from self._left_open(summary)
            return
        text = _("You stopped at step {n} of {count}: {step}")
        yield Due(
            kind=DueKind.RUN,
            day=summary.touched_at.astimezone().date(),
            title=summary.title,
            detail=text.format(
                n=summary.step_number, count=summary.step_count, step=summary.next_step or ""
            ),
            target=str(summary.id),
        )

    def _begun_waiting(self, summary: RunSummary) -> date:
        return summary.touched_at.astimezone().date()

    def _grace_words(self, summary: RunSummary) -> str:
        day = summary.waits_until.isoformat() if summary.waits_until else ""
        if summary.run.playbook.grace_login_cancels:
            text = _("Do not sign in at {service} before {day}, not by an app either.")
        else:
            text = _("{service}: nothing to do before {day}.")
        return text.format(service=summary.service_name, day=day)

    def _after(self, summary: RunSummary) -> Iterator[Due]:
        """A month after somebody left: one quiet question. Access left open is said at once."""
        run = summary.run
        if run.ended_at is None or run.state is not RunState.FINISHED:
            yield from self._left_open(summary)
            return
        asked = run.ended_at.astimezone().date() + _MONTH
        left = run.playbook.purpose in _LEFT and summary.missed is None
        if left and self.today() < asked + _ASKED_FOR:
            yield Due(
                kind=DueKind.MISSED,
                day=asked,
                title=_("Do you miss it?"),
                detail=summary.title,
                target=str(summary.id),
                counts=False,
            )

    def _left_open(self, summary: RunSummary) -> Iterator[Due]:
        """Access that was granted on the way of a guide which was put aside or given up."""
        run = summary.run
        for stop in run.obligations[:1]:
            yield Due(
                kind=DueKind.RUN,
                day=summary.touched_at.astimezone().date(),
                title=summary.title,
                detail=_("Access that you granted on the way is still open: {step}").format(
                    step=run.says(stop.step.title, stop)
                ),
                target=str(summary.id),
            )

    def _of_grants(self) -> Iterator[Due]:
        for grant_id, day in Decisions(self._database).to_look_at_again():
            grant = self._seeing.grant(grant_id)
            if grant is not None:
                network = self._seeing.service_name(grant.network)
                yield Due(
                    kind=DueKind.LOOK_AGAIN,
                    day=day,
                    title=_("Look again at {app}").format(app=grant.app.name),
                    detail=_(
                        "You wanted to look at it again. It is connected to {network}."
                    ).format(network=network),
                    target=str(grant_id),
                )
        for said in self.said():
            if said.listed_again is not None:
                yield Due(
                    kind=DueKind.CAME_BACK,
                    day=said.listed_again.astimezone().date(),
                    title=_("{app} came back").format(app=said.app),
                    detail=_("You said it is gone, and a newer archive lists it again."),
                    target=str(said.grant_id),
                )

    def _of_standings(self) -> Iterator[Due]:
        runs = {summary.id: summary.run for summary in self._guiding.runs()}
        walked = {run.playbook.service for run in runs.values() if run.state not in OVER}
        for service, standing in Standings(self._database).latest().items():
            if service not in walked:
                yield from self._check_back(standing, runs.get(standing.run_id or 0))
            if standing.state is StandingState.NOT_VISIBLE and standing.expires:
                yield Due(
                    kind=DueKind.STANDING,
                    day=standing.expires,
                    title=_("See whether {service} lists you again").format(
                        service=self._seeing.service_name(service)
                    ),
                    detail=_("Not visible on {day}; after this long that says nothing.").format(
                        day=standing.day.isoformat()
                    ),
                    target=service,
                )

    def _check_back(self, standing: Standing, run: Run | None) -> Iterator[Due]:
        """The first look after a request, or soon after "not visible" was seen the first time."""
        planned = run.playbook.recheck_days if run else ()
        if standing.state is StandingState.NOT_VISIBLE:
            seen = Standings(self._database).of(standing.service)[1:2]
            again = any(earlier.state is StandingState.NOT_VISIBLE for earlier in seen)
            days = None if again or len(planned) < 2 else min(planned)
        elif standing.state in _ASKED:
            days = min(planned, default=_ANSWER_DAYS)
        else:
            days = None
        if days is None:
            return
        yield Due(
            kind=DueKind.CHECK_BACK,
            day=standing.day + timedelta(days=days),
            title=_("See whether it worked at {service}").format(
                service=self._seeing.service_name(standing.service)
            ),
            detail=_("On {day} it stood: {state}.").format(
                day=standing.day.isoformat(), state=standing.state.word
            ),
            target=standing.service,
        )

    def _of_scores(self) -> Iterator[Due]:
        for score in self._scoring.due():
            yield Due(
                kind=DueKind.SCORE,
                day=self.today(),
                title=_("Look at {score}").format(score=score.name),
                detail=_("A new reading is due."),
                target=str(score.id),
            )
