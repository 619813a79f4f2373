"""Icons are found, take the colours of the theme, and change with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from footprint.paths import resources
from footprint.ui import icons
from footprint.ui.theme import Theme
from footprint.ui.tokens import DARK, INITIALS, LIGHT

NAMES = sorted(file.stem for file in (resources() / "icons").glob("*.svg"))
LINES = [name for name in NAMES if name != "footprint"]


def _inks(picture: QPixmap) -> set[str]:
    """The colours of the pixels that are fully drawn."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", LINES)
def test_icon_is_drawn_in_the_ink_asked_for(name: str, qapp: QApplication) -> None:
    inks = _inks(icons.picture(name, 48, "#ff00ff"))
    assert inks
    assert inks <= {"#ff00ff", "#ffffff"}


def test_size_is_that_of_the_text(qapp: QApplication) -> None:
    made = icons.icon("import")
    side = icons.icon_size()
    assert made.pixmap(QSize(side, side), 1.0).size() == QSize(side, side)
    assert side >= QFontMetrics(qapp.font()).height()


def test_dressed_change_with_the_theme(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    monkeypatch.setattr(Theme, "tokens", LIGHT)
    icons.dress(button, "import")
    side = icons.icon_size()
    assert LIGHT.text in _inks(button.icon().pixmap(side, side))
    monkeypatch.setattr(Theme, "tokens", DARK)
    icons.redress()
    assert _inks(button.icon().pixmap(side, side)) == {DARK.text}


def test_program_has_an_icon(qapp: QApplication) -> None:
    assert not icons.app_icon().pixmap(64, 64).isNull()


def _initial(text: str, seed: str | None = None) -> set[str]:
    drawn = QPixmap(64, 64)
    drawn.fill("#000000")
    painter = QPainter(drawn)
    icons.paint_initial(painter, QRectF(0, 0, 64, 64), text, seed)
    painter.end()
    return _inks(drawn) & set(INITIALS)


def test_initial_has_a_lasting_colour(qapp: QApplication) -> None:
    assert _initial("Klout") == _initial("KLOUT") == _initial("another", "klout")
    assert len(_initial("Klout")) == 1
    grounds = {ground for name in "abcdefghijklmnop" for ground in _initial(name)}
    assert len(grounds) > 4


@pytest.mark.parametrize("name", ["", "\u202e", "<b>", "…"])
def test_initial_of_a_strange_name(name: str, qapp: QApplication) -> None:
    assert len(_initial(name)) == 1
    assert not icons.initial_icon(name, 7).isNull()
