"""What happened to a score, in one sentence."""

from __future__ import annotations

from footprint.domain.day_text import day_text, days_text, two_days_text
from footprint.domain.explaining.score_change import ChangeKind, ScoreChange
from footprint.domain.score import Better, Scale
from footprint.domain.score_text import shown
from footprint.i18n import _, ngettext


def what(change: ScoreChange, scale: Scale) -> str:
    """ "Fell from 61 to 47 between 25 and 26 October 2011." """
    words = _WHAT[change.kind](change)
    begins, ends = change.begins.date(), change.ends.date()
    if scale.better is Better.LOWER:
        words = _("{what} Here, lower is better.").replace("{what}", words)
    return words.format(
        before=shown(change.before, scale),
        after=shown(change.after, scale),
        between=two_days_text(begins, ends),
        days=days_text(begins, ends),
        told=day_text(change.latest.date()),
        count=change.readings_before,
    )


def _step(change: ScoreChange) -> str:
    if change.size > 0:
        return _("Rose from {before} to {after} between {between}.")
    return _("Fell from {before} to {after} between {between}.")


def _span(change: ScoreChange) -> str:
    return _step(change) if change.size else _("Stayed at {before} between {between}.")


def _trend(change: ScoreChange) -> str:
    if change.size > 0:
        return _("Rose bit by bit from {before} to {after}, {days}.")
    return _("Fell bit by bit from {before} to {after}, {days}.")


def _pace(change: ScoreChange) -> str:
    if change.size > 0:
        return _("Began to grow faster, {days}: from {before} to {after} a day.")
    return _("Began to grow more slowly, {days}: from {before} to {after} a day.")


def _told_anew(change: ScoreChange) -> str:
    if not change.size:
        return _(
            "History rewritten: on {told} other values or parts were told for {days}; the "
            "middle one stays {after}."
        )
    return ngettext(
        "History rewritten: on {told} another value was told for {days}, {after} in place of "
        "{before}.",
        "History rewritten: on {told} other values were told for {count} days between {between}, "
        "in the middle {after} in place of {before}.",
        change.readings_before,
    )


_WHAT = {
    ChangeKind.STEP: _step,
    ChangeKind.TREND: _trend,
    ChangeKind.PACE: _pace,
    ChangeKind.LEAP: _step,
    ChangeKind.RETOLD: _told_anew,
    ChangeKind.SPAN: _span,
}
