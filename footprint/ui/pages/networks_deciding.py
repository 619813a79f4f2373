"""Keep, watch or leave from the Networks page: done at once, with a way back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from footprint.domain.grant import Choice, Decision, Grant
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.messages import Kind, Messages
from footprint.ui.models.grants import app_name
from footprint.ui.models.words import apps
from footprint.ui.tasks import Tasks

Previous = Mapping[int, Decision]


class Deciding(QObject):
    """Writes decisions and says so where the person looks."""

    def __init__(self, tasks: Tasks, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._messages = messages
        self._window = window

    def decide(self, grants: Sequence[Grant], choice: Choice | None) -> None:
        """Decide on grants; each keeps its note and its day to look again."""
        days = {grant.id: grant.decision.look_again for grant in grants}
        self._write(grants, choice, None, days)

    def ask(self, grants: Sequence[Grant]) -> None:
        """Ask for a decision with a note and a day."""
        # Imported here: most starts decide nothing.
        from footprint.ui.dialogs.decide import DecideDialog  # noqa: PLC0415
        from footprint.ui.pages.networks_group import shared_decision  # noqa: PLC0415

        if not grants:
            return
        shared = shared_decision(grants) or Decision()
        dialog = DecideDialog(_about(grants), shared, self._window)
        dialog.decided.connect(partial(self._answered, tuple(grants)))
        dialog.open()

    def _answered(
        self,
        grants: Sequence[Grant],
        choice: Choice | None,
        note: str | None,
        day: date | None,
    ) -> None:
        self._write(grants, choice, note, {grant.id: day for grant in grants})

    def _write(
        self,
        grants: Sequence[Grant],
        choice: Choice | None,
        note: str | None,
        days: Mapping[int, date | None],
    ) -> None:
        if not grants:
            return

        def write(workspace: Workspace) -> Previous:
            previous: dict[int, Decision] = {}
            for day, ids in _by_day(days).items():
                previous |= workspace.deciding.decide(ids, choice, note, day)
            return previous

        try:
            previous = self._tasks.now(write)
        except FootprintError as error:
            self._messages.say(error.title, hint=error.hint, kind=Kind.ERROR)
            return
        text, hint = _told(grants, choice)
        self._messages.say(
            text, hint=hint, kind=Kind.DONE, action=(_("&Undo"), partial(self._undo, previous))
        )

    @Slot()
    def _undo(self, previous: Previous) -> None:
        try:
            self._tasks.now(lambda workspace: workspace.deciding.restore(previous))
        except FootprintError as error:
            self._messages.say(error.title, hint=error.hint, kind=Kind.ERROR)
            return
        self._messages.say(_("Your decision is as it was before."), kind=Kind.DONE)


def _by_day(days: Mapping[int, date | None]) -> Mapping[date | None, list[int]]:
    grouped: dict[date | None, list[int]] = defaultdict(list)
    for id_, day in days.items():
        grouped[day].append(id_)
    return grouped


def _about(grants: Sequence[Grant]) -> str:
    return app_name(grants[0]) if len(grants) == 1 else apps(len(grants))


def _told(grants: Sequence[Grant], choice: Choice | None) -> tuple[str, str]:
    """What was decided, and for leaving what is left to do."""
    what = _about(grants)
    if choice is None:
        return _("You have not decided on {what}.").format(what=what), ""
    if choice is Choice.KEEP:
        return _("You keep {what}.").format(what=what), ""
    if choice is Choice.WATCH:
        return _("You watch {what}.").format(what=what), ""
    hint = _("Footprint only notes it. The network’s connected apps page takes the access away.")
    return _("You want to leave {what}.").format(what=what), hint
