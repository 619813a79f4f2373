"""The ledger, the events and the rules together: a short story of 2011, invented day by day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from footprint.domain.event import Event, EventKind
from footprint.domain.explaining.explanation import Verdict
from footprint.services import explaining
from footprint.services.workspace import Workspace
from tests.services.conftest import Clock

LEFT = date(2011, 8, 25)
FORMULA = date(2011, 10, 26)


def told(workspace: Workspace, klout: int, day: date, number: int) -> None:
    # A day's score wavers by a point, as Klout's did.
    workspace.recording.record(klout, str(number + day.toordinal() % 2), day)


@pytest.fixture
def klout(workspace: Workspace, clock: Clock) -> int:
    id_ = workspace.scoring.add("klout")
    day = date(2011, 7, 1)
    while day <= date(2011, 11, 30):
        clock.moment = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
        number = 75 if day < LEFT else 63 if day < FORMULA else 40
        told(workspace, id_, day, number)
        if day == FORMULA:
            for back in range(1, 31):
                told(workspace, id_, day - timedelta(days=back), 41)
        day += timedelta(days=1)
    workspace.marking.add(
        Event("", EventKind.OWN_ACT, LEFT, "Disconnected all but X", scores=("klout",))
    )
    return id_


def test_each_change_is_put_down_to_what_coincides_with_it(
    workspace: Workspace, klout: int
) -> None:
    found = workspace.explaining.explain(klout)
    assert [e.verdict for e in found] == [
        Verdict.OWN_ACT,
        Verdict.REWRITTEN,
        Verdict.THEIR_CHANGE,
    ]
    left, rewritten, formula = found
    assert round(left.change.size) == -12
    assert rewritten.rewrites == workspace.explaining.rewrites(klout)
    assert [event.id for event in formula.coincides_with] == ["klout-2011-10-26"]
    assert formula.rewrites == rewritten.rewrites


def test_only_what_was_known_then_is_explained(workspace: Workspace, klout: int) -> None:
    before = datetime(2011, 10, 20, tzinfo=UTC)
    found = workspace.explaining.explain(klout, before)
    assert {e.verdict for e in found} == {Verdict.UNEXPLAINED}, "the act was logged later"
    assert all(e.change.ends < before for e in found)


def test_a_span_that_was_chosen(workspace: Workspace, klout: int) -> None:
    begins, ends = (datetime(2011, month, 20, 12, tzinfo=UTC) for month in (8, 9))
    found = workspace.explaining.explain_span(klout, begins, ends)
    assert found is not None
    assert found.verdict is Verdict.OWN_ACT
    assert workspace.explaining.explain_span(klout, ends, begins) is None


def test_what_the_score_did_after_an_act(workspace: Workspace, klout: int) -> None:
    (left,) = workspace.marking.own()
    compared = workspace.explaining.before_and_after(klout, left)
    assert compared.by is not None
    assert compared.by.high < -10


def test_two_outcomes_say_nothing(workspace: Workspace, klout: int) -> None:
    for day in (date(2011, 8, 1), date(2011, 9, 1)):
        workspace.marking.add(Event("", EventKind.OUTCOME, day, "Interview", scores=("klout",)))
    worth = workspace.explaining.worth(klout)
    assert (len(worth.outcomes), worth.by_chance) == (2, None)
    assert {feed.service for feed in worth.feeds} >= {"x", "facebook"}


def test_a_score_without_readings(workspace: Workspace) -> None:
    kred = workspace.scoring.add("kred")
    assert workspace.explaining.explain(kred) == ()
    assert workspace.explaining.rewrites(kred) == ()
    begins, ends = (datetime(year, 1, 1, tzinfo=UTC) for year in (2011, 2012))
    assert workspace.explaining.explain_span(kred, begins, ends) is None


def test_a_very_long_score_is_looked_at_once_a_day(
    workspace: Workspace, klout: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = workspace.explaining.explain(klout)
    monkeypatch.setattr(explaining, "_MOST_READINGS", 10)
    assert workspace.explaining.explain(klout) == whole


def test_a_change_of_theirs_that_is_still_to_come_explains_nothing(
    workspace: Workspace, clock: Clock
) -> None:
    kept = workspace.scoring.score(workspace.scoring.add("klout"))
    eve = datetime(2011, 10, 25, 23, tzinfo=UTC)
    assert "klout-2011-10-26" not in {e.id for e in workspace.marking.of(kept, eve)}
    day_after = datetime(2011, 10, 26, 1, tzinfo=UTC)
    assert "klout-2011-10-26" in {e.id for e in workspace.marking.of(kept, day_after)}


def test_an_event_that_was_logged_later_was_not_known_then(
    workspace: Workspace, klout: int
) -> None:
    kept = workspace.scoring.score(klout)
    event = Event("", EventKind.OWN_ACT, date(2011, 9, 1), "Late", scores=("klout",))
    workspace.marking.add(event, datetime(2011, 9, 20, tzinfo=UTC))
    before, after = (datetime(2011, 9, day, tzinfo=UTC) for day in (19, 21))
    assert "Late" not in {e.title for e in workspace.marking.of(kept, before)}
    assert "Late" in {e.title for e in workspace.marking.of(kept, after)}


def test_the_readings_end_where_nothing_more_is_told(
    workspace: Workspace, klout: int, clock: Clock
) -> None:
    assert workspace.explaining.ending(klout) is None, "the last one is of today"
    clock.moment = datetime(2019, 1, 1, tzinfo=UTC)
    end = workspace.explaining.ending(klout)
    assert end is not None
    assert (end.last, end.closed, end.own_acts) == (date(2011, 11, 30), "2018-05-25", ())
    own = workspace.scoring.add_own("Marks", workspace.scoring.score(klout).scale)
    assert workspace.explaining.ending(own) is None, "without a reading there is no end"
    workspace.recording.record(own, "5", date(2018, 1, 1))
    own_end = workspace.explaining.ending(own)
    assert own_end is not None
    assert own_end.closed is None


def test_a_withdrawn_reading_explains_nothing(workspace: Workspace, klout: int) -> None:
    before = workspace.explaining.explain(klout)
    for reading in workspace.recalling.ledger(klout):
        if reading.effective.date() >= FORMULA or reading.recorded.date() >= FORMULA:
            workspace.recording.withdraw(reading.id, "not mine")
    after = workspace.explaining.explain(klout)
    assert [e.verdict for e in after] == [Verdict.OWN_ACT]
    assert len(before) == 3
