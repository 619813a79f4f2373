"""The dates of one column: each cell read by itself, what several could mean counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.tables.clock import clock

# (seconds since 1970 UTC, whether it is a whole day); a whole day stands for its noon.
Moment = tuple[int, bool]

DAY = 86_400
NOON = DAY // 2
_EPOCH = date(1970, 1, 1).toordinal()
_SERIAL_EPOCH = 25_569  # what Excel calls 1970-01-01
_SERIALS = (18_264, 80_000)  # 1950 to 2119
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_THREE = re.compile(
    r"(?P<a>\d{1,4})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<c>\d{1,4})\.?"
    r"(?:(?:,? | ?T)(?P<time>\d.*))?"
)
_WORDS = (
    re.compile(
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?: |-| of )+(?P<month>[a-z]{3,9})\.?(?:,? |-)"
        r"(?P<year>\d{4}|\d\d)(?:(?:,| at)? (?P<time>\d.*))?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
        r"(?:(?:,| at)? (?P<time>\d.*))?",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<month>[a-z]{3,9})\.?,?[ -](?P<year>\d{4})", re.IGNORECASE),
)
_WEEKDAY = re.compile(r"^[a-z]{2,9}\.?,? (?=\S+ \S)", re.IGNORECASE)
_MONTH = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.]?(?P<month>0[1-9]|1[0-2])")
_NUMBER = re.compile(r"\d{5,19}(?:\.\d+)?")
_LONGEST = 60
_MOST_WORDY = 20_000


class Dates:
    """Reads the cells of one date column, and counts what a cell alone does not decide.

    `day_first` says what 3/4/2020 means; while it is None it is read as the fourth of March
    would be in Europe, and `either` counts such cells. `day_first_only` and `month_first_only`
    count the cells that prove one order. `zone` is for times that name none.
    """

    def __init__(self, *, day_first: bool | None = None, zone: str | None = None) -> None:
        self.day_first = day_first
        self.either = self.day_first_only = self.month_first_only = self.months_only = 0
        self._ambiguous: list[tuple[int, int]] = []
        self._zone = named_zone(zone) if zone else UTC
        self._forms: list[Callable[[str], Moment | None]] = [
            self._iso, self._three, self._counted, self._worded, self._month, self._foreign,
        ]  # fmt: skip
        self._wordy_left = _MOST_WORDY

    def read(self, cell: str) -> Moment | None:
        """The moment a cell stands for; None when it is none."""
        if len(cell) > 2 * _LONGEST:
            return None
        first = self._forms[0](cell)
        if first is not None:
            return first
        tidied = " ".join(cell.split())
        if not 5 <= len(tidied) <= _LONGEST:
            return None
        for place, form in enumerate(self._forms):
            found = form(tidied)
            if found is not None:
                # The cells of a column mostly look alike: this form is asked first from now on.
                self._forms.insert(0, self._forms.pop(place))
                return found
        return None

    def orderly(self) -> bool | None:
        """Whether the ambiguous cells are in order of time with the day first, and only so.

        True day first, False month first, None: both, or neither.
        """
        breaks = [_breaks([pair[k] for pair in self._ambiguous]) for k in (0, 1)]
        if min(breaks) == 0 and max(breaks) > 1:
            return breaks[0] == 0
        return None

    def _iso(self, cell: str) -> Moment | None:
        try:
            if len(cell) == 10 and cell[4] == "-":
                return (date.fromisoformat(cell).toordinal() - _EPOCH) * DAY + NOON, True
            if len(cell) < 14 or cell[4] != "-":
                return None
            return self._moment(datetime.fromisoformat(cell)), False
        except (ValueError, OverflowError):
            return None

    def _three(self, cell: str) -> Moment | None:
        found = _THREE.fullmatch(cell)
        if found is None:
            return None
        a, b, c = found["a"], int(found["b"]), found["c"]
        if len(a) > 2:
            days = _days(int(a), b, int(c)) if len(a) == 4 and len(c) <= 2 else None
        else:
            days = self._either(int(a), b, _year(c), found["mark"]) if len(c) in {2, 4} else None
        return self._at(days, found["time"])

    def _either(self, a: int, b: int, year: int, mark: str) -> int | None:
        """The day of a/b/year; counts what it proves, or that it proves nothing."""
        by_day, by_month = _days(year, b, a), _days(year, a, b)
        if mark == "." or by_month is None or by_day == by_month:
            if by_day is not None and by_month is None:
                self.day_first_only += 1
            return by_day
        if by_day is None:
            self.month_first_only += 1
            return by_month
        self.either += 1
        if len(self._ambiguous) < _MOST_WORDY:
            self._ambiguous.append((by_day, by_month))
        return by_month if self.day_first is False else by_day

    def _counted(self, cell: str) -> Moment | None:
        """Seconds since 1970 (or thousandths …), Excel's count of days, or 20150919."""
        if not _NUMBER.fullmatch(cell):
            return None
        whole = cell.partition(".")[0]
        if len(whole) == 8 and whole == cell:
            days = _days(int(cell[:4]), int(cell[4:6]), int(cell[6:]))
            return self._at(days, None)
        if len(whole) == 5:
            return self._serial(float(cell))
        per_second = {9: 1, 10: 1, 12: 10**3, 13: 10**3, 15: 10**6, 16: 10**6, 18: 10**9, 19: 10**9}
        scale = per_second.get(len(whole))
        return None if scale is None else (int(whole) // scale, False)

    def _serial(self, number: float) -> Moment | None:
        if not _SERIALS[0] <= number <= _SERIALS[1]:
            return None
        if number == int(number):
            return (int(number) - _SERIAL_EPOCH) * DAY + NOON, True
        return self._shifted(round((number - _SERIAL_EPOCH) * DAY)), False

    def _worded(self, cell: str) -> Moment | None:
        plain = _WEEKDAY.sub("", cell) if _WEEKDAY.match(cell) else cell
        for text in dict.fromkeys((cell, plain)):
            for form in _WORDS:
                found = form.fullmatch(text)
                month = _month_named(found["month"]) if found else None
                if found is None or month is None:
                    continue
                named = found.groupdict()
                if "day" not in named:
                    self.months_only += 1
                day = int(named.get("day") or 1)
                return self._at(_days(_year(found["year"]), month, day), named.get("time"))
        return None

    def _month(self, cell: str) -> Moment | None:
        found = _MONTH.fullmatch(cell)
        if found is None:
            return None
        self.months_only += 1
        return self._at(_days(int(found["year"]), int(found["month"]), 1), None)

    def _foreign(self, cell: str) -> Moment | None:
        """A date in the words of another language. Slow: only so many cells are tried."""
        letters = sum(c.isalpha() for c in cell)
        if not 3 <= letters <= 30 or not any(c.isdigit() for c in cell) or not self._wordy_left:
            return None
        self._wordy_left -= 1
        found = _in_words(cell)
        if found is None:
            return None
        return self._at(found.toordinal() - _EPOCH, None)

    def _at(self, days: int | None, time: str | None) -> Moment | None:
        if days is None:
            return None
        if not time:
            return days * DAY + NOON, True
        told = clock(time.strip())
        if told is None:
            return None
        seconds, zone = told
        if zone is None:
            return self._shifted(days * DAY + seconds), False
        return days * DAY + seconds - _east(zone), False

    def _shifted(self, local: int) -> int:
        """Seconds of a time without a zone as seconds of UTC."""
        if self._zone is UTC:
            return local
        try:
            return self._moment(datetime(1970, 1, 1) + timedelta(seconds=local))  # noqa: DTZ001
        except OverflowError:
            return local

    def _moment(self, told: datetime) -> int:
        if told.tzinfo is None:
            told = told.replace(tzinfo=self._zone)
        return int(told.timestamp() // 1)


def named_zone(name: str) -> tzinfo:
    """The zone called `name`. Raises `FootprintError`."""
    try:
        return UTC if name.upper() in {"UTC", "Z"} else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise FootprintError(
            _("There is no time zone “{name}”.").format(name=name[:60]),
            _("Name it like this: Europe/Berlin."),
        ) from error


def _days(year: int, month: int, day: int) -> int | None:
    """Days since 1970."""
    try:
        return date(year, month, day).toordinal() - _EPOCH
    except ValueError:
        return None


def _year(text: str) -> int:
    """A year of two digits is the nearest one: 68 is 2068, 69 is 1969 (as POSIX has it)."""
    year = int(text)
    return year if len(text) > 2 else year + (1900 if year > 68 else 2000)


def _month_named(name: str) -> int | None:
    folded = name.casefold()
    return _MONTHS.index(folded[:3]) + 1 if folded[:3] in _MONTHS else None


def _east(zone: tzinfo) -> int:
    apart = zone.utcoffset(None) if isinstance(zone, timezone) else None
    return int(apart.total_seconds()) if apart else 0


def _breaks(days: list[int]) -> int:
    """How often a column goes against its own direction."""
    falls = sum(b < a for a, b in pairwise(days))
    rises = sum(b > a for a, b in pairwise(days))
    return min(falls, rises)


@lru_cache(maxsize=4096)
def _in_words(cell: str) -> datetime | None:
    # Here, because it takes a while to load and few people have such tables.
    from dateparser.date import DateDataParser  # type: ignore[import-untyped] # noqa: PLC0415

    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    languages = ["de", "fr", "es", "it", "pt", "nl", "pl"]
    found = DateDataParser(languages=languages, settings=settings).get_date_data(cell).date_obj
    return found if isinstance(found, datetime) else None
