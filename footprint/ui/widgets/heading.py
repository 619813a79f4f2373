"""The head of a detail: an initial, a name, a line below, and a risk in words and shape."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from footprint.domain.permission import Risk
from footprint.i18n import _
from footprint.ui.icons import icon_size, initial_icon
from footprint.ui.models.words import risk_word
from footprint.ui.widgets.risk import RiskShape
from footprint.ui.widgets.sections import paragraph


class Heading(QWidget):
    """Says what the detail is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initial = QLabel()
        self.name = paragraph("", "section")
        self.line = paragraph("", "muted")
        self.risk = QLabel()
        self._shape = RiskShape()
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.name)
        text.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._initial)
        row.addLayout(text, 1)
        row.addWidget(self.risk)
        row.addWidget(self._shape)
        row.addSpacing(icon_size() + 16)  # for the cross of the pane

    def say(self, name: str, line: str, initial: str = "") -> None:
        """Be about something else, which has no risk of its own; `initial` stands for another."""
        self.risk.hide()
        self._shape.hide()
        self.name.setText(name)
        self.line.setText(line)
        self._initial.setPixmap(initial_icon(initial or name).pixmap(icon_size()))

    def say_risk(self, risk: Risk | None) -> None:
        """Say how risky it is; None is "unknown"."""
        self.risk.setText(_("Risk {risk}").format(risk=risk_word(risk)))
        self._shape.show_risk(risk)
        self.risk.show()
        self._shape.show()
