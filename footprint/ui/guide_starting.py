"""Starts and resumes guides from the pages, and opens the window in which they are walked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.messages import Kind, Messages
from footprint.ui.tasks import Tasks

if TYPE_CHECKING:
    from footprint.domain.account import Account

Opener = Callable[[QWidget, Tasks, int], object]


def _nowhere(_window: QWidget, _tasks: Tasks, _run_id: int) -> object:
    raise RuntimeError("nobody has said who opens guides")


# Who opens the window of a run, where a starter is told of nobody else. `leading` names it: that
# window starts guides itself, so it cannot be imported here.
guide_opener: Opener = _nowhere


class GuideStarter(QObject):
    """Whoever wants a guide walked asks here; what cannot be begun is said where they look."""

    def __init__(
        self, tasks: Tasks, messages: Messages, window: QWidget, opener: Opener | None = None
    ) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._messages = messages
        self._window = window
        self._opener = opener

    def start(
        self, playbook_id: str, *, account_id: int | None = None, grant_ids: Sequence[int] = ()
    ) -> None:
        """Begin a guide, or go on with the one that was begun for the same."""

        def begin(workspace: Workspace) -> tuple[int, bool]:
            found = begun(workspace, playbook_id, account_id, grant_ids)
            if found is not None:
                return found, True
            run = workspace.guiding.start(playbook_id, account_id=account_id, grant_ids=grant_ids)
            return run.id, False

        try:
            run_id, again = self._tasks.now(begin)
        except FootprintError as error:
            self._messages.say(error.title, hint=error.hint, kind=Kind.WARNING)
            return
        if again:
            self._messages.say(_("You had begun this guide. It goes on where you stopped."))
        self.resume(run_id)

    def resume(self, run_id: int) -> None:
        """Open the window of a run; one that was put aside or given up is taken up again."""

        def take_up(workspace: Workspace) -> None:
            run = workspace.guiding.run(run_id)
            if run.state.value in {"abandoned", "paused"}:
                workspace.guiding.resume_abandoned(run)

        try:
            self._tasks.now(take_up)
        except FootprintError as error:
            self._messages.say(error.title, hint=error.hint, kind=Kind.WARNING)
            return
        (self._opener or guide_opener)(self._window.window(), self._tasks, run_id)

    def accounts_at(self, service: str | None) -> list[Account]:
        """The person's accounts at a service, to choose the one a guide is about."""
        if service is None:
            return []
        summaries = self._tasks.now(lambda w: w.seeing.accounts())
        return [s.account for s in summaries if s.account.network == service]


def begun(
    workspace: Workspace, playbook_id: str, account_id: int | None, grant_ids: Sequence[int]
) -> int | None:
    """The run that is under way for the same guide, account and apps."""
    # Imported here: a start makes starters, and needs nothing of runs for that.
    from footprint.domain.run import OVER  # noqa: PLC0415

    for summary in workspace.guiding.runs():
        run = summary.run
        if run.state in OVER or run.playbook.id != playbook_id:
            continue
        same_apps = {subject.grant_id for subject in run.subjects} == set(grant_ids)
        if same_apps and (account_id is None or run.account_id == account_id):
            return summary.id
    return None
