"""What the catalogue knows of a service, in sentences that say how old and how sure they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from footprint.domain.fact import Confidence, Fact, Provenance
from footprint.domain.service import Difficulty, Service, ServiceKind, ServiceState, host_of
from footprint.i18n import _, ngettext, pgettext
from footprint.ui.models.dates import ago, exact, month_of, today
from footprint.ui.plain import plain

# After so many days a fact is shown as possibly out of date.
_OLD = 365


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence about a service and, apart, who says so and how old that is."""

    text: str
    source: str


def service_sentences(service: Service, now: date | None = None) -> list[Told]:
    """What is worth knowing before one decides about an app of this service."""
    now = now or today()
    return [Told(text, provenance(fact, now)) for text, fact in _sentences(service)]


def closed_line(service: Service) -> str | None:
    """ "Klout closed on 25 May 2018", or None while it runs or nobody knows."""
    if service.status.state.value is not ServiceState.DEFUNCT:
        return None
    ended = service.status.ended
    if ended is None:
        return _("{service} has closed.").format(service=service.name)
    return _closed(service.name, ended.value)


def kind_word(kind: ServiceKind) -> str:
    """What a service is to the person."""
    return {
        ServiceKind.NETWORK: _("a network"),
        ServiceKind.SCORING: _("a service that scores people"),
        ServiceKind.PEOPLE_SEARCH: _("a people-search service"),
        ServiceKind.DATA_BROKER: _("a data broker"),
        ServiceKind.CONSUMER_SCORE: _("a maker of consumer scores"),
        ServiceKind.APP: _("an app"),
    }[kind]


def provenance(fact: Provenance, now: date | None = None) -> str:
    """Who says so and how long ago; general knowledge is called unverified."""
    now = now or today()
    age = ago(fact.checked, now)
    if fact.confidence is Confidence.GENERAL_KNOWLEDGE:
        text = _("Unverified: general knowledge, last looked at {when}.").format(when=age)
    else:
        sources = ", ".join(plain(_short(source), limit=60) for source in fact.source)
        text = _("Checked {when}; source: {source}.").format(when=age, source=sources)
    if (now - fact.checked).days > _OLD:
        text = _("{provenance} This may be out of date.").format(provenance=text)
    return text


def _sentences(service: Service) -> Iterator[tuple[str, Provenance]]:
    status = service.status
    closed = closed_line(service)
    if closed:
        yield closed, status.ended or status.state
        if status.successor:
            text = _("What came after it: {successor}.").format(successor=status.successor.value)
            yield text + _disagreement(status.successor), status.successor
    if status.owner:
        yield _("It belongs to {owner}.").format(owner=status.owner.value), status.owner
    if closed:
        return
    if service.difficulty:
        text = _("Leaving it is rated {word}.").format(word=_difficulty(service.difficulty.value))
        yield text, service.difficulty
    if service.grace_period_days and service.grace_period_days.value:
        days = service.grace_period_days.value
        text = ngettext(
            "After you delete your account there, you have {n} day to change your mind.",
            "After you delete your account there, you have {n} days to change your mind.",
            days,
        )
        yield text.format(n=days), service.grace_period_days


def _disagreement(fact: Fact[Any]) -> str:
    if not fact.alternatives:
        return ""
    others = "; ".join(plain(str(other.value), limit=120) for other in fact.alternatives)
    return " " + _("Sources disagree, another says: {others}.").format(others=others)


def _closed(name: str, ended: str) -> str:
    """The sentence with a date as exact as it is known: a day, a month or a year."""
    parts = [int(part) for part in ended.split("-")]
    if len(parts) == 3:
        day = exact(date(*parts))
        return _("{service} closed on {day}.").format(service=name, day=day)
    if len(parts) == 2:
        text = _("{service} closed in {month}.")
        return text.format(service=name, month=month_of(date(parts[0], parts[1], 1)))
    return _("{service} closed in {year}.").format(service=name, year=ended)


def _difficulty(difficulty: Difficulty) -> str:
    return {
        Difficulty.EASY: pgettext("leaving", "easy"),
        Difficulty.MEDIUM: pgettext("leaving", "of medium difficulty"),
        Difficulty.HARD: pgettext("leaving", "hard"),
        Difficulty.LIMITED: pgettext("leaving", "possible only for some people"),
        Difficulty.IMPOSSIBLE: pgettext("leaving", "impossible"),
    }[difficulty]


def _short(source: str) -> str:
    """A source in a few words: an address is told by its host."""
    if re.match(r"https?://", source):
        return host_of(source.split(maxsplit=1)[0]) or source
    return source
