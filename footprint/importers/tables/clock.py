"""The time of day and the zone that may stand behind a date in a table."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from email.utils import parsedate_tz

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?P<zone>z|[a-z]{2,5}|(?:utc|gmt)?[+-]\d\d?(?::?\d\d)?))?"
    r"(?: ?\([^)]*\))?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:utc|gmt)?([+-])(\d\d?)(?::?(\d\d))?", re.IGNORECASE)

# Zones that are written as letters and mean one thing only; the rest of America's are known to
# the standard library's reader of mail dates.
_LETTERS = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "cet": 60, "mez": 60, "cest": 120,
    "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "jst": 540,
}  # fmt: skip


def clock(text: str) -> tuple[int, tzinfo | None] | None:
    """Seconds since midnight and the zone (None: none is named) of "14:03", "2:03 pm CET" …

    None when `text` is no time of day, or names a zone nobody knows.
    """
    found = _TIME.fullmatch(text)
    if found is None or not (found["minute"] or found["half"]):
        return None
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] in "pP" else 0)
    if hour > 24 or minute > 59 or second > 60:
        return None
    named = found["zone"]
    zone = _zone(named) if named else None
    if named and zone is None:
        return None
    return hour * 3600 + minute * 60 + second, zone


def _zone(named: str) -> tzinfo | None:
    if offset := _OFFSET.fullmatch(named):
        hours, minutes = int(offset[2]), int(offset[3] or 0)
        if hours > 14 or minutes > 59:
            return None
        apart = timedelta(hours=hours, minutes=minutes)
        return timezone(apart if offset[1] == "+" else -apart)
    minutes_east = _LETTERS.get(named.casefold())
    if minutes_east is not None:
        return timezone(timedelta(minutes=minutes_east)) if minutes_east else UTC
    told = parsedate_tz(f"1 Jan 2020 00:00:00 {named}")
    # An unknown zone comes back as 0, like UTC itself: only what differs is known.
    return timezone(timedelta(seconds=told[9])) if told and told[9] else None
