"""What pressing on the chart opens: the reading or the event there, or a menu about both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from footprint.domain.event import Event
from footprint.i18n import _
from footprint.ui.chart.cursor import Cursor, nearest
from footprint.ui.chart.ticks import to_datetime
from footprint.ui.models.dates import exact
from footprint.ui.pages.scores_events import EventActs
from footprint.ui.pages.scores_timeline import Timeline

_NEAR = 10.0
_MOST_EVENTS = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChartPressing(QObject):
    """Watches the chart; what the chart itself does with a press or a key stays."""

    def __init__(self, timeline: Timeline, events: EventActs) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self._events = events
        self._pressed: QPointF | None = None
        timeline.chart.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open what was pressed, or show the menu."""
        if isinstance(event, QContextMenuEvent):
            return self._show_menu(event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            self._mouse(event)
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> None:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed = event.position()
        elif event.type() is QEvent.Type.MouseButtonRelease and self._pressed is not None:
            gone = (event.position() - self._pressed).manhattanLength()
            self._pressed = None
            if gone < QApplication.startDragDistance():
                # Once the chart has gone to what was clicked.
                QTimer.singleShot(0, self, self._open)

    def _key(self, event: QKeyEvent) -> bool:
        chart = self._timeline.chart
        if event.key() in _ENTER and chart.mark_at is not None:
            self._open()
            return True
        return False

    @Slot()
    def _open(self) -> None:
        chart = self._timeline.chart
        if chart.mark_at is not None:
            self._timeline.open_mark(chart.mark_at)
        elif chart.cursor_at is not None and chart.span is None:
            self._timeline.open_point(chart.cursor_at.curve, chart.cursor_at.point)

    # --- the menu ----------------------------------------------------------------------------

    def _show_menu(self, event: QContextMenuEvent) -> bool:
        chart, at = self._timeline.chart, event.pos()
        if chart.picture.empty:
            return True
        cursor = nearest(chart.picture, chart.moment_at(at.x()))
        if event.reason() is QContextMenuEvent.Reason.Keyboard and chart.cursor_at is not None:
            cursor = chart.cursor_at
            x = chart.view.place(cursor.moment(chart.picture), chart.plot.left, chart.plot.width)
            at = QPoint(round(x), round(chart.plot.top))
        self.menu_at(cursor, at).popup(chart.mapToGlobal(at))
        return True

    def menu_at(self, cursor: Cursor | None, at: QPoint) -> QMenu:
        """The menu for a point and a place of the chart."""
        chart = self._timeline.chart
        menu = QMenu(chart)
        menu.aboutToHide.connect(menu.deleteLater)
        if cursor is not None:
            moment = to_datetime(cursor.moment(chart.picture))
            text = _("&Show the reading of {day}").format(day=exact(moment))
            opening = partial(self._timeline.open_point, cursor.curve, cursor.point)
            menu.addAction(text, opening)
        menu.addSeparator()
        for event in self._events_at(at.x())[:_MOST_EVENTS]:
            for words, act in self._events.acts(event, named=True):
                menu.addAction(words, act)
        day = to_datetime(chart.moment_at(at.x())).date()
        text = _("&Add an event on {day}…").format(day=exact(day))
        menu.addAction(text, partial(self._events.add, day=day))
        return menu

    def _events_at(self, x: float) -> list[Event]:
        """The events near a place, the nearest first."""
        known = {event.id: event for each in self._timeline.loaded for event in each.events}
        flags = [(_distance(f.x, f.until, x), f) for f in self._timeline.chart.scene().flags]
        near = sorted((pair for pair in flags if pair[0] <= _NEAR), key=lambda pair: pair[0])
        return [known[flag.mark.id] for _far, flag in near if flag.mark.id in known]


def _distance(begins: float, until: float | None, x: float) -> float:
    ends = begins if until is None else until
    return 0.0 if begins <= x <= ends else min(abs(x - begins), abs(x - ends))
