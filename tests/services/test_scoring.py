"""Scores are kept, found, and due again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from footprint.domain.changes import Kind
from footprint.domain.score import Rhythm
from footprint.errors import FootprintError
from footprint.services.workspace import Workspace
from tests import scales
from tests.services.conftest import Clock


def test_a_score_of_the_catalogue_brings_its_scale_and_rhythm(workspace: Workspace) -> None:
    ssi = workspace.scoring.score(workspace.scoring.add("linkedin-ssi", "work"))
    assert (ssi.definition, ssi.about, ssi.rhythm) == ("linkedin-ssi", "work", Rhythm.WEEKLY)
    assert len(ssi.scale.parts) == 4
    assert workspace.take_changes().touches(Kind.SCORES)


def test_a_closed_score_asks_for_no_look(workspace: Workspace) -> None:
    klout = workspace.scoring.score(workspace.scoring.add("klout"))
    assert klout.rhythm is Rhythm.NEVER


def test_what_the_catalogue_does_not_know(workspace: Workspace) -> None:
    with pytest.raises(FootprintError, match="knows no score “nonsense”"):
        workspace.scoring.add("nonsense")
    with pytest.raises(FootprintError, match="needs a name"):
        workspace.scoring.add_own("  ", scales.OPEN)
    assert workspace.scoring.scores() == []


def test_the_list_shows_the_last_reading_and_the_change(workspace: Workspace) -> None:
    own = workspace.scoring.add_own("Steps", scales.COUNT)
    workspace.recording.record(own, "900", date(2026, 5, 1))
    workspace.recording.record(own, "1.2k", date(2026, 5, 3))
    workspace.recording.record(own, "1000", date(2026, 5, 2))

    (summary,) = workspace.scoring.scores()
    assert summary.latest is not None
    assert (summary.latest.value.text, summary.change) == ("1.2k", 200)


@pytest.mark.parametrize("word", ["1", "klout", "Klout", "KLOUT SCORE", "Klout score me"])
def test_a_score_is_found_by_what_a_person_calls_it(workspace: Workspace, word: str) -> None:
    id_ = workspace.scoring.add("klout", "me")
    workspace.scoring.add_own("Steps", scales.COUNT)
    assert workspace.scoring.find(word).id == id_


def test_what_is_not_found_lists_what_there_is(workspace: Workspace) -> None:
    with pytest.raises(FootprintError) as refused:
        workspace.scoring.find("nonsense")
    assert "linkedin-ssi" in refused.value.hint
    workspace.scoring.add("klout", "old")
    workspace.scoring.add("klout", "new")
    for word, told in (("nonsense", "You keep: 1 Klout score old, 2 Klout score new."),
                       ("klout", "Name one by its number: 1 Klout score old, 2")):  # fmt: skip
        with pytest.raises(FootprintError) as refused:
            workspace.scoring.find(word)
        assert told in refused.value.hint
    assert workspace.scoring.find("new").id == 2


def test_a_look_is_due_until_it_was_taken(workspace: Workspace, clock: Clock) -> None:
    scoring = workspace.scoring
    ssi = scoring.add("linkedin-ssi")
    assert [score.id for score in scoring.due()] == [ssi], "nothing was ever read"
    workspace.recording.record(ssi, "63")
    assert scoring.due() == []
    clock.moment += timedelta(days=7)
    assert [score.id for score in scoring.due()] == [ssi]

    scoring.snooze(ssi, scoring.today() + timedelta(days=2))
    assert scoring.due() == []
    clock.moment += timedelta(days=2)
    assert [score.id for score in scoring.due()] == [ssi]
    scoring.snooze(ssi, scoring.today() + timedelta(days=2))
    scoring.snooze(ssi, None)
    assert [score.id for score in scoring.due()] == [ssi]
    scoring.look(ssi, Rhythm.NEVER)
    assert scoring.due() == []


def test_old_readings_imported_today_are_no_look(workspace: Workspace) -> None:
    ssi = workspace.scoring.add("linkedin-ssi")
    workspace.recording.record(ssi, "63", date(2017, 2, 10))
    assert [score.id for score in workspace.scoring.due()] == [ssi]


def test_a_score_is_put_away_with_its_readings_and_comes_back(workspace: Workspace) -> None:
    klout = workspace.scoring.add("klout")
    workspace.recording.record(klout, "37", date(2011, 3, 1))
    workspace.scoring.put_away(klout)
    assert workspace.scoring.scores() == []
    workspace.scoring.bring_back(klout)
    assert [r.value.number for r in workspace.recalling.readings(klout)] == [37]


def test_only_a_score_without_readings_is_forgotten(workspace: Workspace) -> None:
    used, unused = workspace.scoring.add("klout"), workspace.scoring.add("kred")
    workspace.recording.record(used, "37")
    assert (workspace.scoring.forget(used), workspace.scoring.forget(unused)) == (False, True)
    workspace.scoring.rename(used, "My Klout", "old handle")
    assert [(s.score.name, s.score.about) for s in workspace.scoring.scores()] == [
        ("My Klout", "old handle")
    ]
