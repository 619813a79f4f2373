"""The person's own corrections of guides: see them, take one away, give them on, take some over."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from footprint.domain.override import Override
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.take_corrections import TakeCorrectionsDialog
from footprint.ui.messages import Kind, Messages
from footprint.ui.models.guides_corrections import CorrectionRow, CorrectionsModel, rows_of
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.card import Card
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.placeholder import Placeholder
from footprint.ui.widgets.sections import paragraph
from footprint.ui.widgets.table import Table

T = TypeVar("T")


class CorrectionsView(QWidget):
    """A table of corrections with its acts above it."""

    def __init__(self, tasks: Tasks, messages: Messages) -> None:
        super().__init__()
        self._tasks = tasks
        self._messages = messages
        self._rows: list[CorrectionRow] = []
        self._text = ""
        self.model = CorrectionsModel(self)
        self.table = Table(self.model, _("Your corrections"))
        self.table.chosen.connect(self._enable)
        self.remove = QPushButton(_("&Take the correction away"))
        self.remove.clicked.connect(self.remove_chosen)
        self.export = QPushButton(_("&Export to a file…"))
        self.export.clicked.connect(self._ask_export)
        self.take = QPushButton(_("Take o&ver from a file…"))
        self.take.clicked.connect(self._ask_take)
        self._place()
        self._enable()

    def _place(self) -> None:
        acts = FlowLayout()
        for button in (self.remove, self.export, self.take):
            acts.addWidget(button)
        text = _("What you found different on a page, in your own words. What we ship stays as is.")
        self.empty = Placeholder()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(paragraph(text, "muted"))
        column.addLayout(acts)
        column.addWidget(Card(self.stack), 1)

    def load(self) -> None:
        """Read the corrections."""
        rows = self._tried(lambda w: rows_of(w, w.correcting.all()))
        if rows is not None:
            self._rows = rows
            self._fill()

    def search(self, text: str) -> None:
        """Show only the corrections in which these words occur."""
        self._text = text
        self._fill()

    def _fill(self) -> None:
        words = self._text.casefold().split()
        found = [
            row for row in self._rows
            if all(w in f"{row.guide} {row.step} {row.override.text}".casefold() for w in words)
        ]  # fmt: skip
        self.model.put(found)
        self.stack.setCurrentWidget(self.table if found else self.empty)
        if self._rows:
            self.empty.say(_("Nothing matches."), _("Search for something else."))
        else:
            self.empty.say(
                _("You have not corrected a guide."),
                _("Where a page differs from the guide, press “The page looks different” there."),
            )
        self._enable()

    @Slot()
    def _enable(self) -> None:
        self.remove.setEnabled(bool(self.table.chosen_rows()))
        self.export.setEnabled(bool(self._rows))

    # --- what the person does ----------------------------------------------------------------

    @Slot()
    def remove_chosen(self) -> None:
        """Let the chosen steps be as shipped again, with a way back."""
        chosen = [row.override for row in self.table.chosen_rows()]

        def remove(workspace: Workspace) -> bool:
            for override in chosen:
                workspace.correcting.remove(override.playbook, override.step)
            return True

        removed = self._tried(remove) if chosen else False
        if removed:
            text = ngettext("{n} step is as shipped again.", "{n} steps are as shipped again.",
                            len(chosen))  # fmt: skip
            self._messages.say(
                text.format(n=number(len(chosen))),
                kind=Kind.DONE,
                action=(_("&Undo"), partial(self._take, chosen, "")),
            )

    @Slot()
    def _ask_export(self) -> None:
        title = _("Where shall your corrections go?")
        kinds = _("Corrections (*.json)")
        path, _kind = QFileDialog.getSaveFileName(self, title, "footprint-corrections.json", kinds)
        if path:
            self.write(path)

    def write(self, path: str) -> None:
        """Write every correction into the file at `path`."""
        count = self._tried(lambda w: w.correcting.export(Path(path)))
        if count is not None:
            text = ngettext("{n} correction written to {file}.",
                            "{n} corrections written to {file}.", count)  # fmt: skip
            name = plain(Path(path).name, limit=80)
            self._messages.say(text.format(n=number(count), file=name), kind=Kind.DONE)

    @Slot()
    def _ask_take(self) -> None:
        title = _("Which file holds corrections?")
        kinds = _("Corrections (*.json);;All files (*)")
        path, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.look_into(path)

    def look_into(self, path: str) -> None:
        """Show what a file from elsewhere holds; it is taken over only after that."""
        rows = self._tried(lambda w: rows_of(w, w.correcting.inspect(Path(path))))
        if rows is None:
            return
        dialog = TakeCorrectionsDialog(plain(Path(path).name, limit=80), rows, self)
        dialog.taken.connect(partial(self._taken, Path(path).name))
        dialog.open()

    def _taken(self, origin: str, overrides: list[Override]) -> None:
        before = self._tried(lambda w: w.correcting.all()) or []
        if self._take(overrides, origin):
            text = ngettext("{n} correction is taken over.", "{n} corrections are taken over.",
                            len(overrides))  # fmt: skip
            undo = partial(self._untake, overrides, before)
            self._messages.say(
                text.format(n=number(len(overrides))), kind=Kind.DONE, action=(_("&Undo"), undo)
            )

    def _take(self, overrides: list[Override], origin: str) -> bool | None:
        def take(workspace: Workspace) -> bool:
            workspace.correcting.take(overrides, origin)
            return True

        return self._tried(take)

    def _untake(self, taken: list[Override], before: list[Override]) -> None:
        def restore(workspace: Workspace) -> None:
            for override in taken:
                workspace.correcting.remove(override.playbook, override.step)
            workspace.correcting.take(before, "")

        self._tried(restore)

    def _tried(self, act: Callable[[Workspace], T]) -> T | None:
        """What `act` gives; None when it was refused, which is then said."""
        try:
            return self._tasks.now(act)
        except FootprintError as error:
            self._messages.say(plain(error.title, limit=300), hint=plain(error.hint, limit=300),
                               kind=Kind.ERROR)  # fmt: skip
            return None
