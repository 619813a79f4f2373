"""Matching rules, without a store."""

from __future__ import annotations

import pytest

from footprint.domain.account import Account
from footprint.domain.finding import AccountFinding
from footprint.domain.grant import GrantState
from footprint.domain.known import KnownGrant
from footprint.domain.merging import (
    distinct_grants,
    match_account,
    merge_grants,
)
from footprint.domain.preview import Change
from footprint.domain.section import Section
from tests.making import day, grant

COVERS = {"apps": Section.GRANTS}


def known(id: int, name: str, **facts: object) -> KnownGrant:
    values: dict[str, object] = {
        "native_id": None, "member_id": None, "state": GrantState.LIVE, "scopes": None,
        "since": None, "last_seen": day("2020-01-01"), "roll": "apps",
    }  # fmt: skip
    return KnownGrant(id=id, name=name, **(values | facts))  # type: ignore[arg-type]


def test_ids_win_over_names() -> None:
    here = [known(1, "Quiz", native_id="a"), known(2, "Renamed", native_id="b")]
    merge = merge_grants(here, [grant("Quiz", id="b")], COVERS, day("2021-01-01"))
    assert merge.matches == (2,)


def test_a_name_never_joins_two_different_ids() -> None:
    here = [known(1, "Quiz", member_id="11")]
    merge = merge_grants(here, [grant("Quiz", member_id="22")], COVERS, day("2021-01-01"))
    assert merge.matches == (None,)


def test_the_day_tells_two_grants_of_one_name_apart() -> None:
    here = [
        known(1, "Quiz", since=day("2010-01-01")),
        known(2, "Quiz", since=day("2012-01-01")),
    ]
    findings = [grant("quiz", since=day("2012-01-01")), grant("quiz", since=day("2010-01-01"))]
    assert merge_grants(here, findings, COVERS, day("2021-01-01")).matches == (2, 1)


def test_no_known_grant_is_given_away_twice() -> None:
    merge = merge_grants(
        [known(1, "Quiz")],
        [grant("Quiz", since=day("2010-01-01")), grant("Quiz", since=day("2011-01-01"))],
        COVERS,
        day("2021-01-01"),
    )
    assert merge.matches == (1, None)


@pytest.mark.parametrize(
    ("finding", "detail"),
    [
        (grant("Quiz", state=GrantState.EXPIRED), "connected → access ran out"),
        (grant("Quiz", scopes=("read", "write")), "+ write"),
        (grant("Quiz", scopes=()), "− read"),
        (grant("Quiz", since=day("2011-03-04")), "connected since 2011-03-04"),
        (grant("QUIZ"), "was called Quiz"),
        (grant("Quiz"), None),
    ],
)
def test_what_changed_is_said_in_words(finding: object, detail: str | None) -> None:
    here = [known(1, "Quiz", scopes=("read",))]
    merge = merge_grants(here, [finding], COVERS, day("2021-01-01"))  # type: ignore[list-item]
    assert [item.detail for item in merge.items] == ([detail] if detail else [])
    assert merge.unchanged == (detail is None)


def test_an_older_archive_only_fills_in_what_was_unknown() -> None:
    here = [known(1, "Quiz", scopes=("read",))]
    old = grant("Quiz", scopes=("write",), state=GrantState.REMOVED, since=day("2011-03-04"))
    merge = merge_grants(here, [old], COVERS, day("2015-01-01"))
    assert [item.detail for item in merge.items] == ["connected since 2011-03-04"]


def test_an_archive_from_before_it_was_gone_brings_nothing_back() -> None:
    gone = known(1, "Quiz", state=GrantState.GONE, gone_since=day("2024-01-01"))
    for as_of, detail in (("2022-01-01", []), ("2025-01-01", ["no longer listed → connected"])):
        merge = merge_grants([gone], [grant("Quiz")], COVERS, day(as_of))
        assert [item.detail for item in merge.items] == detail


@pytest.mark.parametrize(
    ("here", "covers", "as_of", "gone"),
    [
        (known(1, "Quiz"), COVERS, "2021-01-01", True),
        (known(1, "Quiz"), {}, "2021-01-01", False),
        (known(1, "Quiz"), COVERS, "2020-01-01", False),
        (known(1, "Quiz", state=GrantState.REMOVED), COVERS, "2021-01-01", False),
        (known(1, "Quiz", state=GrantState.GONE), COVERS, "2021-01-01", False),
        (known(1, "Quiz", roll="hand"), COVERS, "2021-01-01", False),
    ],
)
def test_gone_is_what_a_complete_newer_list_no_longer_names(
    here: KnownGrant, covers: dict[str, Section], as_of: str, gone: bool
) -> None:
    merge = merge_grants([here], [], covers, day(as_of))
    assert [item.change for item in merge.items] == ([Change.GONE] if gone else [])


def test_an_archive_that_repeats_itself_is_read_once() -> None:
    repeated = [grant("Quiz", id="1"), grant("Quiz", id="1"), grant("Quiz"), grant("QUIZ ")]
    assert len(distinct_grants(repeated)) == 2


@pytest.mark.parametrize(
    ("accounts", "finding", "expected"),
    [
        ([Account(1, "x", "sam", None, "100")], AccountFinding("x", "100", "new"), 1),
        ([Account(1, "x", "sam", None, "100")], AccountFinding("x", "200", "sam"), None),
        ([Account(1, "x", "sam")], AccountFinding("x", "100", "SAM"), 1),
        ([Account(1, "x", "sam")], AccountFinding("x", None, "other"), None),
        ([Account(1, "x", "sam", "Sam")], AccountFinding("x", None, None, "sam"), 1),
        ([Account(1, "x", "sam")], AccountFinding("x"), 1),
        ([Account(1, "x", "a"), Account(2, "x", "b")], AccountFinding("x"), None),
        ([Account(1, "x")], AccountFinding("x", "100", "sam"), 1),
        ([], AccountFinding("x", "100", "sam"), None),
    ],
)
def test_whose_archive_it_is(
    accounts: list[Account], finding: AccountFinding, expected: int | None
) -> None:
    found = match_account(accounts, finding)
    assert (found.id if found else None) == expected
