"""A series: the readings of one score in the order of what they are about, as plain numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter

from footprint.domain.score import Reading

_SECONDS_A_DAY = 86_400.0
_by_effective = attrgetter("effective")
_value, _number, _precision = map(attrgetter, ("value", "number", "precision"))


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers in time: each of `values` belongs to one of `moments`, which never fall.

    `precision` is the coarsest half step of the readings (5,000 where "1.23M" is among them).
    """

    score_id: int
    values: tuple[float, ...]
    moments: tuple[datetime, ...]
    precision: float = 0.0

    def __len__(self) -> int:
        return len(self.values)

    def days(self) -> list[float]:
        """The moments as days since 1970 (UTC)."""
        return [moment.timestamp() / _SECONDS_A_DAY for moment in self.moments]

    def part(self, begins: int, ends: int) -> Series:
        """The readings from number `begins` up to but without number `ends`."""
        return replace(
            self,
            values=self.values[begins:ends],
            moments=self.moments[begins:ends],
        )


def series_of(readings: Iterable[Reading], part: str | None = None) -> Series:
    """The series of `readings`, one for each moment (see history.py), or of one `part` of them.

    A reading that does not name the part is left out: it is unknown, not zero.
    """
    kept = sorted(readings, key=_by_effective)
    if part is not None:
        kept = [reading for reading in kept if part in reading.value.parts]
    told = list(map(_value, kept))
    return Series(
        score_id=kept[0].score_id if kept else 0,
        values=tuple(map(_number, told) if part is None else [v.parts[part] for v in told]),
        moments=tuple(map(_by_effective, kept)),
        precision=max(map(_precision, told), default=0.0) if part is None else 0.0,
    )
