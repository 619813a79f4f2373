"""What an import tells of scores, in words for the window and for the command line."""

from __future__ import annotations

from collections.abc import Sequence

from footprint.domain.preview import PreviewReading
from footprint.domain.score import Scale, ScaleKind
from footprint.domain.score_text import shown
from footprint.i18n import _, ngettext

_ANY = Scale(kind=ScaleKind.UNBOUNDED)


def reading_count(count: int) -> str:
    """How many readings: "1 reading of a score"."""
    text = ngettext("{n} reading of a score", "{n} readings of scores", count)
    return text.format(n=f"{count:,}")


def readings_told(readings: Sequence[PreviewReading]) -> str:
    """The same with each of them: "1 reading of a score: Instagram followers 812"."""
    each = ", ".join(f"{reading.score} {shown(reading.number, _ANY)}" for reading in readings)
    return _("{count}: {readings}").format(count=reading_count(len(readings)), readings=each)
