"""Events as a table: what can explain a change, the person's own and those that are shipped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from footprint.domain.day_text import event_day_text
from footprint.domain.event import Event, EventKind
from footprint.i18n import _
from footprint.ui.models.table import Column, PagedTable
from footprint.ui.plain import plain


class EventsModel(PagedTable[Event]):
    """Events, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), lambda event: event.id, parent=parent)

    def put(self, events: Sequence[Event]) -> None:
        """Show these, which come in the order of their days."""
        newest = tuple(reversed(events))
        self.renew(lambda limit, offset: newest[offset : offset + limit])


def kind_word(kind: EventKind) -> str:
    """Whose doing it is."""
    return {
        EventKind.OWN_ACT: _("you did it"),
        EventKind.THEIR_CHANGE: _("they changed it"),
        EventKind.OUTCOME: _("it came of it"),
    }[kind]


def is_own(event: Event) -> bool:
    """Whether the person logged it; shipped ones have a name as their id."""
    return event.id.isdecimal()


def source_text(event: Event) -> str:
    """How an event is known."""
    return _("you logged it") if is_own(event) else _("comes with Footprint")


def _columns() -> list[Column[Event]]:
    return [
        Column(_("Day"), event_day_text, 20, copied=lambda e: e.day.isoformat()),
        Column(_("What happened"), lambda e: plain(e.title), 34, grow=3),
        Column(_("Kind"), lambda e: kind_word(e.kind), 16, rank=1),
        Column(_("Worth"), lambda e: plain(e.worth), 14, rank=3, grow=1),
        Column(_("How do we know?"), source_text, 20, rank=2),
    ]
