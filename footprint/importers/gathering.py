"""Puts together what an importer finds: rows one by one, what is unreadable, what is complete."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from footprint.domain.finding import (
    AccountFinding,
    BadRecord,
    DateSource,
    GrantFinding,
    Harvest,
    ListingFinding,
    ReadingFinding,
    Where,
)
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.importers import moments
from footprint.importers.archive import Archive, Member, UnreadableMember
from footprint.importers.rolls import Roll
from footprint.progress import Progress

Finding = GrantFinding | ListingFinding
# Turns one record into findings; raises `Unusable` when it cannot.
Reader = Callable[[Any, Where], Iterable[Finding]]

# Some tools write 1980 or 1970 as the time of every member: no date of a download.
_PLAUSIBLE = datetime(2004, 1, 1, tzinfo=UTC)
_ROWS_A_STEP = 500


class Unusable(Exception):
    """A record that cannot be read; its text says why, in words for the person."""


class Gatherer:
    """What was found so far in one archive.

    A roll is covered once one of its lists was read, unless anything of it was unreadable.
    """

    def __init__(self, archive: Archive, progress: Progress) -> None:
        self.archive = archive
        self._progress = progress
        self._grants: dict[GrantFinding, GrantFinding] = {}
        self._listings: dict[tuple[Section, str], ListingFinding] = {}
        self._readings: list[ReadingFinding] = []
        self._rolls: dict[Roll, bool] = {}
        self._bad: list[BadRecord] = list(archive.problems)
        self._warnings: list[str] = []

    def load(self, member: Member, *rolls: Roll, after: str = "") -> Any:
        """The JSON of `member`; None, and its rolls not covered, when it is unreadable."""
        return self._opened(member, rolls, lambda: self.archive.json(member, after=after))

    def load_text(self, member: Member, *rolls: Roll) -> str | None:
        """The text of `member`; None, and its rolls not covered, when it is unreadable."""
        found: str | None = self._opened(member, rolls, lambda: self.archive.text(member))
        return found

    def step(self) -> None:
        """Let somebody who wants to stop the reading be heard. Raises `Cancelled`."""
        self._progress.step()

    def rows(self, value: object, file: str, *rolls: Roll) -> Iterator[tuple[Where, Any]]:
        """The records of a list, or the one record that stands in its place; null is unknown."""
        if value is None:
            return
        if not isinstance(value, list | dict):
            self.bad(Where(file), _("A list was expected here."), *rolls)
            return
        for roll in rolls:
            self._rolls.setdefault(roll, True)
        for number, record in enumerate(value if isinstance(value, list) else [value], start=1):
            if number % _ROWS_A_STEP == 0:
                self._progress.step(text=file)
            yield Where(file, number), record

    def read(self, value: object, file: str, roll: Roll, reader: Reader) -> None:
        """Read every record of a list; one that is unusable leaves the roll uncovered."""
        for where, record in self.rows(value, file, roll):
            try:
                for finding in reader(record, where):
                    self.add(finding)
            except Unusable as unusable:
                self.bad(where, str(unusable), roll)

    def add(self, finding: Finding) -> None:
        """Keep a finding; the very same grant twice, or two listings of one key, become one."""
        if isinstance(finding, GrantFinding):
            self._grants.setdefault(_without_place(finding), finding)
            return
        place = (finding.section, finding.key)
        known = self._listings.get(place)
        self._listings[place] = finding if known is None else _together(known, finding)

    def add_reading(self, reading: ReadingFinding) -> None:
        """Keep what the archive tells of a score."""
        self._readings.append(reading)

    def bad(self, where: Where, why: str, *rolls: Roll) -> None:
        """Note an unreadable place; `rolls` are then not covered."""
        self._bad.append(BadRecord(where, why))
        self.spoil(*rolls)

    def spoil(self, *rolls: Roll) -> None:
        """`rolls` are known not to be complete."""
        for roll in rolls:
            self._rolls[roll] = False

    def cover(self, *rolls: Roll) -> None:
        """`rolls` were read completely, unless something of them was or will be unreadable."""
        for roll in rolls:
            self._rolls.setdefault(roll, True)

    def seen(self, roll: Roll) -> bool:
        """Whether a list of this roll was there, readable or not."""
        return roll in self._rolls

    def warn(self, sentence: str) -> None:
        """Tell the person something, once."""
        if sentence not in self._warnings:
            self._warnings.append(sentence)

    @property
    def empty(self) -> bool:
        """Whether nothing was found: no finding, and no list that is known to be empty."""
        found = self._grants or self._listings or self._readings
        return not (found or any(self._rolls.values()))

    @property
    def problem(self) -> BadRecord | None:
        """The first unreadable place."""
        return self._bad[0] if self._bad else None

    def harvest(
        self, importer: str, account: AccountFinding, era: str, *, stated: datetime | None = None
    ) -> Harvest:
        """All of it. `stated` is the date the archive itself gives."""
        as_of, source = self._as_of(stated)
        return Harvest(
            importer=importer,
            account=account,
            era=era,
            as_of=as_of,
            as_of_source=source,
            grants=tuple(self._grants.values()),
            listings=tuple(self._listings.values()),
            readings=tuple(self._readings),
            covers={roll.name: roll.section for roll, whole in self._rolls.items() if whole},
            bad=tuple(self._bad),
            warnings=tuple(self._warnings),
        )

    def _opened(self, member: Member, rolls: tuple[Roll, ...], opener: Callable[[], Any]) -> Any:
        self._progress.step(text=member.path)
        try:
            return opener()
        except UnreadableMember as unreadable:
            self.bad(Where(member.path), str(unreadable), *rolls)
            return None

    def _as_of(self, stated: datetime | None) -> tuple[datetime, DateSource]:
        if stated is not None:
            return stated, DateSource.STATED
        if named := moments.from_name(self.archive.name):
            return named, DateSource.FILE_NAME
        newest = moments.possible(self.archive.newest)
        if newest and newest >= _PLAUSIBLE:
            return newest, DateSource.MEMBERS
        return self.archive.file_time, DateSource.FILE_TIME


def _without_place(grant: GrantFinding) -> GrantFinding:
    return replace(grant, where=Where(""))


def _together(known: ListingFinding, other: ListingFinding) -> ListingFinding:
    """One listing of two with the same key: first since, last used, the facts of both."""
    begun = [moment for moment in (known.since, other.since) if moment]
    used = [moment for moment in (known.last_used, other.last_used) if moment]
    return replace(
        known,
        detail=known.detail or other.detail,
        facts={**other.facts, **known.facts},
        since=min(begun, default=None),
        last_used=max(used, default=None),
    )
