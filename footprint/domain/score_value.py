"""What a person types or a table holds, read as a value of a scale; a number is never refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from footprint.domain.score import Part, Scale, ScaleKind, Value
from footprint.domain.score_doubts import adds_up, outside
from footprint.domain.written_numbers import (
    COMMA,
    POINT,
    WrittenNumber,
    plain,
    read_number,
    tidy,
)
from footprint.errors import FootprintError
from footprint.i18n import _

_LONGEST_TEXT = 200
_PAIR = re.compile(r"(?P<first>.+?)(?: over |/| on |;|\||&|, )(?P<second>.+)", re.IGNORECASE)
_BRACKETED = re.compile(r"(?P<first>[^(]+)\((?P<second>[^)]+)\)")
_OUT_OF = re.compile(r"(?P<number>.+?) ?(?:/| out of | of | von | sur )(?P<top>.+)", re.IGNORECASE)
_WHOLE_AND_PARTS = re.compile(r"(?P<whole>[^=:(]+)[=:(](?P<parts>[^)]+)\)?")
_BETWEEN_PARTS = re.compile(r" ?[+;|] ?|, ")
_NAMED = re.compile(r"(?P<name>.*?)[ =:]+(?P<number>[+-]?[\d.,]+)")
_BEFORE = re.compile(r"^(?:(?:ca\.?|top|rank) |[#~≈≥≤<>$€£¥₹ ])+", re.IGNORECASE)
_AFTER = re.compile(r"(?: ?(?:%|percent|points?|pts?\.?)| ?[+$€£¥₹])+$", re.IGNORECASE)


class NotAValue(FootprintError):
    """What stands there is no value of the scale."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A value that was read, and sentences about what is odd in it; empty when nothing is."""

    value: Value
    warnings: tuple[str, ...] = ()


def parse(text: str, scale: Scale, *, decimal: str | None = None) -> Typed:
    """The value `text` stands for on `scale`. Raises `NotAValue`.

    Takes "37", "37,5", "1.2k", "37/100", "5 %", "719 over 5", "B+", "63 (15 + 20 + 18 + 10)".
    `decimal` is the mark where it is known. What lies outside the scale is kept, with a warning.
    """
    tidied = tidy(text)
    if not tidied:
        raise NotAValue(_("There is no value."), _("Type what the page shows."))
    if len(tidied) > _LONGEST_TEXT:
        # Nothing that long is a value, and it would keep the patterns below busy for hours.
        raise _no_number(tidied)
    readers = {
        ScaleKind.LETTER: _letter,
        ScaleKind.PAIR: _pair,
        ScaleKind.PARTS: _parts,
    }
    typed = readers.get(scale.kind, _number)(tidied, scale, decimal)
    kept = replace(typed.value, text=" ".join(text.split()))
    return Typed(kept, typed.warnings + outside(kept, scale))


def from_parts(parts: Mapping[str, float], scale: Scale, whole: float | None = None) -> Typed:
    """The value of parts by their ids; without `whole` it is their sum."""
    number = sum(parts.values()) if whole is None else whole
    text = " + ".join(plain(parts[part.id]) for part in scale.parts if part.id in parts)
    if not parts:
        value = Value(number, plain(number))
    else:
        value = Value(number, f"{plain(number)} ({text})", parts=dict(parts))
    return Typed(value, adds_up(value, scale) + outside(value, scale))


def likely_mark(text: str, scale: Scale) -> str | None:
    """Which mark is decimal in a doubtful `text` ("1.234"), as far as the scale tells."""
    mark = POINT if POINT in text else COMMA
    if scale.high is not None and scale.high < 1000:
        return mark
    if scale.decimals == 0:
        return COMMA if mark == POINT else POINT
    return None


def _number(text: str, scale: Scale, decimal: str | None) -> Typed:
    found = _OUT_OF.fullmatch(text)
    if found and (top := read_number(found["top"], decimal)):
        written, warnings = _bare(found["number"], scale, decimal)
        if scale.high is not None and top.number != scale.high:
            told = _("You wrote “of {top}”; the scale ends at {high}.")
            warnings += (told.format(top=plain(top.number), high=plain(scale.high)),)
    else:
        written, warnings = _bare(text, scale, decimal)
    return Typed(Value(written.number, text, written.precision), warnings)


