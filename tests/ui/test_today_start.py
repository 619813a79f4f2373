"""Which page a start begins with, the numbers in the sidebar, and the guide that was left open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint.domain.grant import GrantQuery
from footprint.services.demo import fill
from footprint.services.workspace import Workspace
from footprint.ui.pages.networks import NetworksPage
from footprint.ui.pages.today import TodayPage
from footprint.ui.reminders import Reminders
from tests.ui.window import opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _left_open(folder: Path) -> int:
    """A guide that somebody stopped at its second step."""
    with Workspace.open(folder) as workspace:
        fill(workspace)
        grants = workspace.seeing.grants(GrantQuery(text="Klout"))
        on_x = next(grant for grant in grants if grant.network == "x")
        run = workspace.guiding.start("x-disconnect-app", grant_ids=[on_x.id])
        assert run.at is not None
        return workspace.guiding.done(run, run.at).id


def test_without_anything_due_it_begins_with_networks(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with opened(qapp, tmp_path) as window:
        assert isinstance(window.frame.page, NetworksPage)
        assert [b.text() for b in window.frame.sidebar.buttons] == [
            "Today", "Networks", "Scores", "Guides", "Catalogue",
        ]  # fmt: skip
        assert window.commands.by_name["page_5"].shortcut().toString() == "Ctrl+5"


def test_with_something_due_it_begins_with_today_and_says_where_you_stopped(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_id = _left_open(tmp_path)
    with opened(qapp, tmp_path) as window:
        assert isinstance(window.frame.page, TodayPage)
        reminders = Reminders(window)
        resumed: list[int] = []
        monkeypatch.setattr(reminders.starter, "resume", resumed.append)
        with qtbot.waitSignal(reminders.watch.counted):
            reminders.begin()
        names = [button.accessibleName() for button in window.frame.sidebar.buttons]
        assert names[0] == "Today, 1 due"
        assert names[3] == "Guides, 1 due"
        assert "You stopped at step 2 of “Disconnect Klout from X”." in window.messages.text
        window.messages.button.click()
        assert resumed == [run_id]
        with qtbot.waitSignal(reminders.watch.counted):
            window.tasks.now(lambda w: w.guiding.abandon(w.guiding.run(run_id)))
        assert window.frame.sidebar.buttons[0].accessibleName() == "Today"


def test_the_pages_lead_to_one_another(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    _left_open(tmp_path)
    with opened(qapp, tmp_path) as window:
        today = window.go("today")
        grant = window.tasks.now(lambda w: w.seeing.grants(GrantQuery(text="Klout")))[0]
        today.grant_wanted.emit(grant.id)  # type: ignore[attr-defined]
        page = window.frame.page
        assert isinstance(page, NetworksPage)
        qtbot.waitUntil(lambda: page.apps.pane.grant.grant is not None)
        guides = window.go("guides")
        guides.apps_wanted.emit("x")  # type: ignore[attr-defined]
        assert window.frame.page is page
        assert page.accounts.summary is not None
        assert page.accounts.summary.account.network == "x"
