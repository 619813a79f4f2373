"""The window of a guide is killed at each step; the next one shows the step and the half note."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from footprint.domain.circumstances import Circumstances
from footprint.services.workspace import Workspace
from tests.guiding import connected

ROOT = Path(__file__).parents[2]


def killed(folder: Path, run_id: int) -> dict[str, str | None]:
    """What a window found and did before it was killed."""
    command = [sys.executable, "-m", "tests.e2e.guide_walker", str(folder), str(run_id)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        process.kill()
    assert said, "the window ended by itself"
    found: dict[str, str | None] = json.loads(said)
    return found


@pytest.mark.parametrize(
    ("playbook", "apps"),
    [
        ("x-disconnect-app", ("Klout", "Buffer", "Kred")),
        ("x-delete", ()),
        ("spokeo-opt-out", ()),
    ],
)
def test_the_window_resumes_where_it_was_killed(
    tmp_path: Path, playbook: str, apps: Sequence[str]
) -> None:
    folder = tmp_path / "data"
    known = Circumstances(app_signs_in=True) if apps else Circumstances()
    with Workspace.open(folder) as workspace:
        ids = connected(workspace, *apps) if apps else []
        run = workspace.guiding.start(playbook, grant_ids=ids, known=known)
    assert killed(folder, run.id)["note"] == "", "nothing is typed at the very first"

    walked: list[str | None] = []
    while len(walked) <= len(run.stops):
        found = killed(folder, run.id)
        walked.append(found["at"])
        assert found["note"] == f"half a note at {found['at']}"
        if found["then"] is None:
            break
    assert walked == [stop.key for stop in run.stops], "resumed at each step, in order"
    with Workspace.open(folder) as workspace:
        now = workspace.guiding.run(run.id)
        assert {key: mark.note for key, mark in now.marks.items()} == {
            key: f"half a note at {key}" for key in walked
        }
        assert now.left == ()
