"""Which stretch of time is looked at, and how it is moved, widened and narrowed."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.ui.chart.decimate import DAY

_SHORTEST = 3600.0
_AROUND_ONE = 15 * DAY
_MARGIN = 0.02
# Beyond the data one may look as far as half of what is seen.
_BEYOND = 0.5


@dataclass(frozen=True, slots=True)
class View:
    """From `begin` to `end`, in seconds since 1970."""

    begin: float
    end: float

    @property
    def length(self) -> float:
        """Seconds from end to end."""
        return self.end - self.begin

    def place(self, moment: float, left: float, width: float) -> float:
        """Where a moment is on an axis that begins at `left`."""
        return left + (moment - self.begin) / self.length * width

    def moment(self, place: float, left: float, width: float) -> float:
        """Which moment is at a place of that axis."""
        return self.begin + (place - left) / max(width, 1.0) * self.length

    def zoomed(self, factor: float, around: float, within: View) -> View:
        """Narrowed (`factor` < 1) or widened around a moment, which keeps its place."""
        most = max(within.length * (1 + 2 * _MARGIN), _SHORTEST)
        length = min(max(self.length * factor, _SHORTEST), most)
        share = (around - self.begin) / self.length
        begin = around - share * length
        return View(begin, begin + length).held(within)

    def panned(self, seconds: float, within: View) -> View:
        """Moved to later moments, by less than nothing to earlier ones."""
        return View(self.begin + seconds, self.end + seconds).held(within)

    def held(self, within: View) -> View:
        """Moved back so that at least half of it is on the data."""
        begin = min(self.begin, within.end - self.length * _BEYOND)
        begin = max(begin, within.begin - self.length * _BEYOND)
        return View(begin, begin + self.length)

    def showing(self, moment: float, within: View) -> View:
        """Moved just so far that a moment is well inside; not at all while it is in sight."""
        if self.begin <= moment <= self.end:
            return self
        edge = self.length * 0.1
        if moment < self.begin + edge:
            return self.panned(moment - edge - self.begin, within)
        if moment > self.end - edge:
            return self.panned(moment + edge - self.end, within)
        return self


def extent_of(begins: float, ends: float) -> View:
    """All there is, with a little room at the ends; a lone moment gets a month around it."""
    if ends <= begins:
        return View(begins - _AROUND_ONE, begins + _AROUND_ONE)
    margin = (ends - begins) * _MARGIN
    return View(begins - margin, ends + margin)


def last(days: float, within: View) -> View:
    """The last so many days of all there is."""
    return View(within.end - days * DAY, within.end)
