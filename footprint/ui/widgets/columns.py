"""How the columns of a table share the width there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from footprint.ui.models.table import Column


def share(columns: Sequence[Column[Any] | None], width: int, character: float) -> list[int]:
    """The width of each column in pixels, 0 for one that is left out (None is always left out).

    Columns of the highest rank leave until the others fit; what is left over goes to those that
    grow, and the last one shown takes the rest.
    """
    shown = [at for at, column in enumerate(columns) if column is not None]
    wishes = {at: _wish(columns[at], character) for at in shown}
    while sum(wishes[at] for at in shown) > width:
        worst = max(shown, key=lambda at: (_rank(columns[at]), at))
        if _rank(columns[worst]) == 0:
            break
        shown.remove(worst)
    spare = max(0, width - sum(wishes[at] for at in shown))
    growth = sum(_grow(columns[at]) for at in shown) or 1
    widths = [0] * len(columns)
    for at in shown:
        widths[at] = wishes[at] + spare * _grow(columns[at]) // growth
    if shown:
        widths[shown[-1]] += max(0, width - sum(widths))
    return widths


def _wish(column: Column[Any] | None, character: float) -> int:
    return round(column.width * character) if column else 0


def _rank(column: Column[Any] | None) -> int:
    return column.rank if column else 0


def _grow(column: Column[Any] | None) -> int:
    return column.grow if column else 0
