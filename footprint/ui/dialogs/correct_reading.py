"""Corrects a reading: a new row takes its place, with a reason; the old one stays in the ledger."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from footprint.domain.score import Reading, Score
from footprint.domain.score_text import display
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.dialogs.form import Aside
from footprint.ui.dialogs.reading_form import ReadingForm, chosen_day
from footprint.ui.models.dates import day_of, exact
from footprint.ui.models.scores import score_title, short_value
from footprint.ui.tasks import Tasks


class CorrectReadingDialog(ReadingForm):
    """Asks what it should have been and why; `corrected` gives what was written (`Recorded`)."""

    corrected = Signal(object)

    def __init__(
        self, tasks: Tasks, score: Score, reading: Reading, parent: QWidget | None = None
    ) -> None:
        title = _("What did {name} really say on {day}?")
        title = title.format(name=score_title(score), day=exact(reading.effective))
        texts = (title, _("&Correct it"))
        super().__init__(tasks, score, texts=texts, write=self._write_down, parent=parent)
        self._reading = reading
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("For example: typed 36 instead of 63"))
        self.add_field(_("&Reason"), self.reason)
        before = short_value(reading.value, score.scale)
        told = _("{value} stays in the ledger, marked as corrected.").format(value=before)
        self.fields.addRow("", Aside(told))
        day = day_of(reading.effective)
        self._day = QDate(day.year, day.month, day.day)
        self.day.setDate(self._day)
        self.value.setText(display(reading.value, score.scale))
        self.value.selectAll()
        self.listen()
        self.value.setFocus()

    def _write_down(self) -> None:
        value, reason = self.value.text(), self.reason.text()
        # Untouched, a moment within the day stays what it is.
        on = None if self.day.date() == self._day else chosen_day(self.day)
        if on is None and value.strip() == display(self._reading.value, self._score.scale).strip():
            raise FootprintError(
                _("That is what it says already."), _("Type what it should have been.")
            )
        id_ = self._reading.id
        found = self._tasks.now(lambda w: w.recording.correct(id_, value, reason=reason, on=on))
        self.corrected.emit(found)
