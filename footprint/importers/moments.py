"""Moments as archives write them, read as UTC; what cannot be a moment is None, never 1970."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

# Nothing of what an archive lists is older than the web; 2100 catches milliseconds read as seconds.
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MAX_DIGITS = 18

# Not strptime: its month names are those of the person's own language.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(
    r"(?P<month>[a-z]{3})[a-z]*\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"
    r"(?:(?:,| at)? (?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?)?",
    re.IGNORECASE,
)
_DOTTED_DAY = re.compile(r"\d{4}\.\d\d\.\d\d")
_NAMED_DAY = re.compile(r"(?<!\d)(20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)")


def possible(moment: datetime | None) -> datetime | None:
    """`moment` in UTC (a missing zone means UTC) when it can be meant, else None."""
    if moment is None:
        return None
    try:
        known = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        return None
    return known if EARLIEST <= known < LATEST else None


def from_unix(value: object, *, per_second: int = 1) -> datetime | None:
    """A moment counted from 1970: a number or its digits; 0 means unknown."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MAX_DIGITS:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return possible(_EPOCH + timedelta(seconds=value / per_second))
    except (OverflowError, ValueError):
        return None


def from_text(value: object) -> datetime | None:
    """A moment in one of the written forms that need no language but English."""
    if not isinstance(value, str) or not 8 <= len(value) <= 40:
        return None
    written = " ".join(value.split()).removesuffix(" UTC")
    if _DOTTED_DAY.fullmatch(written):
        written = written.replace(".", "-")
    try:
        return possible(datetime.fromisoformat(written))
    except ValueError:
        return _from_english(written)


def from_name(name: str) -> datetime | None:
    """The day in a file name ("twitter-2021-03-04-…", "user_20210304"), at noon UTC.

    Noon, because it is that day almost everywhere on earth. The last one counts: what looks
    like a day before it belongs to the name of the account.
    """
    for year, _separator, month, day in reversed(_NAMED_DAY.findall(name)):
        try:
            return datetime(int(year), int(month), int(day), 12, tzinfo=UTC)
        except ValueError:
            continue
    return None


def _from_english(written: str) -> datetime | None:
    """Read "Jul 09, 2023 11:48:45 am", as the web pages in Meta's downloads write it."""
    found = _ENGLISH.fullmatch(written)
    if found is None or found["month"].casefold() not in _MONTHS:
        return None
    hour = int(found["hour"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] in "pP" else 0)
    clock = (hour, int(found["minute"] or 0), int(found["second"] or 0))
    month = _MONTHS.index(found["month"].casefold()) + 1
    try:
        return possible(datetime(int(found["year"]), month, int(found["day"]), *clock, tzinfo=UTC))
    except ValueError:
        return None
