"""Values as text: for people, and for spreadsheets that would run them."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain import score_csv
from footprint.domain.score import Method, Reading, Scale, Value
from footprint.domain.score_text import neutral, shown, unmarked
from tests import scales


@pytest.mark.parametrize(
    ("number", "scale", "text"),
    [(1234567, scales.COUNT, "1,234,567"), (37.0, scales.HUNDRED, "37"), (5, scales.GRADES, "B+"),
     (37.25, scales.OPEN, "37.25"), (99, scales.GRADES, "A"), (-1, scales.GRADES, "D-")],
)  # fmt: skip
def test_a_number_of_the_scale(number: float, scale: Scale, text: str) -> None:
    assert shown(number, scale) == text


@given(st.text(max_size=20))
def test_neutral_reads_back(cell: str) -> None:
    assert unmarked(neutral(cell)) == cell


@given(st.text(alphabet="=+-@'\t\r\n＝＋ 1a", max_size=8))
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert not neutral(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋"))
    assert unmarked(neutral(cell)) == cell


def test_no_text_of_a_written_table_is_a_formula() -> None:
    moment = datetime(2011, 10, 26, 12, tzinfo=UTC)
    reading = Reading(
        id=1, score_id=1, effective=moment, recorded=moment,
        value=Value(-5, "-5+cmd|' /C calc'!A0"), method=Method.TYPED,
        source="@SUM(1)", note="=HYPERLINK(1)", reason="+1",
    )  # fmt: skip
    target = io.StringIO()
    score_csv.write([reading], scales.OPEN, target)

    header, row = csv.reader(io.StringIO(target.getvalue()))
    told = dict(zip(header, row, strict=True))
    assert told["number"] == "-5.0", "a number that Footprint computed stays a number"
    assert all(
        not cell.startswith(tuple("=+-@")) for name, cell in told.items() if name != "number"
    )
    assert told["date"] == "2011-10-26"
