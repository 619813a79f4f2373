"""The Guides page: sections, resume, put aside, remove with a way back, start, corrections."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint.domain.run import RunState
from footprint.errors import FootprintError
from footprint.ui.dialogs.take_corrections import TakeCorrectionsDialog
from footprint.ui.models.guides import RunSection, SectionRow
from footprint.ui.pages.guides import CORRECTIONS, OFFERED, GuidesPage
from tests.ui.guides_stage import GuideStage, nameless, read, staged

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[GuideStage]:
    with staged(qtbot, tmp_path / "store", lambda t, m, s: GuidesPage(t, m, starter=s)) as made:
        yield made


def shown(stage: GuideStage) -> GuidesPage:
    page = stage.show()
    assert isinstance(page, GuidesPage)
    return page


def sections(page: GuidesPage) -> list[str]:
    return [row.section for row in page.runs.model.rows if isinstance(row, SectionRow)]


def test_no_guide_yet_leads_to_all_guides(stage: GuideStage) -> None:
    page = shown(stage)
    assert "You have not begun a guide yet." in page.runs.empty.text
    stage.press(page.runs.empty.buttons[0])
    assert page.place == OFFERED
    assert page.offers.model.rowCount() > 50


def test_runs_stand_in_sections_and_headings_cannot_be_chosen(stage: GuideStage) -> None:
    stage.begin("x-disconnect-app", "Klout", steps=2)
    stage.to_wait(stage.begin("x-delete", account=True))
    aside = stage.begin("advice-they-want-my-id", steps=1)
    stage.workspace.guiding.pause(aside)
    done = stage.walk(stage.begin("spokeo-opt-out"))
    stage.workspace.guiding.finish(done)
    stage.workspace.guiding.abandon(stage.begin("x-download", account=True))
    page = shown(stage)
    assert sections(page) == list(RunSection)
    model = page.runs.model
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert "Under way · 1" in model.text(0, 0)
    assert page.runs.row is not None, "the first run is chosen"
    assert "What is next" in read(page.runs.detail)


def test_enter_resumes(stage: GuideStage) -> None:
    run = stage.begin("x-disconnect-app", "Klout", steps=2)
    page = shown(stage)
    page.runs.table.setFocus()
    stage.qtbot.keyClick(page.runs.table, Qt.Key.Key_Return)
    assert stage.opened == [run.id]


def test_put_aside_and_taken_up_again(stage: GuideStage) -> None:
    run = stage.begin("x-disconnect-app", "Klout", steps=2)
    page = shown(stage)
    stage.press(page.runs.detail.pause)
    assert sections(page) == [RunSection.PAUSED]
    stage.said("is put aside")
    stage.press(page.runs.detail.resume)
    assert stage.opened == [run.id]
    assert stage.workspace.guiding.run(run.id).state is RunState.RUNNING
    stage.press(page.runs.detail.give_up)
    assert sections(page) == [RunSection.ABANDONED]
    stage.press(stage.messages.button)
    assert sections(page) == [RunSection.RUNNING]


def test_removed_with_a_way_back_that_loses_nothing(stage: GuideStage) -> None:
    run = stage.walk(stage.begin("x-disconnect-app", "Klout"))
    stage.workspace.guiding.finish(run)
    said = stage.workspace.reminding.said()
    told = stage.workspace.standing.disclosures()
    marks = stage.workspace.guiding.marks(run.id)
    page = shown(stage)
    stage.press(page.runs.detail.remove)
    assert stage.workspace.guiding.runs() == []
    assert "You have not begun a guide yet." in page.runs.empty.text
    stage.press(stage.messages.button)
    assert sections(page) == [RunSection.FINISHED]
    assert stage.workspace.reminding.said() == said
    assert stage.workspace.standing.disclosures() == told
    assert stage.workspace.guiding.marks(run.id) == marks


def test_a_finished_run_tells_its_story(stage: GuideStage) -> None:
    run = stage.walk(stage.begin("x-disconnect-app", "Klout"))
    stage.workspace.guiding.finish(run)
    stage.workspace.guiding.miss(run.id, "no", "not a day")
    page = shown(stage)
    told = read(page.runs.detail)
    for text in ("What you did", "Your note: a note", "Do you miss it? No. not a day",
                 "What it cost you", "minutes", "screens", "What you gave away"):  # fmt: skip
        assert text in told
    assert not page.runs.detail.resume.isVisible()


def test_a_search_finds_guides_and_says_when_there_is_none(stage: GuideStage) -> None:
    page = shown(stage)
    page.new_thing()
    stage.settle()
    stage.qtbot.keyClicks(page.search_field(), "disconnect x")
    assert "Disconnect an app from X" in [
        page.offers.model.text(n, 0) for n in range(page.offers.model.rowCount())
    ]
    page.search_field().setText("zzzz")
    assert "No guide matches." in page.offers.notice.text
    page.search_field().clear()
    first = page.offers.model.rows[0].playbook
    assert first.service is None, "advice comes first"


def test_a_guide_is_started_from_the_list(stage: GuideStage) -> None:
    page = shown(stage)
    page.new_thing()
    stage.settle()
    page.search_field().setText("spokeo")
    stage.settle()
    assert "Written by hand." in read(page.offers.detail)
    stage.press(page.offers.detail.start)
    (run,) = stage.workspace.guiding.runs()
    assert stage.opened == [run.id]
    stage.press(page.offers.detail.start)
    assert stage.opened == [run.id, run.id], "it goes on instead of beginning twice"
    stage.said("You had begun this guide.")


def test_a_guide_about_apps_leads_to_the_apps(stage: GuideStage) -> None:
    page = shown(stage)
    page.new_thing()
    stage.settle()
    page.search_field().setText("disconnect an app from x")
    page.offers.table.choose(["x-disconnect-app"], "x-disconnect-app")
    stage.settle()
    with stage.qtbot.waitSignal(page.apps_wanted) as wanted:
        stage.press(page.offers.detail.start)
    assert wanted.args == ["x"]
    assert stage.opened == []


def test_generated_guides_are_marked(stage: GuideStage) -> None:
    page = shown(stage)
    page.new_thing()
    stage.settle()
    page.search_field().setText("9gag")
    stage.settle()
    assert "Made from the facts of the catalogue" in read(page.offers.detail)


def test_corrections_are_taken_away_and_given_on(stage: GuideStage, tmp_path: Path) -> None:
    step = stage.workspace.guides.shipped("x-delete").steps[0].id  # type: ignore[union-attr]
    stage.workspace.correcting.put("x-delete", step, text="It is at the bottom now.")
    page = shown(stage)
    page.show_view(CORRECTIONS)
    assert page.corrections.model.text(0, 2) == "It is at the bottom now."
    page.corrections.write(str(tmp_path / "mine.json"))
    stage.said("1 correction written to mine.json.")
    page.corrections.table.selectRow(0)
    stage.press(page.corrections.remove)
    assert stage.workspace.correcting.all() == []
    stage.press(stage.messages.button)
    assert len(stage.workspace.correcting.all()) == 1


def test_corrections_from_elsewhere_are_shown_before_they_are_taken(
    stage: GuideStage, tmp_path: Path
) -> None:
    step = stage.workspace.guides.shipped("x-delete").steps[0].id  # type: ignore[union-attr]
    stage.workspace.correcting.put("x-delete", step, text="Theirs <b>bold</b>")
    stage.workspace.correcting.export(tmp_path / "theirs.json")
    stage.workspace.correcting.remove("x-delete", step)
    page = shown(stage)
    page.show_view(CORRECTIONS)
    assert "You have not corrected a guide." in page.corrections.empty.text
    page.corrections.look_into(str(tmp_path / "theirs.json"))
    (dialog,) = page.corrections.findChildren(TakeCorrectionsDialog)
    assert dialog.table.rows_model.text(0, 2) == "Theirs <b>bold</b>"
    assert stage.workspace.correcting.all() == [], "nothing is taken yet"
    stage.press(dialog.take)
    assert len(stage.workspace.correcting.all()) == 1
    stage.press(stage.messages.button)
    assert stage.workspace.correcting.all() == []


def test_a_file_that_holds_no_corrections_is_refused(stage: GuideStage, tmp_path: Path) -> None:
    (tmp_path / "strange.json").write_text("[1")
    page = shown(stage)
    page.show_view(CORRECTIONS)
    page.corrections.look_into(str(tmp_path / "strange.json"))
    stage.said("strange.json holds no corrections of guides.")
    assert QApplication.activeModalWidget() is None


def test_an_error_is_said_with_a_way_on(stage: GuideStage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise FootprintError("A guide is broken.", "Install again.")

    with monkeypatch.context() as broken:
        broken.setattr("footprint.services.guiding.Guiding.runs", fail)
        page = shown(stage)
        assert page.notice.text == "A guide is broken. Install again."
    stage.press(page.notice.buttons[0])
    assert page.stack.currentWidget() is page.runs


def test_everything_is_named(stage: GuideStage) -> None:
    stage.begin("x-disconnect-app", "Klout", steps=2)
    page = shown(stage)
    for place in range(3):
        page.show_view(place)
        stage.settle()
        assert nameless(page) == []
