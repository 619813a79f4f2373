"""Opens the dialogs through which scores and readings get in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from footprint.domain.score import Score
from footprint.i18n import _
from footprint.services.recording import Recorded
from footprint.services.workspace import Workspace
from footprint.ui.models.scores import score_title
from footprint.ui.pages.scores_mending import Mending
from footprint.ui.pages.scores_writing import Writing

# Each dialog is imported when it is first wanted.
# ruff: noqa: PLC0415


class Entering(QObject):
    """`score_added` tells which score it is, `recorded` that there is a reading more."""

    score_added = Signal(int)
    recorded = Signal()

    def __init__(self, writing: Writing, mending: Mending) -> None:
        super().__init__(writing.owner)
        self._writing = writing
        self._mending = mending

    def add_score(self) -> None:
        """Ask for another score."""
        from footprint.ui.dialogs.add_score import AddScoreDialog

        dialog = AddScoreDialog(self._writing.tasks, self._writing.owner)
        dialog.added.connect(self._added)
        self._writing.open(dialog)

    def record(self, score: Score) -> None:
        """Ask for a reading."""
        from footprint.ui.dialogs.record_reading import RecordReadingDialog

        tasks = self._writing.tasks
        definition = tasks.now(lambda w: w.scoring.definition(score))
        seen = definition.seen_by if definition else None
        hint = _("Who sees it: {who}").format(who=seen.value) if seen else ""
        dialog = RecordReadingDialog(tasks, score, hint, self._writing.owner)
        dialog.recorded.connect(self._recorded)
        self._writing.open(dialog)

    def paste(self, score: Score) -> None:
        """Ask for the text of a page that shows the score."""
        from footprint.ui.dialogs.paste_score import PasteScoreDialog

        dialog = PasteScoreDialog(self._writing.tasks, score, self._writing.owner)
        dialog.imported.connect(self._imported)
        self._writing.open(dialog)

    def choose_table(self, scores: Sequence[Score], chosen: Score) -> None:
        """Ask for a file with many readings."""
        title = _("Which table holds readings of {name}?").format(name=score_title(chosen))
        tables = _("Tables (*.csv *.tsv *.txt *.json);;All files (*)")
        path, _kind = QFileDialog.getOpenFileName(self._writing.owner, title, "", tables)
        if path:
            self.take_table(scores, chosen, Path(path))

    def take_table(self, scores: Sequence[Score], chosen: Score, path: Path) -> None:
        """Look into a file, and ask whether it shall be imported."""
        from footprint.ui.dialogs.score_table import ScoreTableDialog

        dialog = ScoreTableDialog(
            self._writing.tasks, scores, path, chosen=chosen, parent=self._writing.owner
        )
        dialog.imported.connect(self._imported)
        self._writing.open(dialog)

    @Slot(int)
    def _added(self, score_id: int) -> None:
        self.score_added.emit(score_id)
        # A score that was added by mistake has no reading yet: it goes without a trace.
        self._writing.say(_("It is in your list."), partial(_take_out, score_id))

    @Slot(object)
    def _recorded(self, found: Recorded) -> None:
        self._mending.recorded(found)
        self.recorded.emit()

    @Slot(str, object)
    def _imported(self, told: str, import_ids: Sequence[int]) -> None:
        self._writing.say_imported(told, import_ids)
        self.recorded.emit()


def _take_out(score_id: int, workspace: Workspace) -> None:
    if not workspace.scoring.forget(score_id):
        workspace.scoring.put_away(score_id)
