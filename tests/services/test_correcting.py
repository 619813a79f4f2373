"""The person's own corrections: kept apart, given on, and taken from elsewhere with care."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from footprint.domain.override import Override
from footprint.errors import FootprintError
from footprint.services.workspace import Workspace

MOVED = "https://x.com/settings/apps_moved"


@pytest.fixture
def write(tmp_path: Path):
    """A file from elsewhere."""

    def write_file(content: Any) -> Path:
        path = tmp_path / "from-elsewhere.json"
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write_file


def row(**facts: Any) -> dict[str, Any]:
    given = {"playbook": "x-disconnect-app", "step": "open-list", "day": "2026-06-01"}
    return given | {"url": MOVED} | facts


def file_of(*rows: Any, **facts: Any) -> dict[str, Any]:
    return {"format": "footprint-corrections", "corrections": list(rows)} | facts


def step_of(workspace: Workspace):
    playbook = workspace.guides.playbook("x-disconnect-app")
    assert playbook is not None
    step = playbook.step("open-list")
    assert step is not None
    return step


def test_a_link_that_moved_and_own_words_stand_in_the_guide(workspace: Workspace) -> None:
    shipped = step_of(workspace)
    workspace.correcting.put("x-disconnect-app", "open-list", url=f" {MOVED} ", text="Look left. ")
    assert (step_of(workspace).url, step_of(workspace).text) == (MOVED, "Look left.")
    original = workspace.guides.shipped("x-disconnect-app")
    assert original is not None
    assert original.step("open-list") == shipped, "what we ship is as it was"
    assert set(workspace.guides.overrides("x-disconnect-app")) == {"open-list"}

    workspace.correcting.put("x-disconnect-app", "open-list", url="", text=" ")
    assert step_of(workspace) == shipped
    assert workspace.correcting.all() == []


def test_a_run_that_is_under_way_shows_the_correction(workspace: Workspace) -> None:
    run = workspace.guiding.start("x-delete")
    workspace.correcting.put("x-delete", "premium", text="It is in the store of the phone.")
    at = workspace.guiding.run(run.id).at
    assert at is not None
    assert at.step.text == "It is in the store of the phone."
    workspace.correcting.remove("x-delete", "premium")
    assert workspace.guiding.run(run.id).at == run.at


def test_corrections_are_given_on_and_taken_over(workspace: Workspace, tmp_path: Path) -> None:
    workspace.correcting.put("x-disconnect-app", "open-list", url=MOVED)
    workspace.correcting.put("x-delete", "premium", text="„Grüße“ \u202e\x1b[31m")
    path = tmp_path / "mine.json"
    assert workspace.correcting.export(path) == 2
    mine = workspace.correcting.all()
    with Workspace.open(tmp_path / "theirs") as other:
        found = other.correcting.inspect(path)
        assert found == mine
        assert other.correcting.all() == [], "nothing is taken before it was looked at"
        assert all(map(other.correcting.known, found))
        other.correcting.take(found, "mine.json")
        assert other.correcting.all() == mine


def test_a_file_that_cannot_be_written_is_said(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FootprintError, match="cannot be written"):
        workspace.correcting.export(tmp_path / "nowhere" / "mine.json")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "not json",
        b"\xff\xfe\x00",
        "[" * 100_000 + "]" * 100_000,
        '{"corrections":' * 50_000,
        " " * 5_000_001,
        "[]",
        "null",
        '"footprint-corrections"',
        "1" * 10_000,
        {"format": "another", "corrections": []},
        {"corrections": [row()]},
        file_of() | {"corrections": {"0": row()}},
        file_of() | {"corrections": None},
        file_of("text"),
        file_of(None),
        file_of([row()]),
        file_of(row(url=7)),
        file_of(row(text=["a"])),
        file_of(row(text=None)),
        file_of(row(day=20260601)),
        file_of(row(day="yesterday")),
        file_of(row(day="2026-13-01")),
        file_of({"playbook": "x-delete", "step": "premium"}),
        file_of({"playbook": "x-delete", "step": "premium", "day": "2026-06-01"}),
        file_of(row(url="", text="")),
        file_of(row(command="rm")),
        file_of(row(playbook="a" * 5_000)),
        file_of(row(step="a" * 5_000)),
    ],
    ids=lambda content: repr(content)[:40],
)
def test_a_hostile_file_is_refused_with_a_sentence(
    workspace: Workspace, write, content: Any
) -> None:
    with pytest.raises(
        FootprintError, match=r"from-elsewhere\.json holds no corrections"
    ) as caught:
        workspace.correcting.inspect(write(content))
    assert caught.value.hint
    assert workspace.correcting.all() == []


def test_a_file_that_is_not_there_or_a_folder_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        with pytest.raises(FootprintError, match="holds no corrections"):
            workspace.correcting.inspect(path)


BAD_LINKS = [
    "http://x.com/a",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "HTTPS://x.com",
    "https://",
    "https:///path",
    "https://x.com@evil.example/",
    "https://x.com\\@evil.example/",
    "https://x.com/\u202egpj",
    "https://x.com/a b",
    "https://x.com/\nSet-Cookie",
    "https://x.com/" + "a" * 3_000,
    "https://[::1",
]


@pytest.mark.parametrize("url", BAD_LINKS)
def test_a_link_that_is_none_is_refused_wherever_it_comes_from(
    workspace: Workspace, write, url: str
) -> None:
    with pytest.raises(FootprintError, match="is not a link that begins with https"):
        workspace.correcting.inspect(write(file_of(row(), row(url=url))))
    with pytest.raises(FootprintError, match="is not a link that begins with https"):
        workspace.correcting.put("x-disconnect-app", "open-list", url=url)
    assert workspace.correcting.all() == []


def test_a_book_is_no_correction(workspace: Workspace, write) -> None:
    with pytest.raises(FootprintError, match="too long"):
        workspace.correcting.inspect(write(file_of(row(text="a" * 10_001))))


@pytest.mark.parametrize(
    ("playbook", "step"),
    [("nowhere-delete", "one"), ("x-disconnect-app", "nowhere"), ("../x-delete", "premium"),
     ("x\0delete", "premium")],
)  # fmt: skip
def test_a_correction_of_what_there_is_not_is_shown_as_such_and_not_taken(
    workspace: Workspace, write, playbook: str, step: str
) -> None:
    found = workspace.correcting.inspect(write(file_of(row(), row(playbook=playbook, step=step))))
    assert [workspace.correcting.known(each) for each in found] == [True, False]
    with pytest.raises(FootprintError, match="no step") as caught:
        workspace.correcting.take(found, "from-elsewhere.json")
    assert "Leave that correction out" in caught.value.hint
    assert workspace.correcting.all() == [], "all of it or nothing"
    workspace.correcting.take(found[:1], "from-elsewhere.json")
    assert workspace.correcting.all() == found[:1]


def test_what_was_ones_own_is_put_back_also_where_the_guide_is_gone(workspace: Workspace) -> None:
    old = Override(playbook="gone-delete", step="one", day=date(2026, 1, 1), text="Mine.")
    workspace.correcting.take([old], "")
    assert workspace.correcting.all() == [old]
