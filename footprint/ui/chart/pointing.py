"""What mouse, wheel and touchpad do on a chart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent

from footprint.ui.chart.steered import Steered

_NOTCH = 120
_A_NOTCH_ZOOMS = 1.25
_A_NOTCH_PANS = 0.1
_CLICK = 4.0


class Pointing:
    """One drag at a time: with the left button a span, with the middle one or space a move."""

    def __init__(self, chart: Steered) -> None:
        self._chart = chart
        self._space = False
        self._from: float | None = None
        self._moving: float | None = None

    def hold(self, *, down: bool) -> None:
        """The space bar went down or up."""
        self._space = down
        if down:
            self._chart.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self._chart.unsetCursor()

    def pressed(self, event: QMouseEvent) -> None:
        """A drag may begin."""
        x = event.position().x()
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._moving = x
            self._chart.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._from = x

    def moved(self, event: QMouseEvent) -> None:
        """Drag, or hover."""
        at, chart = event.position(), self._chart
        x = at.x()
        if self._moving is not None:
            chart.pan((self._moving - x) / chart.plot.width * chart.view.length)
            self._moving = x
        elif self._from is not None:
            if abs(x - self._from) >= _CLICK:
                chart.select(chart.moment_at(self._from), chart.moment_at(x), tell=False)
        else:
            chart.hover(x, at.y())

    def released(self, event: QMouseEvent) -> None:
        """A drag ends; a mere click goes to a point or an event."""
        chart, x = self._chart, event.position().x()
        begun, self._from = self._from, None
        if self._moving is not None:
            self._moving = None
            self.hold(down=self._space)
        elif begun is not None and abs(x - begun) >= _CLICK:
            chart.select(chart.moment_at(begun), chart.moment_at(x))
        elif begun is not None:
            self._clicked(x, event.position().y())

    def _clicked(self, x: float, y: float) -> None:
        chart = self._chart
        chart.clear_span()
        chart.hover(x, y)
        mark, point = chart.hovered_mark, chart.point_at(x, y)
        if mark is not None:
            chart.put_mark(mark)
        elif point is not None:
            chart.put_cursor(point)

    def wheeled(self, event: QWheelEvent) -> None:
        """Up and down zooms around the pointer, sideways and with Shift moves.

        A touchpad tells pixels, and the picture stays under its fingers. Without a phase it is a
        mouse: there the pixels are guessed, and on X11 wrong.
        """
        chart, turned = self._chart, event.angleDelta()
        fine = event.pixelDelta()
        touch = event.phase() != Qt.ScrollPhase.NoScrollPhase and not fine.isNull()
        across, down = (fine.x(), fine.y()) if touch else (turned.x(), turned.y())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not across:
            across, down = down, 0
        if abs(across) > abs(down):
            share = across / chart.plot.width if touch else across / _NOTCH * _A_NOTCH_PANS
            chart.pan(-share * chart.view.length)
        elif down:
            around = chart.moment_at(event.position().x())
            chart.zoom(_A_NOTCH_ZOOMS ** (-down / _NOTCH), around)
        event.accept()

    def pinched(self, event: QNativeGestureEvent) -> bool:
        """Two fingers came nearer or went apart."""
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        around = self._chart.moment_at(event.position().x())
        self._chart.zoom(1 / max(0.2, 1 + event.value()), around)
        return True
