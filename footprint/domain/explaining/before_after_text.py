"""What a score did after an event, in sentences: how far it moved, and how well that is known."""

from __future__ import annotations

from footprint.domain.day_text import event_day_text
from footprint.domain.explaining.before_after import BeforeAfter
from footprint.domain.explaining.explanation_text import events_text
from footprint.domain.explaining.figures import amount_text, readings_text, spans_text
from footprint.domain.explaining.shift import Shift
from footprint.domain.score_text import shown
from footprint.i18n import _, ngettext


def before_after_text(compared: BeforeAfter) -> str:
    """ "After “Left X” (2 May 2026) the score was 12 lower: …", always with an interval."""
    if compared.by is None:
        return _too_little(compared)
    parts = [_effect(compared, compared.by), _arithmetic(compared)]
    if compared.cut_by:
        told = _("So that nothing else is mixed in, the comparison stops at {events}.")
        parts.append(told.format(events=events_text(compared.cut_by)))
    if compared.was_moving:
        parts.append(_("It was moving before already, so this need not be its effect."))
    elif compared.by.is_clear:
        parts.append(_("That it came after does not say that it came from it."))
    return " ".join(parts)


def _effect(compared: BeforeAfter, by: Shift) -> str:
    low, high = by.low, by.high
    if by.is_clear:
        low, high = sorted((abs(low), abs(high)))
    return _words(compared, by).format(
        title=compared.event.title,
        day=event_day_text(compared.event),
        size=amount_text(abs(by.value), compared.scale),
        low=amount_text(low),
        high=amount_text(high, compared.scale),
    )


def _words(compared: BeforeAfter, by: Shift) -> str:
    if not by.is_clear:
        return _(
            "After “{title}” ({day}) no difference shows: in 95 of 100 cases it lies between "
            "{low} and {high}."
        )
    if compared.of_pace and by.value > 0:
        return _(
            "After “{title}” ({day}) it grew by {size} a day more: in 95 of 100 cases the "
            "difference lies between {low} and {high} a day."
        )
    if compared.of_pace:
        return _(
            "After “{title}” ({day}) it grew by {size} a day less: in 95 of 100 cases the "
            "difference lies between {low} and {high} a day."
        )
    if by.value > 0:
        return _(
            "After “{title}” ({day}) the score was {size} higher: in 95 of 100 cases the "
            "difference lies between {low} and {high}."
        )
    return _(
        "After “{title}” ({day}) the score was {size} lower: in 95 of 100 cases the difference "
        "lies between {low} and {high}."
    )


def _arithmetic(compared: BeforeAfter) -> str:
    told, many = (
        _("Median before: {before} ({n_before}); after: {after} ({n_after})."),
        readings_text,
    )
    if compared.of_pace:
        many = spans_text
        told = _(
            "Median growth before: {before} a day ({n_before}); after: {after} a day ({n_after})."
        )
    return told.format(
        before=_level(compared, compared.median_before),
        after=_level(compared, compared.median_after),
        n_before=many(compared.readings_before),
        n_after=many(compared.readings_after),
    )


def _level(compared: BeforeAfter, level: float | None) -> str:
    if level is None:
        return "–"
    return amount_text(level) if compared.of_pace else shown(level, compared.scale)


def _too_little(compared: BeforeAfter) -> str:
    told = ngettext(
        "Too little is known to say what the score did after “{title}” ({day}): it takes at "
        "least {n} more reading ({before} before it and {after} after it).",
        "Too little is known to say what the score did after “{title}” ({day}): it takes at "
        "least {n} more readings ({before} before it and {after} after it).",
        compared.missing_before + compared.missing_after,
    )
    return told.format(
        title=compared.event.title,
        day=event_day_text(compared.event),
        n=compared.missing_before + compared.missing_after,
        before=compared.missing_before,
        after=compared.missing_after,
    )
