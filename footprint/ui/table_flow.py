"""A table of scores that came in as a file: which score it is of, a look, and the import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from footprint.domain.names import folded
from footprint.domain.score import Score
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui import import_work
from footprint.ui.dialogs.add_score import AddScoreDialog
from footprint.ui.dialogs.score_table import ScoreTableDialog
from footprint.ui.messages import Kind, Messages
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks

TABLES = (".csv", ".tsv")


class TableFlow(QObject):
    """One file; `ended` is called once, whatever the person decided."""

    def __init__(
        self, window: QWidget, tasks: Tasks, messages: Messages, ended: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._messages = messages
        self._ended = ended

    def begin(self, path: Path) -> None:
        """Ask which score the file is of; without any, one is added first."""
        scores = [s.score for s in self._tasks.now(lambda w: w.scoring.scores())]
        if scores:
            self._look(path, scores, likeliest(scores, path.stem))
            return
        sentence = _("Which score are the readings in {file} of?")
        dialog = AddScoreDialog(
            self._tasks, self._window, sentence.format(file=plain(path.name, limit=60))
        )
        dialog.added.connect(partial(self._added, path))
        dialog.rejected.connect(self._end)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _added(self, path: Path, score_id: int) -> None:
        score = self._tasks.now(lambda w: w.scoring.score(score_id))
        self._look(path, [score], score)

    def _look(self, path: Path, scores: Sequence[Score], chosen: Score) -> None:
        dialog = ScoreTableDialog(self._tasks, scores, path, chosen=chosen, parent=self._window)
        dialog.imported.connect(self._imported)
        dialog.finished.connect(partial(self._closed, dialog))
        dialog.open()

    def _closed(self, dialog: QDialog, _result: int) -> None:
        dialog.deleteLater()
        self._end()

    @Slot()
    def _end(self) -> None:
        self._ended()

    # --- what was imported -------------------------------------------------------------------

    @Slot(str, object)
    def _imported(self, told: str, import_ids: Sequence[int]) -> None:
        undo = (_("&Undo"), partial(self._undo, tuple(import_ids))) if import_ids else None
        self._messages.say(told, kind=Kind.DONE if import_ids else Kind.NEWS, action=undo)

    def _undo(self, import_ids: tuple[int, ...]) -> None:
        work = partial(import_work.undo, import_ids=import_ids)
        self._tasks.start(work, done=self._undone, failed=self._failed)

    @Slot(object)
    def _undone(self, _result: object) -> None:
        self._messages.say(_("The import is undone."), kind=Kind.DONE)

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._messages.say(plain(error.title), hint=plain(error.hint), kind=Kind.ERROR)


def is_table(path: Path) -> bool:
    """Whether a file calls itself a table, as no download of a network does."""
    return path.suffix.casefold() in TABLES


def likeliest(scores: Sequence[Score], stem: str) -> Score:
    """The score whose name a file is likely to carry; the first where none is alike."""
    words = set(folded(stem).replace("-", " ").replace("_", " ").split())
    return max(scores, key=lambda score: len(words & set(folded(score.name).split())))
