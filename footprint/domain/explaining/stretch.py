"""A stretch of a line: what a chart needs of all readings that fall on one pixel."""

from __future__ import annotations

from typing import NamedTuple


class Stretch(NamedTuple):
    """The readings of one bucket: where they begin and end, and how far they reach.

    Moments are seconds since 1970 (UTC). `low` and `high` keep a spike of one day visible at any
    zoom; with one or two readings (`held`) nothing was left out.
    """

    bucket: int
    begins: int
    first: float
    ends: int
    last: float
    low: float
    high: float
    held: int
