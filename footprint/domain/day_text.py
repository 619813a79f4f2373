"""Days as people write them, in the language of the program and the same on every machine."""

from __future__ import annotations

from datetime import date

from footprint.domain.event import Event
from footprint.i18n import _, pgettext


def day_text(day: date) -> str:
    """ "26 October 2011"."""
    return _("{day} {month} {year}").format(day=day.day, month=month_text(day), year=day.year)


def days_text(begins: date, ends: date) -> str:
    """ "26 September to 25 October 2011", as short as it can be said."""
    if begins == ends:
        return day_text(begins)
    if begins.year != ends.year:
        return _("{begins} to {ends}").format(begins=day_text(begins), ends=day_text(ends))
    if begins.month != ends.month:
        first = _("{day} {month}").format(day=begins.day, month=month_text(begins))
        return _("{begins} to {ends}").format(begins=first, ends=day_text(ends))
    return _("{first} to {last}").format(first=begins.day, last=day_text(ends))


def two_days_text(one: date, other: date) -> str:
    """ "24 and 25 August 2011", for what lies between the two."""
    if one.year != other.year:
        return _("{one} and {other}").format(one=day_text(one), other=day_text(other))
    if one.month != other.month:
        first = _("{day} {month}").format(day=one.day, month=month_text(one))
        return _("{one} and {other}").format(one=first, other=day_text(other))
    return _("{one} and {other}").format(one=one.day, other=day_text(other))


def event_day_text(event: Event) -> str:
    """When an event was, no more exactly than it is known: "2 May 2026", "March 2010", "2011"."""
    if event.ends is None:
        return day_text(event.day)
    if event.exact or event.day.year != event.ends.year:
        return days_text(event.day, event.ends)
    if event.day.month != event.ends.month:
        return str(event.day.year)
    return _("{month} {year}").format(month=month_text(event.day), year=event.day.year)


def iso_text(iso: str) -> str:
    """A day that is no more exact than "2018-05-25", "2015-05" or "2013", as people write it."""
    year, *rest = (int(number) for number in iso.split("-"))
    if not rest:
        return str(year)
    day = date(year, *rest) if len(rest) == 2 else date(year, rest[0], 1)
    if len(rest) == 2:
        return day_text(day)
    return _("{month} {year}").format(month=month_text(day), year=year)


def month_text(day: date) -> str:
    """The name of the month."""
    names = (
        pgettext("month", "January"),
        pgettext("month", "February"),
        pgettext("month", "March"),
        pgettext("month", "April"),
        pgettext("month", "May"),
        pgettext("month", "June"),
        pgettext("month", "July"),
        pgettext("month", "August"),
        pgettext("month", "September"),
        pgettext("month", "October"),
        pgettext("month", "November"),
        pgettext("month", "December"),
    )
    return names[day.month - 1]
