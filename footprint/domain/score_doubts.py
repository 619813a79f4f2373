"""What is odd about a value, as sentences: outside its scale, parts that do not add up, a jump."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from footprint.domain.score import Scale, ScaleKind, Value
from footprint.domain.written_numbers import plain
from footprint.i18n import _

_ENOUGH = 5
_USUAL_STEPS = 8
_SHARE_OF_RANGE = 0.25
_SHARE_OF_RANGE_WHEN_FEW = 0.5
_SHARE_OF_LAST = 0.5
_TIMES_WHEN_FEW = 8
_PARTS_MAY_MISS = 0.5


def outside(value: Value, scale: Scale) -> tuple[str, ...]:
    """What of `value` lies outside the scale or the scale of one of its parts."""
    warnings = []
    told = _limit(value.number, scale.low, scale.high)
    if told and scale.kind is not ScaleKind.LETTER:
        warnings.append(told)
    for part in scale.parts:
        number = value.parts.get(part.id)
        told = None if number is None else _limit(number, part.low, part.high)
        if told:
            warnings.append(f"{part.name}: {told}")
    return tuple(warnings)


def adds_up(value: Value, scale: Scale) -> tuple[str, ...]:
    """A sentence when all parts are there and do not make the whole."""
    if scale.kind is not ScaleKind.PARTS or len(value.parts) < len(scale.parts):
        return ()
    total = sum(value.parts.values())
    if abs(total - value.number) <= _PARTS_MAY_MISS + value.precision:
        return ()
    told = _("The parts add up to {total}, the whole says {whole}.")
    return (told.format(total=plain(round(total, 6)), whole=plain(value.number)),)


def jump(number: float, scale: Scale, earlier: Sequence[float]) -> str | None:
    """A sentence when `number` is implausibly far from the last of `earlier` (oldest first).

    With five and more readings before it: further than eight usual steps (the median), and than a
    quarter of the scale, or half the last value where the scale is open. With fewer: further than
    half the scale, or to more than nine times the last value. These are rules of thumb that
    catch a slipped digit; nothing is refused by them.
    """
    if not earlier:
        return None
    last = earlier[-1]
    step = abs(number - last)
    usual = median(abs(b - a) for a, b in pairwise(earlier)) if len(earlier) >= _ENOUGH else None
    if step <= _plausible(last, number, scale, usual):
        return None
    if usual is None:
        told = _("Check it: it is {step} away from the value before it, {last}.")
        return told.format(step=_short(step), last=_short(last))
    told = _("Check it: it is {step} away from the value before it, {last}; usual is {usual}.")
    return told.format(step=_short(step), last=_short(last), usual=_short(usual))


def _plausible(last: float, number: float, scale: Scale, usual: float | None) -> float:
    """The largest step that raises no question."""
    width = _width(scale)
    if usual is not None:
        floor = abs(last) * _SHARE_OF_LAST + 1 if width is None else width * _SHARE_OF_RANGE
        return max(_USUAL_STEPS * usual, floor)
    if width is not None:
        return width * _SHARE_OF_RANGE_WHEN_FEW
    return min(abs(last), abs(number)) * _TIMES_WHEN_FEW + _TIMES_WHEN_FEW


def _width(scale: Scale) -> float | None:
    if scale.kind is ScaleKind.LETTER:
        return float(len(scale.letters) - 1)
    if scale.low is None or scale.high is None:
        return None
    return scale.high - scale.low


def _limit(number: float, low: float | None, high: float | None) -> str | None:
    if high is not None and number > high:
        told = _("{number} lies outside the scale, which ends at {high}.")
        return told.format(number=plain(number), high=plain(high))
    if low is not None and number < low:
        told = _("{number} lies outside the scale, which begins at {low}.")
        return told.format(number=plain(number), low=plain(low))
    return None


def _short(number: float) -> str:
    return plain(float(f"{number:.4g}"))
