"""Meta's damaged texts are repaired one by one, and sound ones are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.importers.fields import TEXT_LIMIT
from footprint.importers.meta_text import repaired, text


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("Pok\u00c3\u00a9mon", "Pokémon"),
        ("Centre d\u00e2\u0080\u0099int\u00c3\u00a9r\u00c3\u00aat", "Centre d’intérêt"),
        ("\u00f0\u009f\u008e\u00b2", "🎲"),
        ("plain", "plain"),
        ("Pokémon", "Pokémon"),
        ("Łąka", "Łąka"),
        ("both é and \u00c3\u00a9", "both é and \u00c3\u00a9"),
    ],
)
def test_repair(damaged: str, meant: str) -> None:
    assert repaired(damaged) == meant


@given(st.text())
def test_every_damaged_text_comes_back(meant: str) -> None:
    damaged = meant.encode("utf-8").decode("latin-1")
    assert repaired(damaged) == meant


@pytest.mark.parametrize("value", [None, 5, True, [], {}, "", " \n"])
def test_what_is_no_text_is_none(value: object) -> None:
    assert text(value) is None


def test_text_is_cut_and_can_be_written_to_a_file() -> None:
    assert text("x" * (TEXT_LIMIT + 5)) == "x" * TEXT_LIMIT
    assert text("half \ud83c a pair") == "half ? a pair"
