"""Where a step is answered: a line to type into, or a choice; in the guide and in its strip."""

from __future__ import annotations

from textwrap import fill

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.run import Run
from footprint.domain.step import StepKind
from footprint.domain.stop import Stop
from footprint.i18n import _
from footprint.services.guide_effects import CANNOT_CHECK, GONE, STILL_THERE
from footprint.ui.plain import plain
from footprint.ui.widgets.sections import paragraph
from footprint.ui.wizards.walk import GuideWalk
from footprint.ui.wizards.words import said

# A radio button does not break its line by itself.
_WIDE = 46


def choices_of(run: Run, stop: Stop) -> list[tuple[str, str, str]]:
    """The answers a step can have: id, words, and what follows from it."""
    if stop.step.kind is StepKind.VERIFY:
        return [
            (GONE, _("It is done: what I wanted is so"), ""),
            (STILL_THERE, _("Not yet: it is as it was"), _later()),
            (CANNOT_CHECK, _("I cannot tell"), _("Then Footprint says so, and claims nothing.")),
        ]
    return [
        (choice.id, plain(said(run, stop, choice.label)), said(run, stop, choice.text))
        for choice in stop.step.choices
    ]


def _later() -> str:
    return _("Go back to the step that did not work, or put the guide aside and look again later.")


class AnswerLine(QLineEdit):
    """One line; its text is the answer."""

    def __init__(self, walk: GuideWalk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(walk.entry.draft.answer, parent)
        self._walk = walk
        self.setAccessibleName(name)
        self.setMaxLength(2_000)
        self.textChanged.connect(self._typed)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._walk.write(answer=text)


class AnswerChoice(QWidget):
    """One radio button for each answer, and below it what follows."""

    def __init__(self, walk: GuideWalk, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for key, words, after in choices_of(walk.run, stop):
            button = QRadioButton(fill(words, _WIDE).replace("&", "&&"))
            button.setChecked(walk.entry.draft.answer == key)
            button.setMinimumHeight(32)
            self.group.addButton(button)
            self.buttons[key] = button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            if after:
                button.setAccessibleDescription(after)
                told = paragraph(after, "muted")
                told.setIndent(button.iconSize().width() + 12)
                column.addWidget(told)
        self.group.buttonClicked.connect(self._chosen)
        self.group.buttonToggled.connect(self._chosen)

    @property
    def first(self) -> QRadioButton:
        """Where the keyboard begins: the answer given, else the first one."""
        given = self.buttons.get(self._walk.entry.draft.answer)
        return given or next(iter(self.buttons.values()))

    @Slot()
    def _chosen(self) -> None:
        for key, button in self.buttons.items():
            if button.isChecked():
                self._walk.write(answer=key)


class AnswerList(QComboBox):
    """The same answers in one line, for the strip."""

    def __init__(self, walk: GuideWalk, stop: Stop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self.setAccessibleName(_("Answer"))
        self.setPlaceholderText(_("Choose an answer"))
        for key, words, _after in choices_of(walk.run, stop):
            self.addItem(words, key)
        self.setCurrentIndex(self.findData(walk.entry.draft.answer))
        self.currentIndexChanged.connect(self._chosen)

    @Slot(int)
    def _chosen(self, _index: int) -> None:
        self._walk.write(answer=str(self.currentData() or ""))
