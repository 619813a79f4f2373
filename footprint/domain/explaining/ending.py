"""Why the readings of a score stop: you left, it closed, or nobody looked any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from footprint.domain.day_text import day_text, iso_text
from footprint.domain.event import Event, EventKind
from footprint.domain.explaining.explanation import Verdict
from footprint.domain.explaining.explanation_text import events_text
from footprint.domain.explaining.history import as_known_now
from footprint.domain.explaining.noise import median
from footprint.domain.score import Reading
from footprint.i18n import _

_SHORTEST_SILENCE_DAYS = 31
_TIMES_THE_USUAL_GAP = 5
_DAYS_BEFORE = timedelta(days=7)
_DAYS_AFTER = timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """The day of the last reading, and what lies near it: acts of yours and changes of theirs.

    `closed` is the day on which the score itself closed, as exact as it is known.
    """

    last: date
    own_acts: tuple[Event, ...]
    their_changes: tuple[Event, ...]
    closed: str | None = None

    @property
    def verdict(self) -> Verdict:
        """What the end is put down to; what you did comes first, since you know of it."""
        if self.own_acts:
            return Verdict.OWN_ACT
        if self.their_changes or self._closed_then():
            return Verdict.THEIR_CHANGE
        return Verdict.UNEXPLAINED

    def _closed_then(self) -> bool:
        days = (self.last + timedelta(days=n) for n in range(_DAYS_AFTER.days + 1))
        return self.closed is not None and any(
            day.isoformat().startswith(self.closed) for day in days
        )


def ending(
    readings: Sequence[Reading],
    events: Iterable[Event],
    today: date,
    *,
    closed: str | None = None,
) -> Ending | None:
    """Why there is nothing new; None while there is. `events` concern the score.

    Nothing new is: no reading for a month, and for five times as long as between two readings.
    """
    days = [reading.effective.date() for reading in as_known_now(readings)]
    if not days:
        return None
    gap = median([(b - a).days for a, b in pairwise(days)]) if len(days) > 1 else 0
    silence = max(_SHORTEST_SILENCE_DAYS, _TIMES_THE_USUAL_GAP * gap)
    if (today - days[-1]).days <= silence:
        return None
    last = days[-1]
    near = [e for e in events if last - _DAYS_BEFORE <= e.day <= last + _DAYS_AFTER]
    near.sort(key=lambda event: abs(event.day - last))
    return Ending(
        last=last,
        own_acts=tuple(e for e in near if e.kind is EventKind.OWN_ACT),
        their_changes=tuple(e for e in near if e.kind is EventKind.THEIR_CHANGE),
        closed=closed,
    )


def ending_text(end: Ending) -> str:
    """ "The readings end on 16 November 2011. It coincides with what you did: …" """
    parts = [_("The readings end on {day}.").format(day=day_text(end.last))]
    if end.own_acts:
        told = _("That coincides with what you did: {events}.")
        parts.append(told.format(events=events_text(end.own_acts)))
    if end.their_changes:
        told = _("That coincides with a known change of theirs: {events}.")
        parts.append(told.format(events=events_text(end.their_changes)))
    if end.verdict is Verdict.UNEXPLAINED:
        parts.append(_("Nothing you logged and no known change of theirs explains it."))
    if end.closed:
        parts.append(_("The score itself closed: {day}.").format(day=iso_text(end.closed)))
    return " ".join(parts)
