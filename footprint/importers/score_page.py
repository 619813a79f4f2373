"""The text of a score page, pasted: its labels and numbers, and what they are on a scale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footprint.domain.names import folded, printable
from footprint.domain.score import Part, Scale, ScaleKind, Score
from footprint.domain.score_value import NotAValue, Typed, from_parts, parse
from footprint.domain.written_numbers import tidy

_LONGEST = 200_000
_MOST_LINES = 5_000
_LONGEST_LINE = 400
_NUMBER = (
    r"(?:[#$€£¥] ?)?[+-]?\d[\d.,']*(?: \d{3})*(?: ?(?:k|m|b|mio|mrd|%)(?!\w))?"
    r"(?: ?(?:/|out of|of|over) ?\d[\d.,]*)?"
)
_BARE = re.compile(_NUMBER, re.IGNORECASE)
_LABEL_FIRST = re.compile(r"(?P<label>[^:=|]{2,80}?) ?(?:[:=|]|\bis\b) ?(?P<cell>.{1,40})", re.I)
_NUMBER_FIRST = re.compile(rf"(?P<cell>{_NUMBER}) ?[|:–-]? ?(?P<label>[^\W\d].{{1,80}})", re.I)
_NUMBER_LAST = re.compile(rf"(?P<label>\D{{2,80}}?) (?P<cell>{_NUMBER})", re.IGNORECASE)
_IN_A_SENTENCE = re.compile(rf"(?P<label>.{{2,80}}?) is (?P<cell>{_NUMBER})(?![\w.]).*", re.I)
_OUT_OF = re.compile(r"(?:/|out of|of)", re.IGNORECASE)
_WHOLE_WORDS = ("score", "index", "total", "overall", "current")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A number or grade of a page with the words before it, and behind it on the next line."""

    line: int
    cell: str
    label: str
    after: str = ""


def lines_of(text: str) -> tuple[PageLine, ...]:
    """Everything on the page that could be "label: value", in its order."""
    lines = [
        printable(tidy(line[:_LONGEST_LINE])) for line in text[:_LONGEST].splitlines()[:_MOST_LINES]
    ]
    kept = [(number, line) for number, line in enumerate(lines, 1) if line]
    found = []
    for place, (number, line) in enumerate(kept):
        before = kept[place - 1][1] if place else ""
        after = kept[place + 1][1] if place + 1 < len(kept) else ""
        if _BARE.fullmatch(line):
            found.append(PageLine(number, line, _words(before), _words(after)))
        elif pair := _pair(line):
            found.append(PageLine(number, pair[1], pair[0]))
    return tuple(found)


def values_of(lines: Sequence[PageLine], score: Score) -> tuple[tuple[PageLine, Typed], ...]:
    """What of the page can be a value of `score`, the likeliest first.

    Of a score with parts the first is put together from the lines that name them.
    """
    read = []
    for line in lines:
        try:
            read.append((line, parse(line.cell, score.scale)))
        except NotAValue:
            continue
    weighed = sorted(read, key=lambda pair: -_likeness(pair[0], pair[1], score))
    whole = _with_parts(lines, weighed, score) if score.scale.kind is ScaleKind.PARTS else None
    return (whole, *weighed) if whole else tuple(weighed)


def likeness(line: PageLine, name: str) -> float:
    """How much the words beside a number are `name`: 1 the same, 0.5 a part of it, 0 nothing."""
    wanted = folded(name)
    words = [folded(line.label), folded(line.after)]
    if wanted in words:
        return 1.0
    return 0.5 if any(wanted in text or (text and text in wanted) for text in words) else 0.0


def _pair(line: str) -> tuple[str, str] | None:
    for form in (_LABEL_FIRST, _NUMBER_FIRST, _NUMBER_LAST, _IN_A_SENTENCE):
        found = form.fullmatch(line)
        if found and (_BARE.fullmatch(found["cell"]) or len(found["cell"]) <= 3):
            return found["label"].strip(), found["cell"].strip()
    return None


def _words(line: str) -> str:
    return "" if _BARE.fullmatch(line) else line


def _likeness(line: PageLine, typed: Typed, score: Score) -> float:
    weight = likeness(line, score.name)
    if any(likeness(line, part.name) == 1 for part in score.scale.parts):
        weight -= 1
    if _OUT_OF.search(line.cell):
        weight += 0.5
    if any(word in folded(f"{line.label} {line.after}") for word in _WHOLE_WORDS):
        weight += 0.25
    return weight - 0.75 * bool(typed.warnings)


def _with_parts(
    lines: Sequence[PageLine], weighed: Iterable[tuple[PageLine, Typed]], score: Score
) -> tuple[PageLine, Typed] | None:
    """The parts on the page, named before their numbers or behind them, whichever finds more."""
    found = max((_parts(lines, score.scale, where) for where in ("label", "after")), key=len)
    if not found:
        return None
    own = {line for line, _number in found.values()}
    whole = next(
        (
            typed.value.number
            for line, typed in weighed
            if line not in own and _likeness(line, typed, score) > 0
        ),
        None,
    )
    parts = {id_: number for id_, (_line, number) in found.items()}
    return next(iter(own)), from_parts(parts, score.scale, whole)


def _parts(
    lines: Sequence[PageLine], scale: Scale, where: str
) -> dict[str, tuple[PageLine, float]]:
    found: dict[str, tuple[PageLine, float]] = {}
    for line in lines:
        label = folded(getattr(line, where) or line.label)
        part = next((p for p in scale.parts if _names(label, p)), None)
        if part is None or part.id in found:
            continue
        try:
            number = parse(line.cell, _of_part(part)).value.number
        except NotAValue:
            continue
        found[part.id] = line, number
    return found


def _names(label: str, part: Part) -> bool:
    return label == folded(part.id) or folded(part.name) in label


def _of_part(part: Part) -> Scale:
    return Scale(kind=ScaleKind.BOUNDED, low=part.low, high=part.high)
