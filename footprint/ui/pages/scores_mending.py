"""What can be done with one reading: correct it, withdraw it, keep a picture of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from footprint.domain.ledger_row import Fate
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.recording import Recorded
from footprint.services.workspace import Workspace
from footprint.ui.models.readings import ScoreReading
from footprint.ui.pages.scores_writing import Writing
from footprint.ui.widgets.placeholder import Action

# Each dialog is imported when it is first wanted.
# ruff: noqa: PLC0415


class Mending(QObject):
    """Opens the dialogs about a reading; each act is said with a way back."""

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing.owner)
        self._writing = writing

    def acts(self, row: ScoreReading) -> list[Action]:
        """What can be done with it, as texts and acts; nothing with what no longer counts."""
        if row.row.fate is Fate.WITHDRAWN:
            return [(_("&Let it count again"), partial(self.stand_again, row))]
        if row.row.fate is not Fate.COUNTS:
            return self._picture(row)[:1] if row.reading.evidence else []
        return [
            (_("&Correct it…"), partial(self.correct, row)),
            (_("&Withdraw it…"), partial(self.withdraw, row)),
            *self._picture(row),
        ]

    def _picture(self, row: ScoreReading) -> list[Action]:
        if row.reading.evidence:
            return [(_("&Show the picture"), partial(self.show_picture, row))]
        return [(_("&Add a picture…"), partial(self.attach, row))]

    def show_menu(self, row: ScoreReading, at: QPoint, more: list[Action] | None = None) -> None:
        """The menu of a reading."""
        menu = QMenu(self._writing.owner)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, act in self.acts(row):
            menu.addAction(text, act)
        if more:
            menu.addSeparator()
        for text, act in more or []:
            menu.addAction(text, act)
        menu.popup(at)

    # --- doing -------------------------------------------------------------------------------

    def correct(self, row: ScoreReading) -> None:
        """Ask what it should have been."""
        from footprint.ui.dialogs.correct_reading import CorrectReadingDialog

        owner, tasks = self._writing.owner, self._writing.tasks
        dialog = CorrectReadingDialog(tasks, row.score, row.reading, owner)
        dialog.corrected.connect(self._corrected)
        self._writing.open(dialog)

    def withdraw(self, row: ScoreReading) -> None:
        """Ask why it shall count no longer."""
        from footprint.ui.dialogs.withdraw_reading import WithdrawReadingDialog

        owner, tasks = self._writing.owner, self._writing.tasks
        dialog = WithdrawReadingDialog(tasks, row.score, row.reading, owner)
        dialog.withdrawn.connect(partial(self._withdrawn, row.reading.id))
        self._writing.open(dialog)

    def stand_again(self, row: ScoreReading) -> None:
        """Let a withdrawn reading count again."""
        id_, why = row.reading.id, row.row.why
        self._writing.do(
            lambda w: w.recording.stand_again(id_),
            _("It counts again."),
            lambda w: w.recording.withdraw(id_, why),
        )

    def attach(self, row: ScoreReading) -> None:
        """Ask for a picture of it."""
        from footprint.ui.dialogs.attach_picture import AttachPictureDialog

        owner, tasks = self._writing.owner, self._writing.tasks
        dialog = AttachPictureDialog(tasks, row.score, row.reading, owner)
        dialog.attached.connect(self._attached)
        self._writing.open(dialog)

    def show_picture(self, row: ScoreReading) -> None:
        """Show the picture that was kept with it."""
        from footprint.ui.dialogs.show_picture import ShowPictureDialog

        sha256 = row.reading.evidence or ""
        tasks = self._writing.tasks
        try:
            path = tasks.now(lambda w: w.keeping.path(sha256))
            evidence = tasks.now(lambda w: w.keeping.evidence(sha256))
        except FootprintError as error:
            self._writing.fail(error)
            return
        if evidence is not None:
            self._writing.open(ShowPictureDialog(evidence, path, self._writing.owner))

    def recorded(self, found: Recorded) -> None:
        """Say that a reading was written, or was known already."""
        if not found.new:
            self._writing.warn(_("That reading is in the ledger already: nothing changed."))
        else:
            self._writing.say(_("It is recorded."), _take_back(found))

    def _corrected(self, found: Recorded) -> None:
        told = _("It is corrected. The row before stays in the ledger.")
        self._writing.say(told, _take_back(found))

    def _attached(self, found: Recorded) -> None:
        self._writing.say(_("The picture is kept with the reading."), _take_back(found))

    def _withdrawn(self, reading_id: int) -> None:
        self._writing.say(
            _("It counts no longer. The ledger keeps it."),
            lambda w: w.recording.stand_again(reading_id),
        )


def _take_back(found: Recorded) -> partial[None]:
    return partial(_withdraw, found.id)


def _withdraw(reading_id: int, workspace: Workspace) -> None:
    workspace.recording.withdraw(reading_id, _("taken back at once"))
