"""Records a reading: knows the scale, warns of what is odd, and refuses no number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from footprint.domain.score import Method, Score
from footprint.i18n import _
from footprint.services.recording import Origin, Recorded
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.form import Aside
from footprint.ui.dialogs.reading_form import ReadingForm, chosen_day
from footprint.ui.models.scores import score_title
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.picture_field import PictureField, holds_picture


class RecordReadingDialog(ReadingForm):
    """Asks for the value and its day; `recorded` gives what was written (`Recorded`)."""

    recorded = Signal(object)

    def __init__(
        self, tasks: Tasks, score: Score, hint: str = "", parent: QWidget | None = None
    ) -> None:
        title = _("What does {name} say?").format(name=score_title(score))
        texts = (title, _("&Record it"))
        super().__init__(tasks, score, texts=texts, write=self._write_down, parent=parent)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Only for yourself"))
        self.picture = PictureField()
        self.add_field(_("&Note"), self.note)
        self.add_field(_("Pict&ure"), self.picture)
        self.setAcceptDrops(True)
        for field in (self.value, self.note):
            field.installEventFilter(self)
        if hint:
            self.fields.addRow("", Aside(plain(hint, limit=400)))
        self.listen()
        self.value.setFocus()

    def _write_down(self) -> None:
        self.recorded.emit(self._tasks.now(self._write_row))

    def _write_row(self, workspace: Workspace) -> Recorded:
        origin = None
        if not self.picture.empty:
            kept = self.picture.keep(workspace, score_title(self._score))
            origin = Origin(Method.CAPTURED, evidence=kept.sha256)
        return workspace.recording.record(
            self._score.id,
            self.value.text(),
            chosen_day(self.day),
            note=self.note.text(),
            origin=origin,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a field of text, Ctrl+V of a picture goes to the picture."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            mime = QGuiApplication.clipboard().mimeData()
            if holds_picture(mime) and not mime.hasText() and event.type() == QEvent.Type.KeyPress:
                return self.picture.take(mime)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.picture.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.picture.dropEvent(event)
