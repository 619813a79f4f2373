"""What the person keeps at a step: a note, proof, a count of screens, what looks different."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from footprint.i18n import _, ngettext
from footprint.ui.dialogs.form import field_label
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.proof import ProofRow
from footprint.ui.wizards.walk import GuideWalk

_LINES = 3


class NoteField(QPlainTextEdit):
    """A few lines of plain text; a picture or a file that is pasted is handed on as proof."""

    pasted = Signal(object)  # QMimeData

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Note"))
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(_LINES * line + 2 * int(self.document().documentMargin()) + 6)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return _is_proof(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if _is_proof(source):
            self.pasted.emit(source)
        else:
            super().insertFromMimeData(source)


def _is_proof(source: QMimeData) -> bool:
    return source.hasImage() or (source.hasUrls() and any(u.isLocalFile() for u in source.urls()))


class NotesCard(PartCard):
    """Stands below every step."""

    differs_wanted = Signal()

    def __init__(self, walk: GuideWalk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._walk = walk
        self.note = NoteField(walk.entry.draft.note)
        self.note.textChanged.connect(self._noted)
        self.proof = ProofRow(walk)
        self.note.pasted.connect(self.proof.take)
        self.place(field_label(_("&Note, for yourself"), self.note))
        self.place(self.note)
        self.place(self.proof)
        self.place(self._screens())

    def _screens(self) -> QWidget:
        row = QWidget()
        line = FlowLayout(row, gap=12)
        self.one_more = QPushButton(_("One more scree&n"))
        self.one_more.setToolTip(
            _("Press it for each screen they put in your way: it is kept as what leaving cost.")
        )
        self.one_more.clicked.connect(self._walk.count_screen)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self._walk.counted.connect(self._counted)
        self._counted()
        line.addWidget(self.one_more)
        line.addWidget(self.count)
        self.differs = QPushButton(_("The page looks d&ifferent…"))
        self.differs.clicked.connect(self.differs_wanted)
        line.addWidget(self.differs)
        return row

    @Slot()
    def _noted(self) -> None:
        self._walk.write(note=self.note.toPlainText())

    @Slot()
    def _counted(self) -> None:
        screens = self._walk.entry.draft.screens
        text = ngettext("{n} screen counted", "{n} screens counted", screens)
        self.count.setText(text.format(n=screens))


def own_words_line(walk: GuideWalk) -> QLabel | None:
    """Says that link or text of a step are the person's own."""
    if walk.own is None:
        return None
    if walk.own.url and walk.own.text:
        text = _("Link and text here are your own.")
    else:
        text = _("The link here is your own.") if walk.own.url else _("This text is your own.")
    return paragraph(text, "muted")
