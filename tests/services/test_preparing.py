"""What is known before a guide begins, and what hangs on an account before it goes."""

from __future__ import annotations

import pytest

from footprint.domain.circumstances import Circumstances
from footprint.errors import FootprintError
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from tests.guiding import connected
from tests.making import grant, harvest, preview_of


@pytest.fixture
def account(workspace: Workspace) -> int:
    connected(workspace, "Klout", "Buffer")
    return workspace.seeing.accounts()[0].account.id


def test_the_country_is_asked_once(workspace: Workspace) -> None:
    playbook = workspace.guides.shipped("acxiom-opt-out")
    assert playbook is not None
    assert workspace.preparing.circumstances(None) == Circumstances()
    workspace.preparing.remember_country("DE")
    known = workspace.preparing.circumstances(None)
    assert known.country == "DE"
    assert "country" not in workspace.preparing.questions(playbook, known)


def test_a_question_is_asked_only_where_it_matters(workspace: Workspace, account: int) -> None:
    playbook = workspace.guides.shipped("x-delete")
    assert playbook is not None
    known = workspace.preparing.circumstances(account)
    assert known.archive_downloaded is True
    assert workspace.preparing.questions(playbook, known) == ()
    assert workspace.preparing.questions(playbook, Circumstances()) == ("archive_downloaded",)


def test_names_are_known_from_the_account(workspace: Workspace, account: int) -> None:
    run = workspace.guiding.start("x-delete", account_id=account)
    assert run.names == {"service": "X", "handle": "sam_invented", "name": "Sam Invented"}


def test_apps_of_two_accounts_are_no_one_guide(workspace: Workspace) -> None:
    ours = connected(workspace, "Klout")
    from footprint.domain.finding import AccountFinding

    other = AccountFinding("x", native_id="200", handle="other", name="Other")
    found = harvest("2026-05-12", [grant("Theirs", id="t")], account=other)
    workspace.importing.apply(preview_of(found, "other.zip"), Progress())
    theirs = [g.id for s in workspace.seeing.accounts() for g in _grants(workspace, s.account.id)]
    with pytest.raises(FootprintError, match="different accounts"):
        workspace.guiding.start("x-disconnect-app", grant_ids=sorted({*ours, *theirs}))


def _grants(workspace: Workspace, account_id: int):
    from footprint.domain.grant import GrantQuery

    return workspace.seeing.grants(GrantQuery(account_id=account_id))


def test_what_hangs_on_an_account_stands_in_the_order_in_which_to_settle_it(
    workspace: Workspace, account: int
) -> None:
    login = workspace.preparing.add_login(account, " Bank ")
    run = workspace.guiding.start("x-delete", account_id=account)
    before = workspace.preparing.preflight(run)
    assert [each.name for each in before.hanging] == ["Bank", "Buffer", "Klout"]
    assert before.account == "sam_invented"
    assert before.archive_as_of is not None
    assert before.archive_as_of.isoformat() == "2026-05-12"
    assert before.download_guide == "x-download"
    assert (before.grace_period_days, before.grace_login_cancels) == (30, True)
    assert before.remains
    assert before.cannot_undo
    assert any("handle" in warning for warning in before.warnings)

    workspace.preparing.move_login(login, moved=True)
    workspace.preparing.settle(account, "BUFFER", settled=True)
    assert [each.name for each in workspace.preparing.preflight(run).open] == ["Klout"]
    workspace.preparing.move_login(login, moved=False)
    workspace.preparing.settle(account, "Buffer", settled=False)
    assert len(workspace.preparing.preflight(run).open) == 3


def test_the_persons_own_list_of_logins(workspace: Workspace, account: int) -> None:
    first = workspace.preparing.add_login(account, "Bank")
    assert workspace.preparing.add_login(account, "Bank") == first
    with pytest.raises(FootprintError, match="needs a name"):
        workspace.preparing.add_login(account, "  ")
    workspace.preparing.remove_login(first)
    assert workspace.preparing.logins(account) == []


def test_a_guide_without_an_account_has_nothing_hanging_on_it(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    before = workspace.preparing.preflight(run)
    assert (before.account, before.archive_as_of, before.hanging) == ("", None, ())
