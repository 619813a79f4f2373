"""Text from a file is shown as one harmless line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.ui.plain import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Klout", "Klout"),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("\u202egpj.exe", "gpj.exe"),
        ("a\u200bb\x00c\x1b[31m", "abc[31m"),
        ("<img src=x>", "<img src=x>"),
        ("x" * 300, "x" * 199 + "…"),
        ("Größe ürün", "Größe ürün"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_marks_do_not_pile_up() -> None:
    piled = "Z" + "\u0301" * 500 + "algo"
    assert plain(piled) == "Z" + "\u0301" * 4 + "algo"


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_any_text_is_one_short_line(text: str, limit: int) -> None:
    shown = plain(text, limit)
    assert len(shown) <= limit
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in shown)
