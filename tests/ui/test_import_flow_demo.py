"""The invented archives that come with Footprint go through the window like anybody's own."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from footprint.domain.grant import Grant, GrantState
from footprint.paths import resources
from footprint.progress import Progress
from footprint.services.demo import archives
from footprint.services.workspace import Workspace
from tests.ui.import_stage import Stage

SECRET = re.compile(r"[\w.+-]+@(?!invented\.example)[\w-]+\.\w+")
ADDRESS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b")
FOR_DOCUMENTATION = ("192.0.2.", "198.51.100.", "203.0.113.")


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(qtbot, tmp_path / "store")
    yield made
    made.close()


def test_whole_demo_is_imported_in_one_go(stage: Stage) -> None:
    preview = stage.look(*archives())
    rows = [preview.files.rows_model.text(row, 7) for row in range(4)]
    assert rows == ["ready"] * 4
    stage.press(preview.take)
    stage.told("4 downloads are imported")
    assert stage.accounts() == ["saminvented", "sam.invented", "sam_invented"]

    found = {(g.network, g.app.name): g for g in stage.grants()}
    klout = found["x", "Klout"]
    assert (klout.since and klout.since.date(), klout.scopes) == (
        date(2011, 3, 4),
        ("read", "write"),
    )
    assert klout.app.service == "klout"
    assert klout.state is GrantState.LIVE, "still listed in 2026"
    assert states(found, GrantState.GONE) >= {"Empire Avenue", "PeerIndex", "Snapjar"}
    assert "Café Chronicle" in states(found, GrantState.LIVE)
    assert "Fänger der Woche" in states(found, GrantState.LIVE)
    assert len(states(found, GrantState.REMOVED)) == 40
    unknown = [p for p in found["x", "Reply Parrot"].permissions or () if not p.known]
    assert [(p.words, p.risk) for p in unknown] == [("spaces_host", None)]


def states(found: dict[tuple[str, str], Grant], state: GrantState) -> set[str]:
    return {name for (_network, name), grant in found.items() if grant.state is state}


def test_demo_is_in_before_anybody_waits(tmp_path: Path) -> None:
    with Workspace.open(tmp_path) as workspace:
        begun = time.process_time()
        for archive in archives():
            preview = workspace.importing.inspect([archive], Progress())
            workspace.importing.apply(preview, Progress())
            assert (preview.refused, preview.bad) == ((), ())
        assert time.process_time() - begun < 1.0


def test_demo_says_that_it_is_invented() -> None:
    folder = resources() / "demo"
    assert "Everything in this folder is invented" in (folder / "README.md").read_text("utf-8")
    assert [path.name for path in archives() if not path.name.endswith("-invented")] == []
    for file in (path for path in folder.rglob("*") if path.is_file()):
        text = file.read_text("utf-8")
        assert SECRET.findall(text) == [], file
        strange = [a for a in ADDRESS.findall(text) if not a.startswith(FOR_DOCUMENTATION)]
        assert strange == [], file
