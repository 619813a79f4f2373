"""Moments as Meta's web pages write them: in words of the person's language, without a zone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache

from footprint.importers import moments

# The languages whose labels are known; the order matters only for what several could mean.
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl")
# A year, another number, and no more than a date needs: dateparser finds dates in anything.
_LONGEST = 60
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 6
_NUMBERS_ONLY = re.compile(r"[\d\s.,:/-]+")


class PageMoments:
    """Reads the dates of one page; `likely` are the languages its labels are in."""

    def __init__(self, likely: Sequence[str] = ()) -> None:
        known = [language for language in likely if language in LANGUAGES]
        self._languages = [*known, *(language for language in LANGUAGES if language not in known)]
        self._known: dict[str, datetime | None] = {}

    def read(self, written: str) -> datetime | None:
        """The moment `written` stands for, read as UTC; None when it is no moment."""
        plain = " ".join(written.split())
        if not _like_a_date(plain):
            return None
        if plain not in self._known:
            self._known[plain] = moments.from_text(plain) or self._translated(plain)
        return self._known[plain]

    def _translated(self, plain: str) -> datetime | None:
        for language in self._candidates(plain):
            if moment := _reader(language)(plain.replace("º", "")):
                # All dates of a page are in one language: it is asked first from now on.
                self._languages.remove(language)
                self._languages.insert(0, language)
                return moment
        return None

    def _candidates(self, plain: str) -> list[str]:
        """The languages to try. Numbers alone fit every language: only the likeliest is asked."""
        first = self._languages[0]
        if not _NUMBERS_ONLY.fullmatch(plain):
            return list(self._languages)
        return ["de" if first == "en" and "." in plain else first]


def _like_a_date(plain: str) -> bool:
    return (
        8 <= len(plain) <= _LONGEST
        and _YEAR.search(plain) is not None
        and len(_NUMBER.findall(plain)) > 1
        and len(_WORD.findall(plain)) <= _MOST_WORDS
    )


@cache
def _reader(language: str) -> Callable[[str], datetime | None]:
    # Here, because it takes a while to load and few people have such pages.
    from dateparser.date import DateDataParser  # type: ignore[import-untyped] # noqa: PLC0415

    settings = {"TIMEZONE": "UTC", "RETURN_AS_TIMEZONE_AWARE": True}
    parser = DateDataParser(languages=[language], settings=settings)

    def read(written: str) -> datetime | None:
        found: datetime | None = parser.get_date_data(written).date_obj
        return moments.possible(found)

    return read
