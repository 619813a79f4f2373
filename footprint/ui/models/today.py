"""What the Today page shows, looked up at once: what is due, what is only good to know, ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from footprint.domain.due import Due, DueKind
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.models.dates import ago, exact
from footprint.ui.models.words import number
from footprint.ui.plain import plain

# Of what lies ahead so many are named; the calendar file has all of them.
AHEAD = 8
REMINDERS_KEY = "reminders"


@dataclass(frozen=True, slots=True)
class Wait:
    """The wait at a step of a run: at which service, until when, and whether signing in ends it."""

    service: str
    until: date
    login_cancels: bool | None


@dataclass(frozen=True, slots=True)
class Card:
    """One due thing as it is shown; `wait` stands where a grace period runs."""

    due: Due
    title: str
    text: str
    wait: Wait | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the page shows on one day."""

    day: date
    cards: tuple[Card, ...]
    ahead: tuple[Due, ...]
    put_off: int
    remind: bool

    @property
    def needs(self) -> tuple[Card, ...]:
        """What wants an act."""
        return tuple(card for card in self.cards if card.due.counts)

    @property
    def quiet(self) -> tuple[Card, ...]:
        """What is only good to know."""
        return tuple(card for card in self.cards if not card.due.counts)


def look_up(workspace: Workspace) -> Today:
    """What is due today in this workspace."""
    reminding = workspace.reminding
    today = reminding.today()
    everything = reminding.all()
    due = reminding.due()
    reached = [each for each in everything if each.day <= today]
    return Today(
        day=today,
        cards=tuple(_card(workspace, each, today) for each in due),
        ahead=tuple(each for each in everything if each.day > today)[:AHEAD],
        put_off=len(reached) - len(due),
        remind=bool(workspace.settings.get(REMINDERS_KEY, True)),
    )


def group_of(kind: DueKind) -> str:
    """The heading under which things of a kind stand."""
    return {
        DueKind.STEP: _("The wait is over"),
        DueKind.RUN: _("Guides you left open"),
        DueKind.GRACE: _("Do not sign in"),
        DueKind.CHECK_BACK: _("See whether it worked"),
        DueKind.LOOK_AGAIN: _("You wanted to look again"),
        DueKind.CAME_BACK: _("It came back"),
        DueKind.STANDING: _("Too old to be sure"),
        DueKind.SCORE: _("Scores to record"),
        DueKind.MISSED: _("One question"),
    }[kind]


def act_of(kind: DueKind) -> str:
    """What the one button of such a thing does."""
    return {
        DueKind.STEP: _("Go on"),
        DueKind.RUN: _("Resume"),
        DueKind.GRACE: _("Save to calendar…"),
        DueKind.CHECK_BACK: _("Look again"),
        DueKind.LOOK_AGAIN: _("See the app"),
        DueKind.CAME_BACK: _("See the app"),
        DueKind.STANDING: _("Look again"),
        DueKind.SCORE: _("Record a reading…"),
    }.get(kind, "")


def countdown(until: date, today: date) -> str:
    """How many days are left."""
    left = (until - today).days
    return ngettext("{n} day left", "{n} days left", left).format(n=number(left))


def ahead_line(due: Due, today: date) -> str:
    """A thing to come in one line: "14 Oct 2026, in 3 weeks: Delete X. The wait is over."""
    text = _("{day}, {distance}: {title}")
    return text.format(
        day=exact(due.day), distance=ago(due.day, today), title=plain(due.title, limit=120)
    )


def _card(workspace: Workspace, due: Due, today: date) -> Card:
    title, text = plain(due.title, limit=200), plain(due.detail, limit=400)
    if due.kind is DueKind.GRACE and due.until:
        wait = _wait(workspace, int(due.target), due.until)
        return Card(due, _grace_title(wait), _("{guide}: {left}.").format(
            guide=title, left=countdown(due.until, today)), wait)  # fmt: skip
    if due.kind is DueKind.RUN:
        text = _("{where} ({when})").format(where=text, when=ago(due.day, today))
    elif due.kind is DueKind.CHECK_BACK:
        text = _("You saw it last {when}.").format(when=_seen(workspace, due.target, today))
    elif due.kind is DueKind.STANDING:
        text = _("You saw it last {when}. By now the service may list you again.").format(
            when=_seen(workspace, due.target, today)
        )
    elif due.kind is DueKind.CAME_BACK:
        text = _("{text} As of {day}.").format(text=text, day=exact(due.day))
    return Card(due, title, text)


def _seen(workspace: Workspace, service: str, today: date) -> str:
    seen = workspace.standing.of(service)
    return ago(seen[0].day, today) if seen else _("long ago")


def _wait(workspace: Workspace, run_id: int, until: date) -> Wait:
    summary = workspace.guiding.summary(run_id)
    service = plain(summary.service_name, limit=80) if summary else ""
    return Wait(service, until, summary.run.playbook.grace_login_cancels if summary else None)


def _grace_title(wait: Wait) -> str:
    day = exact(wait.until)
    if wait.login_cancels:
        text = _("Do not sign in at {service} before {day}, not by an app either")
    else:
        text = _("{service}: nothing to do before {day}")
    return text.format(service=wait.service, day=day)
