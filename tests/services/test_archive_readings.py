"""What archives tell of scores: found or added, written once, taken back, never invented."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from footprint.domain.finding import AccountFinding, DateSource, Harvest, ReadingFinding, Where
from footprint.domain.preview import Decided, ImportReport, PreviewReading
from footprint.domain.score import Method, Reading, Rhythm, Score
from footprint.progress import Cancelled, Progress
from footprint.services.workspace import Workspace
from tests.making import harvest, preview_of

Take = Callable[..., ImportReport]


def counted(as_of: str, number: float, *, handle: str = "sam_invented", **more: object) -> Harvest:
    """An archive of X of that day that lists so many followers."""
    finding = ReadingFinding("x-followers", number, Where("data/follower.js"), "Listed.")
    account = AccountFinding("x", native_id="100", handle=handle)
    found = harvest(as_of, account=account)
    return replace(found, readings=(finding,), **more)  # type: ignore[arg-type]


def kept(workspace: Workspace) -> list[Score]:
    return [summary.score for summary in workspace.scoring.scores()]


def readings(workspace: Workspace) -> list[Reading]:
    (score,) = kept(workspace)
    return workspace.recalling.readings(score.id)


def numbers(workspace: Workspace) -> list[tuple[date, float]]:
    return [(r.effective.date(), r.value.number) for r in readings(workspace)]


def test_a_count_becomes_one_reading_of_a_score_of_the_account(
    workspace: Workspace, take: Take
) -> None:
    report = take(counted("2026-05-12", 812), "twitter.zip")
    (score,) = kept(workspace)
    assert (score.definition, score.name, score.about) == (
        "x-followers",
        "X followers",
        "sam_invented",
    )
    assert score.rhythm is Rhythm.NEVER, "the person did not ask to be reminded"
    (reading,) = readings(workspace)
    assert (reading.value.number, reading.method) == (812, Method.IMPORTED)
    assert reading.source == "twitter.zip › data/follower.js"
    assert reading.note == "Listed."
    assert reading.effective == datetime(2026, 5, 12, tzinfo=UTC)
    assert (report.new, report.readings) == (0, 1)
    (record,) = workspace.seeing.imports()
    assert (record.readings, record.id) == (1, reading.import_id)


def test_the_same_archive_twice_changes_nothing(workspace: Workspace, take: Take) -> None:
    take(counted("2026-05-12", 812), "twitter.zip")
    report = take(counted("2026-05-12", 812), "twitter.zip")
    assert report.skipped == ("twitter.zip",)
    assert numbers(workspace) == [(date(2026, 5, 12), 812)]


def test_another_archive_of_the_moment_that_says_the_same_confirms_it(
    workspace: Workspace, take: Take
) -> None:
    first = take(counted("2026-05-12", 812), "a.zip").records[0]
    second = take(counted("2026-05-12", 812), "b.zip").records[0]
    assert (first.readings, second.readings) == (1, 0)
    workspace.importing.undo(first.id)
    assert numbers(workspace) == [(date(2026, 5, 12), 812)], "the second lists it too"
    workspace.importing.undo(second.id)
    assert kept(workspace) == []


def test_an_older_archive_later_stands_before(workspace: Workspace, take: Take) -> None:
    take(counted("2026-05-12", 812), "new.zip")
    take(counted("2019-02-18", 90), "old.zip")
    assert numbers(workspace) == [(date(2019, 2, 18), 90), (date(2026, 5, 12), 812)]


def test_a_changed_name_stays_one_score(workspace: Workspace, take: Take) -> None:
    take(counted("2019-02-18", 90, handle="sam_before"), "old.zip")
    take(counted("2026-05-12", 812), "new.zip")
    assert [number for _day, number in numbers(workspace)] == [90, 812]


def test_two_accounts_are_two_scores(workspace: Workspace, take: Take) -> None:
    take(counted("2026-05-12", 812), "sam.zip")
    jo = replace(counted("2026-05-12", 3), account=AccountFinding("x", "200", "jo_invented"))
    take(jo, "jo.zip")
    assert sorted(score.about for score in kept(workspace)) == ["jo_invented", "sam_invented"]


@pytest.mark.parametrize("about", ["@Sam_Invented", "sam_invented", ""])
def test_a_score_the_person_keeps_is_the_one(workspace: Workspace, take: Take, about: str) -> None:
    own = workspace.scoring.add("x-followers", about)
    workspace.recording.record(own, "800", date(2026, 5, 1))
    record = take(counted("2026-05-12", 812), "twitter.zip").records[0]
    assert [number for _day, number in numbers(workspace)] == [800, 812]
    workspace.importing.undo(record.id)
    assert [number for _day, number in numbers(workspace)] == [800]


def test_undo_leaves_no_empty_score_and_again_brings_it_back(
    workspace: Workspace, take: Take
) -> None:
    record = take(counted("2026-05-12", 812), "twitter.zip").records[0]
    workspace.importing.undo(record.id)
    assert kept(workspace) == []
    take(counted("2026-05-12", 812), "twitter.zip")
    assert numbers(workspace) == [(date(2026, 5, 12), 812)]
    assert workspace.scoring.away() == [], "it is the same score, not a second one"


def test_undo_keeps_an_empty_score_that_the_person_added(workspace: Workspace, take: Take) -> None:
    own = workspace.scoring.add("x-followers", "sam_invented")
    record = take(counted("2026-05-12", 812), "twitter.zip").records[0]
    workspace.importing.undo(record.id)
    assert [score.id for score in kept(workspace)] == [own]


def test_undo_keeps_a_score_in_which_something_was_typed_since(
    workspace: Workspace, take: Take
) -> None:
    record = take(counted("2026-05-12", 812), "twitter.zip").records[0]
    workspace.recording.record(kept(workspace)[0].id, "820", date(2026, 5, 20))
    workspace.importing.undo(record.id)
    assert numbers(workspace) == [(date(2026, 5, 20), 820)]


def test_what_the_person_put_away_stays_away(workspace: Workspace, take: Take) -> None:
    take(counted("2019-02-18", 90), "old.zip")
    (score,) = kept(workspace)
    workspace.scoring.put_away(score.id)
    take(counted("2026-05-12", 812), "new.zip")
    assert kept(workspace) == []
    assert [r.value.number for r in workspace.recalling.readings(score.id)] == [90, 812]


def test_a_counted_list_does_not_rewrite_what_was_typed_of_that_day(
    workspace: Workspace, take: Take
) -> None:
    own = workspace.scoring.add("x-followers", "sam_invented")
    workspace.recording.record(own, "820", date(2026, 5, 12))
    guessed = counted("2026-05-12", 812, as_of_source=DateSource.FILE_NAME)
    take(guessed, "twitter.zip")
    assert [r.value.number for r in workspace.recalling.readings(own)] == [820, 812]
    assert [e.verdict for e in workspace.explaining.explain(own)] == []
    assert take(guessed, "other.zip").readings == 0


def test_a_corrected_date_is_the_date_of_the_reading(workspace: Workspace, take: Take) -> None:
    found = counted("2026-05-12", 812, as_of_source=DateSource.FILE_TIME)
    take(found, "twitter.zip", Decided(as_of=datetime(2020, 1, 2, 12, tzinfo=UTC)))
    (reading,) = readings(workspace)
    assert (reading.effective.date(), reading.whole_day) == (date(2020, 1, 2), True)


def test_a_score_the_catalogue_does_not_know_is_left_alone(
    workspace: Workspace, take: Take
) -> None:
    unknown = replace(
        counted("2026-05-12", 1), readings=(ReadingFinding("of-no-book", 1, Where("f.js")),)
    )
    assert take(unknown, "twitter.zip").readings == 0
    assert kept(workspace) == []


def test_nothing_is_written_when_the_import_is_stopped(workspace: Workspace) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        workspace.importing.apply(preview_of(counted("2026-05-12", 812), "twitter.zip"), progress)
    assert kept(workspace) == []
    assert workspace.seeing.imports() == []


def test_the_preview_says_what_would_be_recorded(workspace: Workspace, tmp_path: Path) -> None:
    def look(name: str) -> tuple[PreviewReading, ...]:
        rows = [{"follower": {"accountId": str(n)}} for n in range(3)]
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as target:
            target.writestr("data/follower.js", f"window.YTD.follower.part0 = {json.dumps(rows)}")
            target.writestr("data/README.txt", name)
        preview = workspace.importing.inspect([path], Progress())
        told = preview.downloads[0].readings
        workspace.importing.apply(preview, Progress())
        return told

    assert look("twitter-2026-05-12-a.zip") == (PreviewReading("X followers", 3),)
    assert look("twitter-2026-05-12-a.zip") == (), "it is in already"
    assert look("twitter-2026-05-12-b.zip") == (), "another one says the same of that day"
    assert look("twitter-2026-05-13-c.zip") == (PreviewReading("X followers", 3),)
