"""Archives of one account merge into one history; each import can be taken back."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from footprint.domain.finding import AccountFinding
from footprint.domain.grant import Grant, GrantQuery, GrantState
from footprint.domain.preview import Decided, ImportReport
from footprint.domain.section import Section
from footprint.errors import FootprintError
from footprint.services.workspace import Workspace
from tests.making import day, grant, harvest, inference

Take = Callable[..., ImportReport]


def known(workspace: Workspace) -> dict[str, Grant]:
    return {g.app.name: g for g in workspace.seeing.grants(GrantQuery())}


def test_an_app_is_seen_first_and_last_and_then_gone(workspace: Workspace, take: Take) -> None:
    take(harvest("2019-01-01", [grant("Klout", id="1", since=day("2011-03-04"))]), "2019.zip")
    take(harvest("2022-01-01", [grant("Klout", id="1"), grant("Buffer", id="2")]), "2022.zip")
    take(harvest("2024-01-01", [grant("Buffer", id="2")]), "2024.zip")

    klout, buffer = known(workspace)["Klout"], known(workspace)["Buffer"]
    assert (klout.first_seen, klout.last_seen) == (day("2019-01-01"), day("2022-01-01"))
    assert (klout.gone_since, klout.state) == (day("2024-01-01"), GrantState.GONE)
    assert klout.since == day("2011-03-04"), "a newer archive that does not say keeps what is known"
    assert (buffer.first_seen, buffer.gone_since) == (day("2022-01-01"), None)
    assert len(workspace.seeing.accounts()) == 1


def test_an_app_that_comes_back_is_live_again(workspace: Workspace, take: Take) -> None:
    for year, apps in ((2019, ["Klout"]), (2020, []), (2021, ["Klout"])):
        take(harvest(f"{year}-01-01", [grant(a, id=a) for a in apps]), f"{year}.zip")

    klout = known(workspace)["Klout"]
    assert (klout.state, klout.gone_since) == (GrantState.LIVE, None)
    seen = [(s.as_of.year, s.present) for s in workspace.seeing.sightings(klout.id)]
    assert seen == [(2021, True), (2020, False), (2019, True)]


def test_an_older_archive_never_overwrites_newer_knowledge(
    workspace: Workspace, take: Take
) -> None:
    newer = grant("Buffer 2", id="2", scopes=("read", "write"), state=GrantState.EXPIRED)
    older = grant("Buffer", id="2", scopes=("read",), since=day("2015-05-05"))
    take(harvest("2024-01-01", [newer]), "2024.zip")
    take(harvest("2016-01-01", [older, grant("Klout", id="1")]), "2016.zip")

    buffer, klout = known(workspace)["Buffer 2"], known(workspace)["Klout"]
    assert buffer.state is GrantState.EXPIRED
    assert buffer.scopes == ("read", "write")
    assert buffer.since == day("2015-05-05"), "what was unknown is filled in"
    assert buffer.first_seen == day("2016-01-01")
    assert klout.gone_since == day("2024-01-01"), "the newer archive no longer lists it"


def test_an_archive_without_the_list_makes_nothing_gone(workspace: Workspace, take: Take) -> None:
    take(harvest("2022-01-01", [grant("Klout", id="1")]), "2022.zip")
    take(harvest("2024-01-01", [], covers={}), "2024.zip")

    assert known(workspace)["Klout"].state is GrantState.LIVE


def test_a_removed_app_stays_removed_when_the_network_forgets_it(
    workspace: Workspace, take: Take
) -> None:
    take(harvest("2022-01-01", [grant("Quiz", state=GrantState.REMOVED)]), "2022.zip")
    report = take(harvest("2024-01-01"), "2024.zip")

    assert known(workspace)["Quiz"].state is GrantState.REMOVED
    assert report.gone == 0


def test_the_same_archive_twice_changes_nothing(
    take: Take, knowledge: Callable[[], object]
) -> None:
    found = harvest("2022-01-01", [grant("Klout", id="1")], [inference("Gardening")])
    take(found, "2022.zip")
    before = knowledge()

    report = take(found, "2022.zip")

    assert knowledge() == before
    assert (report.records, report.skipped) == ((), ("2022.zip",))


def test_unknown_permissions_are_not_none(workspace: Workspace, take: Take) -> None:
    take(harvest("2022-01-01", [grant("Quiz"), grant("Reader", scopes=())]), "2022.zip")

    apps = known(workspace)
    assert (apps["Quiz"].scopes, apps["Quiz"].permissions, apps["Quiz"].risk) == (None, None, None)
    assert (apps["Reader"].scopes, apps["Reader"].permissions) == ((), ())


def test_an_unknown_scope_is_shown_raw_and_never_rated(workspace: Workspace, take: Take) -> None:
    take(harvest("2022-01-01", [grant("Odd", scopes=("teleport",))]), "2022.zip")

    odd = known(workspace)["Odd"]
    assert odd.risk is None
    assert odd.permissions is not None
    assert [(p.words, p.known, p.risk) for p in odd.permissions] == [("teleport", False, None)]


def test_two_apps_of_one_name_are_kept_apart_by_the_member_id(
    workspace: Workspace, take: Take
) -> None:
    def archive(year: int) -> ImportReport:
        twins = [grant("Photo Comments", member_id=m) for m in ("11", "22")]
        return take(harvest(f"{year}-01-01", twins), f"{year}.zip")

    assert archive(2021).new == 2
    assert archive(2022).new == 0
    assert workspace.seeing.count(GrantQuery()) == 2


def test_an_era_without_ids_meets_one_with_ids_by_name(workspace: Workspace, take: Take) -> None:
    take(harvest("2019-01-01", [grant("Quiz", since=day("2013-01-01"))]), "2019.zip")
    take(harvest("2022-01-01", [grant("Quiz", member_id="77")]), "2022.zip")

    (quiz,) = workspace.seeing.grants(GrantQuery())
    assert (quiz.member_id, quiz.since) == ("77", day("2013-01-01"))


def test_a_handle_that_changed_is_still_the_same_account(workspace: Workspace, take: Take) -> None:
    take(harvest("2019-01-01", account=AccountFinding("x", "100", "old_name")), "2019.zip")
    take(harvest("2022-01-01", account=AccountFinding("x", "100", "new_name")), "2022.zip")
    take(harvest("2018-01-01", account=AccountFinding("x", "100", "oldest")), "2018.zip")

    (summary,) = workspace.seeing.accounts()
    assert summary.account.handle == "new_name"
    assert summary.last_looked == day("2022-01-01")


def test_a_person_may_say_that_it_is_another_account(workspace: Workspace, take: Take) -> None:
    nobody = AccountFinding("facebook")
    take(harvest("2019-01-01", account=nobody), "2019.zip")
    take(harvest("2020-01-01", account=nobody), "2020.zip")
    take(harvest("2021-01-01", account=nobody), "2021.zip", Decided(new_account=True))

    assert [s.last_looked for s in workspace.seeing.accounts()] == [
        day("2020-01-01"),
        day("2021-01-01"),
    ]


def test_a_corrected_date_is_used(workspace: Workspace, take: Take) -> None:
    report = take(
        harvest("2026-01-01", [grant("Klout")]), "x.zip", Decided(as_of=day("2015-01-01"))
    )

    assert known(workspace)["Klout"].last_seen == day("2015-01-01")
    assert report.records[0].as_of_source == "person"


def test_one_account_number_is_never_two_accounts(workspace: Workspace, take: Take) -> None:
    take(harvest("2019-01-01"), "2019.zip")
    with pytest.raises(FootprintError, match="belongs to sam_invented"):
        take(harvest("2020-01-01"), "2020.zip", Decided(new_account=True))
    assert len(workspace.seeing.imports()) == 1


ARCHIVES = {
    "2018.zip": harvest(
        "2018-01-01",
        [grant("Klout", id="1", scopes=("read",)), grant("Old", id="3", organisation="Old Ltd")],
        [inference("Gardening", "seldom")],
        covers={"apps": Section.GRANTS, "interests": Section.INFERENCES},
    ),
    "2021.zip": harvest(
        "2021-01-01",
        [
            grant("Klout!", id="1", scopes=("read", "write"), url="https://klout.example"),
            grant("Buffer", id="2"),
        ],
        [inference("Gardening", "often"), inference("Chess")],
        covers={"apps": Section.GRANTS, "interests": Section.INFERENCES},
        account=AccountFinding("x", "100", "sam_renamed"),
    ),
    "2024.zip": harvest(
        "2024-01-01",
        [grant("Buffer", id="2", state=GrantState.EXPIRED)],
        covers={"apps": Section.GRANTS, "interests": Section.INFERENCES},
    ),
}


@pytest.mark.parametrize("order", list(itertools.permutations(ARCHIVES)))
def test_any_order_of_import_tells_the_same_history(
    order: tuple[str, ...], workspace: Workspace, take: Take
) -> None:
    for name in order:
        take(ARCHIVES[name], name)

    told = {
        g.app.name: (g.state, g.scopes, g.first_seen.year, g.last_seen.year,
                     g.gone_since and g.gone_since.year, g.app.organisation, g.app.url)
        for g in workspace.seeing.grants(GrantQuery())
    }  # fmt: skip
    assert told == {
        "Klout!": (GrantState.GONE, ("read", "write"), 2018, 2021, 2024, None,
                   "https://klout.example"),
        "Old": (GrantState.GONE, None, 2018, 2018, 2021, "Old Ltd", None),
        "Buffer": (GrantState.EXPIRED, None, 2021, 2024, None, None, None),
    }  # fmt: skip
    listed = workspace.seeing.listings(Section.INFERENCES, None)
    assert {(x.title, x.detail, x.gone_since and x.gone_since.year) for x in listed} == {
        ("Gardening", "often", 2024),
        ("Chess", "", 2024),
    }
    assert workspace.seeing.accounts()[0].account.handle == "sam_invented"


@pytest.mark.parametrize("order", list(itertools.permutations(ARCHIVES)))
def test_undo_restores_what_was_there_before(
    order: tuple[str, ...],
    workspace: Workspace,
    take: Take,
    knowledge: Callable[[], dict[str, list[tuple[object, ...]]]],
) -> None:
    states = [knowledge()]
    for name in order:
        take(ARCHIVES[name], name)
        states.append(knowledge())

    for record in workspace.seeing.imports():
        assert knowledge() == states.pop()
        workspace.importing.undo(record.id)
    assert knowledge() == states.pop()
    assert [r.undone_at is None for r in workspace.seeing.imports()] == [False] * 3


def test_undo_in_the_middle_leaves_the_rest(workspace: Workspace, take: Take) -> None:
    for name, found in ARCHIVES.items():
        take(found, name)
    middle = workspace.seeing.imports()[1]

    workspace.importing.undo(middle.id)

    apps = known(workspace)
    assert apps["Klout"].gone_since == day("2024-01-01")
    assert apps["Klout"].app.url is None
    assert apps["Buffer"].first_seen == day("2024-01-01")


def test_an_undone_archive_can_be_imported_again(workspace: Workspace, take: Take) -> None:
    report = take(ARCHIVES["2018.zip"], "2018.zip")
    workspace.importing.undo(report.records[0].id)

    assert take(ARCHIVES["2018.zip"], "2018.zip").new == 3
    with pytest.raises(FootprintError, match="already undone"):
        workspace.importing.undo(report.records[0].id)


def test_two_networks_share_one_service_in_a_group(workspace: Workspace, take: Take) -> None:
    take(harvest("2020-01-01", [grant("Klout")]), "x.zip")
    facebook = AccountFinding("facebook", name="Sam Invented")
    take(harvest("2020-01-01", [grant("klout")], account=facebook), "fb.zip")

    (group,) = workspace.seeing.groups(GrantQuery())
    assert (group.networks, group.grants, group.service) == (("facebook", "x"), 2, "klout")
    assert workspace.seeing.count(GrantQuery(group=group.key)) == 2
