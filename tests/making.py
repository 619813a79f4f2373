"""Short ways to make the findings that the tests are about; everything in them is invented."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime

from footprint.domain.finding import (
    AccountFinding,
    AppFinding,
    DateSource,
    GrantFinding,
    Harvest,
    ListingFinding,
    Where,
)
from footprint.domain.preview import Download, Part, Preview
from footprint.domain.section import Section

SAM = AccountFinding("x", native_id="100", handle="sam_invented", name="Sam Invented")


def day(text: str) -> datetime:
    """A day as midnight UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def grant(name: str, *, id: str | None = None, roll: str = "apps", **facts: object) -> GrantFinding:
    """An app on the list `roll`; `facts` are fields of the finding or of its app."""
    about = {k: facts.pop(k) for k in ("organisation", "url", "description") if k in facts}
    return GrantFinding(
        app=AppFinding(name, native_id=id, **about),  # type: ignore[arg-type]
        roll=roll,
        where=Where("apps.json", 1),
        **facts,  # type: ignore[arg-type]
    )


def inference(title: str, detail: str = "", roll: str = "interests") -> ListingFinding:
    return ListingFinding(
        Section.INFERENCES, title.casefold(), title, roll, Where("interests.json", 1), detail
    )


def harvest(
    as_of: str,
    grants: Sequence[GrantFinding] = (),
    listings: Sequence[ListingFinding] = (),
    *,
    account: AccountFinding = SAM,
    covers: dict[str, Section] | None = None,
    importer: str = "x",
) -> Harvest:
    """One archive of `as_of`; it covers the list "apps" unless told otherwise."""
    return Harvest(
        importer=importer,
        account=account,
        era="test",
        as_of=day(as_of),
        as_of_source=DateSource.STATED,
        grants=tuple(grants),
        listings=tuple(listings),
        covers={"apps": Section.GRANTS} if covers is None else covers,
    )


def part(name: str) -> Part:
    return Part(name, 1000, hashlib.sha256(name.encode()).hexdigest())


def preview_of(found: Harvest, name: str) -> Preview:
    """A preview that proposes nothing: the import finds the account and the changes itself."""
    return Preview((Download(found, (part(name),), None, (), (), 0),))
