"""Keep, watch, leave: three buttons of which the one that was decided is pressed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from footprint.domain.grant import Choice, Decision
from footprint.i18n import _
from footprint.ui.models.words import decided_told
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph


class DecisionBar(QWidget):
    """Emits `decided` with a Choice, or None when the pressed one is pressed again."""

    decided = Signal(object)
    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[Choice, QPushButton] = {}
        self._row = row = FlowLayout()
        row.addWidget(QLabel(_("Your decision:")))
        for choice, text in (
            (Choice.KEEP, _("&Keep")),
            (Choice.WATCH, _("&Watch")),
            (Choice.LEAVE, _("&Leave")),
        ):
            button = QPushButton(text)
            button.setCheckable(True)
            button.clicked.connect(partial(self._pressed, choice))
            self.buttons[choice] = button
            row.addWidget(button)
        self.note = QPushButton(_("No&te and date…"))
        self.note.clicked.connect(self.note_wanted)
        row.addWidget(self.note)
        self._told = paragraph("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._told)

    def add_act(self, button: QPushButton) -> None:
        """Put something else that can be done into the row."""
        self._row.addWidget(button)

    def show_decision(self, decision: Decision | None) -> None:
        """Press the button of the decision; None when several things were decided differently."""
        for choice, button in self.buttons.items():
            button.setChecked(decision is not None and decision.choice is choice)
        noted = decision is not None and bool(decision.note or decision.look_again)
        self._told.setText(decided_told(decision) if decision and noted else "")
        self._told.setVisible(noted)

    def _pressed(self, choice: Choice) -> None:
        self.decided.emit(choice if self.buttons[choice].isChecked() else None)
