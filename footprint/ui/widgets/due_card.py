"""A calm card for one due thing: what it is, one thing to do about it, and not now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.due import DueKind
from footprint.i18n import _
from footprint.ui.icons import icon_size, picture
from footprint.ui.models.today import Card, act_of
from footprint.ui.theme import Theme
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.widgets.sections import paragraph

_TOMORROW, _WEEK = 1, 7


class DueCard(QFrame):
    """Emits what the person pressed; it knows nothing of what follows."""

    acted = Signal(object)  # Due
    put_off = Signal(object, int)  # Due, for how many days
    answered = Signal(object, str, str)  # Due, "yes" | "no" | "not_said", a note

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self.setObjectName("card")
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(card.text)
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(paragraph(card.title, "strong"))
        if card.text:
            column.addWidget(paragraph(card.text, "muted"))
        if card.due.kind is DueKind.MISSED:
            self._add_question(column)
        self._picture = QLabel()
        self._paint()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addWidget(self._acts())

    def _paint(self) -> None:
        name = _ICONS.get(self.card.due.kind, "guides")
        self._picture.setPixmap(picture(name, icon_size(), Theme.tokens.muted))

    def _acts(self) -> QWidget:
        acts = QWidget()
        flow = FlowLayout(acts, ends=True)
        if self.card.due.kind is DueKind.MISSED:
            for answer, text in (
                ("yes", _("&Yes")), ("no", _("&No")), ("not_said", _("&Skip")),
            ):  # fmt: skip
                button = self._button(text)
                button.clicked.connect(partial(self._answer, answer))
                flow.addWidget(button)
            return acts
        button = self._button(act_of(self.card.due.kind))
        button.clicked.connect(self._act)
        flow.addWidget(button)
        later = self._button(_("Not now"))
        later.setFlat(True)
        menu = QMenu(later)
        menu.addAction(_("Until &tomorrow"), partial(self._later, _TOMORROW))
        menu.addAction(_("For a &week"), partial(self._later, _WEEK))
        later.setMenu(menu)
        flow.addWidget(later)
        return acts

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(True)  # Enter presses it
        # Read out with what it is about: several cards have the same words on their buttons.
        word = text.replace("&", "").removesuffix("…")
        button.setAccessibleName(f"{word}: {self.card.title}")
        self.buttons.append(button)
        return button

    def _add_question(self, column: QVBoxLayout) -> None:
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("A note for yourself, if you like"))
        self.note.setAccessibleName(_("Note"))
        column.addWidget(self.note)

    @Slot()
    def _act(self) -> None:
        self.acted.emit(self.card.due)

    def _later(self, days: int) -> None:
        self.put_off.emit(self.card.due, days)

    def _answer(self, answer: str) -> None:
        self.answered.emit(self.card.due, answer, self.note.text())


_ICONS = {
    DueKind.STEP: "guides",
    DueKind.RUN: "guides",
    DueKind.GRACE: "today",
    DueKind.CHECK_BACK: "search",
    DueKind.LOOK_AGAIN: "networks",
    DueKind.CAME_BACK: "undo",
    DueKind.STANDING: "search",
    DueKind.SCORE: "scores",
    DueKind.MISSED: "help",
}
