"""An event: something dated that can explain a change of a score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EventKind(StrEnum):
    """Whose doing it is: the person's act, a change of the scorer, or an outcome in life."""

    OWN_ACT = "own_act"
    THEIR_CHANGE = "their_change"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Event:
    """Something on the timeline.

    `id` is the store's number, or the name of a shipped event ("klout-2011-10-26"). `scores` are
    the definitions or the person's own scores ("own:12") it is about; empty means all. `ends`
    makes it a span. `exact` is False when only the month or the year is known: then `day` is
    its first day and `ends` its last. `worth` is the person's word for what an outcome was
    worth. `checked` and `confidence` belong to shipped events.
    """

    id: str
    kind: EventKind
    day: date
    title: str
    ends: date | None = None
    exact: bool = True
    detail: str = ""
    scores: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    link: str | None = None
    worth: str = ""
    retells_past: bool = False
    source: tuple[str, ...] = ()
    confidence: str = ""
    checked: date | None = None
