"""Takes a reading from the pasted text of a score page, shown before it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from footprint.domain.score import Score
from footprint.domain.score_preview import PagePreview
from footprint.domain.score_text import display
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.ui.dialogs.form import Aside, FormDialog, field_label
from footprint.ui.dialogs.reading_form import chosen_day, day_field
from footprint.ui.models.scores import score_title
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks

_LONGEST = 200_000


class PasteScoreDialog(FormDialog):
    """Shows what the text says of the score while it is pasted.

    `imported` tells what was kept, in words and as ids of imports.
    """

    imported = Signal(str, object)

    def __init__(self, tasks: Tasks, score: Score, parent: QWidget | None = None) -> None:
        sentence = _("Paste the page that shows {name}.").format(name=score_title(score))
        super().__init__(sentence, _("&Keep this reading"), self._write_down, parent)
        self._tasks = tasks
        self._score = score
        self._preview: PagePreview | None = None
        self.page = QPlainTextEdit()
        self.page.setPlaceholderText(_("On the page press Ctrl+A and Ctrl+C, then here Ctrl+V."))
        self.page.setTabChangesFocus(True)
        self.day = day_field()
        self.found = QListWidget()
        self.found.setWordWrap(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = self.fontMetrics().height()
        self.page.setMinimumHeight(line * 7)
        self.found.setMinimumHeight(line * 5)
        self.told = Aside()
        for text, field in (
            (_("&Page"), self.page),
            (_("&It may be"), self.found),
            (_("As of the &day"), self.day),
        ):
            self.fields.addRow(field_label(text, field), field)
        self.fields.addRow("", self.told)
        self.page.textChanged.connect(self._look)
        self.found.currentRowChanged.connect(self._choose)
        self._look()
        self.page.setFocus()

    @Slot()
    def _look(self) -> None:
        """Read the text again."""
        text, id_ = self.page.toPlainText()[:_LONGEST], self._score.id
        self.trouble.hide()
        self.found.clear()
        self._preview = None
        if text.strip():
            self._preview = self._tasks.now(lambda w: w.score_importing.inspect_page(text, id_))
            for proposal in self._preview.proposals:
                value = plain(display(proposal.value, self._score.scale))
                line = _("{value} — beside “{label}”")
                label = plain(proposal.label, limit=80)
                self.found.addItem(
                    QListWidgetItem(line.format(value=value, label=label) if label else value)
                )
        self.found.setCurrentRow(0 if self.found.count() else -1)
        self._choose(self.found.currentRow())

    @Slot(int)
    def _choose(self, place: int) -> None:
        """Say what is odd about the chosen value."""
        self.act.setEnabled(place >= 0)
        if self._preview is None:
            self.told.setText("")
        elif place < 0:
            self.told.setText(_("No number of this score stands in the text."))
        else:
            warnings = self._preview.proposals[place].warnings
            self.told.setText(plain(" ".join(warnings), limit=400))

    def _write_down(self) -> None:
        preview, place, on = self._preview, self.found.currentRow(), chosen_day(self.day)
        if preview is None or place < 0:
            raise FootprintError(
                _("There is nothing to keep yet."), _("Paste the text of the page.")
            )
        report = self._tasks.now(lambda w: w.score_importing.apply_page(preview, [place], on))
        count = len(report.records)
        told = ngettext("{n} reading is kept.", "{n} readings are kept.", count).format(n=count)
        ids = tuple(record.id for record in report.records)
        self.imported.emit(told if count else _("That reading was known already."), ids)
