"""What a person types is read on its scale, and no number of theirs is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.score import Scale
from footprint.domain.score_doubts import jump
from footprint.domain.score_value import NotAValue, from_parts, parse
from tests import scales


@pytest.mark.parametrize(
    ("text", "scale", "number", "parts"),
    [
        ("37", scales.HUNDRED, 37, {}),
        ("~37 points", scales.HUNDRED, 37, {}),
        ("37/100", scales.HUNDRED, 37, {}),
        ("37 out of 100", scales.HUNDRED, 37, {}),
        ("68.114", scales.HUNDRED, 68.114, {}),
        ("68,114", scales.HUNDRED, 68.114, {}),
        ("1.234", scales.COUNT, 1234, {}),
        ("1,2 k", scales.COUNT, 1200, {}),
        ("€ 5.40", scales.OPEN, 5.4, {}),
        ("top 5 %", scales.RANK, 5, {}),
        ("b +", scales.GRADES, 5, {}),
        ("B plus", scales.GRADES, 5, {}),
        ("D-", scales.GRADES, 0, {}),
        ("719 over 5", scales.PAIR, 719, {"outreach": 5}),
        ("719/5", scales.PAIR, 719, {"outreach": 5}),
        ("719 (5)", scales.PAIR, 719, {"outreach": 5}),
        ("719", scales.PAIR, 719, {}),
        ("63", scales.PILLARS, 63, {}),
        ("15+20+10+18", scales.PILLARS, 63,
         {"brand": 15, "people": 20, "insights": 10, "relationships": 18}),
        ("63 (15.2 + 20,1 + 10 + 17.7)", scales.PILLARS, 63,
         {"brand": 15.2, "people": 20.1, "insights": 10, "relationships": 17.7}),
        ("63: insights 10; brand=20", scales.PILLARS, 63, {"insights": 10, "brand": 20}),
    ],
)  # fmt: skip
def test_it_is_read(text: str, scale: Scale, number: float, parts: dict[str, float]) -> None:
    typed = parse(text, scale)
    assert (typed.value.number, dict(typed.value.parts)) == (number, parts)
    assert typed.value.text == text
    assert typed.warnings == ()


@pytest.mark.parametrize(
    ("text", "scale", "warning"),
    [
        ("108", scales.HUNDRED, "108 lies outside the scale, which ends at 100."),
        ("0", scales.HUNDRED, "0 lies outside the scale, which begins at 1."),
        ("37/50", scales.HUNDRED, "You wrote “of 50”; the scale ends at 100."),
        ("1.234", scales.OPEN, "“1.234” can be read in two ways; it is read as 1.234."),
        ("60 (15+20+10+18)", scales.PILLARS, "The parts add up to 63, the whole says 60."),
        ("30+10+10+10", scales.PILLARS, "Establish your professional brand: 30 lies outside"),
    ],
)
def test_what_is_odd_is_said_and_taken(text: str, scale: Scale, warning: str) -> None:
    assert any(told.startswith(warning) for told in parse(text, scale).warnings)


@pytest.mark.parametrize(
    ("text", "scale"),
    [("NaN", scales.HUNDRED), ("1e400", scales.OPEN), ("inf", scales.OPEN), ("", scales.OPEN),
     ("E", scales.GRADES), ("3", scales.GRADES), ("x over 5", scales.PAIR),
     ("1+2+3+4+5", scales.PILLARS), ("+" * 100_000 + "x", scales.OPEN)],
)  # fmt: skip
def test_what_is_no_value_is_a_sentence(text: str, scale: Scale) -> None:
    with pytest.raises(NotAValue) as refused:
        parse(text, scale)
    assert refused.value.hint


@given(st.text(max_size=40), st.sampled_from(scales.ALL), st.sampled_from([None, ".", ","]))
def test_no_text_harms(text: str, scale: Scale, decimal: str | None) -> None:
    try:
        value = parse(text, scale, decimal=decimal).value
    except NotAValue:
        return
    assert abs(value.number) <= 1.8e308
    assert all(part in {p.id for p in scale.parts} | {"second"} for part in value.parts)


def test_parts_without_a_whole_are_added() -> None:
    typed = from_parts({"brand": 15.2, "people": 20.0}, scales.PILLARS)
    assert (typed.value.number, typed.value.text) == (35.2, "35.2 (15.2 + 20)")


@pytest.mark.parametrize(
    ("number", "scale", "earlier", "odd"),
    [
        (37, scales.HUNDRED, [], False),
        (36, scales.HUNDRED, [63, 62, 63, 64, 63], True),
        (60, scales.HUNDRED, [63, 62, 63, 64, 63], False),
        (75, scales.HUNDRED, [37], False),
        (95, scales.HUNDRED, [37], True),
        (12_345, scales.COUNT, [1234], True),
        (2_000, scales.COUNT, [1234], False),
        (12, scales.COUNT, [1], False),
        (12_000, scales.COUNT, [1150, 1160, 1170, 1180, 1190, 1200], True),
        (1_300, scales.COUNT, [1150, 1160, 1170, 1180, 1190, 1200], False),
        (0, scales.GRADES, [6], True),
        (5, scales.GRADES, [6], False),
    ],
)
def test_a_slipped_digit_is_noticed(
    number: float, scale: Scale, earlier: list[float], odd: bool
) -> None:
    assert (jump(number, scale, earlier) is not None) is odd
