"""Numbers as people write them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.written_numbers import decimal_mark, plain, read_number


@pytest.mark.parametrize(
    ("text", "number", "precision"),
    [
        ("37", 37, 0),
        ("37,5", 37.5, 0),
        ("-5", -5, 0),
        ("−5", -5, 0),
        (".5", 0.5, 0),
        ("1e3", 1000, 0),
        ("1.2k", 1200, 50),
        ("1.23M", 1_230_000, 5_000),
        ("1,23M", 1_230_000, 5_000),
        ("3 Mio.", 3_000_000, 500_000),
        ("2.5万", 25_000, 500),
        ("1,234,567.89", 1_234_567.89, 0),
        ("1.234.567,89", 1_234_567.89, 0),
        ("1 234 567", 1_234_567, 0),
        ("1\u202f234,5", 1234.5, 0),
        ("1'234'567", 1_234_567, 0),
        ("12,34,567", 1_234_567, 0),
        ("1234,567", 1234.567, 0),
        ("0,123", 0.123, 0),
        ("１２３", 123, 0),
        ("٣٧", 37, 0),
    ],
)
def test_one_way_to_read_it(text: str, number: float, precision: float) -> None:
    for decimal in (None, ".", ","):
        found = read_number(text, decimal)
        assert found is not None
        assert (found.number, found.precision, found.doubtful) == (number, precision, False)


@pytest.mark.parametrize(
    ("text", "point", "comma"), [("1.234", 1.234, 1234), ("1,234", 1234, 1.234)]
)
def test_a_lone_mark_before_three_digits_is_doubtful(text: str, point: float, comma: float) -> None:
    told = [read_number(text, decimal) for decimal in (None, ".", ",")]
    assert [(t.number, t.doubtful) for t in told if t] == [
        (point, True), (point, False), (comma, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", " ", "abc", "NaN", "inf", "-Infinity", "1e400", "1_000", "1.2.3", "1,2,3", "1 23", "--5",
     "5 apples", "9" * 401, "1,2.3.4", "12:30", "2011-10-26"],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [("37,5", ","), ("37.5", "."), ("1.234,5", ","), ("1,234,567", "."), ("1.234", None),
     ("37", None), ("x", None)],
)  # fmt: skip
def test_what_a_number_proves_about_the_mark(text: str, mark: str | None) -> None:
    assert decimal_mark(text) == mark


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_what_is_written_plainly_reads_back(number: float) -> None:
    found = read_number(plain(number), ".")
    assert found is not None
    assert math.isclose(found.number, number, rel_tol=1e-15, abs_tol=0)


@given(st.text(max_size=30))
def test_no_text_harms(text: str) -> None:
    for decimal in (None, ".", ","):
        found = read_number(text, decimal)
        assert found is None or math.isfinite(found.number)
    decimal_mark(text)
