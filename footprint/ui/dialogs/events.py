"""The events on the time axis of a score: own ones can be changed and removed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.changes import Changes, Kind
from footprint.domain.event import Event
from footprint.domain.score import Score
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.messages import Kind as Tone
from footprint.ui.messages import Messages
from footprint.ui.models.events import EventsModel, is_own
from footprint.ui.models.scores import score_title
from footprint.ui.opening import open_url
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.placeholder import Placeholder
from footprint.ui.widgets.plain_table import PlainTable
from footprint.ui.widgets.sections import paragraph


class EventsDialog(QDialog):
    """`change_wanted` and `add_wanted` leave the asking to whoever opened it."""

    change_wanted = Signal(object)  # Event
    add_wanted = Signal()

    def __init__(self, tasks: Tasks, score: Score, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._score = score
        self.setWindowTitle(_("Events"))
        self.messages = Messages(self)
        self._model = EventsModel(self)
        self.table = PlainTable(self._model, _("Events"))
        self.table.setSelectionMode(PlainTable.SelectionMode.SingleSelection)
        self.table.chosen.connect(self._settle)
        self._empty = Placeholder()
        self._empty.say(
            _("Nothing is logged."),
            _("What you did, what they changed and what came of it will stand here."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        title = _("What can explain a change of {name}").format(name=score_title(score))
        column.addWidget(paragraph(title, "section"))
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        column.addLayout(self._buttons())
        tasks.changed.connect(self._changed)
        self.resize(128 * self.fontMetrics().averageCharWidth(), 28 * self.fontMetrics().height())
        self._reload()

    def _buttons(self) -> QHBoxLayout:
        self.add = QPushButton(_("&Add event…"))
        self.change = QPushButton(_("C&hange…"))
        self.remove = QPushButton(_("&Remove"))
        self.source = QPushButton(_("Open its &source…"))
        close = QPushButton(_("&Close"))
        close.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.add, self.change, self.remove, self.source):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        self.add.clicked.connect(self.add_wanted)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.source.clicked.connect(self._open_source)
        close.clicked.connect(self.accept)
        return row

    @property
    def event_chosen(self) -> Event | None:
        """The event that is chosen."""
        chosen: list[Event] = self.table.chosen_rows()
        return chosen[0] if chosen else None

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.touches(Kind.EVENTS):
            self._reload()

    def _reload(self) -> None:
        score = self._score
        events = self._tasks.now(lambda w: w.marking.of(score))
        self._model.put(events)
        self._stack.setCurrentWidget(self.table if events else self._empty)
        if events and not self.table.chosen_rows():
            self.table.selectRow(0)
        self._settle()

    @Slot()
    def _settle(self) -> None:
        event = self.event_chosen
        own = event is not None and is_own(event)
        self.change.setEnabled(own)
        self.remove.setEnabled(own)
        self.source.setEnabled(event is not None and bool(event.link))

    # --- doing -------------------------------------------------------------------------------

    @Slot()
    def _change(self) -> None:
        if self.event_chosen is not None:
            self.change_wanted.emit(self.event_chosen)

    @Slot()
    def _remove(self) -> None:
        event = self.event_chosen
        if event is None:
            return
        try:
            self._tasks.now(lambda w: w.marking.remove(event.id))
        except FootprintError as error:
            self.messages.say(error.title, hint=error.hint, kind=Tone.ERROR)
            return
        self.messages.say(
            _("The event is removed."),
            kind=Tone.DONE,
            action=(_("&Undo"), partial(self._bring_back, event.id)),
        )

    def _bring_back(self, event_id: str) -> None:
        try:
            self._tasks.now(lambda w: w.marking.bring_back(event_id))
        except FootprintError as error:
            self.messages.say(error.title, hint=error.hint, kind=Tone.ERROR)

    @Slot()
    def _open_source(self) -> None:
        event = self.event_chosen
        if event is not None and event.link:
            open_url(self, event.link)
