"""The story of 2011 and two later ones: each dated event is named rightly by the explainer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from footprint.catalogue.score_story import ScoreStory
from footprint.domain.explaining.explanation import Explanation, Verdict
from footprint.domain.explaining.score_change import ChangeKind
from footprint.domain.score import Rhythm
from footprint.services import demo
from footprint.services.workspace import Workspace

EVE = datetime(2011, 10, 26, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder: Path = tmp_path_factory.mktemp("demo")
    with Workspace.open(folder, lambda: datetime(2026, 6, 1, 12, tzinfo=UTC)) as opened:
        demo.fill(opened)
        yield opened


def score(filled: Workspace, name: str) -> int:
    return filled.scoring.find(name).id


def titles(explanation: Explanation) -> list[str]:
    return [event.title for event in explanation.coincides_with]


def steps(filled: Workspace, name: str, until: datetime | None = None) -> list[Explanation]:
    found = filled.explaining.explain(score(filled, name), until)
    return [each for each in found if each.change.kind is not ChangeKind.RETOLD]


def levels(explanation: Explanation) -> tuple[int, int]:
    return round(explanation.change.before), round(explanation.change.after)


def test_the_archives_are_imported_and_the_scores_beside_them(filled: Workspace) -> None:
    assert len(demo.archives()) == 4
    assert all(folder.name != "scores" for folder in demo.archives())
    assert len(filled.seeing.accounts()) == 3
    kept = [summary.score for summary in filled.scoring.scores()]
    assert [(s.definition, s.about) for s in kept] == [
        ("klout", "@sam_invented"),
        ("linkedin-ssi", "Sam Invented"),
        ("social-blade", "SamInvented on YouTube"),
        ("x-followers", "sam_invented"),
    ]
    assert {s.rhythm for s in kept} == {Rhythm.NEVER}, "nothing of the demo is ever due"


def test_37_to_75_is_what_the_person_did(filled: Workspace) -> None:
    rise = steps(filled, "klout")[0]
    assert (rise.verdict, levels(rise)) == (Verdict.OWN_ACT, (37, 75))
    assert rise.change.kind is ChangeKind.TREND
    assert titles(rise) == ["Posted and answered for the score"]


def test_75_to_63_is_that_networks_were_disconnected(filled: Workspace) -> None:
    fall = steps(filled, "klout")[1]
    assert (fall.verdict, levels(fall)) == (Verdict.OWN_ACT, (75, 63))
    assert titles(fall) == ["Disconnected every network but X"]
    assert fall.change.ends.date() == date(2011, 8, 25)


def test_the_fall_of_october_2011_is_theirs_with_the_past_month_rewritten(
    filled: Workspace,
) -> None:
    _rise, _left, fall = steps(filled, "klout")
    assert (fall.verdict, levels(fall)) == (Verdict.THEIR_CHANGE, (63, 36))
    assert [event.id for event in fall.coincides_with] == ["klout-2011-10-26"]
    (rewrite,) = fall.rewrites
    assert (rewrite.begins, rewrite.ends) == (date(2011, 9, 26), date(2011, 10, 25))
    assert rewrite.told.date() == date(2011, 10, 27)
    (retold,) = [
        e
        for e in filled.explaining.explain(score(filled, "klout"))
        if e.verdict is Verdict.REWRITTEN
    ]
    assert levels(retold) == (63, 40)
    assert [event.id for event in retold.coincides_with] == ["klout-2011-10-26"]


def test_the_end_is_the_opting_out_and_the_closing_is_named(filled: Workspace) -> None:
    end = filled.explaining.ending(score(filled, "klout"))
    assert end is not None
    assert (end.verdict, end.last) == (Verdict.OWN_ACT, date(2011, 11, 16))
    assert [event.title for event in end.own_acts] == ["Opted out of Klout"]
    assert end.closed == "2018-05-25"
    klout = filled.scoring.find("klout")
    assert "klout-2018-05-25" in [event.id for event in filled.marking.of(klout)]


def test_a_spike_and_a_slip_explain_nothing(filled: Workspace) -> None:
    days = {e.change.ends.date() for e in steps(filled, "klout")}
    assert not days & {date(2011, 7, 4), date(2011, 7, 26), date(2011, 7, 27)}
    ledger = filled.recalling.ledger(score(filled, "klout"))
    assert [r.reason for r in ledger if r.corrects] == ["Typed the wrong way round"]
    assert 88 in {r.value.number for r in ledger}


def test_the_index_of_linkedin_moves_for_three_reasons(filled: Workspace) -> None:
    own, nobody, theirs = steps(filled, "linkedin-ssi")
    assert (own.verdict, titles(own)) == (
        Verdict.OWN_ACT,
        ["Filled in the whole LinkedIn profile"],
    )
    assert (nobody.verdict, titles(nobody)) == (Verdict.UNEXPLAINED, [])
    assert theirs.verdict is Verdict.THEIR_CHANGE
    assert [event.id for event in theirs.coincides_with] == ["linkedin-ssi-2017-02-10"]


def test_grades_fall_in_steps_of_which_one_is_an_own_act(filled: Workspace) -> None:
    found = steps(filled, "social-blade")
    assert {e.change.kind for e in found} == {ChangeKind.STEP}
    (own,) = [e for e in found if e.verdict is Verdict.OWN_ACT]
    assert (titles(own), own.change.size) == (["Stopped uploading"], -2)


def test_before_the_rewriting_the_old_values_were_known(filled: Workspace) -> None:
    klout = score(filled, "klout")
    then = {
        r.effective.date(): r.value.number
        for r in filled.recalling.readings(klout, as_known_on=EVE)
    }
    now = {r.effective.date(): r.value.number for r in filled.recalling.readings(klout)}
    assert (then[date(2011, 10, 1)], now[date(2011, 10, 1)]) == (63, 41)
    assert max(then) == date(2011, 10, 26)
    slip = datetime(2011, 7, 5, 23, tzinfo=UTC)
    known = filled.recalling.readings(klout, as_known_on=slip)
    assert [r.value.number for r in known if r.effective.date() == date(2011, 7, 4)] == [57]


def test_on_the_eve_only_what_had_happened_could_explain(filled: Workspace) -> None:
    found = steps(filled, "klout", EVE)
    assert [e.verdict for e in found] == [Verdict.OWN_ACT, Verdict.OWN_ACT]
    assert not any(e.rewrites for e in found)


def test_facts_are_not_marked_as_invented_and_all_else_is(filled: Workspace) -> None:
    told = {
        (r.effective.date(), r.value.number)
        for name in ("klout", "linkedin-ssi", "social-blade")
        for r in filled.recalling.ledger(score(filled, name))
        if not r.invented
    }
    assert {number for _day, number in told} == {37, 75, 63}
    assert {day for day, _number in told} >= {date(2011, 8, 24), date(2011, 8, 25)}
    readings = filled.recalling.ledger(score(filled, "klout"))
    assert sum(r.invented for r in readings) == len(readings) - 4


def test_each_ledger_is_an_import_that_can_be_undone(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as opened:
        demo.fill_scores(opened)
        klout = score(opened, "klout")
        (record,) = [r for r in opened.seeing.imports() if r.archive == "klout-2011.csv"]
        assert (record.new, record.unreadable) == (304, 0)
        assert {r.import_id for r in opened.recalling.ledger(klout)} == {record.id}
        opened.importing.undo(record.id)
        assert opened.recalling.readings(klout) == []


def test_the_same_ledger_is_taken_once(tmp_path: Path) -> None:
    story = ScoreStory()
    told = story.scores[0]
    with Workspace.open(tmp_path) as opened:
        demo.fill_scores(opened)
        klout = opened.scoring.find("klout")
        before = opened.recalling.ledger(klout.id)
        part = demo.part_of(story.path(told))
        assert opened.retelling.take(klout.id, story.readings(told, klout.scale), part) is None
        assert opened.recalling.ledger(klout.id) == before
        assert opened.retelling.take(klout.id, [], part) is None
