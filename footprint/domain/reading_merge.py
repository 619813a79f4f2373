"""What of a table is new to the ledger, what is told anew, and what is known as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from footprint.domain.reading_rows import ReadingRows

# (moment, number, id of the reading) of what counts, by moment.
Known = tuple[int, float, int]

# So many unchanged moments on either side of a re-told one are written again: they tell later
# where the span of days that was re-told ends (history.py parts spans by two kept days).
_KEPT_AROUND = 2


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the ledger holds in the span of a table.

    `counts` is what counts now, oldest first; `values` all numbers of the moments that have
    several; `parts` those of the readings that count and have some.
    """

    counts: Iterable[Known] = ()
    values: Mapping[int, frozenset[float]] = field(default_factory=dict)
    parts: Mapping[int, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadingMerge:
    """`taken` are the places to write, by moment; the counts are of moments, `repeated` of rows.

    `confirmed` are the readings that were found unchanged, as runs of ids (first, last).
    """

    taken: range | list[int]
    new: int
    retold: int
    unchanged: int
    repeated: int
    confirmed: tuple[tuple[int, int], ...] = ()


def merge(rows: ReadingRows, ledger: Ledger) -> ReadingMerge:
    """Compare a table with the ledger.

    Of rows that repeat moment and value the last one stays. A moment whose last value is the one
    that counts, and whose other values are in the ledger too, is unchanged.
    """
    known = _Cursor(iter(ledger.counts))
    order = rows.in_order()
    if known.done and isinstance(order, range) and _all_differ(rows):
        return ReadingMerge(order, len(order), 0, 0, 0)
    taken: list[int] = []
    waiting: list[list[int]] = []
    runs: list[tuple[int, int]] = []
    new = retold = unchanged = repeated = kept = 0
    for moment, places in groupby(order, key=rows.moments.__getitem__):
        here = list(places)
        group = _distinct(rows, here)
        repeated += len(here) - len(group)
        told = known.at(moment)
        if told is None:
            new += 1
            taken += group
        elif _same(rows, group, told[1], ledger):
            unchanged += 1
            _confirm(runs, told[2])
            if kept:
                kept -= 1
                taken += group
            else:
                waiting = [*waiting, group][-_KEPT_AROUND:]
        else:
            retold += 1
            taken += [place for one in waiting for place in one] + group
            waiting, kept = [], _KEPT_AROUND
    return ReadingMerge(taken, new, retold, unchanged, repeated, tuple(runs))


class _Cursor:
    """Walks along what is known, in step with the rows."""

    def __init__(self, known: Iterator[Known]) -> None:
        self._known = known
        self._next = next(known, None)

    @property
    def done(self) -> bool:
        return self._next is None

    def at(self, moment: int) -> Known | None:
        """What counts at `moment`; the moments asked for never fall."""
        while self._next is not None and self._next[0] < moment:
            self._next = next(self._known, None)
        if self._next is None or self._next[0] != moment:
            return None
        return self._next


def _confirm(runs: list[tuple[int, int]], id_: int) -> None:
    if runs and runs[-1][1] + 1 == id_:
        runs[-1] = runs[-1][0], id_
    else:
        runs.append((id_, id_))


def _all_differ(rows: ReadingRows) -> bool:
    return all(a != b for a, b in pairwise(rows.moments))


def _distinct(rows: ReadingRows, places: Sequence[int]) -> list[int]:
    """The last place of each value, in the order of the file."""
    if len(places) == 1:
        return list(places)
    last: dict[object, int] = {}
    for place in places:
        parts = rows.parts.get(place)
        key = (rows.numbers[place], tuple(sorted(parts.items())) if parts else None)
        last.pop(key, None)
        last[key] = place
    return list(last.values())


def _same(rows: ReadingRows, group: Sequence[int], number: float, ledger: Ledger) -> bool:
    last = group[-1]
    if rows.numbers[last] != number:
        return False
    moment = rows.moments[last]
    parts = rows.parts.get(last)
    if parts and parts != ledger.parts.get(moment, {}):
        return False
    values = ledger.values.get(moment, frozenset((number,)))
    return all(rows.numbers[place] in values for place in group)
