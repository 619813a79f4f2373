"""Keeps a picture as proof of a reading."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from footprint.domain.score import Method, Reading, Score
from footprint.i18n import _
from footprint.services.recording import Origin, Recorded
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.form import Aside, FormDialog, field_label
from footprint.ui.models.dates import exact
from footprint.ui.models.scores import score_title, short_value
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.picture_field import PictureField


class AttachPictureDialog(FormDialog):
    """Asks for the picture; `attached` gives the row that was written (`Recorded`)."""

    attached = Signal(object)

    def __init__(
        self, tasks: Tasks, score: Score, reading: Reading, parent: QWidget | None = None
    ) -> None:
        value = short_value(reading.value, score.scale)
        title = _("Which picture shows {value} of {name} on {day}?").format(
            value=value, name=score_title(score), day=exact(reading.effective)
        )
        super().__init__(title, _("&Keep the picture"), self._write_down, parent)
        self._tasks = tasks
        self._score = score
        self._reading = reading
        self.picture = PictureField()
        self.fields.addRow(field_label(_("Pict&ure"), self.picture), self.picture)
        told = _("The reading is told again with the picture; the ledger keeps both rows.")
        self.fields.addRow("", Aside(told))
        self.picture.changed.connect(self._settle)
        self._settle()
        self.picture.setFocus()

    @Slot()
    def _settle(self) -> None:
        self.act.setEnabled(not self.picture.empty)
        if not self.picture.empty:
            self.act.setFocus()

    def _write_down(self) -> None:
        self.attached.emit(self._tasks.now(self._write_row))

    def _write_row(self, workspace: Workspace) -> Recorded:
        reading, name = self._reading, score_title(self._score)
        kept = self.picture.keep(workspace, name)
        origin = Origin(Method.CAPTURED, reading.source, kept.sha256, reading.invented)
        about = reading.effective.date() if reading.whole_day else reading.effective
        return workspace.recording.record(
            reading.score_id, reading.value, about, note=reading.note, origin=origin
        )
