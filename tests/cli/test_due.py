"""What is due and the lists of guides, on the command line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from footprint.services.workspace import Workspace
from tests.guiding import connected, walk

Run = Callable[..., tuple[int, str, str]]
DUE = ["day", "kind", "title", "detail", "target", "counts"]
PLAYBOOK = [
    "id", "service", "purpose", "title", "steps", "minutes", "made", "regions", "confidence",
    "checked", "source",
]  # fmt: skip
RUN = [
    "id", "playbook", "service", "title", "state", "step", "steps", "at", "next", "waits_until",
    "begun", "touched", "ended", "screens", "seconds", "demanded", "missed",
]  # fmt: skip


@pytest.fixture
def begun(folder: Path) -> None:
    """A deletion that waits, begun long enough ago; and one app's guide left open today."""
    then = datetime.now(UTC) - timedelta(days=10)
    with Workspace.open(folder, lambda: then) as workspace:
        walk(workspace, workspace.guiding.start("x-delete"), until="wait")
    with Workspace.open(folder) as workspace:
        ids = connected(workspace, "Evil\u202e\x1b[31mApp")
        workspace.guiding.start("x-disconnect-app", grant_ids=ids)


def listed(run: Run, *arguments: object) -> list[dict[str, Any]]:
    code, out, err = run(*arguments, "--json")
    assert (code, err) == (0, "")
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_nothing_is_due(run: Run) -> None:
    assert run("due") == (0, "Nothing is due.\n", "")
    assert listed(run, "due") == []


def test_what_is_due_now_and_ahead(run: Run, begun: None) -> None:
    now = listed(run, "due")
    assert [(due["kind"], due["counts"]) for due in now] == [("grace", 0), ("run", 1)]
    everything = listed(run, "due", "--all")
    assert [due["kind"] for due in everything] == ["grace", "run", "step"]
    assert list(everything[0]) == DUE
    today = datetime.now().astimezone().date()
    assert date.fromisoformat(everything[-1]["day"]) > today


def test_the_readme_promises_these_keys() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    for what, keys in (("due", DUE), ("playbooks", PLAYBOOK), ("runs", RUN)):
        assert f"\n| `{what}` | `{' '.join(keys)}` — " in readme


def test_the_terminal_is_not_steered_by_names(run: Run, begun: None) -> None:
    code, out, _err = run("due")
    assert code == 0
    assert "Do not sign in at X before" in out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_the_calendar_file(run: Run, begun: None, tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    code, out, _err = run("due", "--ics", path)
    assert (code, out) == (0, "3 dates written to dates.ics.\n")
    entries = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert {re.sub(r"\d+", "N", str(entry["uid"])) for entry in entries} == {
        "grace-N@footprint.invalid", "run-N@footprint.invalid", "step-N@footprint.invalid",
    }  # fmt: skip


def test_a_calendar_that_cannot_be_written_is_said(run: Run, begun: None, tmp_path: Path) -> None:
    code, out, err = run("due", "--ics", tmp_path / "nowhere" / "dates.ics")
    assert (code, out) == (1, "")
    assert "The calendar cannot be written" in err
    assert "Choose another folder" in err


def test_json_and_calendar_exclude_each_other(run: Run, tmp_path: Path) -> None:
    code, _out, err = run("due", "--json", "--ics", tmp_path / "dates.ics")
    assert code == 2
    assert "not allowed with" in err


def test_the_list_of_playbooks(run: Run) -> None:
    found = {each["id"]: each for each in listed(run, "list", "playbooks")}
    assert len({each["service"] for each in found.values()} - {None}) == 259
    assert list(found["x-delete"]) == PLAYBOOK
    assert (found["x-delete"]["made"], found["flickr-delete"]["made"]) == (
        "hand_written", "generated",
    )  # fmt: skip
    assert sum(each["made"] == "hand_written" for each in found.values()) >= 60
    assert found["x-delete"]["steps"] == 8
    assert all(date.fromisoformat(each["checked"]) for each in found.values())


def test_the_list_of_runs(run: Run, begun: None) -> None:
    app, deletion = listed(run, "list", "runs")
    assert list(app) == RUN
    assert (app["playbook"], app["state"], app["step"]) == ("x-disconnect-app", "running", 1)
    assert (deletion["at"], deletion["demanded"]) == ("wait", ["password"])
    assert deletion["waits_until"] is not None
    assert deletion["screens"] == 2 * (deletion["step"] - 1)
    code, out, _err = run("list", "runs")
    assert code == 0
    assert "Delete your X account" in out
    assert "\x1b" not in out


def test_an_empty_list_says_so(run: Run) -> None:
    assert run("list", "runs") == (0, "No guide was begun yet.\n", "")
    assert listed(run, "list", "runs") == []


def test_every_value_is_flat(run: Run, begun: None) -> None:
    for arguments in (("due", "--all"), ("list", "runs"), ("list", "playbooks")):
        for row in listed(run, *arguments):
            for key, value in row.items():
                parts = value if isinstance(value, list) else [value]
                assert all(isinstance(part, str | int | None) for part in parts), key
