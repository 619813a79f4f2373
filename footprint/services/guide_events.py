"""What a finished guide is on the time axis: an act of the person's own, if there was one."""

from __future__ import annotations

from footprint.domain.event import Event, EventKind
from footprint.domain.playbook import Playbook, Purpose
from footprint.domain.run import Run
from footprint.domain.step import Condition, StepKind
from footprint.domain.stop import Mark, Outcome, Stop, Subject
from footprint.i18n import _, ngettext
from footprint.services.seeing import Seeing

_NAMED = 3
# In an opt-out these are the steps at which something is asked for, and not only looked up.
_ASKS = frozenset({StepKind.SEND_REQUEST, StepKind.ATTACH_EVIDENCE, StepKind.WAIT_UNTIL})


def event_of(run: Run, seeing: Seeing) -> Event | None:
    """The event of a run that has ended; None where nothing was done that could explain anything.

    Whoever walked through a guide and skipped its act has not left.
    """
    titles = {
        Purpose.DISCONNECT_APP: _("Disconnected {what} from {service}"),
        Purpose.DISCONNECT_ALL: _("Disconnected every app from {service}"),
        Purpose.DEACTIVATE: _("Deactivated the account at {service}"),
        Purpose.DELETE: _("Deleted the account at {service}"),
        Purpose.OPT_OUT: _("Opted out of {service}"),
    }
    title = titles.get(run.playbook.purpose)
    service = run.playbook.service
    if title is None or service is None or not was_done(run):
        return None
    subjects = [subject for subject in run.subjects if is_shut_out(run, subject)]
    return Event(
        id="",
        kind=EventKind.OWN_ACT,
        day=max(mark.at for mark in _done(run).values()).astimezone().date(),
        title=title.format(what=_named(subjects), service=seeing.service_name(service)),
        detail=_detail(subjects),
        services=tuple(
            dict.fromkeys([service, *filter(None, (service_of(s, seeing) for s in subjects))])
        ),
    )


def was_done(run: Run) -> bool:
    """Whether the act that the guide is about was done, by the word of the person."""
    done = [stop for stop in run.stops if stop.key in _done(run)]
    if run.playbook.purpose is Purpose.DISCONNECT_APP:
        return any(is_shut_out(run, subject) for subject in run.subjects)
    if run.playbook.purpose is Purpose.DISCONNECT_ALL:
        # The word at the last look; nobody can tell by the steps whether the list is empty.
        return any(_said_gone(run, stop) for stop in done if stop.step.kind is StepKind.VERIFY)
    if run.playbook.purpose in {Purpose.DELETE, Purpose.DEACTIVATE}:
        return bool(_last_acts(run.playbook) & {stop.step.id for stop in done})
    return any(stop.step.kind in _ASKS or stop.step.demands for stop in done)


def shutting_out(playbook: Playbook) -> tuple[str, ...]:
    """The steps that shut an app out; what only some have to do (a new login) is none of them."""
    each = [s for s in playbook.steps if s.each and s.kind is StepKind.CONFIRM]
    return tuple(step.id for step in each if step.when == Condition())


def is_shut_out(run: Run, subject: Subject) -> bool:
    """Whether all that shuts an app out was done, or did not apply; skipping is no doing."""
    keys = [f"{step}@{subject.key}" for step in shutting_out(run.playbook)]
    outcomes = [run.marks[key].outcome for key in keys if key in run.marks]
    whole = len(outcomes) == len(keys) and Outcome.SKIPPED not in outcomes
    return whole and Outcome.DONE in outcomes


def service_of(subject: Subject, seeing: Seeing) -> str | None:
    """The entry of the catalogue that an app is, where its grant is still known."""
    grant = seeing.grant(subject.grant_id) if subject.grant_id else None
    return grant.app.service if grant else None


def _done(run: Run) -> dict[str, Mark]:
    return {key: mark for key, mark in run.marks.items() if mark.outcome is Outcome.DONE}


def _last_acts(playbook: Playbook) -> set[str]:
    """The steps with which an account goes: those that cannot be undone, else the last press."""
    presses = [step for step in playbook.steps if step.kind is StepKind.CONFIRM]
    return {step.id for step in playbook.steps if step.destructive} or {
        step.id for step in presses[-1:]
    }


def _said_gone(run: Run, stop: Stop) -> bool:
    return run.marks[stop.key].answer == "gone"


def _named(subjects: list[Subject]) -> str:
    if len(subjects) > _NAMED:
        return ngettext("{n} app", "{n} apps", len(subjects)).format(n=len(subjects))
    return ", ".join(subject.name for subject in subjects)


def _detail(subjects: list[Subject]) -> str:
    noted = _("Noted by the guide that you finished.")
    if len(subjects) <= _NAMED:
        return noted
    return f"{noted} {', '.join(subject.name for subject in subjects)}."
