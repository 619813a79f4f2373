"""Withdraws a reading: it counts no longer, and stays in the ledger with the reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from footprint.domain.score import Reading, Score
from footprint.i18n import _
from footprint.ui.dialogs.form import Aside, FormDialog, field_label
from footprint.ui.models.dates import exact
from footprint.ui.models.scores import score_title, short_value
from footprint.ui.tasks import Tasks


class WithdrawReadingDialog(FormDialog):
    """Asks for a reason, which may be left out; `withdrawn` says that it is done."""

    withdrawn = Signal()

    def __init__(
        self, tasks: Tasks, score: Score, reading: Reading, parent: QWidget | None = None
    ) -> None:
        value = short_value(reading.value, score.scale)
        title = _("Shall {value} of {day} no longer count for {name}?").format(
            value=value, day=exact(reading.effective), name=score_title(score)
        )
        act = _("&Withdraw {value}").format(value=value.replace("&", "&&"))
        super().__init__(title, act, self._write_down, parent)
        self.setWindowTitle(_("Withdraw a reading"))
        self._tasks = tasks
        self._id = reading.id
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("For example: it was somebody else’s score"))
        self.fields.addRow(field_label(_("&Reason"), self.reason), self.reason)
        told = _("It stays in the ledger, marked as withdrawn. You can let it count again.")
        self.fields.addRow("", Aside(told))
        self.reason.setFocus()

    def _write_down(self) -> None:
        reason = self.reason.text()
        self._tasks.now(lambda w: w.recording.withdraw(self._id, reason))
        self.withdrawn.emit()
