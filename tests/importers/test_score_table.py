"""Tables of scores in every shape that people have."""

from __future__ import annotations

import hashlib

import pytest

from footprint.domain.score import Scale
from tests import scales
from tests.importers.score_tables import Look, told

TWO = [("2020-01-01", 5.0), ("2020-01-02", 6.5)]


@pytest.mark.parametrize(
    "content",
    [
        "date,count\n2020-01-01,5\n2020-01-02,6.5\n",
        "2020-01-01,5\n2020-01-02,6.5",
        "Datum;Wert\n01.01.2020;5\n02.01.2020;6,5\n",
        "date\tscore\r\n2020-01-01\t5\r\n2020-01-02\t6.5\r\n",
        "date|score\n2020-01-01|5\n2020-01-02|6.5\n",
        "2020-01-01 5\n2020-01-02 6.5\n",
        "date,score\r2020-01-01,5\r2020-01-02,6.5\r",
        "\ufeffdate,score\n2020-01-01,5\n2020-01-02,6.5\n",
        "date,score\n\n2020-01-01,5\n\n2020-01-02,6.5\n\n,\n",
        "My report\n\ndate;score;\n2020-01-01;5;\n2020-01-02;6.5;\n",
        '"date","score"\n"Jan 1, 2020","5"\n"Jan 2, 2020","6.5"\n',
        "id,value,observed\n1,5,2020-01-01\n2,6.5,2020-01-02\n",
        "date,score,url\n2020-01-01,5,http://a.example/1\n2020-01-02,6.5,http://a.example/2\n",
        "43831,5\n43832,6.5\n",
        "date,score\n2020-01-01 00:00:00,5\n2020-01-02T00:00:00Z,6.5\n",
        '[{"date": "2020-01-01", "score": 5}, {"date": "2020-01-02", "score": 6.5}]',
        '{"2020-01-01": 5, "2020-01-02": 6.5}',
        '{"2020-01-01": {"score": 5, "by": "x"}, "2020-01-02": {"score": 6.5, "by": "y"}}',
        '{"result": {"points": [{"at": "2020-01-01", "is": {"total": 5}},'
        ' {"at": "2020-01-02", "is": {"total": 6.5}}]}}',
        "[[1577836800000, 5], [1577923200000, 6.5]]",
        "sep=;\ndate;score\n2020-01-01;5\n2020-01-02;6,5\n",
        '{"data": {"dates": ["2020-01-01", "2020-01-02"], "scores": ["5", 6.5]}}',
        '{"d": "2020-01-01", "s": 5}\n{"d": "2020-01-02", "s": 6.5}\n',
        '[["2020-01-01", 5], ["2020-01-02", 6.5]]',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_the_same_two_readings(look: Look, content: str, encoding: str) -> None:
    reading = look(content.encode(encoding))
    assert told(reading) == TWO
    assert (reading.bad, reading.questions) == ((), ())


def test_the_file_is_named_by_its_hash(look: Look) -> None:
    content = "date,count\n2020-01-01,5\n"
    part = look(content).part
    assert (part.name, part.size) == ("a.csv", len(content))
    assert part.sha256 == hashlib.sha256(content.encode()).hexdigest()


@pytest.mark.parametrize(
    ("content", "choice", "value", "first"),
    [
        ("date,score\n3/4/2020,5\n6/7/2020,6\n", "day_first", True, ("2020-04-03", 5)),
        ("date,score\n3/4/2020,5\n6/7/2020,6\n", "day_first", False, ("2020-03-04", 5)),
        ("date;score\n2020-01-01;1.234\n", "decimal", ".", ("2020-01-01", 1.234)),
        ("date;score\n2020-01-01;1.234\n", "decimal", ",", ("2020-01-01", 1234)),
        ("date,a,b\n2020-01-01,5,7\n2020-01-02,6,8\n", "value_column", 2, ("2020-01-01", 7)),
        ("date,a,b\n2020-01-01,5,7\n2020-01-02,6,8\n", "value_column", "B", ("2020-01-01", 7)),
    ],
)
def test_what_the_table_does_not_tell_is_asked(
    look: Look, content: str, choice: str, value: object, first: tuple[str, float]
) -> None:
    (question,) = look(content).questions
    assert question.choice == choice
    assert len(question.options) > 1
    answered = look(content, **{choice: value})
    assert answered.questions == ()
    assert told(answered)[0] == first


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        (["3/4/2020,5", "13/4/2020,6"], ("2020-04-13", 6)),
        (["3/4/2020,5", "4/13/2020,6"], ("2020-04-13", 6)),
        (["3/4/2020,900", "13/4/2020,\"1,234\""], ("2020-04-13", 1234)),
        (["2020-01-01,5.5", "2020-01-02,\"1,234\""], ("2020-01-02", 1234)),
        (["2020-01-01,\"5,5\"", "2020-01-02,1.234"], ("2020-01-02", 1234)),
        (["2020-01-01,5.5", "2020-01-02,\"6,5\"", "2020-01-03,\"1.234,5\""],
         ("2020-01-03", 1234.5)),
    ],
)  # fmt: skip
def test_the_rest_of_the_column_tells(look: Look, rows: list[str], last: tuple[str, float]) -> None:
    reading = look("\n".join(["date,score", *rows]))
    assert reading.questions == ()
    assert told(reading)[-1] == last


