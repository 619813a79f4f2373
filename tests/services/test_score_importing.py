"""Tables and pasted pages: inspected, looked at, applied, undone."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from footprint.domain import score_csv
from footprint.domain.preview import ImportReport
from footprint.domain.score import Method
from footprint.domain.score_preview import ScorePreview, TableChoices
from footprint.errors import FootprintError
from footprint.progress import Cancelled, Progress
from footprint.services.workspace import Workspace
from tests import scales
from tests.services.conftest import Clock

Look = Callable[..., ScorePreview]
Take = Callable[..., ImportReport]
Knowledge = Callable[[], dict[str, list[tuple[object, ...]]]]


@pytest.fixture
def klout(workspace: Workspace) -> int:
    return workspace.scoring.add("klout")


@pytest.fixture
def look(workspace: Workspace, tmp_path: Path, klout: int) -> Look:
    def inspect(content: str, name: str = "klout.csv", **choices: object) -> ScorePreview:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        chosen = TableChoices(**choices)  # type: ignore[arg-type]
        return workspace.score_importing.inspect_table(path, klout, chosen, progress=Progress())

    return inspect


@pytest.fixture
def take(workspace: Workspace, look: Look) -> Take:
    def take_in(content: str, name: str = "klout.csv") -> ImportReport:
        return workspace.score_importing.apply(look(content, name), Progress())

    return take_in


def days(numbers: dict[int, float]) -> str:
    rows = [f"2011-10-{day:02},{number}" for day, number in numbers.items()]
    return "date,score\n" + "\n".join(rows) + "\n"


def counting(workspace: Workspace, score_id: int) -> dict[int, float]:
    return {r.effective.day: r.value.number for r in workspace.recalling.readings(score_id)}


def test_nothing_is_written_before_the_person_has_looked(look: Look, knowledge: Knowledge) -> None:
    before = knowledge()
    preview = look(days({1: 70, 2: 71}) + "x,5\n")
    assert (preview.new, preview.retold, preview.unchanged, preview.repeated) == (2, 0, 0, 0)
    assert [bad.why for bad in preview.reading.bad] == ["“x” is not a date."]
    assert [row.number for row in preview.examples] == [70, 71]
    assert knowledge() == before


def test_a_table_becomes_readings_that_know_their_row(
    workspace: Workspace, take: Take, klout: int
) -> None:
    report = take("date,score,note\n2011-10-02,71,\n2011-10-01,70,first\n")
    (record,) = report.records
    assert (record.importer, record.network, record.account) == (
        "score_table", "klout", "Klout score",
    )  # fmt: skip
    assert (record.new, record.changed, record.unreadable) == (2, 0, 0)
    first, second = workspace.recalling.readings(klout)
    assert (first.method, first.source, first.note) == (
        Method.IMPORTED, "klout.csv, row 3", "first",
    )  # fmt: skip
    assert (second.source, second.import_id) == ("klout.csv, row 2", record.id)


def test_the_same_file_twice_changes_nothing(look: Look, take: Take, knowledge: Knowledge) -> None:
    take(days({1: 70, 2: 71}))
    before = knowledge()
    preview = look(days({1: 70, 2: 71}), "other-name.csv")
    assert preview.imported_before is not None
    assert take(days({1: 70, 2: 71})).skipped == ("klout.csv",)
    assert knowledge() == before


def test_the_same_file_may_go_into_another_score(
    workspace: Workspace, take: Take, tmp_path: Path
) -> None:
    take(days({1: 70}))
    kred = workspace.scoring.add("kred")
    path = tmp_path / "klout.csv"
    preview = workspace.score_importing.inspect_table(path, kred, progress=Progress())
    assert preview.imported_before is None
    assert workspace.score_importing.apply(preview, Progress()).new == 1


def test_a_longer_export_of_the_same_score_adds_what_is_new(
    workspace: Workspace, take: Take, klout: int
) -> None:
    take(days(dict.fromkeys(range(1, 11), 70)))
    (record,) = take(days(dict.fromkeys(range(1, 21), 70))).records
    assert (record.new, record.changed) == (10, 0)
    assert len(workspace.recalling.ledger(klout)) == 20


def test_a_past_told_anew_is_a_rewrite_with_its_span(
    workspace: Workspace, take: Take, look: Look, klout: int, clock: Clock
) -> None:
    told_first = dict.fromkeys(range(1, 26), 70.0)
    take(days(told_first))
    clock.moment += timedelta(days=1)
    known = clock.moment
    clock.moment += timedelta(days=1)
    told_later = told_first | dict.fromkeys((3, 4), 50.0) | dict.fromkeys(range(10, 15), 50.0)
    preview = look(days(told_later))
    assert (preview.new, preview.retold, preview.unchanged) == (0, 7, 18)
    workspace.score_importing.apply(preview, Progress())

    spans = [(r.begins.day, r.ends.day) for r in workspace.explaining.rewrites(klout)]
    assert spans == [(3, 4), (10, 14)], "the days between kept their value"
    assert counting(workspace, klout) == told_later
    then = workspace.recalling.readings(klout, as_known_on=known)
    assert {r.effective.day: r.value.number for r in then} == told_first


def test_undo_takes_one_import_back_and_nothing_else(
    workspace: Workspace, take: Take, klout: int
) -> None:
    workspace.recording.record(klout, "69", date(2011, 10, 1))
    first = take(days({1: 70, 2: 71})).records[0]
    second = take(days({2: 50, 3: 51})).records[0]
    assert counting(workspace, klout) == {1: 70, 2: 50, 3: 51}

    workspace.importing.undo(first.id)
    assert counting(workspace, klout) == {1: 69, 2: 50, 3: 51}
    workspace.importing.undo(second.id)
    assert counting(workspace, klout) == {1: 69}
    assert [r.value.number for r in workspace.recalling.ledger(klout)] == [69]
    with pytest.raises(FootprintError, match="already undone"):
        workspace.importing.undo(first.id)
    assert take(days({1: 70, 2: 71})).records[0].changed == 1
    assert counting(workspace, klout) == {1: 70, 2: 71}


def test_a_correction_of_an_imported_reading_outlives_its_undo(
    workspace: Workspace, take: Take, klout: int
) -> None:
    record = take(days({1: 70, 2: 71})).records[0]
    wrong = workspace.recalling.readings(klout)[0]
    workspace.recording.correct(wrong.id, "60", reason="the file is wrong")
    workspace.importing.undo(record.id)
    assert counting(workspace, klout) == {1: 60}


def test_undo_leaves_what_a_later_import_lists_too(
    workspace: Workspace, take: Take, klout: int
) -> None:
    first = take(days({1: 70, 2: 71, 3: 72})).records[0]
    second = take(days({2: 71, 3: 72, 4: 73})).records[0]
    assert len(workspace.recalling.ledger(klout)) == 4
    workspace.importing.undo(first.id)
    assert counting(workspace, klout) == {2: 71, 3: 72, 4: 73}
    workspace.importing.undo(second.id)
    assert counting(workspace, klout) == {}


def test_what_is_typed_and_imported_outlives_the_undo_of_the_import(
    workspace: Workspace, take: Take, klout: int
) -> None:
    record = take(days({1: 70})).records[0]
    assert workspace.recording.record(klout, "70", date(2011, 10, 1)).new
    workspace.importing.undo(record.id)
    assert counting(workspace, klout) == {1: 70}


def test_a_cancelled_import_leaves_nothing_behind(
    workspace: Workspace, look: Look, knowledge: Knowledge
) -> None:
    preview = look(days({1: 70, 2: 71}))
    before = knowledge()
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        workspace.score_importing.apply(preview, progress)
    assert knowledge() == before
    assert workspace.seeing.imports() == []


def test_an_open_question_is_not_guessed(workspace: Workspace, look: Look, klout: int) -> None:
    table = "date,score\n1/2/2011,5\n3/4/2011,6\n"
    with pytest.raises(FootprintError, match="2 dates can be read with the day or the month"):
        workspace.score_importing.apply(look(table), Progress())
    workspace.score_importing.apply(look(table, day_first=False), Progress())
    assert [r.effective.month for r in workspace.recalling.readings(klout)] == [1, 3]


def test_what_was_recorded_since_the_preview_is_seen(
    workspace: Workspace, look: Look, klout: int
) -> None:
    preview = look(days({1: 70, 2: 71}))
    workspace.recording.record(klout, "70", date(2011, 10, 1))
    (record,) = workspace.score_importing.apply(preview, Progress()).records
    assert record.new == 1


def test_a_clock_set_back_does_not_mix_up_the_order_of_telling(
    workspace: Workspace, take: Take, klout: int, clock: Clock
) -> None:
    workspace.recording.record(klout, "75", date(2011, 10, 1))
    clock.moment -= timedelta(days=30)
    take(days({1: 70}))
    told_last = workspace.recalling.readings(klout, as_known_on=datetime(2030, 1, 1, tzinfo=UTC))
    assert [r.value.number for r in told_last] == [75]
    assert counting(workspace, klout) == {1: 75}


def test_the_ledger_goes_through_a_spreadsheet_and_back(
    workspace: Workspace, take: Take, klout: int
) -> None:
    take(days({1: 70, 2: 71.5}))
    workspace.recording.record(klout, "1.2k", date(2011, 10, 3), note="=1+1")
    written = io.StringIO()
    score_csv.write(workspace.recalling.readings(klout), scales.HUNDRED, written)
    assert look_again(workspace, take, written.getvalue()) == (0, 0)
    other = workspace.scoring.add("klout", "copy")
    path = workspace.folder / "own.csv"
    path.write_text(written.getvalue(), encoding="utf-8")
    preview = workspace.score_importing.inspect_table(path, other, progress=Progress())
    workspace.score_importing.apply(preview, Progress())
    one, two = (workspace.recalling.readings(id_) for id_ in (klout, other))
    assert [(r.effective, r.value, r.note) for r in one] == [
        (r.effective, r.value, r.note) for r in two
    ]


def look_again(workspace: Workspace, take: Take, content: str) -> tuple[int, int]:
    (record,) = take(content, "own.csv").records
    return record.new, record.changed


def test_a_pasted_page_is_an_import_too(workspace: Workspace, klout: int) -> None:
    ssi = workspace.scoring.add("linkedin-ssi")
    page = "\n".join([
        "Klout score: 37", "Social Selling Index", "63 out of 100",
        *(f"{part.name}: {n}" for part, n in zip(
            workspace.scoring.score(ssi).scale.parts, (15.2, 10.1, 20, 17.7), strict=True)),
    ])  # fmt: skip
    preview = workspace.score_importing.inspect_page(page)
    assert {(p.score_id, p.value.number) for p in preview.proposals} == {(klout, 37), (ssi, 63)}
    report = workspace.score_importing.apply_page(preview, [0, 1], date(2017, 2, 10))

    (reading,) = workspace.recalling.readings(ssi)
    assert (reading.method, reading.source) == (Method.PASTED, "Pasted text")
    assert sum(reading.value.parts.values()) == 63
    assert [record.importer for record in report.records] == ["score_page", "score_page"]
    for record in report.records:
        workspace.importing.undo(record.id)
    assert workspace.recalling.readings(ssi) == workspace.recalling.readings(klout) == []


def test_a_page_is_read_for_one_score(workspace: Workspace, klout: int) -> None:
    preview = workspace.score_importing.inspect_page("Posts: 12\nKlout: 37", klout)
    assert [p.value.number for p in preview.proposals] == [37, 12]
    assert preview.lines == (("Posts", "12"), ("Klout", "37"))
    assert workspace.score_importing.inspect_page("nothing here", klout).proposals == ()
