"""What is added by hand is an import like any other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from footprint.domain.grant import GrantQuery, GrantState
from footprint.domain.permission import Risk
from footprint.domain.preview import ImportReport
from footprint.errors import FootprintError
from footprint.services.workspace import Workspace
from tests.making import day, grant, harvest


def test_an_account_and_an_app_by_hand(workspace: Workspace) -> None:
    account = workspace.adding.account("google", "sam@example.org")
    (empty,) = workspace.seeing.accounts()
    assert empty.live is None, "nothing that was read lists its apps: unknown, not 0"

    workspace.adding.grant(
        account, "Example Calendar", ("https://mail.google.com/",), date(2020, 2, 3)
    )

    (found,) = workspace.seeing.grants(GrantQuery())
    assert (found.app.name, found.since) == ("Example Calendar", day("2020-02-03"))
    assert found.risk is Risk.CRITICAL
    assert [s.importer for s in workspace.seeing.sightings(found.id)] == ["hand"]
    assert workspace.seeing.accounts()[0].live == 1


def test_i_do_not_know_is_kept_as_unknown(workspace: Workspace) -> None:
    account = workspace.adding.account("google", "sam@example.org")
    workspace.adding.grant(account, "Mystery", None)
    assert workspace.seeing.grants(GrantQuery())[0].permissions is None


def test_an_archive_later_meets_the_app_that_was_added(
    workspace: Workspace, take: Callable[..., ImportReport]
) -> None:
    account = workspace.adding.account("x", "sam_invented")
    added = workspace.adding.grant(account, "Klout", None)
    report = take(
        harvest("2027-01-01", [grant("klout", id="1", organisation="Klout Inc")]), "x.zip"
    )

    (found,) = workspace.seeing.grants(GrantQuery())
    assert (found.id, found.app.native_id, found.app.organisation) == (added, "1", "Klout Inc")
    assert report.new == 0
    take(harvest("2028-01-01"), "later.zip")
    assert workspace.seeing.grants(GrantQuery())[0].state is GrantState.GONE


def test_an_addition_can_be_undone(workspace: Workspace) -> None:
    account = workspace.adding.account("x", "sam_invented")
    workspace.adding.grant(account, "Klout", ("read",))
    newest, _account = workspace.seeing.imports()

    workspace.importing.undo(newest.id)
    assert workspace.seeing.grants(GrantQuery()) == []
    workspace.importing.undo(_account.id)
    assert workspace.seeing.accounts() == []


@pytest.mark.parametrize("handle", ["", "   "])
def test_a_nameless_account_is_refused(workspace: Workspace, handle: str) -> None:
    with pytest.raises(FootprintError, match="needs a name"):
        workspace.adding.account("x", handle)


def test_an_account_is_not_added_twice(workspace: Workspace) -> None:
    workspace.adding.account("x", "sam")
    with pytest.raises(FootprintError, match="already in your list"):
        workspace.adding.account("x", "SAM")
    workspace.adding.account("facebook", "sam")
    assert len(workspace.seeing.accounts()) == 2


def test_an_app_needs_a_name_and_an_account(workspace: Workspace) -> None:
    with pytest.raises(FootprintError, match="no longer in your list"):
        workspace.adding.grant(99, "Klout", None)
    account = workspace.adding.account("x", "sam")
    with pytest.raises(FootprintError, match="needs a name"):
        workspace.adding.grant(account, " ", None)


def test_a_second_account_gets_its_own_id(workspace: Workspace) -> None:
    first = workspace.adding.account("x", "one")
    second = workspace.adding.account("x", "two")
    assert first != second
    workspace.adding.grant(first, "Klout", None)
    assert workspace.seeing.count(GrantQuery(account_id=second)) == 0
