"""The files kept in a guide: each with its words and its day, a picture to see, all to save."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from footprint.domain.evidence import Evidence
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.messages import Kind, Messages
from footprint.ui.models.dates import exact_time
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph


class KeptFile(QWidget):
    """One file; it is never opened here, only its name, words and day are told."""

    show_wanted = Signal(object)  # Evidence
    save_wanted = Signal(object)  # Evidence

    def __init__(self, evidence: Evidence) -> None:
        super().__init__()
        name = plain(evidence.name, limit=80)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(paragraph(name, "strong"))
        for line in evidence.shows.split("\n"):
            if line:
                column.addWidget(paragraph(plain(line, limit=400)))
        kept = _("Kept on {day}.").format(day=exact_time(evidence.kept_at))
        column.addWidget(paragraph(kept, "muted"))
        row = QWidget()
        acts = FlowLayout(row)
        if evidence.media_type.startswith("image/"):
            show = QPushButton(_("Show the picture"))
            show.setAccessibleName(_("Show the picture {name}").format(name=name))
            show.clicked.connect(partial(self.show_wanted.emit, evidence))
            acts.addWidget(show)
        save = QPushButton(_("Save a copy…"))
        save.setAccessibleName(_("Save a copy of {name}").format(name=name))
        save.clicked.connect(partial(self.save_wanted.emit, evidence))
        acts.addWidget(save)
        column.addWidget(row)


class KeptFiles(QObject):
    """Shows a kept picture, and writes copies where the person wants them."""

    def __init__(self, tasks: Tasks, messages: Messages, owner: QWidget) -> None:
        super().__init__(owner)
        self._tasks, self._messages, self._owner = tasks, messages, owner

    def show(self, evidence: Evidence) -> None:
        """Show a picture in a window of its own."""
        from footprint.ui.dialogs.show_picture import (  # noqa: PLC0415 - when first wanted
            ShowPictureDialog,
        )

        try:
            path = self._tasks.now(lambda w: w.keeping.path(evidence.sha256))
        except FootprintError as error:
            self._failed(error)
            return
        dialog = ShowPictureDialog(evidence, path, self._owner.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_where(self, evidence: Evidence) -> None:
        """Ask where a copy shall be written."""
        dialog = QFileDialog(self._owner.window(), _("Where shall the copy be kept?"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(Path(plain(evidence.name, limit=80)).name)
        dialog.fileSelected.connect(lambda name: self.save(evidence, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, evidence: Evidence, target: Path) -> None:
        """Write a copy in the background."""
        self._tasks.start(
            partial(_copy, sha256=evidence.sha256, target=target),
            done=self._saved,
            failed=self._failed,
        )

    def _saved(self, name: str) -> None:
        text = _("A copy is written to {file}.").format(file=plain(name, limit=80))
        self._messages.say(text, kind=Kind.DONE)

    def _failed(self, error: FootprintError) -> None:
        self._messages.say(error.title, hint=error.hint, kind=Kind.ERROR)


def _copy(workspace: Workspace, _progress: Progress, *, sha256: str, target: Path) -> str:
    workspace.keeping.copy_out(sha256, target)
    return target.name
