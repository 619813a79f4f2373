"""Takes a chart out of the program on a sheet of its own: as a picture, as a drawing, on paper."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from footprint.ui.chart.chart import Chart
from footprint.ui.chart.colours import Inks
from footprint.ui.chart.sheet import Sheet
from footprint.ui.plain import plain

_SHARPNESS = 2
_MOST_TOLD = 2000


def write_png(chart: Chart, path: str, today: date) -> bool:
    """Write it as it looks now, twice as sharp; returns whether that was possible."""
    sheet = Sheet(chart, today)
    image = QImage(sheet.size.toSize() * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    painter = QPainter(image)
    sheet.paint(painter, Inks())
    painter.end()
    return QImageWriter(path, b"png").write(image)


def write_svg(chart: Chart, path: str, today: date) -> bool:
    """Write it as a drawing with its words as words, in light colours; returns whether it went.

    Names come from files: as title and description they are text, never mark-up.
    """
    sheet = Sheet(chart, today)
    drawing = QSvgGenerator()
    drawing.setFileName(path)
    drawing.setResolution(chart.logicalDpiX())  # else it is smaller on paper than on the screen
    drawing.setSize(sheet.size.toSize())
    drawing.setViewBox(QRectF(0, 0, sheet.size.width(), sheet.size.height()))
    drawing.setTitle(sheet.title)
    drawing.setDescription(plain(chart.accessibleDescription(), limit=_MOST_TOLD))
    painter = QPainter()
    if not painter.begin(drawing):
        return False
    sheet.paint(painter, Inks(paper=True))
    painter.end()
    return True


def paint_page(chart: Chart, painter: QPainter, page: QRectF, today: date) -> None:
    """Paint it in light colours, as large as the page allows."""
    sheet = Sheet(chart, today)
    scale = min(page.width() / sheet.size.width(), page.height() / sheet.size.height())
    painter.save()
    painter.scale(scale, scale)
    sheet.paint(painter, Inks(paper=True))
    painter.restore()
