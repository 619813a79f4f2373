"""What was known of a score on a day, what was told first, and where its past was told anew.

A reading has two dates: what it is about (`effective`) and when it was `recorded`. A correction
is the person's own slip of the pen: it stands in the place of the reading it corrects, in the
order of telling too. Another value for the same moment that corrects nothing is the scorer's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from footprint.domain.score import Reading, Rewrite

_LONGEST_GAP_DAYS = 31
_KEPT_DAYS_THAT_PART = 2
_ROUNDING = 1e-9

_by_effective = attrgetter("effective")
_corrects = attrgetter("corrects")
_by_recorded = attrgetter("recorded", "id")

# When it was told, and what is held to have been told then.
Telling = tuple[datetime, Reading]


def as_known_on(readings: Iterable[Reading], when: datetime) -> list[Reading]:
    """For each moment the reading that counted at `when`: the last one told up to then."""
    return as_known_now([reading for reading in readings if reading.recorded <= when])


def as_known_now(readings: Iterable[Reading]) -> list[Reading]:
    """For each moment the reading that was told last."""
    readings = list(readings)
    if _told_once(readings):
        return sorted(readings, key=_by_effective)
    tellings = _tellings(readings)
    return sorted({r.effective: r for _told, r in tellings}.values(), key=_by_effective)


def as_first_told(readings: Iterable[Reading]) -> list[Reading]:
    """For each moment the reading that was told first, with the person's own slips mended.

    Old days that were told for the first time together with a rewritten past are left out:
    they belong to what was told later, and at their time nobody was told anything.
    """
    return history_of(readings).first_told


def rewrites(readings: Iterable[Reading]) -> tuple[Rewrite, ...]:
    """Every span of days that was told anew with other values, in the order of telling.

    Only a day that was over counts as re-told, and only a value that differs by more than the
    two are known to. Days told anew on one day form one span, unless two or more of them that
    kept their value lie between, or more than a month of which nothing was told.
    """
    return history_of(readings).rewrites


@dataclass(frozen=True, slots=True)
class History:
    """What was told first (see `as_first_told`), and what was told anew (see `rewrites`)."""

    first_told: list[Reading]
    rewrites: tuple[Rewrite, ...] = ()


def history_of(readings: Iterable[Reading]) -> History:
    """Both at once, which is quicker."""
    readings = list(readings)
    if _told_once(readings):
        return History(sorted(readings, key=_by_effective))
    tellings = _tellings(readings)
    retold: dict[date, list[_Retold]] = defaultdict(list)
    for again in _retellings(tellings):
        retold[again[0].date()].append(again)
    spans = tuple(span for day in sorted(retold) for span in _spans(retold[day]))
    return History(_first(tellings, {span.told.date() for span in spans}), spans)


def _first(tellings: Iterable[Telling], rewriting: Collection[date]) -> list[Reading]:
    first: dict[datetime, Telling] = {}
    for told, reading in tellings:
        if rewriting and told.date() in rewriting and reading.effective.date() < told.date():
            continue
        # Of two values in one telling (two runs appended to one file) the later one counts.
        if first.setdefault(reading.effective, (told, reading))[0] == told:
            first[reading.effective] = told, reading
    return sorted([reading for _told, reading in first.values()], key=_by_effective)


def _told_once(readings: Collection[Reading]) -> bool:
    """Whether nothing was corrected and no moment was told again."""
    corrections = len(readings) - list(map(_corrects, readings)).count(None)
    return not corrections and len(set(map(_by_effective, readings))) == len(readings)


# When it was told again, the reading that had counted, and the one that counts from then on.
_Retold = tuple[datetime, Reading, Reading]


def _tellings(readings: Iterable[Reading]) -> list[Telling]:
    """What was told when, oldest first; a correction stands where the reading it corrects stood."""
    ordered = sorted(readings, key=_by_recorded)
    # Of two corrections of one reading the later one counts.
    mended = {reading.corrects: reading.id for reading in ordered if reading.corrects is not None}
    if not mended:
        return [(reading.recorded, reading) for reading in ordered]
    by_id = {reading.id: reading for reading in ordered}
    tellings = [
        (_first_of(reading, by_id).recorded, reading)
        for reading in ordered
        if reading.id not in mended
        and (reading.corrects is None or mended[reading.corrects] == reading.id)
    ]
    return sorted(tellings, key=lambda telling: (telling[0], telling[1].id))


def _first_of(reading: Reading, by_id: dict[int, Reading]) -> Reading:
    """The reading at the start of a chain of corrections."""
    seen = {reading.id}
    while reading.corrects in by_id and reading.corrects not in seen:
        seen.add(reading.corrects)
        reading = by_id[reading.corrects]
    return reading


def _retellings(tellings: Sequence[Telling]) -> Iterator[_Retold]:
    """Every old day that was told again, with the same value or another."""
    counted: dict[datetime, Telling] = {}
    for told, reading in tellings:
        before = counted.get(reading.effective)
        if before and before[0] < told and told.date() > reading.effective.date():
            yield told, before[1], reading
        counted[reading.effective] = told, reading


def _spans(retold: list[_Retold]) -> Iterator[Rewrite]:
    """The spans of what was told anew on one day."""
    ordered = sorted(retold, key=lambda again: again[1].effective)
    run: list[_Retold] = []
    kept: list[_Retold] = []
    for again in ordered:
        if not _differ(again[1], again[2]):
            kept.append(again)
            continue
        if run and (len(kept) >= _KEPT_DAYS_THAT_PART or _apart(run[-1], again)):
            yield _rewrite(run)
            run = []
        run.append(again)
        kept = []
    if run:
        yield _rewrite(run)


def _apart(one: _Retold, other: _Retold) -> bool:
    return (other[1].effective - one[1].effective).days > _LONGEST_GAP_DAYS


def _rewrite(run: Sequence[_Retold]) -> Rewrite:
    days = tuple((old.effective.date(), old.value, new.value) for _told, old, new in run)
    return Rewrite(score_id=run[0][1].score_id, told=min(told for told, *_ in run), days=days)


def _differ(before: Reading, after: Reading) -> bool:
    """Whether two values of one moment differ by more than they are known to."""
    old, new = before.value, after.value
    known_to = old.precision + new.precision
    if abs(old.number - new.number) > known_to + _ROUNDING * abs(old.number):
        return True
    return any(
        abs(old.parts[part] - new.parts[part]) > _ROUNDING + known_to
        for part in old.parts.keys() & new.parts.keys()
    )
