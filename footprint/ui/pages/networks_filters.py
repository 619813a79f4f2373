"""The bar above the apps: risk, state, decision, grouping, and how many there are."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from footprint.domain.grant import Choice, GrantState
from footprint.domain.permission import Risk
from footprint.i18n import _
from footprint.ui.models.words import choice_word, risk_word
from footprint.ui.pages.networks_view import USUAL_STATES, GrantView
from footprint.ui.widgets.filter_button import FilterButton
from footprint.ui.widgets.flow import FlowLayout


class FilterBar(QWidget):
    """Says which grants may pass; whoever listens to `changed` asks `applied`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        risks: list[Risk | None] = [*sorted(Risk, reverse=True), None]
        choices: list[Choice | None] = [*Choice, None]
        self.risks = FilterButton(_("Risk"), [(risk, risk_word(risk)) for risk in risks])
        self.states = FilterButton(
            _("State"), [(state, state.word) for state in GrantState], usual=USUAL_STATES
        )
        self.choices = FilterButton(_("Decision"), [(c, choice_word(c)) for c in choices])
        self.grouped = QCheckBox(_("&Group by app"))
        self.cleared = QPushButton(_("Clea&r filters"))
        self.cleared.setFlat(True)
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("role", "muted")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for widget in (self.risks, self.states, self.choices, self.grouped, self.cleared):
            flow.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(buttons, 1)
        row.addWidget(self.count)
        self._connect()

    def _connect(self) -> None:
        for button in (self.risks, self.states, self.choices):
            button.changed.connect(self._told)
        self.grouped.toggled.connect(self._told)
        self.cleared.clicked.connect(self.clear)
        self.cleared.hide()

    def applied(self, view: GrantView) -> GrantView:
        """`view` with what is chosen here."""
        return replace(
            view,
            risks=self.risks.chosen,
            states=self.states.chosen,
            choices=self.choices.chosen,
            grouped=self.grouped.isChecked(),
        )

    @Slot()
    def clear(self) -> None:
        """Let everything pass that usually does."""
        self.blockSignals(True)
        for button in (self.risks, self.states, self.choices):
            button.reset()
        self.blockSignals(False)
        self._told()

    @Slot()
    def _told(self) -> None:
        usual = all(b.is_usual for b in (self.risks, self.states, self.choices))
        self.cleared.setVisible(not usual)
        self.changed.emit()