def test_the_whole_column_is_asked_and_not_only_its_beginning(look: Look) -> None:
    rows = [f"{day}/{month}/{2000 + year},5" for year in range(26) for month in range(1, 13)
            for day in range(1, 13)] * 8  # fmt: skip
    assert look("date,score\n" + "\n".join(rows)).questions
    reading = look("date,score\n" + "\n".join([*rows, "25/12/2020,7"]))
    assert reading.questions == ()
    assert reading.layout.day_first is True


def test_parts_stand_in_columns_of_their_own(look: Look) -> None:
    reading = look(
        "date,SSI,Brand,Find the right people,insights,relationships\n"
        "2020-01-01,63,15.2,10.1,20,17.7\n2020-01-02,64,15.2,,20,17.7\n",
        scales.PILLARS,
    )
    assert reading.questions == ()
    assert reading.rows[0].number == 63
    assert reading.rows[0].parts == {
        "brand": 15.2, "people": 10.1, "insights": 20, "relationships": 17.7,
    }  # fmt: skip
    assert reading.rows[1].parts is not None
    assert "people" not in reading.rows[1].parts, "an empty cell is unknown, not zero"


def test_parts_without_a_whole_are_added(look: Look) -> None:
    header = "date,brand,people,insights,relationships"
    reading = look(f"{header}\n2020-01-01,15,10,20,18\n", scales.PILLARS)
    assert told(reading) == [("2020-01-01", 63)]


@pytest.mark.parametrize(
    ("scale", "cells", "numbers"),
    [
        (scales.GRADES, ["B+", "a", "D minus"], [5, 6, 0]),
        (scales.PAIR, ["719 over 5", "720/5", "721"], [719, 720, 721]),
        (scales.COUNT, ["1.2K", "1.234", "1,300"], [1200, 1234, 1300]),
        (scales.RANK, ["5 %", "4%", "3"], [5, 4, 3]),
    ],
)
def test_every_kind_of_scale(
    look: Look, scale: Scale, cells: list[str], numbers: list[float]
) -> None:
    rows = [f"2020-01-0{n};{cell}" for n, cell in enumerate(cells, 1)]
    reading = look("date;score\n" + "\n".join(rows), scale)
    assert list(reading.rows.numbers) == numbers


def test_rows_stay_in_the_order_of_the_file(look: Look) -> None:
    reading = look("date,score\n2020-01-03,7\n2020-01-01,5\n2020-01-01,5\n2020-01-02,6\n")
    assert [number for _date, number in told(reading)] == [7, 5, 5, 6]
    assert list(reading.rows.records) == [2, 3, 4, 5]


def test_a_note_of_two_lines_is_one_note(look: Look) -> None:
    reading = look('date,score,note\n2020-01-01,5,"a\nb"\n2020-01-02,6,"so ""he"" said"\n')
    assert [row.note for row in reading.rows] == ["a\nb", 'so "he" said']


@pytest.mark.parametrize(
    ("cell", "number"),
    [("1,234", 1234), ("12,345,678", 12_345_678), ("1 234", 1234), ("12\xa0345,6", 12_345.6),
     ("1'234'567.5", 1_234_567.5), ("1.234.567", 1_234_567)],
)  # fmt: skip
def test_thousands_are_set_apart_in_many_ways(look: Look, cell: str, number: float) -> None:
    reading = look(f'date,followers\n2020-01-01,"{cell}"\n', scales.COUNT)
    assert told(reading) == [("2020-01-01", number)]


def test_two_columns_of_one_name_can_be_told_apart(look: Look) -> None:
    (question,) = look("date,score,score\n2020-01-01,5,7\n").questions
    assert question.options == ((1, "score"), (2, "score (column 3)"))
    assert told(look("date,score,score\n2020-01-01,5,7\n", value_column="score (column 3)")) == [
        ("2020-01-01", 7)
    ]
