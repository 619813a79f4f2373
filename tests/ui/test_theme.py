"""The colours can be read, and the person's choice of them holds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from footprint.domain.permission import Risk
from footprint.ui.stylesheet import stylesheet
from footprint.ui.theme import Choice, Theme, palette
from footprint.ui.tokens import (
    DARK,
    INITIALS,
    LIGHT,
    STRONG_DARK,
    STRONG_LIGHT,
    Tokens,
    tokens_for,
)
from tests.ui.contrast import contrast

TABLES = {"light": LIGHT, "dark": DARK, "strong light": STRONG_LIGHT, "strong dark": STRONG_DARK}
GROUNDS = ("window", "panel", "field", "hover", "selection", "chip")
TEXTS = ("text", "muted", "accent", "good", "warning", "bad")

every_table = pytest.mark.parametrize("name", TABLES)


def _floor(name: str) -> tuple[float, float]:
    """What text and graphics need."""
    return (7.0, 4.5) if name.startswith("strong") else (4.5, 3.0)


def test_contrast_is_measured() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@every_table
def test_text_can_be_read_on_every_ground(name: str) -> None:
    table, (floor, _) = TABLES[name], _floor(name)
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs.append(("on_primary", "primary"))
    ratios = {pair: contrast(getattr(table, pair[0]), getattr(table, pair[1])) for pair in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < floor} == {}


@every_table
def test_shapes_can_be_seen(name: str) -> None:
    table, (_, floor) = TABLES[name], _floor(name)
    pairs = [(table.risk(risk), ground) for risk in (*Risk, None) for ground in GROUNDS]
    pairs += [(table.edge, ground) for ground in ("window", "panel", "field")]
    pairs += [(table.primary, ground) for ground in ("window", "panel")]
    found = {(ink, ground): contrast(ink, getattr(table, ground)) for ink, ground in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < floor} == {}


def test_initials_can_be_read() -> None:
    assert [ground for ground in INITIALS if contrast("#ffffff", ground) < 4.5] == []


@every_table
def test_palette_and_rules_have_the_colours(name: str, qapp: QApplication) -> None:
    table = TABLES[name]
    made = palette(table)
    assert made.color(QPalette.ColorRole.Window).name() == table.window
    assert made.color(QPalette.ColorRole.Text).name() == table.text
    assert "$" not in stylesheet(table, qapp.font())
    assert f"background: {table.primary}" in stylesheet(table, qapp.font())


def test_titles_grow_with_the_font(qapp: QApplication) -> None:
    small, large = QFont(qapp.font()), QFont(qapp.font())
    small.setPointSizeF(10)
    large.setPointSizeF(20)
    assert "font-size: 14.5pt" in stylesheet(LIGHT, small)
    assert "font-size: 29.0pt" in stylesheet(LIGHT, large)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.palette()
    made = Theme(qapp)
    yield made
    made.apply(Choice.LIGHT)
    qapp.setStyleSheet("")
    qapp.setPalette(before)
    made.deleteLater()


def _shown(theme: Theme, qapp: QApplication) -> Tokens:
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.tokens.window
    return theme.tokens


def test_choice_is_applied_at_once(theme: Theme, qapp: QApplication) -> None:
    theme.apply("dark")
    assert _shown(theme, qapp) is DARK
    assert Theme.risk_colour(Risk.HIGH).name() == DARK.risk(Risk.HIGH)
    theme.style()
    theme.apply("light", strong=True)
    assert _shown(theme, qapp) is STRONG_LIGHT
    assert STRONG_LIGHT.primary in qapp.styleSheet()
    assert Theme.risk_colour(None).name() == STRONG_LIGHT.unknown


def test_strange_setting_follows_the_system(theme: Theme) -> None:
    theme.apply("mauve")
    assert theme.choice is Choice.SYSTEM


def test_system_is_followed(theme: Theme, qapp: QApplication) -> None:
    if qapp.styleHints().colorScheme() is not Qt.ColorScheme.Unknown:
        pytest.skip("this system has a scheme of its own")
    theme.apply("system")
    assert _shown(theme, qapp) is LIGHT
    theme.hear_portal(True, False)
    assert _shown(theme, qapp) is DARK
    theme.hear_portal(None, True)
    assert _shown(theme, qapp) is STRONG_LIGHT
    theme.apply("dark")
    assert _shown(theme, qapp) is STRONG_DARK
    theme.hear_portal(False, False)
    assert _shown(theme, qapp) is DARK


def test_tables_are_found() -> None:
    assert tokens_for(dark=False, strong=False) is LIGHT
    assert tokens_for(dark=True, strong=True) is STRONG_DARK
