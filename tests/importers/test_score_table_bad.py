"""What a bad table gets: a sentence, or a list of rows with the reason, and nothing lost."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.score import Scale, Score
from footprint.domain.score_preview import TableChoices
from footprint.errors import FootprintError
from footprint.importers import score_table
from footprint.importers.score_table import read
from footprint.importers.tables import json_rows, rows
from footprint.progress import Cancelled, Progress
from tests import scales
from tests.importers.score_tables import NOW, Look, look_at, told


def test_every_row_that_is_not_read_says_why(look: Look) -> None:
    reading = look(
        "date,score,note\n2020-01-01,5,first\n2020-01-02,NaN,\n2030-01-01,7,\n2020-01-03,1e400,\n"
        ",5,\n2020-01-05,,\nyesterday,5,\n2020-01-06,http://a.example,\n2020-01-07,6,\n"
    )
    assert told(reading) == [("2020-01-01", 5), ("2020-01-07", 6)]
    assert reading.rows[0].note == "first"
    assert [(bad.where.record, bad.why) for bad in reading.bad] == [
        (3, "“NaN” is not a number."),
        (4, "“2030-01-01” lies in the future."),
        (5, "“1e400” is not a number."),
        (6, "The date is empty."),
        (7, "The value is empty."),
        (8, "“yesterday” is not a date."),
        (9, "The value is a web address: “http://a.example”."),
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "a.csv is empty."),
        (b"\n \r\n", "a.csv is empty."),
        (b"\x00" * 64, "a.csv is empty."),
        (bytes(range(256)) * 20, "not a text file"),
        (b"PK\x03\x04" + b"\x00" * 60, "spreadsheet or an archive"),
        (b"\x1f\x8b\x08" + b"\x00" * 60, "compressed"),
        (b"just some words\nand more of them\n", "No column of this table holds dates."),
        (b"date,score\n", "There is a heading and no row below it: date, score."),
        (b"date,url\n2020-01-01,http://a.example\n", "No column of this table holds values of"),
        (b"date,score\n2020-01-01,\n", "No column of this table holds values"),
        (b"date,score\n2031-01-01,5\n", "No row of a.csv can be read. Row 2: “2031-01-01” lies"),
        (b"[1, 2", "not the JSON it claims to be"),
        (b"[" * 100_000, "not the JSON it claims to be"),
        (b'{"a": {"b": []}}', "holds no list of dated values"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(
    look: Look, content: bytes, sentence: str
) -> None:
    with pytest.raises(FootprintError) as refused:
        look(content)
    assert sentence in refused.value.title
    assert refused.value.hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(FootprintError, match="cannot be read"):
            look_at(path)


def test_a_chosen_column_that_is_not_there_is_a_sentence(look: Look) -> None:
    for column in ("c", 5):
        with pytest.raises(FootprintError, match="There is no column"):
            look("date,a\n2020-01-01,5\n", value_column=column)


def test_what_lies_outside_the_scale_is_taken_and_said(look: Look) -> None:
    reading = look("date,score\n2020-01-01,5\n2020-01-02,500\n", scales.HUNDRED)
    assert len(reading.rows) == 2
    assert reading.warnings == ("1 value lies outside the scale; it is taken as it stands.",)


def test_an_open_quotation_mark_swallows_nothing(look: Look) -> None:
    rows = [f"2020-01-01 {n // 60:02}:{n % 60:02},{n},x" for n in range(200)]
    rows[5] = rows[5].replace(",x", ',"5 inch')
    assert len(look("date,score,note\n" + "\n".join(rows)).rows) == 200


def test_an_open_quotation_mark_far_down_is_told(look: Look) -> None:
    rows = [f"2020-01-{n % 28 + 1:02} {n // 60 % 24:02}:{n % 60:02},{n},x" for n in range(40_000)]
    rows[30_000] = rows[30_000].replace(",x", ',"5 inch')
    reading = look("date,score,note\n" + "\n".join(rows))
    assert len(reading.rows) >= 30_000
    assert "a quotation mark is open" in reading.bad[0].why


def test_one_endless_line_is_not_held_in_memory(look: Look) -> None:
    with pytest.raises(FootprintError):
        look(b"x" * 3_000_000)


def test_too_many_rows_are_a_sentence(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    content = "date,score\n" + "2020-01-01,5\n" * 20
    monkeypatch.setattr(rows, "MOST_ROWS", 10)
    with pytest.raises(FootprintError, match="more than 10 rows"):
        look(content)
    monkeypatch.setattr(rows, "MOST_BAD", 3)
    with pytest.raises(FootprintError, match="More than 3 rows"):
        look("date,score\n2020-01-01,5\n2020-01-01,6\n" + "2020-01-01,\n" * 5)


def test_it_can_be_cancelled_and_speaks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("date,score\n" + "2020-01-01,5\n" * 20_000, encoding="utf-8")
    heard: list[tuple[int, int | None]] = []

    def listen(done: int, total: int | None, _text: str) -> None:
        heard.append((done, total))
        if len(heard) == 3:
            progress.cancel()

    progress = Progress(listen)
    with pytest.raises(Cancelled):
        read(path, Score(1, "x", scales.OPEN), TableChoices(), now=NOW, progress=progress)
    assert [total for _done, total in heard] == [path.stat().st_size] * 3
    assert [done for done, _total in heard] == sorted(done for done, _total in heard)


@given(
    content=st.binary(max_size=200)
    | st.text(alphabet="0123456789-/.,;:\t\n\"' abkM%TZ=+{}[]é\x00", max_size=200).map(str.encode),
    name=st.sampled_from(["a.csv", "a.json", "a.tsv"]),
    scale=st.sampled_from(scales.ALL),
)
def test_no_bytes_harm(
    content: bytes, name: str, scale: Scale, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(content)
    with suppress(FootprintError):
        assert len(look_at(path, scale).rows) > 0


@pytest.mark.parametrize(
    ("content", "taken", "refused"),
    [
        # What lies outside the scale is the scorer's affair: it is taken (and warned of).
        ("2020-01-01,-5\n2020-01-02,1e6\n", [-5, 1e6], []),
        ("2020-01-01,5\n2026-06-03,6\n2999-01-01,7\n", [5],
         [(3, "“2026-06-03” lies in the future."), (4, "“2999-01-01” lies in the future.")]),
        ("2020-01-01,5\n2020-01-02,NaN\n2020-01-03,1e400\n2020-01-04,-inf\n2020-01-05,#N/A\n", [5],
         [(3, "“NaN” is not a number."), (4, "“1e400” is not a number."),
          (5, "“-inf” is not a number."), (6, "“#N/A” is not a number.")]),
        ("2020-02-30,5\n2020-13-01,5\n2020-02-28,6\n", [6],
         [(2, "“2020-02-30” is not a date."), (3, "“2020-13-01” is not a date.")]),
        ("soon,5\nlater,6\nnever,7\n2020-01-01,8\n", [8],
         [(2, "“soon” is not a date."), (3, "“later” is not a date."),
          (4, "“never” is not a date.")]),
        ("2020-01-01,5\n2020-01-02\n2020-01-03,6,7,8\n", [5, 6], [(3, "The value is empty.")]),
        ("2020-01-01,5\n2020-01-02,=2+3\n", [5], [(3, "“=2+3” is not a number.")]),
        ("2020-01-01,5\n2020-01-02," + "9" * 500 + "\n", [5],
         [(3, "“" + "9" * 60 + "” is not a number.")]),
        # Two runs appended to one file, the heading too.
        ("2020-01-01,5\ndate,score\n2020-01-01,5\n2020-01-02,6\n", [5, 5, 6],
         [(3, "“date” is not a date.")]),
    ],
)  # fmt: skip
def test_each_row_is_taken_or_listed_with_the_reason(
    look: Look, content: str, taken: list[float], refused: list[tuple[int, str]]
) -> None:
    reading = look("date,score\n" + content)
    assert [number for _date, number in told(reading)] == taken
    assert [(bad.where.record, bad.why) for bad in reading.bad] == refused


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["43831", "43832.75"], ["2020-01-01", "2020-01-02T18:00:00Z"]),
        (["2020-01-01T00:30:00+02:00", "2020-01-01 12:00 PST"],
         ["2019-12-31T22:30:00Z", "2020-01-01T20:00:00Z"]),
        (["2020-01-01 12:00 XYZ", "2020-01-01 12:00 CET"], ["2020-01-01T11:00:00Z"]),
        (["1577836800", "1577923200000"], ["2020-01-01", "2020-01-02"]),
        (["Jan 3, 2020", "3 January 2019", "2018-01-03"],
         ["2020-01-03", "2019-01-03", "2018-01-03"]),
    ],
)  # fmt: skip
def test_dates_of_every_make_in_one_column(
    look: Look, dates: list[str], expected: list[str]
) -> None:
    rows = "".join(f'"{date}",{number}\n' for number, date in enumerate(dates, 5))
    reading = look("date,score\n" + rows)
    assert [date for date, _number in told(reading)] == expected
    assert len(reading.rows) + len(reading.bad) == len(dates)


def test_a_zone_is_for_times_that_name_none(look: Look) -> None:
    table = "date,score\n2020-07-01 12:00,5\n2020-07-01T12:00:00Z,6\n2020-07-02,7\n"
    assert told(look(table, zone="Europe/Berlin")) == [
        ("2020-07-01T10:00:00Z", 5), ("2020-07-01T12:00:00Z", 6), ("2020-07-02", 7),
    ]  # fmt: skip
    with pytest.raises(FootprintError, match="no time zone “Middle/Earth”"):
        look(table, zone="Middle/Earth")


def test_commas_and_points_that_contradict_each_other_are_asked_about(look: Look) -> None:
    cells = ["1.234,5", "1,234.5", "37,5", "37.5", "1.234"]
    rows = "".join(f"2020-01-0{n};{cell}\n" for n, cell in enumerate(cells, 1))
    reading = look("date;score\n" + rows)
    assert [number for _date, number in told(reading)] == [1234.5, 1234.5, 37.5, 37.5, 1.234]
    assert [question.choice for question in reading.questions] == ["decimal"]
    assert look("date;score\n" + rows, decimal=",").rows[4].number == 1234


def test_a_column_of_addresses_is_no_column_of_values(look: Look) -> None:
    reading = look(
        "page,date,count\nhttp://a.example/7,2020-01-01,5\nhttp://a.example/8,2020-01-02,6\n"
    )
    assert told(reading) == [("2020-01-01", 5), ("2020-01-02", 6)]
    with pytest.raises(FootprintError, match=r"holds values of Followers\. Its columns: date, url"):
        look("date,url\n2020-01-01,http://a.example\n")


def test_records_of_json_that_are_none_are_listed(look: Look) -> None:
    reading = look(
        '[{"date": "2020-01-01", "score": 5}, 7, {"date": "2020-01-02", "score": NaN},'
        ' {"date": "2020-01-03", "score": 1e400}, {"date": "2020-01-04", "score": true},'
        ' {"date": "2020-01-05", "score": 6}]',
        name="a.json",
    )
    assert told(reading) == [("2020-01-01", 5), ("2020-01-05", 6)]
    assert [bad.why for bad in reading.bad] == [
        "“7” is not a date.", "“NaN” is not a number.", "“1e400” is not a number.",
        "“true” is not a number.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"delimiter": ";;"}, "Fields cannot be separated by “;;”."),
        ({"delimiter": '"'}, "Fields cannot be separated by"),
        ({"encoding": "klingon"}, "There is no encoding “klingon”."),
    ],
)
def test_a_choice_that_makes_no_sense_is_a_sentence(
    look: Look, choices: dict[str, object], sentence: str
) -> None:
    with pytest.raises(FootprintError) as refused:
        look("date,score\n2020-01-01,5\n\n", **choices)
    assert sentence in refused.value.title


def test_what_was_only_half_understood_is_said(look: Look) -> None:
    reading = look("date;score;note\n2020-05;5;café\n2020-06;6;\n".encode("cp1252"))
    assert told(reading) == [("2020-05-01", 5), ("2020-06-01", 6)]
    assert reading.rows[0].note == "café"
    assert reading.warnings == (
        "Some dates name a month only; they are put on its first day.",
        "The file is not in Unicode; accents in notes may be wrong.",
    )


def test_json_that_does_not_fit_in_the_memory_is_refused(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = '{"2020-01-01": 5, "2020-01-02": 6}'
    monkeypatch.setattr(json_rows, "MAX_JSON_VALUES", 1)
    with pytest.raises(FootprintError, match="lists more than 1 values") as refused:
        look(table, name="a.json")
    assert "CSV" in refused.value.hint
    monkeypatch.setattr(score_table, "_MOST_JSON", 10)
    with pytest.raises(FootprintError, match=r"a\.json is larger than"):
        look(table, name="a.json")


def test_a_table_of_footprint_that_somebody_changed(look: Look) -> None:
    header = "date,value,number,precision,note,source,method,recorded,reason"
    rows = ["2020-01-01,5,five,,,,,,", "2020-01-02,6,nan,,,,,,", "2020-01-03,7,7.0,,,,,,"]
    reading = look("\n".join([header, *rows]))
    assert told(reading) == [("2020-01-01", 5), ("2020-01-03", 7)]
    assert [(bad.where.record, bad.why) for bad in reading.bad] == [(3, "“6” is not a number.")]
