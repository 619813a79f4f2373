"""Dates as people read them: exact in their own order, or as a distance from today."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QDate, QLocale, QTime

from footprint.i18n import _, ngettext

_WEEKDAY = re.compile(r"^dddd[,،]?\s*|[,،]?\s*dddd$")


def today() -> date:
    """The person's own day."""
    return datetime.now(tz=UTC).astimezone().date()


def day_of(moment: datetime | date) -> date:
    """The day of a UTC moment where the person lives.

    Midnight sharp is a date that was told without a time: moving it would change the day.
    """
    if not isinstance(moment, datetime):
        return moment
    if moment.time() == time():
        return moment.date()
    try:
        return moment.astimezone().date()
    except (OverflowError, OSError, ValueError):  # the first or last year a datetime can hold
        return moment.date()


def exact(moment: datetime | date) -> str:
    """The day in the order of the person's country, with the month as a word ("4 Mar 2011").

    The short form of many countries (04/03/11) reads differently elsewhere, the long form
    carries the weekday; so this is the long form without it.
    """
    day = day_of(moment)
    locale = QLocale()
    pattern = _WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat))
    pattern = pattern.replace("MMMM", "MMM")
    return str(locale.toString(QDate(day.year, day.month, day.day), pattern))


def exact_time(moment: datetime) -> str:
    """The day with the time of the person's own clock ("4 Mar 2011, 14:05")."""
    local = moment.astimezone()
    told = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    return _("{day}, {time}").format(day=exact(moment), time=told)


def month_of(day: date) -> str:
    """The month of a day, as it stands in a sentence ("May 2018")."""
    return str(QLocale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy"))


def ago(moment: datetime | date, now: date | None = None) -> str:
    """How far the day is from `now` (today): "3 days ago", "in 2 months"."""
    days = ((now or today()) - day_of(moment)).days
    if days in _NEAR:
        return _NEAR[days]()
    count, past, future = _distance(abs(days))
    return (past if days > 0 else future)(count).format(n=count)


_NEAR = {
    0: lambda: _("today"),
    1: lambda: _("yesterday"),
    -1: lambda: _("tomorrow"),
}
_Counted = Callable[[int], str]
_FAR: tuple[tuple[int, float, _Counted, _Counted], ...] = (
    # (below so many days, days in one, past, future): the largest unit that is still exact enough
    (
        14,
        1,
        lambda n: ngettext("{n} day ago", "{n} days ago", n),
        lambda n: ngettext("in {n} day", "in {n} days", n),
    ),
    (
        60,
        7,
        lambda n: ngettext("{n} week ago", "{n} weeks ago", n),
        lambda n: ngettext("in {n} week", "in {n} weeks", n),
    ),
    (
        730,
        30.44,
        lambda n: ngettext("{n} month ago", "{n} months ago", n),
        lambda n: ngettext("in {n} month", "in {n} months", n),
    ),
)


def _distance(days: int) -> tuple[int, _Counted, _Counted]:
    for limit, unit, past, future in _FAR:
        if days < limit:
            return int(days / unit), past, future
    return (
        int(days / 365.25),
        lambda n: ngettext("{n} year ago", "{n} years ago", n),
        lambda n: ngettext("in {n} year", "in {n} years", n),
    )
