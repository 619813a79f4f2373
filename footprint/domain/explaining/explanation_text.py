"""What is said about a change: what happened, what explains it, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.domain.day_text import days_text, event_day_text
from footprint.domain.event import Event
from footprint.domain.explaining.change_text import what
from footprint.domain.explaining.explanation import Explanation, Verdict
from footprint.domain.explaining.levels import FEWEST_READINGS
from footprint.domain.explaining.noise import median
from footprint.domain.explaining.score_change import ChangeKind
from footprint.domain.score import Rewrite, Scale
from footprint.domain.score_text import shown
from footprint.i18n import _, ngettext

# Beyond this chance a change is not told from what the score does anyway.
_NOTHING_SPECIAL = 0.05


def sentence(explanation: Explanation, scale: Scale) -> str:
    """What happened and what explains it, in one line."""
    return f"{what(explanation.change, scale)} {because(explanation, scale)}"


def none_found(readings: int) -> str:
    """What is said of a score of so many readings in which no change is found."""
    if readings >= FEWEST_READINGS:
        return _("No change of it is larger than its scatter.")
    words = ngettext(
        "There is {n} reading, which is too little to tell a change: it takes {few} or more.",
        "There are {n} readings, which is too little to tell a change: it takes {few} or more.",
        readings,
    )
    return words.format(n=readings, few=FEWEST_READINGS)


def because(explanation: Explanation, scale: Scale) -> str:
    """What coincides with the change; that it is no more than coincidence is said too."""
    change, theirs = explanation.change, explanation.their_changes.events
    acts = explanation.own_acts.events
    if not change.is_judged:
        return _("Too little is known to say whether that is more than what it does anyway.")
    if change.kind is ChangeKind.SPAN and change.by_noise > _NOTHING_SPECIAL:
        return _("That is no more than what it does anyway.")
    parts = [_coinciding(explanation)]
    if change.kind is ChangeKind.RETOLD:
        return parts[0] or _("No change of theirs that is known explains it.")
    parts.append(_retold(explanation.rewrites, scale))
    if not acts:
        parts.append(_nothing_of_yours(explanation))
    elif theirs:
        parts.append(_("Time alone cannot tell which of them it was."))
    return " ".join(filter(None, parts))


def _coinciding(explanation: Explanation) -> str:
    """What lies near the change, that of the verdict first; empty when nothing does."""
    acts = events_text(explanation.own_acts.events)
    theirs = events_text(explanation.their_changes.events)
    if explanation.verdict is Verdict.OWN_ACT:
        told = _("It coincides with what you did: {acts}.")
        if theirs:
            told += " " + _("It also coincides with a known change of theirs: {theirs}.")
    elif theirs:
        told = _("It coincides with a known change of theirs: {theirs}.")
        if acts:
            told += " " + _("It also coincides with what you did: {acts}.")
    else:
        return ""
    return told.format(acts=acts, theirs=theirs)


def how_sure(explanation: Explanation) -> str:
    """In words: "hardly by chance"; the number stands beside it."""
    if explanation.verdict is Verdict.UNEXPLAINED:
        return _unexplained_sureness(explanation.sure)
    if explanation.change.kind is ChangeKind.RETOLD:
        return _("certain: both values were told")
    both = explanation.own_acts.events and explanation.their_changes.events
    if both and explanation.change.by_noise <= _NOTHING_SPECIAL:
        return _("undecided: more than one thing lies near it")
    if explanation.sure >= 0.95:
        return _("hardly by chance")
    if explanation.sure >= 0.8:
        return _("probably not by chance")
    return _("it may well be chance")


def _unexplained_sureness(sure: float) -> str:
    if sure >= 0.95:
        return _("the change itself is hardly noise")
    return _("the change itself may be noise")


def _nothing_of_yours(explanation: Explanation) -> str:
    if explanation.verdict is Verdict.UNEXPLAINED:
        return _("Nothing you logged and no known change of theirs explains this.")
    return _("Nothing you logged falls in this span.")


def _retold(rewrites: Sequence[Rewrite], scale: Scale) -> str:
    """How the past was told anew at the same time; empty where it was not."""
    if not rewrites:
        return ""
    days = [day for rewrite in rewrites for day in rewrite.days]
    words = ngettext(
        "History rewritten: {n} day was told anew ({days}), {old} → {new}.",
        "History rewritten: {n} days were told anew ({days}), in the middle {old} → {new}.",
        len(days),
    )
    return words.format(
        n=len(days),
        days=days_text(min(d for d, *_both in days), max(d for d, *_both in days)),
        old=shown(median([old.number for _day, old, _new in days]), scale),
        new=shown(median([new.number for _day, _old, new in days]), scale),
    )


def events_text(events: Sequence[Event]) -> str:
    """At most three events with their days, and how many more there are."""
    named = [
        _("“{title}” ({day})").format(title=event.title, day=event_day_text(event))
        for event in events[:3]
    ]
    more = len(events) - len(named)
    if more:
        named.append(ngettext("{n} more", "{n} more", more).format(n=more))
    return ", ".join(named)
