"""The lists of an import, and what the person's choices make of its numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pytestqt.modeltest import ModelTester

from footprint.domain.account import Account
from footprint.domain.finding import BadRecord, DateSource, Harvest, Where
from footprint.domain.grant import GrantState
from footprint.domain.preview import (
    Change,
    Decided,
    Download,
    ImportRecord,
    Preview,
    PreviewItem,
    Refused,
)
from footprint.domain.section import Section
from footprint.ui.models.imports import ImportsModel
from footprint.ui.models.preview_choices import Choices, may_correct_date
from footprint.ui.models.preview_downloads import (
    DownloadsModel,
    app_states,
    button_text,
    by_section,
)
from footprint.ui.models.preview_items import Fate, ItemsModel, item_rows
from footprint.ui.models.table import PagedTable
from tests.making import grant, harvest, inference, part

SAM = Account(7, "x", "sam_invented", native_id="100")


def items(section: Section, **counts: int) -> tuple[PreviewItem, ...]:
    return tuple(
        PreviewItem(Change(name), section, f"{name} {n}")
        for name, count in counts.items()
        for n in range(count)
    )


def download(
    *found: PreviewItem,
    account: Account | None = SAM,
    of: Harvest | None = None,
    unchanged: int = 0,
) -> Download:
    known = of or harvest("2026-05-12", [grant("Klout"), grant("Deck")], [inference("Coffee")])
    return Download(known, (part("x.zip"),), account, (SAM,), found, unchanged)


def choices(*downloads: Download) -> Choices:
    return Choices(Preview(downloads))


# --- what the button says ------------------------------------------------------------------------


def test_button_counts_apps_before_anything_else() -> None:
    apps = items(Section.GRANTS, new=2, changed=1, gone=1)
    assert button_text(choices(download(*apps, *items(Section.DEVICES, new=9)))) == "&Import 4 apps"


def test_button_counts_entries_where_no_app_is_touched() -> None:
    assert button_text(choices(download(*items(Section.DEVICES, new=1)))) == "&Import 1 entry"


def test_button_adds_up_what_is_taken() -> None:
    made = choices(*[download(*items(Section.GRANTS, new=2))] * 3)
    made.leave_out(1, out=True)
    assert (made.taken(), button_text(made)) == ((0, 2), "&Import 4 apps")


def test_button_of_an_account_of_its_own_counts_all_that_is_listed() -> None:
    made = choices(download(*items(Section.GRANTS, new=1), unchanged=1))
    made.make_new_account(0)
    assert button_text(made) == "&Import 2 apps"
    assert [made.count(0, change) for change in Change] == [3, 0, 0]
    made.merge_into(0, None)
    assert button_text(made) == "&Import 1 app"


def test_other_account_is_not_known_before_it_is_compared() -> None:
    made = choices(download(*items(Section.GRANTS, new=1)))
    made.merge_into(0, 9)
    assert made.count(0, Change.NEW) is None
    assert button_text(made) == "&Import 2 apps"


def test_what_is_in_already_is_never_taken() -> None:
    before = replace(download(*items(Section.GRANTS, new=1)), imported_before=record())
    assert choices(before).taken() == ()


def test_numbers_are_told_by_section() -> None:
    found = (*items(Section.GRANTS, new=2, gone=1), *items(Section.INFERENCES, new=4))
    made = choices(download(*found))
    assert by_section(made, 0) == "Apps: 3 · What they think of you: 4"
    made.merge_into(0, 9)
    assert by_section(made, 0) == ""


def test_apps_that_ended_are_told_from_those_connected() -> None:
    ended = [grant("Farm", state=GrantState.REMOVED), grant("Quiz", state=GrantState.REMOVED)]
    known = harvest("2026-05-12", [grant("Klout"), *ended])
    assert app_states(known) == "3 apps: 1 connected, 2 listed as removed"
    assert app_states(harvest("2026-05-12", [grant("Klout")])) == ""


# --- what is decided -----------------------------------------------------------------------------


def test_untouched_choice_is_the_proposal() -> None:
    assert choices(download(), download()).all() == {0: Decided(), 1: Decided()}


def test_corrected_day_is_a_moment_in_utc() -> None:
    made = choices(download())
    made.date(0, date(2018, 11, 30))
    assert made.decided(0).as_of == datetime(2018, 11, 30, 12, tzinfo=UTC)
    made.date(0, None)
    assert made.decided(0) == Decided()


@pytest.mark.parametrize("source", DateSource)
def test_only_a_guessed_date_may_be_corrected(source: DateSource) -> None:
    dated = download(of=replace(harvest("2026-05-12"), as_of_source=source))
    assert may_correct_date(dated) is (source is not DateSource.STATED)


# --- the lists -----------------------------------------------------------------------------------


def texts(model: PagedTable[Any]) -> list[list[str]]:
    return [
        [model.text(row, column) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_items_stand_apps_first_and_unreadable_last() -> None:
    bad = BadRecord(Where("apps.js", 4), "This app has no name.")
    known = replace(harvest("2026-05-12"), bad=(bad,))
    found = (
        PreviewItem(Change.NEW, Section.DEVICES, "Phone"),
        PreviewItem(Change.GONE, Section.GRANTS, "Deck"),
        PreviewItem(Change.NEW, Section.GRANTS, "klout", "approved 2011"),
        PreviewItem(Change.NEW, Section.GRANTS, "Avenue"),
    )
    model = ItemsModel()
    rows = item_rows(download(*found, of=known))
    model.put(rows, None)
    assert texts(model) == [
        ["new", "App", "Avenue", ""],
        ["new", "App", "klout", "approved 2011"],
        ["no longer listed", "App", "Deck", ""],
        ["new", "Device or session", "Phone", ""],
        ["unreadable", "Record", "apps.js, record 4", "This app has no name."],
    ]
    model.put(rows, Fate.GONE)
    assert [line[2] for line in texts(model)] == ["Deck"]


def test_file_that_is_refused_stands_below_the_others() -> None:
    model = DownloadsModel(str.upper)
    made = Choices(Preview((download(account=None),), (Refused("bad.zip", "No.", "Yes."),)))
    model.put(made)
    assert texts(model) == [
        ["x.zip", "X · sam_invented (new account)", "12 May 2026", "0", "0", "0", "0", "ready"],
        ["bad.zip", "", "", "", "", "", "", "cannot be imported"],
    ]


def test_parts_of_one_download_are_one_row() -> None:
    parts = (part("x-1.zip"), part("x-2.zip"), part("x-3.zip"))
    model = DownloadsModel(str.upper)
    model.put(choices(replace(download(), parts=parts)))
    assert texts(model)[0][0] == "x-1.zip and 2 more"


def test_count_that_depends_on_a_choice_is_a_question_mark() -> None:
    made = choices(download(*items(Section.GRANTS, new=1)))
    made.merge_into(0, SAM.id)
    model = DownloadsModel(str.upper)
    model.put(made)
    assert texts(model)[0][3:6] == ["?", "?", "?"]


def record(**facts: object) -> ImportRecord:
    day = datetime(2026, 5, 12, 12, tzinfo=UTC)
    told: dict[str, object] = {
        "id": 1, "importer": "x", "network": "x", "account": "sam_invented",
        "archive": "x.zip", "sha256": "ab", "size": 2048, "era": "test", "as_of": day,
        "as_of_source": "file_name", "imported_at": day, "undone_at": None, "new": 120,
        "changed": 2, "gone": 3, "unreadable": 4,
    }  # fmt: skip
    return ImportRecord(**{**told, **facts})  # type: ignore[arg-type]


def test_history_says_what_an_import_did() -> None:
    model = ImportsModel(str.upper)
    model.put([record(), record(id=2, undone_at=datetime(2026, 6, 1, 12, tzinfo=UTC))])
    lines = texts(model)
    assert lines[0][1:4] == ["x.zip", "X · sam_invented", "12 May 2026"]
    assert lines[0][4:8] == ["120", "2", "3", "4"]
    assert lines[0][9] == "in use"
    assert lines[1][9] == "undone on 1 Jun 2026"


@pytest.mark.parametrize("which", ["items", "downloads", "imports"])
def test_models_keep_qts_rules(qtmodeltester: ModelTester, which: str) -> None:
    found = items(Section.GRANTS, new=3, gone=2)
    listed = ItemsModel()
    listed.put(item_rows(download(*found)), None)
    files = DownloadsModel(str.upper)
    files.put(Choices(Preview((download(*found),), (Refused("bad.zip", "No.", ""),))))
    imports = ImportsModel(str.upper)
    imports.put([record(), record(id=2)])
    qtmodeltester.check({"items": listed, "downloads": files, "imports": imports}[which])
