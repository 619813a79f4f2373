"""Several readings of one account, given together, made into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from footprint.domain.finding import (
    AccountFinding,
    DateSource,
    GrantFinding,
    Harvest,
    ListingFinding,
    ReadingFinding,
)
from footprint.domain.preview import Part
from footprint.domain.section import Section

# A download of several parts, or asked for twice, bears the dates of neighbouring days.
_SAME_TIME = timedelta(days=3)
_SURENESS = list(DateSource)


@dataclass(frozen=True, slots=True)
class ReadDownload:
    """What one importer found in one download, and the files it was."""

    harvest: Harvest
    parts: tuple[Part, ...]


def merged(downloads: Iterable[ReadDownload]) -> tuple[ReadDownload, ...]:
    """The downloads, those of one account and time made one."""
    groups: list[list[ReadDownload]] = []
    for download in downloads:
        for group in groups:
            if all(_same(download.harvest, other.harvest) for other in group):
                group.append(download)
                break
        else:
            groups.append([download])
    return tuple(_merge(group) if len(group) > 1 else group[0] for group in groups)


def _same(one: Harvest, other: Harvest) -> bool:
    return (
        one.importer == other.importer
        and _same_account(one.account, other.account)
        and abs(one.as_of - other.as_of) <= _SAME_TIME
    )


def _same_account(one: AccountFinding, other: AccountFinding) -> bool:
    """The surest thing both know decides; two that know nothing in common stay two."""
    pairs = (
        (one.native_id, other.native_id),
        (_small(one.handle), _small(other.handle)),
        (one.name, other.name),
    )
    for mine, theirs in pairs:
        if mine and theirs:
            return mine == theirs
    return False


def _small(handle: str | None) -> str:
    return (handle or "").casefold().removeprefix("@")


def _merge(group: Sequence[ReadDownload]) -> ReadDownload:
    """What the newest one says stands; the others add what it does not know."""
    newest_first = sorted(group, key=lambda download: download.harvest.as_of, reverse=True)
    harvests = [download.harvest for download in newest_first]
    surest = min(harvests, key=lambda harvest: _SURENESS.index(harvest.as_of_source))
    known = {part.sha256: part for download in group for part in download.parts}
    harvest = replace(
        harvests[0],
        account=_account([harvest.account for harvest in harvests]),
        as_of=surest.as_of,
        as_of_source=surest.as_of_source,
        grants=_grants(harvests),
        listings=_listings(harvests),
        readings=_readings(harvests),
        covers=_covers(harvests),
        bad=tuple(dict.fromkeys(bad for harvest in harvests for bad in harvest.bad)),
        warnings=tuple(dict.fromkeys(w for harvest in harvests for w in harvest.warnings)),
    )
    return ReadDownload(harvest, tuple(known.values()))


def _account(accounts: Sequence[AccountFinding]) -> AccountFinding:
    return replace(
        accounts[0],
        native_id=next((a.native_id for a in accounts if a.native_id), None),
        handle=next((a.handle for a in accounts if a.handle), None),
        name=next((a.name for a in accounts if a.name), None),
    )


def _grants(harvests: Sequence[Harvest]) -> tuple[GrantFinding, ...]:
    """One archive may list two apps of one name, so only other archives' copies are dropped."""
    grants: list[GrantFinding] = []
    for harvest in harvests:
        seen = {_grant_key(grant) for grant in grants}
        grants += [grant for grant in harvest.grants if _grant_key(grant) not in seen]
    return tuple(grants)


def _grant_key(grant: GrantFinding) -> tuple[str, str, str | None]:
    return grant.roll, grant.app.native_id or grant.app.name.casefold(), grant.member_id


def _listings(harvests: Sequence[Harvest]) -> tuple[ListingFinding, ...]:
    listings: dict[tuple[Section, str], ListingFinding] = {}
    for harvest in harvests:
        for listing in harvest.listings:
            listings.setdefault((listing.section, listing.key), listing)
    return tuple(listings.values())


def _readings(harvests: Sequence[Harvest]) -> tuple[ReadingFinding, ...]:
    """One for each score: the newest archive that tells of it."""
    readings: dict[str, ReadingFinding] = {}
    for harvest in harvests:
        for reading in harvest.readings:
            readings.setdefault(reading.definition, reading)
    return tuple(readings.values())


def _covers(harvests: Sequence[Harvest]) -> dict[str, Section]:
    """The rolls that are complete; a reading with faults in it may have lost a part of any."""
    covers = {roll: section for harvest in harvests for roll, section in harvest.covers.items()}
    for harvest in harvests:
        partly = {grant.roll for grant in harvest.grants}
        partly |= {listing.roll for listing in harvest.listings}
        for roll in set(covers) - set(harvest.covers):
            if harvest.bad or roll in partly:
                del covers[roll]
    return covers
