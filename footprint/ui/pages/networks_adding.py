"""Adding an account or an app by hand from the Networks page, with a way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.messages import Kind, Messages
from footprint.ui.models.accounts import Naming
from footprint.ui.models.grants import app_name
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks


class AddingByHand(QObject):
    """Opens the dialogs; what is added is an import like any other and can be undone."""

    account_added = Signal(int)  # the account's id
    app_added = Signal(int)  # the grant's id

    def __init__(self, tasks: Tasks, messages: Messages, naming: Naming, window: QWidget) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._messages = messages
        self._naming = naming
        self._window = window

    def ask_account(self) -> None:
        """Ask which account."""
        # Imported here: most starts add nothing.
        from footprint.ui.dialogs.add_account import AddAccountDialog  # noqa: PLC0415

        dialog = AddAccountDialog(self._tasks, self._window)
        dialog.added.connect(self._account_added)
        dialog.open()

    def ask_app(self, account_id: int | None) -> None:
        """Ask which app; the account is chosen already when one is looked at."""
        from footprint.ui.dialogs.add_app import AddAppDialog  # noqa: PLC0415

        accounts = [s.account for s in self._tasks.now(lambda w: w.seeing.accounts())]
        if not accounts:
            self.ask_account()
            return
        dialog = AddAppDialog(
            self._tasks, accounts, self._naming, chosen=account_id, parent=self._window
        )
        dialog.added.connect(self._app_added)
        dialog.open()

    @Slot(int)
    def _account_added(self, account_id: int) -> None:
        self.account_added.emit(account_id)
        found = (s.account for s in self._tasks.now(lambda w: w.seeing.accounts()))
        account = next(account for account in found if account.id == account_id)
        name = plain(account.label or "", limit=80)
        self._say(_("{account} is in your list.").format(account=name))

    @Slot(int)
    def _app_added(self, grant_id: int) -> None:
        self.app_added.emit(grant_id)
        grant = self._tasks.now(lambda w: w.seeing.grant(grant_id))
        if grant is not None:
            self._say(_("{app} is in your list.").format(app=app_name(grant)))

    def _say(self, text: str) -> None:
        newest = self._tasks.now(lambda w: w.seeing.imports()[0].id)
        self._messages.say(text, kind=Kind.DONE, action=(_("&Undo"), partial(self._undo, newest)))

    def _undo(self, import_id: int) -> None:
        def undo(workspace: Workspace) -> None:
            workspace.importing.undo(import_id, Progress())

        try:
            self._tasks.now(undo)
        except FootprintError as error:
            self._messages.say(error.title, hint=error.hint, kind=Kind.ERROR)
            return
        self._messages.say(_("What you added is taken out again."), kind=Kind.DONE)
