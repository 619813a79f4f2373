"""The history of imports: what was read when and what it did, and taking one back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.changes import Changes, Kind
from footprint.domain.preview import ImportRecord, Losses
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.ui import import_work
from footprint.ui.dialogs.import_errand import Ends, Errand
from footprint.ui.dialogs.import_record import ImportDetail
from footprint.ui.messages import Kind as Tone
from footprint.ui.messages import Messages
from footprint.ui.models.accounts import Naming
from footprint.ui.models.imports import ImportsModel, archive_word
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.placeholder import Placeholder
from footprint.ui.widgets.plain_table import PlainTable
from footprint.ui.widgets.sections import paragraph


class ImportHistory(QDialog):
    """A table of imports, the chosen one in detail below, and Undo."""

    def __init__(self, tasks: Tasks, naming: Naming, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._naming = naming
        self.setWindowTitle(_("Import history"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._errand = Errand(tasks, self)
        self._build()
        tasks.changed.connect(self._changed)
        self._reload()

    # --- built in the order seen ---------------------------------------------------------------

    def _build(self) -> None:
        self.messages = Messages(self)
        self._model = ImportsModel(self._naming, self)
        self.table = PlainTable(self._model, _("Imports"))
        self.table.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        self.table.chosen.connect(self._show)
        self.detail = ImportDetail(self._naming)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        both.addWidget(self.table)
        both.addWidget(self.detail)
        both.setSizes([1000, 1000])  # in equal parts
        empty = Placeholder()
        empty.say(
            _("Nothing has been imported yet."),
            _("Each import will stand here with what it changed, and can be taken back."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(paragraph(_("What you imported"), "title"))
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        column.addWidget(self._question())
        column.addLayout(self._buttons())
        self.resize(110 * self.fontMetrics().averageCharWidth(), 40 * self.fontMetrics().height())

    def _question(self) -> QFrame:
        """Asked only when an undo loses what the person decided; it names how much."""
        self.question = QFrame()
        self.question.setObjectName("card")
        self._losing = paragraph("")
        self.lose = QPushButton()
        self.lose.clicked.connect(self._undo)
        self.keep = QPushButton(_("&Keep the import"))
        self.keep.clicked.connect(self._keep)
        self.lose.setAutoDefault(False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.keep)
        row.addWidget(self.lose)
        column = QVBoxLayout(self.question)
        column.addWidget(self._losing)
        column.addLayout(row)
        self.question.hide()
        return self.question

    def _buttons(self) -> QHBoxLayout:
        self.undo = QPushButton(_("&Undo this import"))
        self.undo.setAutoDefault(False)
        self.undo.clicked.connect(self._ask)
        close = QPushButton(_("&Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(close)
        return row

    # --- showing -------------------------------------------------------------------------------

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.touches(Kind.IMPORTS):
            self._reload()

    def _reload(self) -> None:
        records = self._tasks.now(import_work.imports)
        self._model.put(records)
        self._stack.setCurrentIndex(0 if records else 1)
        self.undo.setVisible(bool(records))
        if records and self.table.current_row() is None:
            self.table.selectRow(0)
        self._show()

    def ask_about(self, import_id: int) -> None:
        """Show this import and take it back, as if its button had been pressed."""
        self.table.choose([import_id], import_id)
        self._ask()

    @Slot()
    def _show(self) -> None:
        self._keep()
        record = self._record()
        self.undo.setEnabled(record is not None and record.undone_at is None)
        if record is not None:
            bad = self._tasks.now(partial(import_work.bad_records, import_id=record.id))
            self.detail.show_record(record, bad)

    def _record(self) -> ImportRecord | None:
        record: ImportRecord | None = self.table.current_row()
        return record

    # --- taking back ---------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        """Undo at once, or ask first when decisions of the person would go with it."""
        record = self._record()
        if record is None:
            return
        losses = self._tasks.now(partial(import_work.losses, import_id=record.id))
        if not losses:
            self._undo()
            return
        self._losing.setText(" ".join(_losing(losses)))
        self.lose.setText(_lose(losses))
        self.question.show()
        self.keep.setFocus()

    @Slot()
    def _keep(self) -> None:
        self.question.hide()

    @Slot()
    def _undo(self) -> None:
        record = self._record()
        self.question.hide()
        if record is not None:
            self.undo.setEnabled(False)
            work = partial(import_work.undo, import_ids=(record.id,))
            ends = Ends(self._undone, self._failed, self._show)
            name = archive_word(record)
            self._errand.begin(_("Undoing the import"), name, work, ends=ends)

    @Slot(object)
    def _undone(self, _result: object) -> None:
        self.messages.say(
            _("The import is undone."),
            hint=_("Everything is as it was before it. Import the archive again to have it back."),
            kind=Tone.DONE,
        )

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._show()
        self.messages.say(plain(error.title), hint=plain(error.hint), kind=Tone.ERROR)


def _losing(losses: Losses) -> Iterator[str]:
    """What an undo would lose, a sentence for each sort."""
    if losses.decisions:
        yield ngettext(
            "{n} decision of yours is about an app that only this import knows. It would be lost.",
            "{n} decisions of yours are about apps that only this import knows. They would be"
            " lost.",
            losses.decisions,
        ).format(n=number(losses.decisions))
    if losses.said_gone:
        yield ngettext(
            "Of {n} app you said that it is gone. That note would be lost.",
            "Of {n} apps you said that they are gone. Those notes would be lost.",
            losses.said_gone,
        ).format(n=number(losses.said_gone))


def _lose(losses: Losses) -> str:
    """The button, which names what is lost."""
    both = losses.decisions + losses.said_gone
    if losses.decisions and losses.said_gone:
        text = ngettext(
            "&Undo and lose {n} decision and note", "&Undo and lose {n} decisions and notes", both
        )
    elif losses.said_gone:
        text = ngettext("&Undo and lose {n} note", "&Undo and lose {n} notes", both)
    else:
        text = ngettext("&Undo and lose {n} decision", "&Undo and lose {n} decisions", both)
    return text.format(n=number(both))
