"""The figures behind what is said about a change, a sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.domain.day_text import days_text, two_days_text
from footprint.domain.explaining.explanation import Explanation, Verdict
from footprint.domain.explaining.figures import (
    amount_text,
    of_hundred,
    readings_text,
    signed_text,
    spans_text,
)
from footprint.domain.explaining.noise import median
from footprint.domain.explaining.score_change import ChangeKind, ScoreChange
from footprint.domain.score import Rewrite, Scale
from footprint.domain.score_text import shown
from footprint.i18n import _


def arithmetic(explanation: Explanation, scale: Scale) -> tuple[str, ...]:
    """The figures behind the judgement, a sentence each."""
    change = explanation.change
    if change.kind is ChangeKind.RETOLD:
        return _told_twice(explanation.rewrites, scale)
    told = [
        *_levels(change),
        *([_("That is {strength} times what noise alone makes.")] * change.is_judged),
        _("The readings are those of {window}."),
        *([_("Scatter allows for a change between {possible}.")] * _wide(change)),
        *([_chance(explanation)] if explanation.coincides_with else []),
    ]
    values = _figures(explanation, scale)
    return tuple(each.format(**values) for each in told)


def _levels(change: ScoreChange) -> tuple[str, ...]:
    if change.expected is not None or not change.is_judged:
        return _single_readings(change)
    if change.kind is ChangeKind.PACE:
        return (
            _("Median growth: {before} a day ({n_before}), then {after} ({n_after})."),
            _("Difference: {size} a day. Usual scatter: {scatter} a day."),
        )
    return (
        _("Median before: {before} ({n_before}); after: {after} ({n_after})."),
        _("Difference: {size}. Usual scatter of one reading: {scatter}."),
    )


def _single_readings(change: ScoreChange) -> tuple[str, ...]:
    told = _("One reading before: {before}; one after: {after}. Difference: {size}.")
    if change.expected is None:
        return told, _("Too few readings lie around it to know its usual pace.")
    return told, _("At its usual pace it would have grown by {expected}, give or take {scatter}.")


def _figures(explanation: Explanation, scale: Scale) -> dict[str, str]:
    change, theirs = explanation.change, explanation.verdict is Verdict.THEIR_CHANGE
    events = explanation.their_changes if theirs else explanation.own_acts
    many = spans_text if change.kind is ChangeKind.PACE else readings_text
    return {
        "before": shown(change.before, scale),
        "after": shown(change.after, scale),
        "n_before": many(change.readings_before),
        "n_after": many(change.readings_after),
        "size": signed_text(change.size, scale),
        "scatter": amount_text(change.scatter, scale),
        "expected": amount_text(change.expected or 0.0),
        "strength": f"{min(change.strength, 999):.1f}",
        "window": days_text(change.window_begins.date(), change.window_ends.date()),
        "possible": two_days_text(change.earliest.date(), change.latest.date()),
        "chance": of_hundred(events.by_chance),
    }


def _wide(change: ScoreChange) -> bool:
    if change.kind is ChangeKind.SPAN:
        return False  # the person has said where to look
    return (change.earliest, change.latest) != (change.begins, change.ends)


def _chance(explanation: Explanation) -> str:
    if explanation.verdict is Verdict.THEIR_CHANGE:
        return _("By chance alone a change of theirs would lie as near in {chance} of 100 cases.")
    return _("By chance alone an act of yours would lie as near in {chance} of 100 cases.")


def _told_twice(rewrites: Sequence[Rewrite], scale: Scale) -> tuple[str, ...]:
    """How far apart the two tellings of the same days lie."""
    days = [(old.number, new.number) for rewrite in rewrites for _day, old, new in rewrite.days]
    if not days:
        return ()
    apart = sorted(new - old for old, new in days)
    words = _("Median told first: {old}; told later: {new}.")
    if apart[0] < apart[-1]:
        words += " " + _("Day by day the difference lies between {least} and {most}.")
    told = words.format(
        old=shown(median([old for old, _new in days]), scale),
        new=shown(median([new for _old, new in days]), scale),
        least=signed_text(apart[0], scale),
        most=signed_text(apart[-1], scale),
    )
    return (told,)
