"""What recording and correcting a reading have in common: a value that is understood, and a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Slot
from PySide6.QtWidgets import QDateEdit, QLineEdit, QWidget

from footprint.domain.score import Scale, ScaleKind, Score
from footprint.domain.score_text import display
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.dialogs.form import Aside, FormDialog, field_label
from footprint.ui.models.dates import exact, today
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks


class ReadingForm(FormDialog):
    """Says how the value is understood while it is typed; no number is refused."""

    def __init__(
        self,
        tasks: Tasks,
        score: Score,
        *,
        texts: tuple[str, str],
        write: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(*texts, write, parent)
        self._tasks = tasks
        self._score = score
        self.value = QLineEdit()
        self.value.setPlaceholderText(example(score.scale))
        self.value.textChanged.connect(self.listen)
        self.day = day_field()
        self.day.dateChanged.connect(self.listen)
        self.heard = Aside()
        self.add_field(_("&Value"), self.value)
        self.fields.addRow("", self.heard)
        self.add_field(_("On &day"), self.day)

    def add_field(self, label: str, field: QWidget) -> None:
        """One more row."""
        self.fields.addRow(field_label(label, field), field)

    @Slot()
    def listen(self) -> None:
        """Say how the value is understood, and what is odd about it."""
        self.trouble.hide()
        told = self._understood() if self.value.text().strip() else range_text(self._score.scale)
        self.heard.setText(told)
        self.heard.setVisible(bool(told))
        self.value.setAccessibleDescription(told)

    def _understood(self) -> str:
        text, on, id_ = self.value.text(), chosen_day(self.day), self._score.id
        try:
            typed = self._tasks.now(lambda w: w.recording.understand(id_, text, on))
        except FootprintError as error:
            return f"{error.title} {error.hint}".strip()
        value = display(typed.value, self._score.scale)
        told = [_("{value} on {day}.").format(value=plain(value), day=exact(on))]
        told += [plain(warning, limit=300) for warning in typed.warnings]
        if typed.warnings:
            told.append(_("It is recorded as you type it."))
        return " ".join(told)

    @Slot()
    def accept(self) -> None:
        """Where it cannot be done the keyboard goes back to the value."""
        super().accept()
        if self.trouble.isVisible():
            self.value.setFocus()
            self.value.selectAll()


def day_field() -> QDateEdit:
    """A field for a day that has been, today at first."""
    field = QDateEdit()
    now = today()
    field.setCalendarPopup(True)
    field.setDate(QDate(now.year, now.month, now.day))
    field.setMaximumDate(field.date())
    return field


def chosen_day(field: QDateEdit) -> date:
    """The day that a field shows."""
    day = field.date()
    return date(day.year(), day.month(), day.day())


def example(scale: Scale) -> str:
    """What a value of the scale may look like."""
    if scale.kind is ScaleKind.LETTER and scale.letters:
        return _("For example {letter}").format(letter=scale.letters[len(scale.letters) // 2])
    return {
        ScaleKind.PAIR: _("For example 719 over 5"),
        ScaleKind.PARTS: _("For example 63, or its parts: 15 + 20 + 18 + 10"),
        ScaleKind.UNBOUNDED: _("For example 1,204 or 1.2k"),
        ScaleKind.PERCENTILE: _("For example 5 %"),
    }.get(scale.kind, _("For example 37"))


def range_text(scale: Scale) -> str:
    """From where to where the scale goes."""
    if scale.kind is ScaleKind.LETTER:
        return _("Its grades are: {letters}.").format(letters=", ".join(scale.letters))
    if scale.low is None or scale.high is None:
        return ""
    told = _("It goes from {low} to {high}.").format(low=f"{scale.low:g}", high=f"{scale.high:g}")
    names = [plain(part.name) for part in scale.parts]
    if names:
        told += " " + _("Its parts are: {names}.").format(names=", ".join(names))
    return told
