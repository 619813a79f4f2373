"""A calendar file (RFC 5545) of everything with a date, for calendars that remind better."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from footprint.domain.due import Due
from footprint.domain.names import printable
from footprint.i18n import _


def calendar_of(dues: Iterable[Due], now: datetime) -> bytes:
    """Each due thing as an entry of a whole day, or of all days until it is over, with an alarm.

    The ids are stable: a calendar that imports a newer file moves its entries. `now` (aware) is
    when the file was made.
    """
    from icalendar import Alarm, Calendar, Event  # noqa: PLC0415 - not for the start

    calendar = Calendar()
    calendar.add("prodid", "-//Footprint//Footprint//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Footprint: what is due"))
    for due in dues:
        event = Event()
        event.add("uid", f"{due.key}@footprint.invalid")
        event.add("dtstamp", now)
        event.add("dtstart", due.day)
        event.add("dtend", due.until or _day_after(due.day))
        event.add("summary", printable(due.title))
        event.add("transp", "TRANSPARENT")
        if due.detail:
            event.add("description", printable(due.detail))
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", printable(due.title))
        alarm.add("trigger", timedelta(hours=9))
        event.add_component(alarm)
        calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text


def _day_after(day: date) -> date:
    return day + timedelta(days=1)
