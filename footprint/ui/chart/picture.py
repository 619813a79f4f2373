"""What a chart shows, without how: curves with their scales, and marks on the same time axis."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from footprint.domain.event import EventKind
from footprint.domain.score import Scale
from footprint.ui.chart.decimate import Track, stacked
from footprint.ui.chart.view import View, extent_of

INDEX = 100.0


class Shape(Enum):
    """How several curves share the picture.

    OWN: each on its own scale; INDEXED: each is 100 where the last of them begins; PARTS: the
    parts of the first curve on top of each other.
    """

    OWN = auto()
    INDEXED = auto()
    PARTS = auto()


def _nothing(_at: int) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Curve:
    """One row of points. `told` gives the lines of the read-out of a point: value first.

    `ghost` is what had been told before the past was re-told. `parts` are (name, track).
    """

    name: str
    track: Track
    scale: Scale
    told: Callable[[int], tuple[str, ...]] = _nothing
    ghost: Track | None = None
    parts: tuple[tuple[str, Track], ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """An event; `ends` is the end of a span, or of the month or year of which no day is known."""

    id: str
    kind: EventKind
    moment: float
    title: str
    ends: float | None = None
    detail: str = ""

    @property
    def until(self) -> float:
        """When it is over."""
        return self.moment if self.ends is None else self.ends


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything a chart shows, the marks by moment.

    `extent` is all that was read; `reach`, as far as one may look, has every event too.
    """

    curves: tuple[Curve, ...] = ()
    marks: tuple[Mark, ...] = ()
    shape: Shape = Shape.OWN
    extent: View = field(init=False)
    reach: View = field(init=False)
    _lines: tuple[Curve, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ends = [moment for c in self.curves for moment in _ends(c)]
        whole = extent_of(min(ends), max(ends)) if ends else extent_of(0, 0)
        object.__setattr__(self, "extent", whole)
        begins = min((mark.moment for mark in self.marks), default=whole.begin)
        over = max((mark.until for mark in self.marks), default=whole.end)
        far = extent_of(min(begins, whole.begin), max(over, whole.end))
        object.__setattr__(self, "reach", whole if self.empty else far)
        object.__setattr__(self, "_lines", self._made())

    @property
    def empty(self) -> bool:
        """Whether there is no point at all."""
        return not any(len(curve.track) for curve in self.curves)

    def lines(self) -> tuple[Curve, ...]:
        """The curves as they are drawn: indexed or piled up where that is wanted."""
        return self._lines

    def _made(self) -> tuple[Curve, ...]:
        if self.shape is Shape.INDEXED:
            return tuple(map(self._indexed, self.curves))
        if self.shape is Shape.PARTS and self.curves and self.curves[0].parts:
            return _piled(self.curves[0])
        return self.curves

    @property
    def meets(self) -> float:
        """Where the last of the curves begins, in seconds since 1970."""
        return max((c.track.times[0] for c in self.curves if len(c.track)), default=0.0)

    def _indexed(self, curve: Curve) -> Curve:
        begins = self.meets
        # An index of nothing, or of less than nothing, has no meaning: the curve keeps its scale.
        start = first_from(curve.track, begins)
        if not start or start <= 0:
            return curve
        factor = INDEX / start

        def scaled(track: Track | None) -> Track | None:
            return track and Track(track.times, [value * factor for value in track.values])

        track = scaled(curve.track) or curve.track
        return Curve(curve.name, track, curve.scale, curve.told, scaled(curve.ghost))


def first_from(track: Track, moment: float) -> float | None:
    """The first value at or after a moment, else the last one; None without points."""
    if not len(track):
        return None
    return track.values[min(bisect_left(track.times, moment), len(track) - 1)]


def _ends(curve: Curve) -> Sequence[float]:
    tracks = [track for track in (curve.track, curve.ghost) if track is not None and len(track)]
    return [moment for track in tracks for moment in (track.times[0], track.times[-1])]


def _piled(curve: Curve) -> tuple[Curve, ...]:
    piles = stacked([track for _name, track in curve.parts])
    return tuple(
        Curve(name, pile, curve.scale, curve.told)
        for (name, _track), pile in zip(curve.parts, piles, strict=True)
    )
