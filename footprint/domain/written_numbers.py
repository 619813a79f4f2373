"""Numbers as people and pages write them: grouped, with a comma or a point, abbreviated."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

POINT, COMMA = ".", ","

# How many zeros a word stands for. A lone "t" is left out: a ton, a trillion, a thousand.
_ZEROS = {
    "k": 3, "thousand": 3, "tsd": 3, "тыс": 3,
    "m": 6, "mn": 6, "mio": 6, "mln": 6, "million": 6, "millions": 6, "млн": 6,
    "b": 9, "bn": 9, "mrd": 9, "billion": 9, "billions": 9, "млрд": 9,
    "万": 4, "萬": 4, "만": 4, "億": 8, "亿": 8, "억": 8, "lakh": 5, "crore": 7,
}  # fmt: skip

_WRITTEN = re.compile(
    r"(?P<sign>[+-]?)(?P<body>\d[\d.,' ]*|[.,]\d+)(?:e(?P<power>[+-]?\d{1,4}))?"
    r"(?: ?(?P<word>[^\W\d_]+)\.?)?",
    re.IGNORECASE,
)
_ALIKE = str.maketrans({"−": "-", "–": "-", "’": "'", "‘": "'", "´": "'", "`": "'", "٫": ",",
                        "٬": "'", "＇": "'"})  # fmt: skip
_SPACED = re.compile(r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?")
# Groups of three; commas group in twos and threes in India (12,34,567).
_GROUPED = {
    COMMA: re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3}"),
    POINT: re.compile(r"\d{1,3}(?:\.\d{3})+"),
}
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number, half the step it is known to (0: exact), and whether it could be read otherwise.

    `doubtful`: a lone mark stands before three digits, and nobody said which mark is decimal.
    """

    number: float
    precision: float = 0.0
    doubtful: bool = False


def tidy(text: str) -> str:
    """`text` with one kind of space, minus, apostrophe and digit."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_ALIKE).split())


def read_number(text: str, decimal: str | None = None) -> WrittenNumber | None:
    """The number `text` stands for; None when it is none, or larger than a float can hold.

    `decimal` is the mark ("." or ",") where it is known; it decides what "1.234" means. What can
    be read in one way only ("1.234,5") is read so whatever the mark is.
    """
    found = _WRITTEN.fullmatch(tidy(text)) if len(text) <= _LONGEST else None
    if found is None:
        return None
    zeros = _zeros(found["word"])
    digits, doubtful = _digits(found["body"], decimal)
    if zeros is None or digits is None:
        return None
    number = float(f"{found['sign']}{digits}e{int(found['power'] or 0) + zeros}")
    if not math.isfinite(number):
        return None
    decimals = len(digits.partition(POINT)[2])
    return WrittenNumber(number, 10.0 ** (zeros - decimals) / 2 if zeros else 0.0, doubtful)


def decimal_mark(text: str) -> str | None:
    """The decimal mark that `text` alone proves ("37,5" a comma); None where it proves none."""
    found = _WRITTEN.fullmatch(tidy(text)) if len(text) <= _LONGEST else None
    number = read_number(text)
    if found is None or number is None or number.doubtful:
        return None
    body = found["body"]
    points, commas = body.count(POINT), body.count(COMMA)
    if points and commas:
        return POINT if body.rfind(POINT) > body.rfind(COMMA) else COMMA
    if not points + commas:
        return None
    mark, other = (POINT, COMMA) if points else (COMMA, POINT)
    return mark if points + commas == 1 else other


def plain(number: float) -> str:
    """`number` as a machine writes it: no exponent or ".0" where a whole number will do."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(number)


def _zeros(word: str | None) -> int | None:
    return 0 if word is None else _ZEROS.get(word.casefold())


def _digits(body: str, decimal: str | None) -> tuple[str | None, bool]:
    """`body` as digits with a point, None when it makes no sense, and whether it is doubtful."""
    body = body.strip()
    if " " in body or "'" in body:
        if not _SPACED.fullmatch(body):
            return None, False
        return body.replace(" ", "").replace("'", "").replace(COMMA, POINT), False
    points, commas = body.count(POINT), body.count(COMMA)
    if points and commas:
        mark = POINT if body.rfind(POINT) > body.rfind(COMMA) else COMMA
        return _split(body, mark), False
    mark = POINT if points else COMMA
    if points + commas > 1:
        return (body.replace(mark, ""), False) if _GROUPED[mark].fullmatch(body) else (None, False)
    return _one_mark(body, mark, decimal)


def _one_mark(body: str, mark: str, decimal: str | None) -> tuple[str, bool]:
    whole, _mark, rest = body.partition(mark)
    if mark not in body:
        return body, False
    either = len(rest) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")
    if either and (decimal or POINT) != mark:
        return whole + rest, decimal is None
    return f"{whole or '0'}.{rest or '0'}", either and decimal is None


def _split(body: str, mark: str) -> str | None:
    """`body` that holds both marks, `mark` being the decimal one."""
    other = COMMA if mark == POINT else POINT
    whole, _mark, rest = body.partition(mark)
    if mark in rest or not _GROUPED[other].fullmatch(whole):
        return None
    return f"{whole.replace(other, '')}.{rest or '0'}"
