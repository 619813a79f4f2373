"""Rows as ranges: what Qt keeps of a selection, and how a selection is made of places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel


def selection_of(model: QAbstractItemModel, places: Sequence[int]) -> QItemSelection:
    """The whole rows at these ascending places, as few ranges as possible."""
    selection = QItemSelection()
    last_column = model.columnCount() - 1
    for first, last in _runs(places):
        selection.select(model.index(first, 0), model.index(last, last_column))
    return selection


def places_of(selection: QItemSelectionModel) -> list[int]:
    """The selected rows, ascending."""
    ranges = list(selection.selection())  # type: ignore[call-overload]  # it is a list of ranges
    return sorted({at for span in ranges for at in range(span.top(), span.bottom() + 1)})


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Consecutive numbers as (first, last)."""
    first = last = -1
    for at in places:
        if first >= 0 and at == last + 1:
            last = at
            continue
        if first >= 0:
            yield first, last
        first = last = at
    if first >= 0:
        yield first, last
