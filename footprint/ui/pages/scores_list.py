"""The scores on the left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from footprint.domain.names import folded
from footprint.domain.score import Score
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.models.scores import ScoreRow, ScoresModel, score_title
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.score_cells import ScoreDelegate

_RECENT = 40
_SELECT = QItemSelectionModel.SelectionFlag


class ScoreList(QListView):
    """Chooses one score or several; the one the keyboard is on is explained."""

    chosen = Signal()
    opened = Signal()  # Enter or a double click: record a reading

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._all: tuple[ScoreRow, ...] = ()
        self._text = ""
        self.rows_model = ScoresModel(self._recent, self)
        self._kept: tuple[list[int], int | None] = ([], None)
        self.setAccessibleName(_("Your scores"))
        self.setModel(self.rows_model)
        self.setItemDelegate(ScoreDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.activated.connect(self.opened)
        self.rows_model.modelAboutToBeReset.connect(self._keep)
        self.rows_model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self.chosen)

    @property
    def chosen_rows(self) -> list[ScoreRow]:
        """The chosen scores, the one the keyboard is on first."""
        rows = self.rows_model.rows
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        here = self.currentIndex().row()
        return [rows[at] for at in sorted(places, key=lambda at: at != here)]

    @property
    def scores(self) -> list[Score]:
        """Every score, also those the search leaves out."""
        return [row.score for row in self._all]

    def put(self, rows: Sequence[ScoreRow]) -> None:
        """Show these scores; what was chosen stays chosen."""
        self._all = tuple(rows)
        self._show()

    def search(self, text: str) -> None:
        """Show only scores whose names have these words in them."""
        self._text = text
        self._show()

    def _show(self) -> None:
        words = folded(self._text).split()
        rows = self._all
        if words:
            names = ((row, folded(score_title(row.score))) for row in rows)
            rows = tuple(row for row, name in names if all(word in name for word in words))
        self.rows_model.put(rows)
        if rows and not self.selectionModel().hasSelection():
            self.choose([rows[0].score.id])

    def _recent(self, score_id: int) -> tuple[float, ...]:
        """The last numbers of a score; none while the store cannot be read."""
        try:
            last = self._tasks.now(lambda w: w.recalling.page(score_id, limit=_RECENT))
        except FootprintError:
            return ()
        return tuple(reading.value.number for reading in reversed(last))

    def choose(self, ids: Iterable[int], current: int | None = None) -> None:
        """Choose scores by their ids."""
        wanted = list(ids)
        here = wanted[0] if current is None and wanted else current
        self.selectionModel().blockSignals(True)
        self.clearSelection()
        for place, row in enumerate(self.rows_model.rows):
            index = self.rows_model.index(place, 0)
            if row.score.id in wanted:
                self.selectionModel().select(index, _SELECT.Select)
            if row.score.id == here:
                self.selectionModel().setCurrentIndex(index, _SELECT.NoUpdate)
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        self.chosen.emit()

    @Slot()
    def _keep(self) -> None:
        rows = self.chosen_rows
        self._kept = [row.score.id for row in rows], rows[0].score.id if rows else None

    @Slot()
    def _restore(self) -> None:
        known = {row.score.id for row in self.rows_model.rows}
        ids = [id_ for id_ in self._kept[0] if id_ in known]
        if ids:
            self.choose(ids)


def rows_of(workspace: Workspace) -> list[ScoreRow]:
    """Every score at a glance."""
    return [ScoreRow(summary) for summary in workspace.scoring.scores()]
