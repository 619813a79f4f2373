"""Filtering, sorting and paging by SQL; what is unknown is said to be unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footprint.domain.finding import AccountFinding
from footprint.domain.grant import GrantOrder, GrantQuery, GrantState
from footprint.domain.permission import Risk
from footprint.domain.preview import ImportReport
from footprint.domain.section import Section
from footprint.services.workspace import Workspace
from tests.making import day, grant, harvest, inference


@pytest.fixture(autouse=True)
def filled(workspace: Workspace, take: Callable[..., ImportReport]) -> None:
    apps = [
        grant("Écho", id="1", scopes=("read",), since=day("2015-01-01")),
        grant("Buffer", id="2", scopes=("read", "write"), organisation="Straße GmbH"),
        grant("Quiz", id="3", state=GrantState.REMOVED, since=day("2011-01-01")),
        grant("100% <b>", id="4", scopes=("teleport",)),
    ]
    take(harvest("2024-01-01", apps, [inference("Gardening", "often")]), "x.zip")
    facebook = AccountFinding("facebook", name="Sam Invented")
    take(harvest("2024-01-01", [grant("buffer")], account=facebook), "f.zip")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (GrantQuery(), ["100% <b>", "Buffer", "buffer", "Quiz", "Écho"]),
        (GrantQuery(text="écHO"), ["Écho"]),
        (GrantQuery(text="STRASSE"), ["Buffer"]),
        (GrantQuery(text="100% <"), ["100% <b>"]),
        (GrantQuery(text="buf gmbh"), ["Buffer"]),
        (GrantQuery(text="nothing such"), []),
        (GrantQuery(account_id=2), ["buffer"]),
        (GrantQuery(states=frozenset({GrantState.REMOVED})), ["Quiz"]),
        (GrantQuery(risks=frozenset({None})), ["100% <b>", "buffer", "Quiz"]),
        (GrantQuery(risks=frozenset({Risk.HIGH})), ["Buffer"]),
        (GrantQuery(risks=frozenset()), []),
        (GrantQuery(group="buffer"), ["Buffer", "buffer"]),
        (GrantQuery(order=GrantOrder.SINCE), ["Quiz", "Écho", "100% <b>", "Buffer", "buffer"]),
        (
            GrantQuery(order=GrantOrder.SINCE, descending=True),
            ["Écho", "Quiz", "100% <b>", "Buffer", "buffer"],
        ),
    ],
)
def test_what_is_asked_for_is_what_comes(
    workspace: Workspace, query: GrantQuery, names: list[str]
) -> None:
    assert [g.app.name for g in workspace.seeing.grants(query)] == names
    assert workspace.seeing.count(query) == len(names)


def test_the_words_of_a_permission_find_the_app(workspace: Workspace) -> None:
    buffer = workspace.seeing.grants(GrantQuery(text="straße"))[0]
    assert buffer.permissions is not None
    words = next(p.words for p in buffer.permissions if p.scope == "write")
    assert [g.id for g in workspace.seeing.grants(GrantQuery(text=words))] == [buffer.id]


@pytest.mark.parametrize("order", list(GrantOrder))
@pytest.mark.parametrize("descending", [False, True])
def test_pages_neither_lose_nor_repeat_a_grant(
    workspace: Workspace, order: GrantOrder, descending: bool
) -> None:
    query = GrantQuery(order=order, descending=descending)
    paged = [workspace.seeing.grants(query, 2, offset) for offset in (0, 2, 4)]
    assert [g.id for page in paged for g in page] == [g.id for g in workspace.seeing.grants(query)]


def test_sections_that_nothing_covers_are_unknown(workspace: Workspace) -> None:
    x, facebook = sorted(workspace.seeing.accounts(), key=lambda s: s.account.id)
    assert workspace.seeing.section_counts(x.account.id) == {
        Section.GRANTS: 4,
        Section.LINKED_IDENTITIES: None,
        Section.DEVICES: None,
        Section.INFERENCES: 1,
        Section.ADVERTISERS: None,
    }
    assert workspace.seeing.section_counts(facebook.account.id)[Section.INFERENCES] is None


def test_listings_are_searched_in_title_and_detail(workspace: Workspace) -> None:
    for text, expected in (("OFTEN", 1), ("gard", 1), ("chess", 0)):
        assert workspace.seeing.count_listings(Section.INFERENCES, None, text) == expected
        assert len(workspace.seeing.listings(Section.INFERENCES, None, text)) == expected


def test_a_listing_says_where_it_stood_and_where_no_longer(
    workspace: Workspace, take: Callable[..., ImportReport]
) -> None:
    take(harvest("2025-01-01", covers={"interests": Section.INFERENCES}), "later.zip")
    (gardening,) = workspace.seeing.listings(Section.INFERENCES, None)
    told = workspace.seeing.listing_sightings(gardening.id)
    assert [(s.archive, s.present, s.file, s.record) for s in told] == [
        ("later.zip", False, None, None),
        ("x.zip", True, "interests.json", 1),
    ]


def test_every_grant_says_how_we_know(workspace: Workspace) -> None:
    page = workspace.seeing.grants(GrantQuery(account_id=1))
    sources = workspace.seeing.sources(page)
    assert all(sources[g.id] == ["x.zip › apps.json, record 1"] for g in page)


def test_a_changed_dictionary_rates_anew(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workspace.rating.refresh() is True
    assert workspace.rating.refresh() is False
    monkeypatch.setattr(workspace.dictionary, "fingerprint", lambda: "another")
    known = workspace.dictionary.permission("x", "write")
    monkeypatch.setattr(workspace.dictionary, "permission", lambda network, scope: known)
    assert workspace.rating.refresh() is True
    odd = workspace.seeing.grants(GrantQuery(text="100%"))[0]
    assert odd.risk is Risk.HIGH
