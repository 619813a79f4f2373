"""Events on the time axis: own and shipped ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from footprint.domain.changes import Kind
from footprint.domain.event import Event, EventKind
from footprint.errors import FootprintError
from footprint.services.workspace import Workspace
from tests import scales
from tests.services.conftest import Clock

LEFT = Event("", EventKind.OWN_ACT, date(2011, 8, 25), "Disconnected all but X", scores=("klout",))


def test_own_events_stand_among_those_of_the_scorers(workspace: Workspace) -> None:
    id_ = workspace.marking.add(LEFT)
    klout = workspace.scoring.score(workspace.scoring.add("klout"))
    found = {event.id: event for event in workspace.marking.of(klout)}
    assert found[id_] == replace(LEFT, id=id_)
    assert found["klout-2011-10-26"].kind is EventKind.THEIR_CHANGE
    assert workspace.marking.own() == [replace(LEFT, id=id_)]
    assert workspace.take_changes().touches(Kind.EVENTS)
    days = [event.day for event in workspace.marking.events()]
    assert days == sorted(days)


def test_an_event_concerns_the_scores_it_names(workspace: Workspace) -> None:
    own = workspace.scoring.score(workspace.scoring.add_own("Steps", scales.COUNT))
    workspace.marking.add(LEFT)
    mine = workspace.marking.add(replace(LEFT, scores=(f"own:{own.id}",)))
    all_ = workspace.marking.add(replace(LEFT, scores=()))
    assert [event.id for event in workspace.marking.of(own)] == [mine, all_]


def test_a_changed_event_can_be_told_as_it_was(workspace: Workspace, clock: Clock) -> None:
    first = workspace.marking.add(LEFT)
    then = clock.moment
    clock.moment += timedelta(days=1)
    second = workspace.marking.change(first, replace(LEFT, title="Disconnected everything"))

    def titles() -> list[str]:
        return [event.title for event in workspace.marking.own()]

    assert titles() == ["Disconnected everything"]
    own_then = [e.title for e in workspace.marking.events(then) if e.kind is EventKind.OWN_ACT]
    assert own_then == ["Disconnected all but X"]
    workspace.marking.remove(second)
    assert titles() == []
    workspace.marking.bring_back(second)
    assert titles() == ["Disconnected everything"]


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (replace(LEFT, title=" "), "needs a name"),
        (replace(LEFT, ends=date(2011, 8, 24)), "ends before it begins"),
    ],
)
def test_what_makes_no_sense_is_a_sentence(
    workspace: Workspace, event: Event, sentence: str
) -> None:
    with pytest.raises(FootprintError, match=sentence):
        workspace.marking.add(event)


def test_shipped_events_stay_as_they_are(workspace: Workspace) -> None:
    for id_ in ("klout-2011-10-26", "99"):
        with pytest.raises(FootprintError, match="not one of yours"):
            workspace.marking.remove(id_)
