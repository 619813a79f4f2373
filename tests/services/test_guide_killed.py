"""A process that is killed at any step of a guide resumes there, with every note and draft."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from footprint.domain.run import Run, RunState
from footprint.domain.stop import Draft, Stop
from footprint.services.workspace import Workspace
from tests.guiding import connected, walk

# The killed one: takes the guide up, does one thing, says so, and waits to be killed.
_WALKER = """
import sys, time
from pathlib import Path
from footprint.domain.stop import Draft
from footprint.services.guiding import Visit
from footprint.services.workspace import Workspace
folder, run_id, act, note, answer = sys.argv[1:]
with Workspace.open(Path(folder)) as workspace:
    run = workspace.guiding.run(int(run_id))
    if act == "type":
        workspace.guiding.keep_draft(run, run.at, Draft(answer=answer, note=note, screens=2))
    else:
        draft = workspace.guiding.draft(run, run.at)
        visit = Visit(answer=draft.answer, note=draft.note + note, screens=draft.screens)
        workspace.guiding.done(run, run.at, visit)
    print("there", flush=True)
    time.sleep(60)
"""


def killed_after(folder: Path, run: Run, *what: str) -> None:
    """A process of its own does one thing, and is killed the moment it is done."""
    command = [sys.executable, "-c", _WALKER, str(folder), str(run.id), *what]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "there\n"
        process.kill()


def answer_at(stop: Stop) -> str:
    if stop.step.choices:
        return stop.step.choices[0].id
    return "https://www.example.org/sam" if stop.step.field else ""


@pytest.mark.parametrize(
    ("playbook", "apps"),
    [
        ("x-disconnect-app", ("Klout", "Buffer", "Kred")),
        ("x-delete", ()),
        ("spokeo-opt-out", ()),
    ],
)
def test_a_killed_guide_resumes_at_its_step_with_all_notes(
    tmp_path: Path, playbook: str, apps: Sequence[str]
) -> None:
    folder = tmp_path / "data"
    with Workspace.open(folder) as workspace:
        ids = connected(workspace, *apps) if apps else []
        run = workspace.guiding.start(playbook, grant_ids=ids)
    wanted = [stop.key for stop in run.stops]
    resumed = 0
    for place, key in enumerate(wanted):
        for act, note in (("type", f"half a note at {key}"), ("tick", " and the rest")):
            with Workspace.open(folder) as workspace:
                here = workspace.guiding.run(run.id)
                assert here.at is not None
                assert here.at.key == key
                answer = answer_at(here.at)
            killed_after(folder, run, act, note, answer)
            with Workspace.open(folder) as workspace:
                now = workspace.guiding.run(run.id)
                done = wanted[: place + (act == "tick")]
                assert list(now.marks) == done
                assert all(
                    mark.note == f"half a note at {key} and the rest"
                    for key, mark in now.marks.items()
                )
                if act == "type":
                    assert now.at is not None
                    typed = Draft(answer=answer, note=note, screens=2)
                    assert workspace.guiding.draft(now, now.at) == typed
                resumed += 1
    assert resumed == 2 * len(wanted)
    with Workspace.open(folder) as workspace:
        ended = workspace.guiding.finish(walk(workspace, workspace.guiding.run(run.id)))
        assert ended.state is RunState.FINISHED
        assert all(mark.screens == 2 for mark in ended.marks.values())
