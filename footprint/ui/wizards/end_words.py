"""What a run has come to: what was reached and how sure that is, what it cost, what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from footprint.domain.playbook import Purpose
from footprint.domain.run import Run, RunState
from footprint.domain.step import StepKind
from footprint.domain.stop import Mark, Outcome, Stop
from footprint.i18n import _, ngettext
from footprint.services.guide_effects import CANNOT_CHECK, GONE, STILL_THERE
from footprint.services.standing_of import cost_of
from footprint.ui.models.dates import ago, day_of, exact
from footprint.ui.wizards.words import said, title_of

_DISCONNECTS = frozenset({Purpose.DISCONNECT_APP, Purpose.DISCONNECT_ALL})


def reached(run: Run) -> tuple[str, ...]:
    """What was reached, by the word of the person, and how it will be verified."""
    lines = [*_looked(run), *_left_out(run)]
    done = _done(run)
    if not lines and done:
        lines.append(_("You said that every step is done."))
    if not done:
        lines.append(_("No step was ticked: nothing is claimed."))
    if run.playbook.purpose in _DISCONNECTS and done:
        lines.append(
            _(
                "So far it is your word. The next archive you import that no longer lists it"
                " makes it verified; one that lists it again is told to you."
            )
        )
    return tuple(lines)


def _looked(run: Run) -> Iterator[str]:
    """What the person saw when they looked."""
    for stop, mark in _marked(run):
        if stop.step.kind is not StepKind.VERIFY or mark.outcome is not Outcome.DONE:
            continue
        text = {
            GONE: _("You looked on {day} and said: it is done."),
            STILL_THERE: _("You looked on {day}: it was still as before."),
            CANNOT_CHECK: _("You looked on {day} and could not tell."),
        }.get(mark.answer)
        if text:
            yield text.format(day=exact(mark.at))


def _left_out(run: Run) -> Iterator[str]:
    skipped = [s for s, mark in _marked(run) if mark.outcome is Outcome.SKIPPED]
    if skipped:
        text = ngettext(
            "You skipped {n} step: {steps}", "You skipped {n} steps: {steps}", len(skipped)
        )
        names = "; ".join(title_of(run, stop) for stop in skipped)
        yield text.format(n=len(skipped), steps=names)
    if run.state is RunState.ABANDONED and run.left:
        text = ngettext("{n} step is left.", "{n} steps are left.", len(run.left))
        yield text.format(n=len(run.left))
    for stop in run.obligations:
        yield _("Access that you gave is still open: {step}").format(step=title_of(run, stop))


def cost(run: Run) -> tuple[str, ...]:
    """Screens, minutes and what they insisted on."""
    spent = cost_of(run)
    minutes = max(1, round(spent.seconds / 60))
    lines = [
        ngettext("{n} minute with this guide open", "{n} minutes with this guide open", minutes)
    ]
    lines[0] = lines[0].format(n=minutes)
    if spent.screens:
        text = ngettext("{n} screen, by your count", "{n} screens, by your count", spent.screens)
        lines.append(text.format(n=spent.screens))
    if spent.demands:
        lines.append(_("They insisted on: {demands}").format(demands=", ".join(spent.demands)))
    return tuple(lines)


def ahead(run: Run, today: date) -> tuple[str, ...]:
    """What comes next, with its dates."""
    lines = []
    done = _done(run)
    over = run.playbook.grace_period_days
    fatal = [mark for stop, mark in done if stop.step.destructive]
    if over and fatal:
        day = day_of(fatal[-1].at) + timedelta(days=over)
        if day > today:
            text = _("Until {day} ({when}) do not sign in, not by an app either.")
            lines.append(text.format(day=exact(day), when=ago(day, today)))
    for days in run.playbook.recheck_days if done else ():
        day = today + timedelta(days=days)
        text = _("Look again on {day}, {when}: lists of people fill up again.")
        lines.append(text.format(day=exact(day), when=ago(day, today)))
    return tuple(lines)


def letters(run: Run) -> tuple[str, ...]:
    """The letters that ask for erasure and were not sent yet, each once."""
    asking = [
        stop
        for stop in run.stops
        if stop.step.kind is StepKind.SEND_REQUEST and stop.step.request == "erasure"
    ]
    sent = {stop.key for stop, _mark in _done(run)}
    unsent = [stop for stop in asking if stop.key not in sent]
    found = [said(run, stop, stop.step.copy or "").strip() for stop in unsent]
    if not asking and run.playbook.purpose in _DISCONNECTS and _done(run):
        found = [
            _(
                "Please erase the personal data that you hold about me and that you obtained"
                " through my account, and confirm when it is done. I have withdrawn your access."
            )
        ]
    return tuple(dict.fromkeys(found))


def _marked(run: Run) -> list[tuple[Stop, Mark]]:
    return [(stop, run.marks[stop.key]) for stop in run.stops if stop.key in run.marks]


def _done(run: Run) -> list[tuple[Stop, Mark]]:
    return [(stop, mark) for stop, mark in _marked(run) if mark.outcome is Outcome.DONE]
