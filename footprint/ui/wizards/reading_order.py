"""The order in which Tab goes through a page: the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """What Tab can reach inside `widget`, as its layouts place it."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item else None
        widget = item.widget() if item else None
        if inner is not None:
            yield from _in_layout(inner)
        elif widget is not None:
            yield from in_reading_order(widget)


def chain(parts: Iterable[QWidget]) -> None:
    """Let Tab go through the parts one after the other."""
    reached = [widget for part in parts for widget in in_reading_order(part)]
    for before, after in pairwise(reached):
        QWidget.setTabOrder(before, after)
