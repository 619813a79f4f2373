"""Shows what a file of corrections from elsewhere holds, before any of it is taken over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from footprint.i18n import _, ngettext
from footprint.ui.models.guides_corrections import CorrectionRow, CorrectionsModel
from footprint.ui.models.words import number
from footprint.ui.widgets.plain_table import PlainTable
from footprint.ui.widgets.sections import paragraph


class TakeCorrectionsDialog(QDialog):
    """`taken` gives the corrections that fit; those for steps that are not there are left out."""

    taken = Signal(object)  # list[Override]

    def __init__(self, name: str, rows: Sequence[CorrectionRow], parent: QWidget) -> None:
        super().__init__(parent)
        self._fitting = [row.override for row in rows if row.known]
        self.setWindowTitle(_("Corrections from a file"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model = CorrectionsModel(self)
        model.put(rows)
        self.table = PlainTable(model, _("Corrections in the file"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        title = _("What {file} would change in your guides").format(file=name)
        column.addWidget(paragraph(title, "section"))
        column.addWidget(
            paragraph(
                _(
                    "Read the links: they are somebody else’s words, and each is shown again"
                    " before it is opened. A correction of your own for the same step is replaced."
                )
            )
        )
        column.addWidget(self.table, 1)
        self._add_left_out(column, len(rows) - len(self._fitting))
        column.addLayout(self._buttons())
        character = self.fontMetrics().averageCharWidth()
        self.resize(character * 110, character * 60)

    def _add_left_out(self, column: QVBoxLayout, left_out: int) -> None:
        if left_out:
            told = ngettext(
                "{n} is for a step that no guide has; it is left out.",
                "{n} are for steps that no guide has; they are left out.",
                left_out,
            )
            column.addWidget(paragraph(told.format(n=number(left_out)), "muted"))

    def _buttons(self) -> QHBoxLayout:
        count = len(self._fitting)
        take = ngettext("&Take over {n} correction", "&Take over {n} corrections", count)
        self.take = QPushButton(take.format(n=number(count)))
        self.take.setProperty("primary", True)
        self.take.setDefault(True)
        self.take.setEnabled(bool(count))
        self.take.clicked.connect(self.accept)
        cancel = QPushButton(_("&Not now"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.take)
        return buttons

    def accept(self) -> None:
        self.taken.emit(self._fitting)
        super().accept()
