"""A neutral answer for a required "why are you leaving?": one of ours, or the person's own."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from footprint.domain.step import Identifier, Step
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.dialogs.form import field_label
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.step_links import CopyButton

_KEY = "own_reason"
_LONGEST = 300


def asks_reason(step: Step) -> bool:
    """Whether the screen wants to know why."""
    return Identifier.REASON in step.discloses or any(
        "reason" in demand.casefold() for demand in step.demands
    )


class ReasonCard(PartCard):
    """A list that can be typed into, and a button that copies what stands in it."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(_("They want a reason"), parent)
        self._tasks = tasks
        self._shipped = tuple(tasks.now(lambda w: w.guides.neutral_reasons()))
        own = tasks.now(lambda w: w.settings.get(_KEY, ""))
        self.choice = QComboBox()
        self.choice.setEditable(True)
        self.choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(34)
        self.choice.addItems([*([own] if isinstance(own, str) and own else []), *self._shipped])
        self.choice.setAccessibleName(_("The reason you give"))
        self.copies = CopyButton(_("Copy the reason"), self.choice.currentText())
        self.choice.currentTextChanged.connect(self._changed)
        self.copies.clicked.connect(self._remember)
        label: QLabel = field_label(_("R&eason"), self.choice)
        row = FlowLayout()
        for part in (label, self.choice, self.copies):
            row.addWidget(part)
        self.say(_("These answers tell nothing about you. You may also type your own."))
        self.place(row)

    @Slot(str)
    def _changed(self, text: str) -> None:
        self.copies.text_to_copy = text.strip()[:_LONGEST]

    @Slot()
    def _remember(self) -> None:
        """Keep the person's own words for the next time they are asked."""
        text = self.copies.text_to_copy
        if text and text not in self._shipped:

            def write(workspace: Workspace) -> None:
                workspace.settings.set(_KEY, text)

            self._tasks.now(write)
