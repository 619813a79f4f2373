"""What stands free in a picture: what an axis means, what a ghost is, what is out of sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footprint.domain.score import Better
from footprint.i18n import _, ngettext
from footprint.ui.chart.layout import Room
from footprint.ui.chart.letters import Type
from footprint.ui.chart.picture import Picture, Shape
from footprint.ui.chart.strokes import Point, Stroke
from footprint.ui.chart.ticks import Unit

Notes = tuple[str, int, int]  # caption, events earlier, events later


@dataclass(frozen=True, slots=True)
class Written:
    """Words whose line begins at (`x`, `y`), its upper left corner."""

    x: float
    y: float
    text: str
    strong: bool = False


def caption_of(picture: Picture, current: int) -> str:
    """What has to be known to read the axis on the left; "" where numbers say all."""
    if picture.empty:
        return ""
    if picture.shape is Shape.INDEXED:
        return _("each is 100 where the last of them begins")
    scale = picture.curves[current].scale
    words = [scale.unit] if scale.unit else []
    if scale.better is Better.LOWER:
        words.append(_("lower is better"))
    return ", ".join(words)


def captions(
    picture: Picture, strokes: Sequence[Stroke], plot: Room, *, letters: Type, notes: Notes
) -> tuple[Written, ...]:
    """All of them, placed."""
    made = _row(notes, plot, letters)
    if not any(_seen(run, plot) for stroke in strokes for run in stroke.runs):
        made.append(_nothing(picture, plot, letters))
    for stroke in strokes:
        made += _lone(stroke, plot, letters)
        made += _ghost(stroke, plot, letters)
    return tuple(made)


def _seen(run: Sequence[Point], plot: Room) -> bool:
    return run[0][0] <= plot.right and run[-1][0] >= plot.left


def _row(notes: Notes, plot: Room, letters: Type) -> list[Written]:
    """The row above the plot: what the axis means, and how much is earlier and later."""
    caption, before, after = notes
    y, gap = plot.top - letters.line * 1.25, letters.character * 2
    made = []
    x, ends = plot.left, plot.right
    if caption:
        made.append(Written(x, y, letters.elide(caption, ends - x)))
        x += letters.wide(caption) + gap
    if after:
        text = ngettext("{n} later event ›", "{n} later events ›", after).format(n=after)
        ends -= letters.wide(text)
        if ends >= x:
            made.append(Written(ends, y, text))
    if before:
        text = ngettext("‹ {n} earlier event", "‹ {n} earlier events", before).format(n=before)
        if x + letters.wide(text) + gap <= ends:
            made.append(Written(x, y, text))
    return made


def _nothing(picture: Picture, plot: Room, letters: Type) -> Written:
    text = _("Nothing to show yet.") if picture.empty else _("No reading in this span of time.")
    text = letters.elide(text, plot.width)
    x = plot.left + (plot.width - letters.wide(text)) / 2
    return Written(x, plot.top + plot.height / 2 - letters.line / 2, text)


def _lone(stroke: Stroke, plot: Room, letters: Type) -> list[Written]:
    """The value of the only reading there is."""
    if len(stroke.curve.track) != 1 or not stroke.dots:
        return []
    (x, y), told = stroke.dots[0], stroke.curve.told(0)
    text = told[0] if told else ""
    day = letters.moment(stroke.curve.track.times[0], Unit.DAY)[0]
    words = letters.elide(" · ".join(word for word in (text, day) if word), plot.width / 2)
    return [Written(x + letters.character * 1.5, y - letters.line * 1.3, words, strong=True)]


def _ghost(stroke: Stroke, plot: Room, letters: Type) -> list[Written]:
    """Says of the longest piece of a ghost what it is, above it or below it."""
    seen = [[p for p in run if plot.left <= p[0] <= plot.right] for run in stroke.ghost]
    run: list[Point] = max(seen, key=_width, default=[])
    if not run:
        return []
    text = _("as first told")
    x = min(run[0][0], plot.right - letters.wide(text))
    near = [y for px, y in run if px <= x + letters.wide(text) + letters.character]
    top = min(near) - letters.line * 1.3
    return [Written(x, top if top >= plot.top else max(near) + letters.line * 0.3, text)]


def _width(run: Sequence[Point]) -> float:
    return run[-1][0] - run[0][0] + 1 if run else 0.0
