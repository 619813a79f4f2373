"""The scores that were put away: which of them shall be in the list again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from footprint.domain.score import Score
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.form import FormDialog, field_label
from footprint.ui.models.scores import score_title
from footprint.ui.models.words import number
from footprint.ui.tasks import Tasks

_ROWS = 6
_ID = int(Qt.ItemDataRole.UserRole)


class ScoresAwayDialog(FormDialog):
    """Choose one or several; `brought_back` gives their ids."""

    brought_back = Signal(list)

    def __init__(
        self, tasks: Tasks, scores: Sequence[Score], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            _("Which scores shall be in your list again?"), _("&Bring back"), self._write, parent
        )
        self._tasks = tasks
        self.setWindowTitle(_("Scores you put away"))
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(self.fontMetrics().height() * 2 * _ROWS)
        for score in scores:
            item = QListWidgetItem(score_title(score))
            item.setData(_ID, score.id)
            self.list.addItem(item)
        self.fields.addRow(field_label(_("&Scores"), self.list), self.list)
        self.list.itemSelectionChanged.connect(self._count)
        self.list.itemActivated.connect(self.accept)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @Slot()
    def _count(self) -> None:
        count = len(self.list.selectedItems())
        words = ngettext("&Bring {n} score back", "&Bring {n} scores back", max(1, count))
        self.act.setText(words.format(n=number(max(1, count))))
        self.act.setEnabled(count > 0)

    def _write(self) -> None:
        ids = [item.data(_ID) for item in self.list.selectedItems()]
        self._tasks.now(partial(_bring_back, ids=ids))
        self.brought_back.emit(ids)


def _bring_back(workspace: Workspace, ids: Sequence[int]) -> None:
    for id_ in ids:
        workspace.scoring.bring_back(id_)
