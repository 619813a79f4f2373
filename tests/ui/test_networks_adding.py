"""Adding by hand: an account, an app, what it may do; each can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from footprint.ui.dialogs.add_account import AddAccountDialog
from footprint.ui.dialogs.add_app import AddAppDialog
from tests.ui.networks_stage import Stage, entry

# Of the offscreen platform, whenever a menu or a list of suggestions opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    yield made
    made.close()


def ask(stage: Stage, text: str) -> None:
    entry(stage.page.head.add.menu(), text).trigger()


def networks(stage: Stage) -> list[tuple[str, str | None]]:
    return [(s.account.network, s.account.label) for s in stage.workspace.seeing.accounts()]


def permission_names(dialog: AddAppDialog) -> list[str]:
    return [dialog.permissions.item(n).text() for n in range(dialog.permissions.count())]


def test_an_account_of_a_network_in_the_catalogue(stage: Stage) -> None:
    ask(stage, "An account…")
    dialog = stage.dialog(AddAccountDialog)
    stage.qtbot.keyClicks(dialog.network.lineEdit(), "linkedin")
    stage.qtbot.keyClicks(dialog.handle, "sam-invented")
    stage.press(dialog.act)
    stage.said("sam-invented is in your list.")
    assert ("linkedin", "sam-invented") in networks(stage)
    assert stage.page.accounts.summary is not None
    assert stage.page.accounts.summary.account.network == "linkedin"
    stage.press(stage.messages.button)
    assert ("linkedin", "sam-invented") not in networks(stage)


def test_an_account_of_any_other_network(stage: Stage) -> None:
    ask(stage, "An account…")
    dialog = stage.dialog(AddAccountDialog)
    stage.qtbot.keyClicks(dialog.network.lineEdit(), "My garden forum")
    stage.qtbot.keyClicks(dialog.handle, "sam")
    stage.press(dialog.act)
    assert ("My garden forum", "sam") in networks(stage)


def test_what_is_missing_is_said_in_the_dialog(stage: Stage) -> None:
    before = networks(stage)
    ask(stage, "An account…")
    dialog = stage.dialog(AddAccountDialog)
    stage.press(dialog.act)
    assert "The network is missing." in dialog.trouble.text()
    stage.qtbot.keyClicks(dialog.network.lineEdit(), "X")
    stage.press(dialog.act)
    assert dialog.isVisible()
    assert dialog.trouble.isVisible()
    assert "name" in dialog.trouble.text()
    assert networks(stage) == before
    dialog.reject()


def test_an_account_twice_is_refused(stage: Stage) -> None:
    ask(stage, "An account…")
    dialog = stage.dialog(AddAccountDialog)
    stage.qtbot.keyClicks(dialog.network.lineEdit(), "X")
    stage.qtbot.keyClicks(dialog.handle, "sam_invented")
    stage.press(dialog.act)
    assert "already in your list" in dialog.trouble.text()
    dialog.reject()


def test_an_app_with_permissions_of_the_dictionary(stage: Stage) -> None:
    stage.look_at("google")
    ask(stage, "An app…")
    dialog = stage.dialog(AddAppDialog)
    assert dialog.account.currentText() == "Google · sam@invented.example"
    assert dialog.unknown.isChecked()
    stage.qtbot.keyClicks(dialog.name, "Garden planner")
    calendar = next(n for n, t in enumerate(permission_names(dialog)) if "calendar" in t)
    dialog.permissions.item(calendar).setCheckState(Qt.CheckState.Checked)
    assert dialog.known.isChecked()
    stage.qtbot.keyClicks(dialog.scopes, "made.up, other.one")
    dialog.since.setDate(QDate(2024, 2, 3))
    assert dialog.since_known.isChecked()
    stage.press(dialog.act)
    stage.said("Garden planner is in your list.")
    grant = stage.stored("Garden planner", "google")
    assert grant.scopes is not None
    assert {"made.up", "other.one"} < set(grant.scopes)
    assert len(grant.scopes) == 3
    assert grant.since is not None
    assert grant.since.date() == date(2024, 2, 3)
    assert [g.app.name for g in stage.table.chosen_rows()] == ["Garden planner"]
    stage.press(stage.messages.button)
    assert stage.names() == []


def test_i_do_not_know_is_unknown_and_not_none(stage: Stage) -> None:
    stage.look_at("google")
    ask(stage, "An app…")
    dialog = stage.dialog(AddAppDialog)
    stage.qtbot.keyClicks(dialog.name, "Mystery")
    stage.press(dialog.act)
    assert stage.stored("Mystery", "google").scopes is None
    assert stage.cell("Mystery", "What it may do") == "not told by the export"


def test_these_needs_one(stage: Stage) -> None:
    ask(stage, "An app…")
    dialog = stage.dialog(AddAppDialog)
    stage.qtbot.keyClicks(dialog.name, "Nothing ticked")
    dialog.known.click()
    stage.press(dialog.act)
    assert "No permission is chosen." in dialog.trouble.text()
    dialog.reject()


def test_permissions_follow_the_account(stage: Stage) -> None:
    ask(stage, "An app…")
    dialog = stage.dialog(AddAppDialog)
    dialog.account.setCurrentIndex(dialog.account.findText("X · sam_invented"))
    assert any("Post in your name" in text for text in permission_names(dialog))
    dialog.account.setCurrentIndex(dialog.account.findText("Google · sam@invented.example"))
    assert not any("Post in your name" in text for text in permission_names(dialog))
    dialog.reject()


def test_ctrl_n_offers_both(stage: Stage) -> None:
    assert stage.page.new_text
    stage.page.new_thing()
    menu = stage.page.head.add.menu()
    assert menu.isVisible()
    assert [a.text().replace("&", "") for a in menu.actions()] == ["An app…", "An account…"]
    menu.close()
