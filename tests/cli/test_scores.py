"""The verbs about scores, as a scheduled job and a spreadsheet use them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from footprint.app import start

Run = Callable[..., tuple[int, str, str]]


def listed(run: Run, *words: object) -> list[dict[str, Any]]:
    code, out, _err = run(*words, "--json")
    assert code == 0
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_a_job_records_and_a_script_reads(run: Run) -> None:
    code, out, err = run("record", "klout", "37", "--on", "2011-03-01", "--note", "=1+1")
    assert (code, out) == (0, "Recorded: Klout score 37, 2011-03-01.\n")
    assert err == "Klout score is now among your scores.\n"
    assert run("record", "klout", "75.5", "--on", "2011-07-01T10:00:00Z")[0] == 0

    (score,) = listed(run, "scores")
    assert (score["definition"], score["latest"], score["change"]) == ("klout", "75.5", 38.5)
    assert (score["on"], score["readings"]) == ("2011-07-01T10:00:00Z", 2)
    first, second = listed(run, "readings", "Klout")
    assert (first["on"], first["number"], first["note"], first["counts"]) == (
        "2011-03-01", 37, "=1+1", 1,
    )  # fmt: skip
    assert second["method"] == "typed"


def test_a_spreadsheet_reads_the_csv_and_footprint_reads_it_back(run: Run, tmp_path: Path) -> None:
    run("record", "kred", "719 over 5", "--on", "2011-03-01", "--note", "@SUM(1)")
    code, out, _err = run("readings", "kred", "--csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (code, row["value"], row["note"]) == (0, "719 over 5", "'@SUM(1)")

    path = tmp_path / "kred.csv"
    path.write_text(out, encoding="utf-8")
    code, out, _err = run("import", path, "--score", "kred", "--yes", "--json")
    (told,) = json.loads(out)
    assert (code, told["status"], told["new"], told["unchanged"]) == (0, "imported", 0, 1)


def test_what_was_known_on_a_day(run: Run) -> None:
    run("record", "klout", "73", "--on", "2011-10-20")
    run("record", "klout", "53", "--on", "2011-10-20")
    assert listed(run, "readings", "klout", "--as-known-on", "2011-10-21") == []
    assert [r["number"] for r in listed(run, "readings", "klout")] == [53]
    both = listed(run, "readings", "klout", "--all")
    assert [(r["number"], r["counts"]) for r in both] == [(73, 0), (53, 1)]
    assert len(listed(run, "readings", "klout", "--as-known-on", "2999-01-01", "--all")) == 2


def test_every_change_is_explained(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "klout.csv"
    rows = [f"2011-{m:02}-{d:02},{(70 if (m, d) < (10, 26) else 50) + d % 3}" for m in (9, 10, 11)
            for d in range(1, 31)]  # fmt: skip
    path.write_text("date,score\n" + "\n".join(rows), encoding="utf-8")
    run("import", path, "--score", "klout", "--yes")

    change, end = listed(run, "explain", "klout")
    assert (end["kind"], end["begins"]) == ("ending", "2011-11-30")
    assert (change["verdict"], change["before"], change["after"]) == ("their_change", 71, 51)
    assert change["events"] == ["klout-2011-10-26"]
    assert change["coincides_with"][0].startswith("2011-10-26 ")
    assert 0 < change["sure"] <= 1
    assert change["arithmetic"]
    code, out, _err = run("explain", "klout")
    assert code == 0
    assert change["sentence"] in out
    run("record", "kred", "700")
    assert run("explain", "kred")[1].startswith("There is 1 reading, which is too little")


def test_nothing_is_kept_of_what_was_refused(run: Run, tmp_path: Path) -> None:
    assert run("record", "klout", "nonsense")[0] == 1
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"\x00\xff" * 50)
    good = tmp_path / "good.csv"
    good.write_text("date,score\n2011-10-01,70\n", encoding="utf-8")
    assert run("import", bad, "--score", "klout", "--yes")[0] == 1
    code, out, _err = run("import", good, "--score", "klout")
    assert (code, "Nothing was written" in out) == (0, True)
    assert listed(run, "scores") == []
    assert listed(run, "list", "imports") == []


def test_good_files_are_imported_beside_bad_ones(run: Run, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.csv", tmp_path / "good.csv"
    bad.write_bytes(b"")
    good.write_text("date,score\n2011-10-01,70\nx,5\n", encoding="utf-8")
    code, out, err = run("import", bad, good, "--score", "klout", "--yes", "--json")
    refused, taken = json.loads(out)
    assert (code, refused["status"], taken["status"]) == (1, "refused", "imported")
    assert taken["unreadable_records"] == ["3: “x” is not a date."]
    assert err.startswith("bad.csv is empty. ")
    code, out, _err = run("import", good, "--score", "klout", "--yes")
    assert "already in" in out
    (record,) = listed(run, "list", "imports")
    assert (record["importer"], record["new"], record["unreadable"]) == ("score_table", 1, 1)


@pytest.mark.parametrize(
    ("table", "question", "answer"),
    [
        ("date,score\n1/2/2011,5\n3/4/2011,6\n", "--day-first or --month-first", ["--day-first"]),
        ("date;score\n2011-10-01;1.234\n", "--decimal . or", ["--decimal", ","]),
        ("date,a,b\n2011-10-01,5,6\n", "--value-column and one of: a, b",
         ["--value-column", "b"]),
        ("date,a,b\n2011-10-01,5,6\n", "--value-column and one of: a, b",
         ["--value-column", "3", "--date-column", "date"]),
    ],
)  # fmt: skip
def test_a_question_names_the_option_that_answers_it(
    run: Run, tmp_path: Path, table: str, question: str, answer: list[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(table, encoding="utf-8")
    words = ["import", path, "--score", "bluesky-followers", "--yes"]
    if "decimal" in question:
        words[3] = "empire-avenue"
    code, _out, err = run(*words)
    assert code == 1
    assert question in err
    assert run(*words, *answer)[0] == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["record", "nonsense", "5"], "You keep no score “nonsense”."),
        (["readings", "klout"], "The catalogue knows: "),
        (["explain", "klout"], "You keep no score “klout”."),
        (["record", "klout", "5", "--on", "soon"], "“soon” is not a date."),
        (["record", "klout", "5", "--on", "2999-01-01"], "2999-01-01 is still to come."),
    ],
)
def test_what_cannot_be_done_is_a_sentence(run: Run, words: list[str], sentence: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (1, "")
    assert sentence in err


def test_tables_for_the_eye(run: Run) -> None:
    assert "You keep no scores yet" in run("scores")[1]
    run("record", "klout", "37", "--on", "2011-03-01")
    assert "Klout score" in run("scores")[1]
    assert "2011-03-01" in run("readings", "klout")[1]


def test_the_story_of_the_demo_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["--demo", "explain", "klout", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["kind"], row["verdict"]) for row in rows] == [
        ("trend", "own_act"),
        ("step", "own_act"),
        ("retold", "rewritten"),
        ("step", "their_change"),
        ("ending", "own_act"),
    ]
    rise, left, retold, formula, end = rows
    assert (round(rise["before"]), round(rise["after"])) == (37, 75)
    assert (round(left["before"]), round(left["after"])) == (75, 63)
    assert formula["events"] == retold["events"] == ["klout-2011-10-26"]
    assert (formula["retold_days"][0], formula["retold_days"][-1]) == ("2011-09-26", "2011-10-25")
    assert (end["closed"], end["ends"]) == ("2018-05-25", None)
    assert all(row["arithmetic"] for row in rows[:-1])
    assert list(end) == [*rise, "closed"], "a script finds the same keys in every row"


def test_too_few_readings_are_said_to_be_too_few(run: Run) -> None:
    run("record", "klout", "37", "--on", "2011-03-01")
    assert run("explain", "klout", "--as-known-on", "2011-03-01")[1].startswith("There ")
    code, out, _err = run("explain", "klout")
    assert code == 0
    assert out.startswith("There is 1 reading, which is too little to tell a change")
    assert "The readings end on 1 March 2011." in out


def test_days_that_no_clock_can_hold_and_no_day_at_all_are_refused(run: Run) -> None:
    run("record", "klout", "37")
    for day in ("0001-01-01", "", "now"):
        code, _out, err = run("readings", "klout", "--as-known-on", day)
        assert (code, "is not a date" in err) == (1, True), day
    code, _out, err = run("record", "klout", "38", "--on", "")
    assert (code, "is not a date" in err) == (1, True), "an empty variable of a script is not today"
