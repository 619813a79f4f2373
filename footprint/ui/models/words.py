"""What states, decisions, risks and permissions are called in lists and in the detail."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QLocale

from footprint.domain.grant import Choice, Decision, Grant, GrantState
from footprint.domain.permission import Permission, Risk
from footprint.domain.section import Section
from footprint.i18n import _, ngettext, pgettext
from footprint.ui.models.dates import ago, day_of, exact, today
from footprint.ui.plain import plain


def not_told() -> str:
    """What stands where an archive says nothing."""
    return _("not told by the export")


def risk_word(risk: Risk | None) -> str:
    """The word of a risk; no known risk is said, never shown as none."""
    return _("unknown") if risk is None else risk.word


def choice_word(choice: Choice | None) -> str:
    """The word of a decision, "not decided" included."""
    if choice is None:
        return _("not decided")
    return {
        Choice.KEEP: pgettext("decision", "keep"),
        Choice.WATCH: pgettext("decision", "watch"),
        Choice.LEAVE: pgettext("decision", "leave"),
    }[choice]


def standing(grant: Grant) -> str:
    """The state in a few words, with the day it began where one is known."""
    if grant.state is GrantState.GONE and grant.gone_since:
        return _("not listed since {day}").format(day=exact(grant.gone_since))
    if grant.state is GrantState.LIVE or grant.ended is None:
        return grant.state.word
    return _("{state} on {day}").format(state=grant.state.word, day=exact(grant.ended))


def standing_told(grant: Grant) -> str:
    """The state with the day as of which it is so: no word on an end stands without it."""
    as_of = grant.gone_since if grant.state is GrantState.GONE else grant.last_seen
    text = _("{state}, as of {day}")
    return text.format(state=standing(grant), day=exact(as_of or grant.last_seen))


def capabilities(permissions: tuple[Permission, ...] | None) -> tuple[str, ...]:
    """What the permissions are in plain words, the riskiest first; empty when none is known."""
    ordered = sorted(
        permissions or (), key=lambda p: -1 if p.risk is None else p.risk, reverse=True
    )
    return tuple(plain(permission.words, limit=80) for permission in ordered)


def may(grant: Grant) -> str:
    """What the app may do, in one line."""
    if grant.permissions is None:
        return not_told()
    return " · ".join(capabilities(grant.permissions)) or _("no permission named")


def decided(decision: Decision, now: date | None = None) -> str:
    """The decision with its day to look again, as short as a list needs it."""
    parts = [choice_word(decision.choice)]
    if decision.look_again is not None:
        parts.append(look_again(decision.look_again, now))
    elif decision.note:
        parts.append(_("with a note"))
    return " · ".join(parts)


def look_again(day: date, now: date | None = None) -> str:
    """When to look again, or that it is time."""
    if day <= (now or today()):
        return _("time to look again")
    return _("look again {when}").format(when=ago(day, now))


def decided_told(decision: Decision) -> str:
    """The decision with everything the person noted."""
    parts = [choice_word(decision.choice)]
    if decision.look_again is not None:
        parts.append(_("look again on {day}").format(day=exact(decision.look_again)))
    if decision.note:
        parts.append(plain(decision.note, limit=500))
    return " · ".join(parts)


def when(moment: datetime | None) -> str:
    """How long ago, or that it is not told."""
    return ago(moment) if moment else _("not told")


def when_told(moment: datetime | None) -> str:
    """The exact day with the distance, or that the export does not tell."""
    if moment is None:
        return not_told()
    return _("{day}, {distance}").format(day=exact(moment), distance=ago(moment))


def when_copied(moment: datetime | None) -> str:
    """The day as programs read it; empty when it is not told."""
    return day_of(moment).isoformat() if moment else ""


def apps(count: int) -> str:
    """A number of apps."""
    return ngettext("{n} app", "{n} apps", count).format(n=number(count))


def number(count: int) -> str:
    """A number as the person's country groups its digits."""
    return str(QLocale().toString(count))


def section_word(section: Section) -> str:
    """What a section is called on its tab."""
    return {
        Section.GRANTS: _("Apps"),
        Section.LINKED_IDENTITIES: _("Linked identities"),
        Section.DEVICES: _("Devices"),
        Section.INFERENCES: _("What they think of you"),
        Section.ADVERTISERS: _("Who uploaded you"),
    }[section]
