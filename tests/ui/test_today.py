"""The Today page: cards by kind, one act each, put off with a way back, empty when nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from footprint.domain.due import DueKind
from footprint.domain.grant import Choice
from footprint.errors import FootprintError
from footprint.ui.pages.today import TodayPage
from footprint.ui.widgets.due_card import DueCard
from tests.ui.guides_stage import GuideStage, nameless, read, staged

# Of the offscreen platform, whenever a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[GuideStage]:
    with staged(qtbot, tmp_path / "store", lambda t, m, s: TodayPage(t, m, starter=s)) as made:
        yield made


def shown(stage: GuideStage) -> TodayPage:
    page = stage.show()
    assert isinstance(page, TodayPage)
    return page


def card(page: TodayPage, kind: DueKind) -> DueCard:
    return next(c for c in page.findChildren(DueCard) if c.card.due.kind is kind and c.isVisible())


def test_nothing_due_is_said_calmly(stage: GuideStage) -> None:
    page = shown(stage)
    assert "Nothing needs you today." in read(page)
    assert "nothing needs you" in page.head.line.text()
    assert page.findChildren(DueCard) == []
    with stage.qtbot.waitSignal(page.networks_wanted):
        stage.press(page.empty.buttons[0])


def test_a_guide_left_open_is_resumed(stage: GuideStage) -> None:
    run = stage.begin("x-disconnect-app", "Klout", steps=2)
    page = shown(stage)
    assert "You stopped at step 3 of" in read(page)
    stage.press(card(page, DueKind.RUN).buttons[0])
    assert stage.opened == [run.id]


def test_enter_presses_the_button_that_has_the_keyboard(stage: GuideStage) -> None:
    run = stage.begin("x-disconnect-app", "Klout", steps=1)
    page = shown(stage)
    stage.qtbot.keyClick(card(page, DueKind.RUN).buttons[0], Qt.Key.Key_Return)
    assert stage.opened == [run.id]


def test_put_off_and_back(stage: GuideStage) -> None:
    stage.begin("x-disconnect-app", "Klout", steps=1)
    page = shown(stage)
    later = card(page, DueKind.RUN).buttons[1].menu()
    later.actions()[1].trigger()  # for a week
    stage.settle()
    stage.said("Put off until 8 Jun 2026")
    assert "Nothing needs you today." in read(page)
    assert "You put 1 thing off." in read(page)
    assert stage.workspace.reminding.count() == 0
    stage.press(stage.messages.button)
    assert card(page, DueKind.RUN)
    assert stage.workspace.reminding.count() == 1


def test_what_was_put_off_comes_back_when_asked_for(stage: GuideStage) -> None:
    stage.begin("x-disconnect-app", "Klout", steps=1)
    (due,) = stage.workspace.reminding.due()
    stage.workspace.reminding.put_off(due, date(2026, 6, 20))
    page = shown(stage)
    again = next(b for b in page.findChildren(QPushButton) if "put o" in b.text())
    stage.press(again)
    assert card(page, DueKind.RUN)


def test_grace_period_counts_down_and_goes_into_the_calendar(
    stage: GuideStage, tmp_path: Path
) -> None:
    stage.to_wait(stage.begin("x-delete", account=True))
    stage.later(10)
    page = shown(stage)
    grace = card(page, DueKind.GRACE)
    assert grace.card.title == "Do not sign in at X before 1 Jul 2026, not by an app either"
    assert "20 days left" in grace.card.text
    assert stage.workspace.reminding.count() == 0, "nothing to do but wait"
    assert "What lies ahead" in read(page)
    page.acts.write_calendar(str(tmp_path / "x.ics"), int(grace.card.due.target))
    assert b"20260701" in (tmp_path / "x.ics").read_bytes()
    stage.said("x.ics is written.")


def test_all_dates_are_saved_and_a_full_disk_is_said(stage: GuideStage, tmp_path: Path) -> None:
    stage.begin("x-disconnect-app", "Klout", steps=1)
    page = shown(stage)
    page.acts.write_calendar(str(tmp_path / "all.ics"))
    assert b"BEGIN:VEVENT" in (tmp_path / "all.ics").read_bytes()
    page.acts.write_calendar(str(tmp_path / "missing" / "all.ics"))
    stage.said("The calendar cannot be written")


def test_looking_again_leads_to_the_grant(stage: GuideStage) -> None:
    id_ = stage.grant("Klout").id
    stage.workspace.deciding.decide([id_], Choice.WATCH, "", date(2026, 5, 1))
    page = shown(stage)
    with stage.qtbot.waitSignal(page.grant_wanted) as wanted:
        stage.press(card(page, DueKind.LOOK_AGAIN).buttons[0])
    assert wanted.args == [id_]


def test_a_standing_that_is_too_old_starts_its_guide_again(stage: GuideStage) -> None:
    run = stage.walk(stage.begin("spokeo-opt-out"))
    stage.workspace.guiding.finish(run)
    stage.later(400)
    page = shown(stage)
    stage.press(card(page, DueKind.STANDING).buttons[0])
    assert len(stage.opened) == 1
    assert stage.workspace.guiding.run(stage.opened[0]).playbook.id == "spokeo-opt-out"


@pytest.mark.parametrize(("place", "kept"), [(0, "yes"), (1, "no"), (2, "not_said")])
def test_do_you_miss_it_is_asked_once(stage: GuideStage, place: int, kept: str) -> None:
    run = stage.walk(stage.begin("x-disconnect-app", "Klout"))
    stage.workspace.guiding.finish(run)
    stage.later(35)
    page = shown(stage)
    question = card(page, DueKind.MISSED)
    assert question.card.title == "Do you miss it?"
    stage.qtbot.keyClicks(question.note, "not a day")
    stage.press(question.buttons[place])
    summary = stage.workspace.guiding.summary(run.id)
    assert summary is not None
    assert (summary.missed, summary.missed_note) == (kept, "not a day")
    assert not [c for c in page.findChildren(DueCard) if c.card.due.kind is DueKind.MISSED]


def test_reminders_are_off_by_one_press(stage: GuideStage) -> None:
    page = shown(stage)
    assert page.head.remind.isChecked()
    stage.press(page.head.remind)
    assert stage.workspace.settings.get("reminders") is False
    assert not page.head.remind.isChecked()


def test_an_error_is_said_with_a_way_on(stage: GuideStage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_workspace: object) -> None:
        raise FootprintError("The disk is gone.", "Plug it in.")

    with monkeypatch.context() as broken:
        broken.setattr("footprint.ui.pages.today.look_up", fail)
        page = shown(stage)
        assert page.notice.text == "The disk is gone. Plug it in."
    stage.press(page.notice.buttons[0])
    assert "Nothing needs you today." in read(page)


def test_everything_is_named(stage: GuideStage) -> None:
    stage.begin("x-disconnect-app", "Klout", steps=2)
    page = shown(stage)
    assert nameless(page) == []
    assert card(page, DueKind.RUN).buttons[0].accessibleName().startswith("Resume: ")
