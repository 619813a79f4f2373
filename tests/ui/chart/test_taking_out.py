"""A chart on a sheet of its own: pictures that can be read without the program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from footprint.domain.event import EventKind
from footprint.domain.score import Scale, ScaleKind
from footprint.ui.chart.chart import Chart
from footprint.ui.chart.decimate import DAY, Track
from footprint.ui.chart.picture import Curve, Mark, Picture
from footprint.ui.chart.taking_out import paint_page, write_png, write_svg
from footprint.ui.theme import Theme
from footprint.ui.tokens import DARK, LIGHT

BEGINS = 1_293_883_200.0  # 1 January 2011, noon
BOUNDED = Scale(kind=ScaleKind.BOUNDED, low=0, high=100)
TODAY = date(2026, 11, 22)
HOSTILE = '<script>alert("1")</script>&\x01\u202e'
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def dark(qapp: QApplication) -> Iterator[None]:
    palette, tokens = qapp.palette(), Theme.tokens
    Theme(qapp).apply("dark")
    yield
    Theme.tokens = tokens
    qapp.setPalette(palette)


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    made = Chart("Timeline")
    qtbot.addWidget(made)
    made.resize(800, 360)
    track = Track([BEGINS + n * DAY for n in range(100)], [40.0 + n % 7 for n in range(100)])
    other = Track(track.times, [50.0] * 100)
    ghost = Track([BEGINS + 80 * DAY, BEGINS + 90 * DAY], [61.0, 62.0])
    marks = (
        Mark("1", EventKind.OWN_ACT, BEGINS + 50 * DAY, "You opted out"),
        Mark("2", EventKind.THEIR_CHANGE, BEGINS + 51 * DAY, HOSTILE),
    )
    curves = (
        Curve("Klout", track, BOUNDED, ghost=ghost),
        Curve(f"Kred {HOSTILE}", other, BOUNDED),
    )
    made.show_picture(Picture(curves, marks))
    return made


def test_a_drawing_has_its_words_as_words(chart: Chart, tmp_path: Path) -> None:
    path = tmp_path / "klout.svg"
    assert write_svg(chart, str(path), TODAY)
    root = ElementTree.parse(path).getroot()
    texts = ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]
    assert "Klout" in texts
    assert "as first told" in texts
    assert "20 Feb 2011 · Your act · You opted out" in texts
    assert "1 Jan 2011 to 10 Apr 2011 · 200 readings" in texts
    assert any(text.endswith("Drawn on 22 Nov 2026.") for text in texts)
    assert any(text.startswith('Kred <script>alert("1")</script>&') for text in texts)
    assert root.findtext(f"{SVG}title", "").startswith("Klout, Kred <script>")
    assert "Klout: 100 readings" in root.findtext(f"{SVG}desc", "")


def test_a_drawing_does_nothing_and_fetches_nothing(chart: Chart, tmp_path: Path) -> None:
    path = tmp_path / "klout.svg"
    write_svg(chart, str(path), TODAY)
    inert = {"svg", "title", "desc", "defs", "g", "path", "polyline", "rect", "circle", "text",
             "polygon", "line", "ellipse", "linearGradient", "stop", "clipPath"}  # fmt: skip
    for element in ElementTree.parse(path).getroot().iter():
        assert element.tag.removeprefix(SVG) in inert
        for name, value in element.attrib.items():
            assert "href" not in name
            assert not name.startswith("on")
            assert "url(" not in value or value.startswith("url(#")


def test_a_drawing_is_light_whatever_the_program_is(
    dark: None, chart: Chart, tmp_path: Path
) -> None:
    path = tmp_path / "klout.svg"
    write_svg(chart, str(path), TODAY)
    drawing = QSvgRenderer(str(path))
    image = QImage(drawing.viewBox().size(), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    assert image.pixelColor(3, image.height() - 3) == QColor(LIGHT.panel)
    assert LIGHT.accent in path.read_text()
    assert DARK.accent not in path.read_text()


def test_a_picture_looks_as_the_program_does(dark: None, chart: Chart, tmp_path: Path) -> None:
    path = tmp_path / "klout.png"
    assert write_png(chart, str(path), TODAY)
    image = QImage(str(path))
    assert image.width() == 2 * chart.width()
    assert image.height() > 2 * chart.height()
    assert image.pixelColor(5, image.height() - 5) == QColor(DARK.panel)
    head = [image.pixelColor(x, y) for x in range(400) for y in range(10, 60)]
    assert QColor(DARK.text) in head


def test_nothing_is_written_where_nothing_can_be(chart: Chart, tmp_path: Path) -> None:
    assert not write_png(chart, str(tmp_path / "none" / "klout.png"), TODAY)


@pytest.mark.parametrize("sharpness", [1.0, 10.0])
def test_a_page_is_filled_from_edge_to_edge(chart: Chart, sharpness: float) -> None:
    """Letters and lines grow with the sharpness of a printer, and stay in proportion."""
    page = QImage(round(400 * sharpness), round(300 * sharpness), QImage.Format.Format_RGB32)
    page.fill(QColor("#ff00ff"))
    painter = QPainter(page)
    paint_page(chart, painter, QRectF(page.rect()), TODAY)
    painter.end()
    small = page.scaled(400, 300)
    painted = [x for x in range(400) if small.pixelColor(x, 5) != QColor("#ff00ff")]
    assert len(painted) > 300
    inked = sum(small.pixelColor(x, y).lightness() < 128 for x in range(150) for y in range(12))
    assert 20 < inked < 700
