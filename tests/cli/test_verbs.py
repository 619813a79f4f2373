"""The command line, as a person or a script calls it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footprint import __version__
from footprint.app import start
from footprint.reports import lists as reports

# Their keys are compared in test_due.py, where guides were begun.
GUIDES = {"playbooks", "runs"}

Run = Callable[..., tuple[int, str, str]]

APPS = [
    {
        "connectedApplication": {
            "name": "Invented Scheduler\u001b[31m",
            "organization": {"name": "Invented Ltd", "url": "https://tools.example"},
            "permissions": ["read", "write", "teleport"],
            "approvedAt": "2021-03-04T05:06:07.000Z",
            "id": "1234567",
        }
    },
    {"connectedApplication": {"name": "Invented Reader", "approvedAt": "2020-01-01T00:00:00.000Z"}},
    {"connectedApplication": {"id": "9"}},
]
ACCOUNT = [{"account": {"username": "sam_invented", "accountId": "100", "email": "s@example.org"}}]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "twitter-2023-08-31-invented.zip"
    with zipfile.ZipFile(path, "w") as z:
        for name, content in (("connected-application", APPS), ("account", ACCOUNT)):
            variable = f"window.YTD.{name.replace('-', '_')}.part0"
            z.writestr(f"data/{name}.js", f"{variable} = {json.dumps(content)}")
    return path


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """The archive of a later day, with a list of two followers."""
    path = tmp_path / "twitter-2024-08-31-invented.zip"
    followers = [{"follower": {"accountId": n}} for n in ("7", "8")]
    lists = {"account": ACCOUNT, "follower": followers}
    with zipfile.ZipFile(path, "w") as z:
        for name, content in lists.items():
            z.writestr(f"data/{name}.js", f"window.YTD.{name}.part0 = {json.dumps(content)}")
    return path


def listed(run: Run, what: str) -> list[dict[str, Any]]:
    code, out, _err = run("list", what, "--json")
    assert code == 0
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_nothing_is_written_without_a_yes(run: Run, archive: Path) -> None:
    code, out, _err = run("import", archive)
    assert code == 0
    assert "Nothing was written" in out
    assert "sam_invented" in out
    assert listed(run, "imports") == []


def test_an_archive_becomes_grants(run: Run, archive: Path) -> None:
    code, _out, _err = run("import", archive, "--yes")
    assert code == 0

    scheduler, reader = sorted(listed(run, "grants"), key=lambda g: g["app_id"] or "", reverse=True)
    assert scheduler["app"] == "Invented Scheduler\u001b[31m", "JSON carries what the archive says"
    assert scheduler["scopes"] == ["read", "teleport", "write"]
    assert scheduler["permissions"][1] == "teleport (not in our dictionary)"
    assert scheduler["risk"] == "high"
    assert scheduler["since"] == "2021-03-04T05:06:07Z"
    assert scheduler["sources"] == [f"{archive.name} › data/connected-application.js, record 1"]
    assert (reader["scopes"], reader["permissions"], reader["risk"]) == (None, None, None)
    assert reader["state"] == "live"
    assert reader["first_seen"] == reader["last_seen"]
    assert reader["last_seen"].startswith("2023-08-31T")


def test_a_list_of_followers_is_a_reading_of_a_score(run: Run, counted: Path) -> None:
    _code, told, _err = run("import", "--json", counted)
    assert json.loads(told)[0]["readings"] == ["X followers 2"]
    code, told, _err = run("import", "--yes", counted)
    assert (code, "1 reading of a score: X followers 2" in told) == (0, True)
    assert "Recorded: 1 reading of a score." in told
    assert [row["readings"] for row in listed(run, "imports")] == [1]
    _code, told, _err = run("readings", "x-followers", "--json")
    (reading,) = json.loads(told)
    assert (reading["on"], reading["number"]) == ("2024-08-31", 2)
    assert reading["source"] == "twitter-2024-08-31-invented.zip › data/follower.js"


def test_a_terminal_is_never_steered_by_a_name(run: Run, archive: Path) -> None:
    run("import", archive, "--yes")
    _code, out, _err = run("list", "grants")
    assert "Invented Scheduler[31m" in out
    assert "\u001b" not in out


def test_the_import_report_is_json_too(run: Run, archive: Path, tmp_path: Path) -> None:
    code, out, _err = run("import", archive, "--json")
    (previewed,) = json.loads(out)
    assert (code, previewed["status"], previewed["new"]) == (0, "previewed", 2)
    assert previewed["unreadable"] == 1
    assert "connected-application.js, 3" in previewed["unreadable_records"][0]

    code, out, _err = run("import", archive, "--yes", "--json")
    assert (code, json.loads(out)[0]["status"]) == (0, "imported")
    code, out, _err = run("import", archive, "--yes", "--json")
    assert (code, json.loads(out)[0]["status"]) == (0, "already_imported")
    assert len(listed(run, "imports")) == 1


@pytest.mark.parametrize("content", [b"", b"not a zip at all", b"PK\x03\x04 cut short"])
def test_a_bad_file_is_refused_with_a_sentence(run: Run, tmp_path: Path, content: bytes) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(content)
    code, out, err = run("import", bad, "--yes")
    assert code == 1
    assert err.startswith("bad.zip: ")
    assert len(err.split()) > 5
    assert "Traceback" not in out + err
    assert listed(run, "imports") == []


def test_a_file_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    code, _out, err = run("import", tmp_path / "nowhere.zip", "--yes")
    assert code == 1
    assert "nowhere.zip" in err


def test_one_bad_file_does_not_stop_the_good_one(run: Run, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_bytes(b"")
    code, _out, err = run("import", tmp_path / "bad.zip", archive, "--yes")
    assert code == 1
    assert "bad.zip" in err
    assert len(listed(run, "grants")) == 2


@pytest.mark.parametrize("arguments", [("list",), ("list", "everything"), ("import",), ("--odd",)])
def test_wrong_usage_is_two(run: Run, arguments: tuple[str, ...]) -> None:
    code, _out, err = run(*arguments)
    assert code == 2
    assert "usage: footprint" in err


def test_a_folder_that_cannot_be_used_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert start(["--data-dir", str(tmp_path / "file"), "list", "accounts"]) == 1
    told = capsys.readouterr()
    assert "--data-dir" in told.err


def test_the_version_is_told(run: Run) -> None:
    code, out, _err = run("--version")
    assert (code, out) == (0, f"Footprint {__version__}\n")


def test_the_demo_is_thrown_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["--demo", "list", "grants", "--json"]) == 0
    grants = json.loads(capsys.readouterr().out)
    klout = next(g for g in grants if g["app"] == "Klout" and g["network"] == "x")
    assert klout["service"] == "klout"
    assert klout["since"].startswith("2011-03-04")
    assert {g["network"] for g in grants} == {"x", "facebook", "instagram"}


def test_every_promised_key_is_printed_and_none_is_printed_unpromised(
    run: Run, archive: Path
) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    promised = {
        what: keys.split()
        for what, keys in re.findall(r"^\| `(\w+)` \| `([a-z0-9_ ]+)`", readme, re.M)
    }
    _code, out, _err = run("import", archive, "--yes", "--json")
    assert list(json.loads(out)[0]) == promised.pop("import")
    for what in reports.LISTS.keys() - GUIDES:
        assert list(listed(run, what)[0]) == promised[what]


def test_every_value_is_flat(run: Run, archive: Path) -> None:
    run("import", archive, "--yes")
    for what in ("accounts", "grants", "imports", "services"):
        for row in listed(run, what):
            for key, value in row.items():
                parts = value if isinstance(value, list) else [value]
                assert all(isinstance(p, str | int | None) for p in parts), (what, key)


def test_two_archives_of_one_account_are_counted_as_they_were_taken(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    later = tmp_path / "twitter-2024-08-31-invented.zip"
    later.write_bytes(archive.read_bytes() + b"\0")
    code, out, _err = run("import", archive, later, "--yes", "--json")
    assert code == 0
    assert [(d["new"], d["changed"], d["gone"]) for d in json.loads(out)] == [(2, 0, 0), (0, 0, 0)]
    assert [a["listed"] for a in listed(run, "accounts")] == [2]
