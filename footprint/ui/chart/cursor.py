"""Where the keyboard stands in a picture: which curve, which point; and how it goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint.ui.chart.picture import Picture
from footprint.ui.chart.scene import Scene
from footprint.ui.chart.view import View

# To the side counts more than up and down: one points at a day.
_SIDE = 2.0
# Page up and down go so many points at least, else a tenth of what is seen.
_PAGE = 10


@dataclass(frozen=True, slots=True)
class Cursor:
    """A point of a curve, by their places."""

    curve: int = 0
    point: int = 0

    def moved(self, by: int, picture: Picture) -> Cursor:
        """So many points on, never beyond the ends."""
        count = len(picture.curves[self.curve].track)
        return replace(self, point=min(max(self.point + by, 0), count - 1))

    def to_other(self, by: int, picture: Picture) -> Cursor:
        """To the point of the next curve that is nearest in time."""
        moment = self.moment(picture)
        curve = (self.curve + by) % len(picture.curves)
        point = picture.curves[curve].track.nearest(moment)
        return self if point is None else Cursor(curve, point)

    def moment(self, picture: Picture) -> float:
        """The moment of its point, in seconds since 1970."""
        return picture.curves[self.curve].track.times[self.point]


def page(picture: Picture, cursor: Cursor, view: View) -> int:
    """How many points a page is."""
    seen = picture.curves[cursor.curve].track.within(view.begin, view.end)
    return max(_PAGE, len(seen) // 10)


def nearest(picture: Picture, moment: float) -> Cursor | None:
    """The point of any curve nearest to a moment."""
    found: list[tuple[float, Cursor]] = []
    for place, curve in enumerate(picture.curves):
        point = curve.track.nearest(moment)
        if point is not None:
            found.append((abs(curve.track.times[point] - moment), Cursor(place, point)))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def nearest_drawn(
    picture: Picture, scene: Scene, view: View, at: tuple[float, float]
) -> Cursor | None:
    """The point nearest to a place of the picture: in time, and of several curves in height."""
    (x, y), plot = at, scene.plot
    moment = view.moment(x, plot.left, plot.width)
    if len(picture.curves) < 2 or len(scene.strokes) != len(picture.curves):
        return nearest(picture, moment)
    found: list[tuple[float, Cursor]] = []
    for place, stroke in enumerate(scene.strokes):
        track = stroke.curve.track
        point = track.nearest(moment)
        if point is not None:
            across = view.place(track.times[point], plot.left, plot.width) - x
            down = stroke.axis.place(track.values[point], plot) - y
            found.append(((across * _SIDE) ** 2 + down**2, Cursor(place, point)))
    return min(found, key=lambda pair: pair[0])[1] if found else None
