"""The events of a picture in pixels: which are seen, where their words stand, what is hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from footprint.ui.chart.layout import Placed, Room, Wish, place_labels
from footprint.ui.chart.letters import Type
from footprint.ui.chart.picture import Mark
from footprint.ui.chart.view import View

LANE = 1.2  # the height of a lane of words, in lines
MOST_LANES = 3
_LONGEST_LABEL = 18  # average characters; more where there is room
_HIT = 6.0


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark in pixels, with its words where it has room for them.

    `place` is the mark's among those of the picture. `until` is where its span ends.
    """

    mark: Mark
    place: int
    x: float
    until: float | None
    text: str
    placed: Placed


@dataclass(frozen=True, slots=True)
class Flags:
    """All flags that are seen, and how many events are earlier and later than what is seen."""

    flags: tuple[Flag, ...]
    lanes: int
    before: int
    after: int


def lanes_for(height: float, line: float) -> int:
    """How many lanes of words a picture of that height can spare."""
    return min(MOST_LANES, max(0, int((height / line - 6) / 4)))


def flags_of(marks: Sequence[Mark], view: View, plot: Room, letters: Type, *, most: int) -> Flags:
    """The marks in view with their words on at `most` so many lanes."""
    seen = [n for n, m in enumerate(marks) if m.moment <= view.end and m.until >= view.begin]
    places = [max(plot.left, view.place(marks[n].moment, plot.left, plot.width)) for n in seen]
    sign = letters.line * 0.45
    wishes = [_wish(marks[n], x, plot, letters) for n, x in zip(seen, places, strict=True)]
    placed = place_labels(wishes, plot.left - sign, plot.right + sign, most)
    flags = tuple(
        Flag(
            marks[n],
            n,
            x,
            _until(marks[n], view, plot),
            letters.elide(marks[n].title, at.width - 2.4 * sign),
            at,
        )
        for n, x, at in zip(seen, places, placed, strict=True)
    )
    return Flags(
        flags,
        max((p.lane + 1 for p in placed if p.lane is not None), default=0),
        sum(mark.until < view.begin for mark in marks),
        sum(mark.moment > view.end for mark in marks),
    )


def _wish(mark: Mark, x: float, plot: Room, letters: Type) -> Wish:
    """Its label, short enough to fit on one of its sides."""
    sign = letters.line * 0.45
    full = letters.wide(letters.elide(mark.title, plot.width)) + 2.6 * sign
    most = min(letters.character * _LONGEST_LABEL, plot.width / 2) + sign
    return Wish(x, min(full, most), full, sign)


def _until(mark: Mark, view: View, plot: Room) -> float | None:
    if mark.ends is None:
        return None
    return min(plot.right, view.place(mark.ends, plot.left, plot.width))


def flag_at(flags: Sequence[Flag], x: float, y: float, *, lane: float, line: float) -> Flag | None:
    """The flag whose words or sign are at a place; `lane` is where the lanes begin."""
    for flag in flags:
        at = flag.placed
        if at.lane is None:
            continue
        room = Room(at.left, lane + at.lane * line * LANE, at.width, line)
        if room.holds(x, y):
            return flag
    signs = [f for f in flags if f.placed.lane is None and abs(f.x - x) <= _HIT]
    return min(signs, key=lambda f: abs(f.x - x), default=None)
