"""What the keys do on a chart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from footprint.ui.chart.cursor import Cursor, page
from footprint.ui.chart.steered import Steered

_Key = Qt.Key
ZOOM = 1.25
_PAN = 0.1


def pressed(chart: Steered, event: QKeyEvent) -> bool:
    """Do what a key means; returns whether it means something.

    Arrows go from point to point, Up and Down between curves, with Shift they choose a span,
    with Ctrl they move the picture; E goes to the next event, with Shift to the one before;
    Home, End, PageUp, PageDown; + - 0; Enter opens, Esc clears.
    """
    key = event.key()
    # A keypad's digit or plus carries a modifier that says no more than where it is.
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held & Qt.KeyboardModifier.ControlModifier:
        return _pan(chart, key)
    if key == _Key.Key_E:
        return _to_event(chart, -1 if held & Qt.KeyboardModifier.ShiftModifier else 1)
    if key in _VIEWS:
        _VIEWS[key](chart)
        return True
    if key in _GOES and not chart.picture.empty:
        _go(chart, key, choosing=bool(held & Qt.KeyboardModifier.ShiftModifier))
        return True
    return _on_point(chart, key)


_VIEWS: dict[int, Callable[[Steered], None]] = {
    _Key.Key_Plus: lambda chart: chart.zoom(1 / ZOOM),
    _Key.Key_Equal: lambda chart: chart.zoom(1 / ZOOM),
    _Key.Key_Minus: lambda chart: chart.zoom(ZOOM),
    _Key.Key_0: lambda chart: chart.look(chart.picture.extent),
}


def _moved(by: int) -> Callable[[Steered, Cursor], Cursor]:
    return lambda chart, at: at.moved(by, chart.picture)


def _other(by: int) -> Callable[[Steered, Cursor], Cursor]:
    return lambda chart, at: at.to_other(by, chart.picture)


def _paged(by: int) -> Callable[[Steered, Cursor], Cursor]:
    return lambda chart, at: at.moved(by * page(chart.picture, at, chart.view), chart.picture)


_FAR = 1 << 60
_GOES: dict[int, Callable[[Steered, Cursor], Cursor]] = {
    _Key.Key_Left: _moved(-1),
    _Key.Key_Right: _moved(1),
    _Key.Key_Up: _other(-1),
    _Key.Key_Down: _other(1),
    _Key.Key_Home: _moved(-_FAR),
    _Key.Key_End: _moved(_FAR),
    _Key.Key_PageUp: _paged(-1),
    _Key.Key_PageDown: _paged(1),
}


def _go(chart: Steered, key: int, *, choosing: bool) -> None:
    before = chart.cursor_at
    if before is None:
        start = chart.begin_cursor()
        if start is not None:
            chart.put_cursor(start)
        return
    after = _GOES[key](chart, before)
    chart.put_cursor(after)
    if choosing:
        moments = (before.moment(chart.picture), after.moment(chart.picture))
        begin, end = chart.span or (moments[0], moments[0])
        # The end that the keyboard stands on moves, the other one stays.
        fixed = begin if abs(end - moments[0]) <= abs(begin - moments[0]) else end
        chart.select(fixed, moments[1])


def _to_event(chart: Steered, by: int) -> bool:
    """To the next event from where the keyboard is; over the end there is none."""
    marks = chart.picture.marks
    if chart.picture.empty or not marks:
        return False
    if chart.mark_at is not None:
        place = chart.mark_at + by
    else:
        here = chart.cursor_at.moment(chart.picture) if chart.cursor_at else chart.view.begin
        later = sum(mark.moment < here for mark in marks)
        place = later if by > 0 else later - 1
    chart.put_mark(min(max(place, 0), len(marks) - 1))
    return True


def _pan(chart: Steered, key: int) -> bool:
    step = {_Key.Key_Left: -_PAN, _Key.Key_Right: _PAN}.get(_Key(key))
    if step is None:
        return False
    chart.pan(step * chart.view.length)
    return True


def _on_point(chart: Steered, key: int) -> bool:
    if key in (_Key.Key_Return, _Key.Key_Enter) and chart.cursor_at is not None:
        chart.point_opened.emit(chart.cursor_at.curve, chart.cursor_at.point)
        return True
    if key == _Key.Key_Escape and chart.span is not None:
        chart.clear_span()
        return True
    return False
