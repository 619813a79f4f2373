"""Proof of a step: files and pictures that are chosen, pasted or dropped, kept and never shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from footprint.domain.run import Run
from footprint.domain.stop import Stop
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.drop_hint import DropHint, files_in
from footprint.ui.plain import plain
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards.walk import GuideWalk
from footprint.ui.wizards.words import title_of


def keep_files(
    workspace: Workspace, progress: Progress, where: tuple[Run, Stop], paths: Sequence[Path]
) -> int:
    """Keep files as proof of a stop; returns how many."""
    run, stop = where
    for place, path in enumerate(paths):
        progress.step(place, len(paths), path.name)
        kept = workspace.keeping.keep(path, title_of(run, stop))
        workspace.guiding.attach(run, stop, kept.sha256)
    return len(paths)


def keep_picture(
    workspace: Workspace, _progress: Progress, where: tuple[Run, Stop], png: bytes
) -> int:
    """Keep a picture from the clipboard as proof of a stop."""
    run, stop = where
    kept = workspace.keeping.keep_bytes(png, _("picture.png"), title_of(run, stop))
    workspace.guiding.attach(run, stop, kept.sha256)
    return 1


class ProofDrop(DropHint):
    """Takes files that fall on the guide."""

    @staticmethod
    def _text() -> str:
        return _("Drop to keep as proof of this step")


class ProofRow(QWidget):
    """Buttons to choose and paste, and what is kept of this step so far."""

    kept = Signal()

    def __init__(self, walk: GuideWalk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self.choose = QPushButton(_("Add a &file as proof…"))
        self.choose.clicked.connect(self._choose)
        self.paste = QPushButton(_("Paste a pict&ure"))
        self.paste.setShortcut(QKeySequence("Ctrl+Shift+V"))
        self.paste.setToolTip(_("Keep the picture on the clipboard as proof (Ctrl+Shift+V)"))
        self.paste.clicked.connect(self._paste)
        self.told = paragraph("", "muted")
        self.list = QVBoxLayout()
        self.list.setSpacing(4)
        buttons = FlowLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(buttons)
        column.addLayout(self.list)
        column.addWidget(self.told)
        self._show("")

    # --- taking ----------------------------------------------------------------------------------

    @Slot(object)
    def take(self, source: QMimeData) -> None:
        """Keep what was pasted or dropped."""
        files = [path for path in files_in(source) if path.is_file()]
        image = source.imageData() if source.hasImage() else None
        if files:
            self.take_files(files)
        elif isinstance(image, QImage) and not image.isNull():
            self._begin(partial(keep_picture, png=_png(image)))
        else:
            self._show(_("There is no picture and no file on the clipboard."))

    @Slot(object)
    def take_files(self, files: Sequence[Path]) -> None:
        """Keep files as they are."""
        if files:
            self._begin(partial(keep_files, paths=tuple(files)))

    def _begin(self, work: Callable[..., int]) -> None:
        stop = self._walk.stop
        if stop is None:
            return
        self._show(_("Keeping it…"))
        where = (self._walk.run, stop)
        self._walk.tasks.start(partial(work, where=where), done=self._done, failed=self._failed)

    @Slot()
    def _choose(self) -> None:
        files, _kind = QFileDialog.getOpenFileNames(self, _("Which file is the proof?"))
        self.take_files([Path(name) for name in files])

    @Slot()
    def _paste(self) -> None:
        self.take(QGuiApplication.clipboard().mimeData())

    @Slot(object)
    def _done(self, _count: int) -> None:
        self._show(_("It is kept. The file stays as it is, and is never opened by Footprint."))
        self.kept.emit()

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._show(f"{error.title} {error.hint}".strip())

    # --- showing ---------------------------------------------------------------------------------

    def _show(self, told: str) -> None:
        while self.list.count():
            item = self.list.takeAt(0)
            gone = item.widget() if item else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        run, stop = self._walk.run, self._walk.stop
        found = self._walk.tasks.now(lambda w: w.guiding.evidence(run.id))
        for place, sha256 in enumerate(found.get(stop.key, ()) if stop else (), 1):
            self.list.addWidget(_Proof(self._walk, sha256, place, self))
        self.told.setText(told)
        self.told.setVisible(bool(told))

    @Slot()
    def shown_anew(self) -> None:
        """Something was taken off the list."""
        self._show("")


class _Proof(QWidget):
    """One kept file, and a button that takes it off this step."""

    def __init__(self, walk: GuideWalk, sha256: str, place: int, row: ProofRow) -> None:
        super().__init__()
        self._walk, self._sha256, self._row = walk, sha256, row
        kept = walk.tasks.now(lambda w: w.keeping.evidence(sha256))
        name = plain(kept.name, limit=60) if kept else _("Proof {n}").format(n=place)
        remove = QPushButton(_("Take it off"))
        remove.setFlat(True)
        remove.setAccessibleName(_("Take {name} off this step").format(name=name))
        remove.clicked.connect(self._remove)
        line = FlowLayout(self)
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setToolTip(sha256)
        line.addWidget(label)
        line.addWidget(remove)

    @Slot()
    def _remove(self) -> None:
        stop = self._walk.stop
        if stop is not None:
            run, sha256 = self._walk.run, self._sha256
            self._walk.tasks.now(lambda w: w.guiding.detach(run, stop, sha256))
            self._row.shown_anew()


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())
