"""Which events of Qt are meant for the chart's pointer and keys, and which of them answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

from footprint.ui.chart import keys
from footprint.ui.chart.pointing import Pointing
from footprint.ui.chart.steered import Steered

_Type = QEvent.Type


class Operating:
    """Hands the events of one chart on."""

    def __init__(self, chart: Steered) -> None:
        self._chart = chart
        self._pointing = Pointing(chart)

    def handled(self, event: QEvent) -> bool:
        """Whether it was for pointer or keys, and is done with."""
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            self._pointing.wheeled(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            return self._pointing.pinched(event)
        if event.type() == _Type.Leave:
            self._chart.hover_nothing()
        return False

    def let_go(self) -> None:
        """The keyboard went elsewhere: no key is down any more."""
        self._pointing.hold(down=False)

    def _key(self, event: QKeyEvent) -> bool:
        space = event.key() == Qt.Key.Key_Space
        if event.type() == _Type.KeyRelease and space and not event.isAutoRepeat():
            self._pointing.hold(down=False)
            return True
        if event.type() != _Type.KeyPress:
            return False
        if space:
            self._pointing.hold(down=True)
            return True
        return keys.pressed(self._chart, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        kind, left = event.type(), event.button() == Qt.MouseButton.LeftButton
        if kind == _Type.MouseButtonPress:
            self._pointing.pressed(event)
        elif kind == _Type.MouseMove:
            self._pointing.moved(event)
        elif kind == _Type.MouseButtonRelease:
            self._pointing.released(event)
        elif kind == _Type.MouseButtonDblClick and left:
            self._chart.clear_span()
            self._chart.look(self._chart.picture.extent)
        # Focus by click is the business of every widget.
        return kind == _Type.MouseButtonDblClick
