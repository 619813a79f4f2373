"""What another program writes is shown without a click."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from footprint.domain.changes import Changes, Kind
from footprint.services.workspace import Workspace
from footprint.ui.elsewhere import Elsewhere
from footprint.ui.tasks import Tasks


def test_what_another_program_writes_is_announced_once(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    told: list[Changes] = []
    with Workspace.open(tmp_path) as workspace, Workspace.open(tmp_path) as other:
        tasks = Tasks(workspace, partial(Workspace.open, tmp_path))
        Elsewhere(tasks, owner, every_ms=10)
        tasks.changed.connect(told.append)
        other.settings.set("theme", "dark")
        qtbot.waitUntil(lambda: len(told) == 1)
        assert told[0].touches(Kind.READINGS)
        qtbot.wait(60)
        assert len(told) == 1
        tasks.now(lambda w: w.settings.set("theme", "light"))
        qtbot.wait(60)
        assert [each.touches(Kind.READINGS) for each in told] == [True, False], "our own is known"
        owner.deleteLater()
        qtbot.wait(20)
        tasks.shutdown()