def _bare(text: str, scale: Scale, decimal: str | None) -> tuple[WrittenNumber, tuple[str, ...]]:
    """The number in `text` without the signs and units around it, and what is doubtful in it."""
    unit = scale.unit.casefold()
    core = _AFTER.sub("", _BEFORE.sub("", text))
    if unit and core.casefold().endswith(unit):
        core = core[: -len(unit)]
    number = read_number(core, decimal)
    if number is None:
        raise _no_number(text)
    if not number.doubtful:
        return number, ()
    if mark := likely_mark(core, scale):
        return read_number(core, mark) or number, ()
    told = _("“{text}” can be read in two ways; it is read as {number}.")
    return number, (told.format(text=text, number=plain(number.number)),)


def _no_number(text: str) -> NotAValue:
    return NotAValue(
        _("“{text}” is not a number.").format(text=text[:60]),
        _("Type it as the page shows it, for example 37, 37.5 or 1.2k."),
    )


def _letter(text: str, scale: Scale, _decimal: str | None) -> Typed:
    wanted = _folded_letter(text)
    for place, letter in enumerate(scale.letters):
        if _folded_letter(letter) == wanted:
            return Typed(Value(float(place), text))
    raise NotAValue(
        _("“{text}” is not a grade of this score.").format(text=text[:60]),
        _("Its grades are: {letters}.").format(letters=", ".join(scale.letters)),
    )


def _folded_letter(text: str) -> str:
    folded = text.casefold().replace("plus", "+").replace("minus", "-")
    return "".join(folded.split())


def _pair(text: str, scale: Scale, decimal: str | None) -> Typed:
    found = _BRACKETED.fullmatch(text) or _PAIR.fullmatch(text)
    if found is None:
        written, warnings = _bare(text, scale, decimal)
        return Typed(Value(written.number, text, written.precision), warnings)
    first, doubts = _bare(found["first"].strip(), scale, decimal)
    second, more = _bare(found["second"].strip(), scale, decimal)
    id_ = scale.parts[-1].id if scale.parts else "second"
    value = Value(first.number, text, first.precision, {id_: second.number})
    return Typed(value, doubts + more)


def _parts(text: str, scale: Scale, decimal: str | None) -> Typed:
    found = _WHOLE_AND_PARTS.fullmatch(text)
    if found is None and not _BETWEEN_PARTS.search(text):
        return _number(text, scale, decimal)
    whole = _bare(found["whole"].strip(), scale, decimal)[0] if found else None
    listed = _BETWEEN_PARTS.split(found["parts"].strip() if found else text)
    parts = _listed(listed, scale, decimal)
    typed = from_parts(parts, scale, whole.number if whole else None)
    return Typed(replace(typed.value, text=text), adds_up(typed.value, scale))


def _listed(listed: Sequence[str], scale: Scale, decimal: str | None) -> dict[str, float]:
    """Parts by id: those that name theirs, and the others in the order of the scale."""
    if len(listed) > len(scale.parts):
        raise NotAValue(
            _("This score has {n} parts, not {m}.").format(n=len(scale.parts), m=len(listed)),
            _("Its parts are: {names}.").format(names=", ".join(p.name for p in scale.parts)),
        )
    parts: dict[str, float] = {}
    for place, text in enumerate(listed):
        named = _NAMED.fullmatch(text)
        part = _part_called(named["name"], scale) if named and named["name"] else None
        number = named["number"] if named and part else text
        parts[(part or scale.parts[place]).id] = _bare(number, scale, decimal)[0].number
    return parts


def _part_called(name: str, scale: Scale) -> Part | None:
    folded = name.strip().casefold()
    return next((p for p in scale.parts if folded in {p.id.casefold(), p.name.casefold()}), None)
