"""Pasted pages, in the shapes that a copied page has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.score import Scale, Score
from footprint.importers.score_page import lines_of, values_of
from tests import scales

SSI = Score(1, "LinkedIn SSI", scales.PILLARS)
PARTS = {"brand": 15.2, "people": 10.1, "insights": 20, "relationships": 17.7}

PAGES = {
    "numbers above their labels": """
        Your Social Selling Index
        Updated daily

        63 out of 100
        Four components of your score
        15.2
        Establish your professional brand
        10.1
        Find the right people
        20
        Engage with insights
        17.7
        Build relationships
        People in your industry
        21
    """,
    "numbers below their labels": """
        Social Selling Index – today
        63
        out of 100
        Establish your professional brand
        15,2
        Find the right people
        10,1
        Engage with insights
        20
        Build relationships
        17,7
    """,
    "numbers beside their labels": """
        63 | Current Social Selling Index
        15.2 | Establish your professional brand.
        10.1 | Find the right people
        20 | Engage with insights
        17.7 | Build relationships
    """,
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_four_pillars(page: str) -> None:
    _line, typed = values_of(lines_of(page), SSI)[0]
    assert (typed.value.number, typed.value.parts, typed.warnings) == (63, PARTS, ())


def test_parts_alone_make_the_whole() -> None:
    page = "\n".join(f"{part.name}: {PARTS[part.id]}" for part in scales.PILLARS.parts)
    assert values_of(lines_of(page), SSI)[0][1].value.number == sum(PARTS.values())


@pytest.mark.parametrize(
    ("page", "name", "scale", "number"),
    [
        (
            "Sam Invented\nKlout Score: 37\nPosts: 1,204\nFollowers: 1.2K",
            "Klout",
            scales.HUNDRED,
            37,
        ),
        ("Your Klout score is 37.5 today", "Klout", scales.HUNDRED, 37.5),
        ("Your Klout score is 37.5", "Klout", scales.HUNDRED, 37.5),
        ("300 following\n12.4K followers", "Followers", scales.OPEN, 12_400),
        ("Total Grade: B+\nRank: 1,204th", "Grade", scales.GRADES, 5),
        ("Snap Score\n12,345", "Snap score", scales.COUNT, 12_345),
        ("Influence\n719 over 5", "Influence", scales.PAIR, 719),
        ("a page that says nothing", "Klout", scales.HUNDRED, None),
        ("", "Klout", scales.HUNDRED, None),
    ],
)
def test_label_and_number(page: str, name: str, scale: Scale, number: float | None) -> None:
    found = values_of(lines_of(page), Score(1, name, scale))
    assert (found[0][1].value.number if found else None) == number


@given(st.text(max_size=300), st.sampled_from(scales.ALL))
def test_no_page_harms(page: str, scale: Scale) -> None:
    values_of(lines_of(page), Score(1, "Klout", scale))
