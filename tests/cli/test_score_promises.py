"""What README.md promises of scores at the command line, and what wrong words get."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footprint.app import start
from footprint.services.score_importing import ScoreImporting

Run = Callable[..., tuple[int, str, str]]
TABLE = "date,score\n2011-10-01,70\n2011-10-02,71\nx,5\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "klout.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def rows(run: Run, *words: object) -> list[dict[str, Any]]:
    code, out, _err = run(*words, "--json")
    assert code == 0
    found: list[dict[str, Any]] = json.loads(out)
    return found


def promised(list_: str) -> list[str]:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^\| `{list_}` \| `([^`]+)`", readme, re.MULTILINE)
    assert found is not None, list_
    return found[1].split()


def test_the_promised_keys_are_printed_in_their_order(run: Run, table: Path) -> None:
    (told,) = rows(run, "import", table, "--score", "klout", "--yes")
    assert list(told) == promised("import --score")
    run("record", "kred", "719 over 5", "--on", "2011-10-03")
    for score in rows(run, "scores"):
        assert list(score) == promised("scores")
    (reading,) = rows(run, "readings", "kred")
    parts = [key for key in reading if key.startswith("part_")]
    assert [key for key in reading if key not in parts] == [
        key for key in promised("readings") if key != "part_…"
    ]
    assert parts
    assert list(reading).index(parts[0]) == promised("readings").index("part_…")


def test_the_promised_keys_of_a_change(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["--demo", "explain", "klout", "--json"]) == 0
    for row in json.loads(capsys.readouterr().out):
        assert [key for key in row if key != "closed"] == promised("explain")


def test_every_value_is_flat(run: Run, table: Path) -> None:
    lists = [
        rows(run, "import", table, "--score", "klout", "--yes"),
        rows(run, "scores"),
        rows(run, "readings", "klout"),
        rows(run, "explain", "klout"),
    ]
    for row in (row for each in lists for row in each):
        for key, value in row.items():
            parts = value if isinstance(value, list) else [value]
            assert all(isinstance(part, str | int | float | None) for part in parts), key


def test_a_screenshot_is_kept_with_the_reading(run: Run, tmp_path: Path) -> None:
    shot = tmp_path / "shot.png"
    shot.write_bytes(b"invented picture")
    words = ["record", "klout", "63", "--on", "2011-09-20"]
    assert run(*words, "--screenshot", shot)[0] == 0
    (reading,) = rows(run, "readings", "klout")
    assert reading["evidence"] == hashlib.sha256(b"invented picture").hexdigest()
    (kept,) = (tmp_path / "data" / "evidence").rglob("*.bin")
    assert kept.read_bytes() == b"invented picture"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["record", "klout", "x", "--screenshot", "shot.png"], "“x” is not a number."),
        (["record", "klout", "5", "--on", "2999-01-01", "--screenshot", "shot.png"],
         "2999-01-01 is still to come."),
        (["record", "klout", "5", "--screenshot", "none.png"], "none.png cannot be read: "),
        (["record", "klout", "5", "--screenshot", "."], "is not a file."),
        (["record", "klout", "nan"], "“nan” is not a number."),
        (["record", "klout", "1e400"], "“1e400” is not a number."),
        (["record", "klout", ""], "There is no value."),
        (["record", "social-blade", "Z"], "Its grades are: D-, "),
        (["record", "klout", "5", "--on", "2011-13-01"], "“2011-13-01” is not a date."),
        (["readings", "7"], "You keep no score “7”."),
        (["import", "klout.csv"], "add --score"),
        (["import", "klout.csv", "--score", "klout", "--value-column", "q"],
         "There is no column “q”. The columns are: date, score."),
        (["import", "klout.csv", "--score", "klout", "--zone", "Mars"], "no time zone “Mars”"),
        (["import", "none.csv", "--score", "klout"], "none.csv cannot be read: "),
        (["import", ".", "--score", "klout"], "cannot be read: "),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("table")
def test_what_is_refused_leaves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], sentence: str
) -> None:
    (tmp_path / "shot.png").write_bytes(b"invented picture")
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert sentence in err
    assert rows(run, "scores") == []
    assert not list((tmp_path / "data" / "evidence").rglob("*.bin"))


@pytest.mark.parametrize(
    "words",
    [["record", "klout"], ["readings", "klout", "--json", "--csv"], ["explain"],
     ["import", "a.csv", "--day-first", "--month-first"], ["record", "klout", "5", "--when", "x"]],
)  # fmt: skip
def test_wrong_usage_is_two(run: Run, words: list[str]) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert err.startswith("usage: ")


def test_a_persons_own_number_is_never_refused(run: Run) -> None:
    for value, warning in (("-5", "begins at 1"), ("750", "ends at 100")):
        code, _out, err = run("record", "klout", value, "--on", "2011-10-01")
        assert code == 0
        assert warning in err
    code, out, _err = run("record", "klout", "750", "--on", "2011-10-01")
    assert (code, out) == (0, "Known already: Klout score 750, 2011-10-01.\n")


def test_rows_that_are_not_read_are_named_and_the_rest_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    rows_ = [f"2011-10-{day:02},none" for day in range(1, 14)]
    path.write_text("date,score\n2011-09-30,500\n" + "\n".join(rows_), encoding="utf-8")
    code, _out, err = run("import", path, "--score", "klout", "--yes")
    assert code == 0
    lines = err.splitlines()
    assert lines[0] == "Row 3: “none” is not a number."
    assert len([line for line in lines if line.startswith("Row ")]) == 10
    assert "3 more rows cannot be read; --json lists them." in lines
    assert "1 value lies outside the scale; it is taken as it stands." in lines


def test_what_was_known_is_told_whatever_became_of_it(run: Run, table: Path) -> None:
    run("import", table, "--score", "klout", "--yes")
    assert len(rows(run, "readings", "klout", "--as-known-on", "2999-01-01")) == 2
    assert len(rows(run, "readings", "klout", "--all", "--as-known-on", "2999-01-01T10:00")) == 2
    assert rows(run, "readings", "klout", "--all", "--as-known-on", "2011-12-31") == []


def test_stopped_by_ctrl_c_nothing_is_written(
    run: Run, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_importing: object, _preview: object, _progress: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ScoreImporting, "apply", stop)
    code, _out, err = run("import", table, "--score", "klout", "--yes")
    assert (code, err.splitlines()[-1]) == (1, "Stopped: nothing was written.")
    assert rows(run, "scores") == []
