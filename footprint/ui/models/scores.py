"""The person's scores as rows of a list: latest value, change, the last readings, whether due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from footprint.domain.score import Scale, ScaleKind, Score, Value
from footprint.domain.score_summary import ScoreSummary
from footprint.domain.score_text import display, shown
from footprint.i18n import _
from footprint.ui.models.dates import ago, exact
from footprint.ui.models.table import ROW_ROLE
from footprint.ui.plain import plain

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A score, and its last numbers (oldest first) for a small picture of them."""

    summary: ScoreSummary
    recent: tuple[float, ...] = ()

    @property
    def score(self) -> Score:
        """The score itself."""
        return self.summary.score


class ScoresModel(QAbstractListModel):
    """The scores the person keeps; `recent` gives the last numbers of one, when it is seen."""

    def __init__(
        self, recent: Callable[[int], tuple[float, ...]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.rows: tuple[ScoreRow, ...] = ()
        self._recent = recent
        self._drawn: dict[int, ScoreRow] = {}

    def put(self, rows: Sequence[ScoreRow]) -> None:
        """Show these rows."""
        self._drawn.clear()
        if tuple(rows) != self.rows:
            self.beginResetModel()
            self.rows = tuple(rows)
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return score_title(row.score)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return self._whole(row) if role == ROW_ROLE else None

    def _whole(self, row: ScoreRow) -> ScoreRow:
        """The row with its last numbers."""
        id_ = row.score.id
        if id_ not in self._drawn:
            self._drawn[id_] = replace(row, recent=self._recent(id_))
        return self._drawn[id_]


def score_title(score: Score) -> str:
    """The name of a score, and of what it is about where that tells two apart."""
    return plain(f"{score.name} {score.about}")


def latest_text(row: ScoreRow) -> str:
    """The latest value as the person read it."""
    latest = row.summary.latest
    return _("no reading") if latest is None else short_value(latest.value, row.score.scale)


def short_value(value: Value, scale: Scale) -> str:
    """A value in few letters, for a list, a title or a button."""
    # Of parts the whole is the value, however it was typed: "15 + 20 + 18 + 10".
    if scale.kind is ScaleKind.PARTS:
        return shown(value.number, scale)
    return plain(display(value, scale), limit=24)


def change_text(row: ScoreRow) -> str:
    """By how much it changed since the reading before: "▲ 4"; "" where there is no such."""
    change = row.summary.change
    if not change:
        return "" if change is None else _("unchanged")
    sign = "▲" if change > 0 else "▼"
    return f"{sign} {size_text(change, row.score)}"


def size_text(change: float, score: Score) -> str:
    """The size of a change, in the unit of the score; letters count in grades."""
    if score.scale.letters:
        return f"{abs(change):g}"
    return shown(round(abs(change), 6), score.scale)


def looked_text(row: ScoreRow) -> str:
    """When it was read last."""
    return ago(row.summary.latest.effective) if row.summary.latest else ""


def spoken(row: ScoreRow) -> str:
    """The whole row in words."""
    parts = [score_title(row.score), latest_text(row)]
    change = row.summary.change
    if change:
        word = _("risen by {size}") if change > 0 else _("fallen by {size}")
        parts.append(word.format(size=size_text(change, row.score)))
    if row.summary.latest:
        parts.append(_("read on {day}").format(day=exact(row.summary.latest.effective)))
    if row.summary.due:
        parts.append(_("time to look again"))
    return ", ".join(parts)
