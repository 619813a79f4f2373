"""One question: keep, watch or leave, with a note and a day to look again."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.grant import Choice, Decision
from footprint.i18n import _
from footprint.ui.models.dates import today

# Texts of the answers; the sentence says what each means for the person.
_ANSWERS: tuple[Choice | None, ...] = (Choice.KEEP, Choice.WATCH, Choice.LEAVE, None)


class DecideDialog(QDialog):
    """Asks for one decision on one app or several; `decided` gives choice, note and day.

    The note is None when it was not touched: each app then keeps its own.
    """

    decided = Signal(object, object, object)

    def __init__(self, about: str, decision: Decision, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Your decision"))
        self._before = decision
        self.answers = QButtonGroup(self)
        self.note = QPlainTextEdit(decision.note)
        self.again = QCheckBox(_("Look again &on"))
        self.day = QDateEdit()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(_heading(_("What do you want to do about {app}?").format(app=about)))
        self._add_answers(column)
        self._add_note(column)
        self._add_day(column)
        column.addSpacing(8)
        self._add_buttons(column)

    def _add_answers(self, column: QVBoxLayout) -> None:
        words = {
            Choice.KEEP: _("&Keep it: it may go on as it does"),
            Choice.WATCH: _("&Watch it: not sure yet, look at it again"),
            Choice.LEAVE: _("&Leave it: it shall lose its access"),
            None: _("&Not decided"),
        }
        for number, choice in enumerate(_ANSWERS):
            button = QRadioButton(words[choice])
            button.setChecked(choice is self._before.choice)
            self.answers.addButton(button, number)
            if button.isChecked():
                button.setFocus()
            column.addWidget(button)

    def _add_note(self, column: QVBoxLayout) -> None:
        label = QLabel(_("Not&e, for yourself"))
        label.setBuddy(self.note)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * 4 + 16)
        column.addSpacing(8)
        column.addWidget(label)
        column.addWidget(self.note)

    def _add_day(self, column: QVBoxLayout) -> None:
        now = today()
        chosen = self._before.look_again
        self.day.setCalendarPopup(True)
        self.day.setMinimumDate(QDate(now.year, now.month, now.day))
        start = QDate(now.year, now.month, now.day).addMonths(3)
        self.day.setDate(QDate(chosen.year, chosen.month, chosen.day) if chosen else start)
        self.day.setAccessibleName(_("Day to look again"))
        self.again.setChecked(chosen is not None)
        self.day.dateChanged.connect(self._day_chosen)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.again)
        row.addWidget(self.day)
        for months, text in ((1, _("In a &month")), (12, _("In a &year"))):
            row.addWidget(self._shortcut(months, text))
        row.addStretch(1)
        column.addLayout(row)

    def _shortcut(self, months: int, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        now = today()
        day = QDate(now.year, now.month, now.day).addMonths(months)
        button.clicked.connect(partial(self._choose_day, day))
        return button

    def _add_buttons(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save = QPushButton(_("&Save decision"))
        self.save.setProperty("primary", True)
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        row.addWidget(cancel)
        row.addWidget(self.save)
        column.addLayout(row)

    def _choose_day(self, day: QDate) -> None:
        self.day.setDate(day)
        self._day_chosen()

    @Slot()
    def _day_chosen(self) -> None:
        self.again.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from inside the note too."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def accept(self) -> None:
        text = self.note.toPlainText().strip()
        note = None if text == self._before.note else text
        self.decided.emit(_ANSWERS[self.answers.checkedId()], note, self._look_again())
        super().accept()

    def _look_again(self) -> date | None:
        if not self.again.isChecked():
            return None
        day = self.day.date()
        return date(day.year(), day.month(), day.day())


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "section")
    label.setWordWrap(True)
    return label
