"""Leaving from the Networks page: one app, several, a whole network, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from footprint.progress import Progress
from footprint.services.guide_effects import GONE
from footprint.services.guiding import Visit
from tests.making import grant, harvest, preview_of
from tests.ui.networks_stage import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    made.look_at("x")
    yield made
    made.close()


@pytest.fixture
def opened(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The runs whose window was asked for."""
    runs: list[int] = []
    starter = stage.page.apps.leaving.starter
    monkeypatch.setattr(starter, "_opener", lambda _window, _tasks, run_id: runs.append(run_id))
    return runs


def settle(stage: Stage) -> None:
    stage.qtbot.wait(60)
    stage.qtbot.waitUntil(lambda: not stage.tasks.busy)
    stage.qtbot.wait(60)


def test_disconnect_starts_the_guide_with_the_grant(stage: Stage, opened: list[int]) -> None:
    stage.explain("Klout")
    button = stage.page.apps.pane.grant.disconnect_app
    assert button.text() == "Dis&connect…"
    stage.press(button)
    (summary,) = stage.workspace.guiding.runs()
    assert opened == [summary.id]
    assert summary.run.playbook.id == "x-disconnect-app"
    assert [s.grant_id for s in summary.run.subjects] == [stage.stored("Klout").id]
    settle(stage)
    assert stage.cell("Klout", "Decision") == "leave ▸ step 1"
    assert button.text() == "Go on w&ith the guide: step 1"
    stage.press(button)
    assert opened == [summary.id, summary.id]
    assert len(stage.workspace.guiding.runs()) == 1


def test_several_apps_of_one_account_are_one_guide(stage: Stage, opened: list[int]) -> None:
    stage.pick("Buffer")
    stage.pick("Klout", modifier=CTRL)
    several = stage.page.apps.pane.several
    stage.qtbot.waitUntil(several.isVisible)
    assert several.disconnect_apps.text() == "Dis&connect 2 apps…"
    stage.press(several.disconnect_apps)
    (summary,) = stage.workspace.guiding.runs()
    assert {s.name for s in summary.run.subjects} == {"Buffer", "Klout"}
    assert opened == [summary.id]


def test_apps_of_different_accounts_are_told_why_not(stage: Stage) -> None:
    stage.look_at(None)
    first, other = stage.stored("Klout"), stage.stored("Klout", "facebook")
    stage.table.choose([first.id, other.id], first.id)
    several = stage.page.apps.pane.several
    stage.qtbot.waitUntil(several.isVisible)
    assert not several.disconnect_apps.isVisible()
    assert "choose the apps of one account" in several.told.text()


def test_a_whole_network_is_left_by_one_of_its_guides(stage: Stage, opened: list[int]) -> None:
    head = stage.page.account_head
    assert head.leave.text() == "Lea&ve X"
    menu = head.leave.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert len(texts) > 2
    next(a for a in menu.actions() if a.text().startswith("Delete")).trigger()
    (summary,) = stage.workspace.guiding.runs()
    assert summary.run.playbook.id == "x-delete"
    assert summary.run.account_id == stage.stored("Klout").account_id
    assert opened == [summary.id]


def test_what_was_said_is_verified_or_came_back(stage: Stage, opened: list[int]) -> None:
    stage.explain("Klout")
    guiding = stage.workspace.guiding
    for name in ("Klout", "Buffer"):
        run = guiding.start("x-disconnect-app", grant_ids=[stage.stored(name).id])
        while run.at is not None:
            answer = GONE if run.at.step.kind.value == "verify" else ""
            run = guiding.done(run, run.at, Visit(answer=answer))
        stage.tasks.now(lambda w, r=run: w.guiding.finish(r))  # type: ignore[misc]
    settle(stage)
    said = stage.page.apps.pane.grant.said
    assert said.text().startswith("You said on 22 Nov 2026 that it is gone. No newer archive")
    newer = harvest("2027-01-10", [grant("Klout", id="1"), grant("Quiet", id="4")])
    preview = preview_of(newer, "x-2027.zip")
    stage.tasks.now(lambda w: w.importing.apply(preview, Progress()))
    settle(stage)
    assert "It came back: an archive of 10 Jan 2027 lists it again." in said.text()
    stage.page.show_grant(stage.stored("Buffer").id)
    stage.qtbot.waitUntil(lambda: stage.page.apps.pane.grant.heading.name.text() == "Buffer")
    assert "Verified gone on 10 Jan 2027" in said.text()
    assert not stage.page.apps.pane.grant.disconnect_app.isVisible()


def test_an_undo_says_which_notes_it_would_lose(stage: Stage) -> None:
    newest = stage.workspace.seeing.imports()
    x_2026 = next(i for i in newest if i.archive == "x-2026.zip")
    guiding = stage.workspace.guiding
    run = guiding.start("x-disconnect-app", grant_ids=[stage.stored("Quiet").id])
    while run.at is not None:
        run = guiding.done(run, run.at, Visit(answer=GONE))
    assert stage.workspace.importing.losses(x_2026.id).said_gone == 1
    assert stage.workspace.importing.losses(x_2026.id).decisions == 0
