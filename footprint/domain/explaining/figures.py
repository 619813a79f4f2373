"""Figures as the sentences of explaining write them: differences, scatters, chances."""

from __future__ import annotations

from footprint.domain.score import Scale, ScaleKind
from footprint.i18n import _, ngettext

_MINUS = "−"
_LEAST_CHANCE = 0.01


def amount_text(number: float, scale: Scale | None = None) -> str:
    """A difference or a scatter: three digits of it, with the word for a letter's step."""
    digits = f"{abs(number):,.0f}" if abs(number) >= 100 else f"{abs(number):.3g}"
    told = (_MINUS if number < 0 and float(digits.replace(",", "")) else "") + digits
    if scale is None or scale.kind is not ScaleKind.LETTER:
        return told
    return ngettext("{n} grade", "{n} grades", 1 if told == "1" else 2).format(n=told)


def signed_text(size: float, scale: Scale) -> str:
    """A difference with its sign: "+38", "−2 grades"."""
    told = amount_text(abs(size), scale)
    return f"{_MINUS if size < 0 else '+'}{told}" if size else told


def readings_text(number: int) -> str:
    """How many readings a median is of."""
    return ngettext("{n} reading", "{n} readings", number).format(n=number)


def spans_text(number: int) -> str:
    """How many spans between readings a median of growth is of."""
    return ngettext("{n} span", "{n} spans", number).format(n=number)


def of_hundred(chance: float) -> str:
    """How many of 100 cases a chance is, as exactly as it matters."""
    cases = 100 * chance
    if cases < _LEAST_CHANCE:
        return _("fewer than {n}").format(n=_LEAST_CHANCE)
    return f"{cases:.0f}" if cases >= 10 else f"{cases:.2g}"
