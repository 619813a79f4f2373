"""Writes what the person does on the Scores page, says so, and offers the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui import import_work
from footprint.ui.messages import Kind, Messages
from footprint.ui.tasks import Tasks

Work = Callable[[Workspace], object]


class Writing(QObject):
    """What the acts of the page share: the store, the messages, and the window of dialogs."""

    def __init__(self, tasks: Tasks, messages: Messages, owner: QWidget) -> None:
        super().__init__(owner)
        self.tasks = tasks
        self._messages = messages
        self.owner = owner

    def do(self, work: Work, told: str, undo: Work | None = None) -> bool:
        """Write at once and say so with "Undo"; where it cannot be done say why."""
        if not self._try(work):
            return False
        self.say(told, undo)
        return True

    def say(self, told: str, undo: Work | None = None, hint: str = "") -> None:
        """Say what was done, and how it is taken back."""
        action = (_("&Undo"), partial(self._undo, undo)) if undo else None
        self._messages.say(told, hint=hint, kind=Kind.DONE, action=action)

    def say_imported(self, told: str, import_ids: Sequence[int]) -> None:
        """Say what was imported; taking it back runs in the background."""
        undo = (_("&Undo"), partial(self._begin_undo, tuple(import_ids)))
        hint = _("The history of imports can take it back, too.") if import_ids else ""
        kind = Kind.DONE if import_ids else Kind.NEWS
        self._messages.say(told, hint=hint, kind=kind, action=undo if import_ids else None)

    def warn(self, told: str) -> None:
        """Say something that needs no act."""
        self._messages.say(told)

    def open(self, dialog: QDialog) -> None:
        """Open a dialog that goes when it is closed."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def fail(self, error: FootprintError) -> None:
        """Say what went wrong."""
        self._messages.say(error.title, hint=error.hint, kind=Kind.ERROR)

    def _undo(self, undo: Work) -> None:
        if self._try(undo):
            self._messages.say(_("It is as it was before."), kind=Kind.DONE)

    def _begin_undo(self, import_ids: tuple[int, ...]) -> None:
        work = partial(import_work.undo, import_ids=import_ids)
        self.tasks.start(work, done=self._undone, failed=self.fail)

    @Slot(object)
    def _undone(self, _result: object) -> None:
        self._messages.say(_("The import is undone."), kind=Kind.DONE)

    def _try(self, work: Work) -> bool:
        try:
            self.tasks.now(work)
        except FootprintError as error:
            self.fail(error)
            return False
        return True
