"""Readings of one account that become one, and those that must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from footprint.domain.finding import (
    AccountFinding,
    AppFinding,
    BadRecord,
    DateSource,
    GrantFinding,
    Harvest,
    ListingFinding,
    ReadingFinding,
    Where,
)
from footprint.domain.preview import Part
from footprint.domain.section import Section
from footprint.importers.merging import ReadDownload, merged

DAY = datetime(2024, 5, 12, tzinfo=UTC)
ADA = AccountFinding("facebook", native_id="1", handle="ada", name="Ada")


def grant(name: str, file: str = "apps.json", **more: Any) -> GrantFinding:
    return GrantFinding(AppFinding(name), "apps", Where(file, 1), **more)


def harvest(*grants: GrantFinding, **more: Any) -> Harvest:
    made = Harvest("facebook", ADA, "2023", DAY, DateSource.MEMBERS, grants=grants)
    return replace(made, **more)


def downloads(*harvests: Harvest) -> list[ReadDownload]:
    return [
        ReadDownload(harvest, (Part(f"{number}.zip", 1, str(number)),))
        for number, harvest in enumerate(harvests)
    ]


def test_parts_of_one_account_become_one():
    device = ListingFinding(Section.DEVICES, "pixel", "Pixel", "devices", Where("d.json"))
    one = harvest(grant("Quiz"), covers={"apps": Section.GRANTS}, warnings=("w",))
    two = harvest(
        listings=(device,),
        covers={"devices": Section.DEVICES},
        as_of=DAY - timedelta(days=2),
        warnings=("w",),
    )
    (result,) = merged(downloads(one, two))
    assert result.harvest.grants == (grant("Quiz"),)
    assert result.harvest.listings == (device,)
    assert result.harvest.covers == {"apps": Section.GRANTS, "devices": Section.DEVICES}
    assert result.harvest.warnings == ("w",)
    assert [part.name for part in result.parts] == ["0.zip", "1.zip"]


@pytest.mark.parametrize(
    "other",
    [
        harvest(importer="instagram"),
        harvest(as_of=DAY + timedelta(days=4)),
        harvest(account=AccountFinding("facebook", native_id="2", handle="ada", name="Ada")),
        harvest(account=AccountFinding("facebook", handle="bob", name="Ada")),
        harvest(account=AccountFinding("facebook")),
    ],
)
def test_others_stay_on_their_own(other):
    assert len(merged(downloads(harvest(), other))) == 2


@pytest.mark.parametrize(
    "account",
    [
        AccountFinding("facebook", native_id="1"),
        AccountFinding("facebook", handle="@Ada"),
        AccountFinding("facebook", name="Ada"),
    ],
)
def test_what_is_known_of_an_account_is_put_together(account):
    (result,) = merged(downloads(harvest(account=account), harvest()))
    assert result.harvest.account.native_id == "1"
    assert result.harvest.account.name == "Ada"


def test_two_unknown_accounts_are_not_guessed_to_be_one():
    nobody = harvest(account=AccountFinding("facebook"))
    assert len(merged(downloads(nobody, nobody))) == 2


def test_the_newest_reading_says_what_an_app_is():
    old = harvest(grant("Quiz"), grant("Gone"), as_of=DAY - timedelta(days=1))
    new = harvest(grant("Quiz", last_used=DAY), grant("Twin"), grant("Twin", since=DAY))
    (result,) = merged(downloads(old, new))
    assert result.harvest.grants == (
        grant("Quiz", last_used=DAY),
        grant("Twin"),
        grant("Twin", since=DAY),
        grant("Gone"),
    )


def test_the_surest_date_counts():
    stated = harvest(as_of=DAY - timedelta(days=1), as_of_source=DateSource.STATED)
    (result,) = merged(downloads(harvest(), stated))
    assert (result.harvest.as_of, result.harvest.as_of_source) == (
        DAY - timedelta(days=1),
        DateSource.STATED,
    )


@pytest.mark.parametrize(
    "partly",
    [
        harvest(grant("Quiz")),
        harvest(bad=(BadRecord(Where("apps.json"), "damaged"),)),
    ],
)
def test_a_roll_is_complete_only_if_no_part_lost_some_of_it(partly):
    whole = harvest(grant("Chess"), covers={"apps": Section.GRANTS})
    (result,) = merged(downloads(whole, partly))
    assert result.harvest.covers == {}
    assert result.harvest.bad == partly.bad


def test_the_same_file_under_two_names_is_one_part():
    twin = ReadDownload(harvest(), (Part("copy.zip", 1, "0"),))
    (result,) = merged([*downloads(harvest()), twin])
    assert [part.sha256 for part in result.parts] == ["0"]


def test_the_newest_download_tells_of_a_score():
    def told(definition: str, number: float) -> ReadingFinding:
        return ReadingFinding(definition, number, Where("friends.json"))

    old = harvest(readings=(told("facebook-friends", 9), told("facebook-followers", 2)))
    new = harvest(as_of=DAY + timedelta(days=1), readings=(told("facebook-friends", 10),))
    (one,) = merged(downloads(old, new))
    assert [(r.definition, r.number) for r in one.harvest.readings] == [
        ("facebook-friends", 10),
        ("facebook-followers", 2),
    ]
