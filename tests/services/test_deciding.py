"""Keep, watch and leave, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from footprint.domain.changes import Kind
from footprint.domain.grant import Choice, GrantOrder, GrantQuery
from footprint.domain.preview import ImportReport
from footprint.services.workspace import Workspace
from tests.making import grant, harvest


@pytest.fixture
def ids(workspace: Workspace, take: Callable[..., ImportReport]) -> dict[str, int]:
    take(harvest("2024-01-01", [grant("A", id="a"), grant("B", id="b"), grant("C", id="c")]), "1")
    workspace.take_changes()
    return {g.app.name: g.id for g in workspace.seeing.grants(GrantQuery())}


def test_a_decision_is_kept_with_note_and_day(workspace: Workspace, ids: dict[str, int]) -> None:
    workspace.deciding.decide([ids["A"]], Choice.LEAVE, "ask Ada first", date(2027, 1, 1))

    found = workspace.seeing.grant(ids["A"])
    assert found is not None
    assert found.decision.choice is Choice.LEAVE
    assert (found.decision.note, found.decision.look_again) == ("ask Ada first", date(2027, 1, 1))
    assert found.decision.decided_at is not None
    assert workspace.take_changes().kinds == {Kind.DECISIONS}


def test_many_at_once_and_back(workspace: Workspace, ids: dict[str, int]) -> None:
    workspace.deciding.decide([ids["A"]], Choice.KEEP, "mine")
    before = workspace.deciding.decide(list(ids.values()), Choice.LEAVE)

    leaving = GrantQuery(choices=frozenset({Choice.LEAVE}))
    assert workspace.seeing.count(leaving) == 3
    assert workspace.seeing.grants(leaving)[0].decision.note == "mine", "the note stays"

    workspace.deciding.restore(before)
    assert workspace.seeing.count(leaving) == 0
    assert workspace.seeing.count(GrantQuery(choices=frozenset({None}))) == 2
    kept = workspace.seeing.grant(ids["A"])
    assert kept is not None
    assert (kept.decision.choice, kept.decision.note) == (Choice.KEEP, "mine")


def test_undecided_sort_last_in_both_directions(workspace: Workspace, ids: dict[str, int]) -> None:
    workspace.deciding.decide([ids["B"]], Choice.KEEP)
    workspace.deciding.decide([ids["C"]], Choice.WATCH)

    def names(descending: bool) -> str:
        query = GrantQuery(order=GrantOrder.DECISION, descending=descending)
        return "".join(g.app.name for g in workspace.seeing.grants(query))

    assert (names(False), names(True)) == ("BCA", "CBA")


def test_an_undo_says_which_decisions_it_would_lose(
    workspace: Workspace, ids: dict[str, int], take: Callable[..., ImportReport]
) -> None:
    (first,) = workspace.seeing.imports()
    workspace.deciding.decide([ids["A"], ids["B"]], Choice.KEEP)
    assert workspace.importing.losses(first.id).decisions == 2

    take(harvest("2025-01-01", [grant("A", id="a")]), "2")
    assert workspace.importing.losses(first.id).decisions == 1


def test_clearing_everything_is_undecided(workspace: Workspace, ids: dict[str, int]) -> None:
    workspace.deciding.decide([ids["A"]], Choice.KEEP, "mine")
    workspace.deciding.decide([ids["A"]], None, "")

    found = workspace.seeing.grant(ids["A"])
    assert found is not None
    assert (found.decision.choice, found.decision.decided_at) == (None, None)
