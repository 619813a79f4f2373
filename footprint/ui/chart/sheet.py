"""The chart on a sheet of its own: with a title, every event in words, and where it comes from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontInfo, QPainter

from footprint.i18n import _, ngettext
from footprint.ui.chart.chart import Chart
from footprint.ui.chart.colours import Inks
from footprint.ui.chart.lettering import Lettering
from footprint.ui.chart.painting import ScenePainter
from footprint.ui.chart.picture import Mark
from footprint.ui.chart.scene import Scene, scene_of
from footprint.ui.chart.words import day, kind_word, type_of
from footprint.ui.models.dates import exact
from footprint.ui.plain import plain

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_TITLE = 1.35  # times the usual size
_LEADING = 1.35
_MOST_EVENTS = 40


class Sheet:
    """What a chart shows, without pointer and keyboard, to be read on its own on `today`."""

    def __init__(self, chart: Chart, today: date) -> None:
        self._chart = chart
        self._today = today
        # In pixels: points are as many of them as the printer's sharpness makes them.
        self._font = QFont(chart.font())
        self._font.setPixelSize(QFontInfo(chart.font()).pixelSize())
        self._letters = type_of(self._font)
        seen = scene_of(chart.picture, chart.view, self._inside, self._letters).flags
        self._marks = [flag.mark for flag in seen][:_MOST_EVENTS]
        self._left_out = len(seen) - len(self._marks)

    @property
    def _inside(self) -> tuple[float, float]:
        return float(self._chart.width()), float(self._chart.height())

    @property
    def size(self) -> QSizeF:
        """As wide as the chart, and as high as title, chart and words need together."""
        wide, high = self._inside
        return QSizeF(wide, self._head + high + self._foot)

    @property
    def _head(self) -> float:
        return self._letters.line * 3.4

    @property
    def _foot(self) -> float:
        lines = len(self._marks) + bool(self._left_out) + 1.8
        return self._letters.line * (lines * _LEADING + 0.6)

    @property
    def title(self) -> str:
        """The names of the curves."""
        return plain(", ".join(curve.name for curve in self._chart.picture.curves))

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Paint all of it from (0, 0) on."""
        chart, letters = self._chart, self._letters
        painter.setFont(self._font)
        painter.fillRect(QRectF(QPointF(0, 0), self.size), inks.of("panel"))
        scene = scene_of(chart.picture, chart.view, self._inside, letters, current=chart.current)
        self._paint_head(painter, inks)
        painter.save()
        painter.translate(0, self._head)
        whole = QRectF(QPointF(0, 0), QSizeF(*self._inside))
        ScenePainter(painter, scene, letters, inks).paint(chart.picture, chart.current, whole)
        painter.restore()
        self._paint_foot(painter, scene, inks)

    def _paint_head(self, painter: QPainter, inks: Inks) -> None:
        letters, font = self._letters, self._font
        large = QFont(font)
        large.setWeight(QFont.Weight.DemiBold)
        large.setPixelSize(round(font.pixelSize() * _TITLE))
        painter.setFont(large)
        painter.setPen(inks.of("text"))
        x, wide = letters.character * 2, self._inside[0] - letters.character * 4
        title = QRectF(x, letters.line * 0.4, wide, letters.line * 1.6)
        painter.drawText(title, _LEFT, type_of(large).elide(self.title, wide))
        painter.setFont(font)
        painter.setPen(inks.of("muted"))
        below = QRectF(x, title.bottom(), wide, letters.line * 1.2)
        painter.drawText(below, _LEFT, letters.elide(self._span(), wide))

    def _span(self) -> str:
        """The stretch of time that is seen, and how much was read in it."""
        view, curves = self._chart.view, self._chart.picture.curves
        count = sum(len(curve.track.within(view.begin, view.end)) for curve in curves)
        readings = ngettext("{n} reading", "{n} readings", count).format(n=count)
        ends = [m for c in curves if len(c.track) for m in (c.track.times[0], c.track.times[-1])]
        begin = max(view.begin, min(ends, default=view.begin))
        end = min(view.end, max(ends, default=view.end))
        span = _("{begins} to {ends}").format(begins=day(begin), ends=day(max(begin, end)))
        return f"{span} · {readings}"

    def _paint_foot(self, painter: QPainter, scene: Scene, inks: Inks) -> None:
        letters = self._letters
        lettering = Lettering(painter, scene, letters, inks)
        high = letters.line * _LEADING
        x, y = letters.character * 2, self._head + self._inside[1] + letters.line * 0.4
        wide = self._inside[0] - 2 * x
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            lettering.sign(mark.kind, QPointF(x + letters.line * 0.3, y + high / 2))
            painter.setPen(inks.of("text"))
            self._line(painter, (x + letters.line, y), wide - letters.line, _of_event(mark))
            y += high
        painter.setPen(inks.of("muted"))
        if self._left_out:
            more = ngettext("and {n} more event", "and {n} more events", self._left_out)
            self._line(painter, (x + letters.line, y), wide, more.format(n=self._left_out))
            y += high
        source = _("Recorded with Footprint on the person’s own computer. Drawn on {day}.")
        self._line(painter, (x, y + high * 0.4), wide, source.format(day=exact(self._today)))

    def _line(self, painter: QPainter, at: tuple[float, float], wide: float, text: str) -> None:
        room = QRectF(at[0], at[1], wide, self._letters.line * _LEADING)
        painter.drawText(room, _LEFT, self._letters.elide(text, wide))


def _of_event(mark: Mark) -> str:
    when = day(mark.moment)
    if mark.ends is not None:
        when = _("{begins} to {ends}").format(begins=when, ends=day(mark.ends))
    return f"{when} · {kind_word(mark.kind)} · {mark.title}"
