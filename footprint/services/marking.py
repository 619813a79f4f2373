"""Mark: events on the time axis, the person's own and those the catalogue ships."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from footprint.domain.changes import Kind
from footprint.domain.event import Event
from footprint.domain.explaining.coincidence import concerning
from footprint.domain.score import Score
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.store.database import Database
from footprint.store.events import Events

if TYPE_CHECKING:
    from footprint.catalogue.scores import ScoreBook


class Marking:
    """The events of one workspace. Own ones have a number as id, shipped ones a name."""

    def __init__(self, database: Database, book: ScoreBook, now: Callable[[], datetime]) -> None:
        self._database = database
        self._book = book
        self._now = now

    def events(self, as_known_on: datetime | None = None) -> list[Event]:
        """Every event by day; with a time only what had happened and was logged by then."""
        found = [*Events(self._database).all(as_known_on), *self._book.events()]
        known = [e for e in found if as_known_on is None or e.day <= as_known_on.date()]
        return sorted(known, key=lambda event: (event.day, event.id))

    def own(self) -> list[Event]:
        """The person's own events, by day."""
        return Events(self._database).all()

    def of(self, score: Score, as_known_on: datetime | None = None) -> tuple[Event, ...]:
        """The events that concern a score."""
        definition = self._book.definition(score.definition) if score.definition else None
        names = [f"own:{score.id}"]
        services: list[str] = []
        if definition:
            names.append(definition.id)
            services = [*filter(None, [definition.service]), *definition.feeds_on]
        return concerning(self.events(as_known_on), names, services)

    def add(self, event: Event, added: datetime | None = None) -> str:
        """Log an event of the person's own; returns its id, whatever `event` says of it.

        `added` is when it was logged, if not now.
        """
        _refuse_senseless(event)
        with self._database.write(Kind.EVENTS):
            return str(Events(self._database).add(event, added or self._now()))

    def change(self, event_id: str, event: Event) -> str:
        """Put `event` in the place of another; returns its id, which is a new one."""
        _refuse_senseless(event)
        with self._database.write(Kind.EVENTS):
            self.remove(event_id)
            return str(Events(self._database).add(event, self._now()))

    def remove(self, event_id: str) -> None:
        """Take an event of the person's own away."""
        events = Events(self._database)
        with self._database.write(Kind.EVENTS):
            if not event_id.isdecimal() or events.one(int(event_id)) is None:
                raise FootprintError(
                    _("That event is not one of yours."),
                    _("Events that Footprint ships stay as they are."),
                )
            events.take_away(int(event_id), self._now())

    def bring_back(self, event_id: str) -> None:
        """Let an event stand again that was removed."""
        with self._database.write(Kind.EVENTS):
            Events(self._database).take_away(int(event_id), None)


def _refuse_senseless(event: Event) -> None:
    if not event.title.strip():
        raise FootprintError(_("An event needs a name."), _("Type in a few words what happened."))
    if event.ends is not None and event.ends < event.day:
        raise FootprintError(_("The event ends before it begins."), _("Choose a later end."))
