"""Gives a score another name, and says what it is about."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from footprint.domain.score import Score
from footprint.i18n import _
from footprint.ui.dialogs.form import FormDialog, field_label
from footprint.ui.models.scores import score_title
from footprint.ui.tasks import Tasks


class RenameScoreDialog(FormDialog):
    """Asks for both; `renamed` says that it is done."""

    renamed = Signal()

    def __init__(self, tasks: Tasks, score: Score, parent: QWidget | None = None) -> None:
        sentence = _("How shall {name} be called?").format(name=score_title(score))
        super().__init__(sentence, _("&Rename it"), self._write_down, parent)
        self._tasks = tasks
        self._id = score.id
        self.name = QLineEdit(score.name)
        self.about = QLineEdit(score.about)
        self.about.setPlaceholderText(_("Tells two of a kind apart: @name"))
        for text, field in ((_("&Name"), self.name), (_("A&bout"), self.about)):
            self.fields.addRow(field_label(text, field), field)
        self.name.selectAll()
        self.name.setFocus()

    def _write_down(self) -> None:
        name, about = self.name.text(), self.about.text()
        self._tasks.now(lambda w: w.scoring.rename(self._id, name, about))
        self.renamed.emit()
