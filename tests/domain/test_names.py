"""Names from elsewhere: compared without case, shown without anything that steers."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.names import folded, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\nlines\tof text", "two lines of text"),
        ("\x1b[31mred", "[31mred"),
        ("gpj\u202e.exe", "gpj.exe"),
        ("zero\u200bwidth\x00", "zerowidth"),
        ("  Café  ", "Café"),
        ("<b>", "<b>"),
    ],
)
def test_what_is_shown_of_a_name(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_nothing_that_steers_is_ever_shown(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in shown)


def test_two_spellings_of_one_name_are_the_same() -> None:
    assert folded("  ＳＴＲＡẞE ") == folded("strasse")
    assert folded("Klout") != folded("Kloud")
