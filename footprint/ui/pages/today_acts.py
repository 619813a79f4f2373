"""What the buttons of the Today page do; what can be undone is done at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QSaveFile, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from footprint.domain.due import Due, DueKind
from footprint.domain.playbook import Purpose
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.guide_starting import GuideStarter
from footprint.ui.messages import Kind, Messages
from footprint.ui.models.dates import exact
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks
from footprint.ui.tray import set_reminders

T = TypeVar("T")


class TodayActs(QObject):
    """Writes through `Tasks`, so that whoever shows the same thing hears of it."""

    grant_wanted = Signal(int)
    score_wanted = Signal(int)

    def __init__(
        self, tasks: Tasks, messages: Messages, starter: GuideStarter, window: QWidget
    ) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._messages = messages
        self._starter = starter
        self._window = window

    @Slot(object)
    def act(self, due: Due) -> None:
        """Do the one thing there is to do about a due thing."""
        acts: dict[DueKind, Callable[[], object]] = {
            DueKind.GRACE: lambda: self._save(int(due.target)),
            DueKind.LOOK_AGAIN: lambda: self.grant_wanted.emit(int(due.target)),
            DueKind.CAME_BACK: lambda: self.grant_wanted.emit(int(due.target)),
            DueKind.CHECK_BACK: lambda: self._look_again(due.target),
            DueKind.STANDING: lambda: self._look_again(due.target),
            DueKind.SCORE: lambda: self.score_wanted.emit(int(due.target)),
        }
        acts.get(due.kind, lambda: self._starter.resume(int(due.target)))()

    def _look_again(self, service: str) -> None:
        """Walk the opt-out of a service once more: it begins with looking."""

        def find(workspace: Workspace) -> str | None:
            guides = workspace.guides
            found = guides.find(service, Purpose.OPT_OUT) or guides.find(service, Purpose.DELETE)
            return found.id if found else None

        playbook = self._tasks.now(find)
        if playbook is None:
            self._messages.say(_("There is no guide for this service any more."), kind=Kind.WARNING)
            return
        self._starter.start(playbook)

    # --- not now -----------------------------------------------------------------------------

    @Slot(object, int)
    def put_off(self, due: Due, days: int) -> None:
        """Do not show it for some days."""

        def write(workspace: Workspace) -> date:
            until = workspace.reminding.today() + timedelta(days=days)
            workspace.reminding.put_off(due, until)
            return until

        until = self._written(write)
        if until is not None:
            text = _("Put off until {day}: {title}")
            self._messages.say(
                text.format(day=exact(until), title=plain(due.title, limit=80)),
                kind=Kind.DONE,
                action=(_("&Undo"), partial(self._show_again, due)),
            )

    def _show_again(self, due: Due) -> None:
        self._written(lambda w: w.reminding.put_off(due, None))

    @Slot()
    def show_put_off(self) -> None:
        """Show everything again that was put off."""

        def write(workspace: Workspace) -> None:
            shown = {due.key for due in workspace.reminding.due()}
            today = workspace.reminding.today()
            for due in workspace.reminding.all():
                if due.day <= today and due.key not in shown:
                    workspace.reminding.put_off(due, None)

        self._written(write)

    # --- do you miss it ----------------------------------------------------------------------

    @Slot(object, str, str)
    def answer(self, due: Due, answer: str, note: str) -> None:
        """Keep the answer with the story of the run."""
        run_id = int(due.target)

        def write(workspace: Workspace) -> bool:
            workspace.guiding.miss(run_id, answer, note)
            return True

        if self._written(write):
            text = _("Kept with the story of this guide.")
            if answer == "not_said":
                text = _("Skipped. It is not asked again.")
            self._messages.say(text, hint=plain(due.detail, limit=120), kind=Kind.DONE)

    # --- dates -------------------------------------------------------------------------------

    @Slot()
    def save_calendar(self) -> None:
        """Write every date into a calendar file."""
        self._save(None)

    def _save(self, run_id: int | None) -> None:
        name = "footprint.ics" if run_id is None else f"footprint-{run_id}.ics"
        title = _("Where shall the calendar file go?")
        kinds = _("Calendars (*.ics)")
        path, _kind = QFileDialog.getSaveFileName(self._window, title, name, kinds)
        if path:
            self.write_calendar(path, run_id)

    def write_calendar(self, path: str, run_id: int | None = None) -> None:
        """Write the dates, of one run or of everything, into the file at `path`."""

        def read(workspace: Workspace) -> bytes:
            reminding = workspace.reminding
            return reminding.calendar() if run_id is None else reminding.calendar_of_wait(run_id)

        content = self._tasks.now(read)
        file = QSaveFile(path)
        written = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) >= 0
        if not (written and file.commit()):
            text = _("The calendar cannot be written: {why}").format(why=file.errorString())
            hint = _("Choose another folder, or make room on the disk.")
            self._messages.say(text, hint=hint, kind=Kind.ERROR)
            return
        text = _("{file} is written.").format(file=plain(Path(path).name, limit=80))
        hint = _("Open it with your calendar. A newer file moves the entries of an older one.")
        self._messages.say(text, hint=hint, kind=Kind.DONE)

    @Slot(bool)
    def set_reminders(self, on: bool) -> None:
        """Remind on the desktop, or not."""
        set_reminders(self._tasks, on=on)

    def _written(self, write: Callable[[Workspace], T]) -> T | None:
        """What `write` gives; None when it was refused, which is then said."""
        try:
            return self._tasks.now(write)
        except FootprintError as error:
            self._messages.say(error.title, hint=error.hint, kind=Kind.ERROR)
            return None
