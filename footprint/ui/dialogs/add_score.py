"""Adds a score to the list: one that the catalogue knows, or one of the person's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from footprint.domain.score import Better, Scale, ScaleKind
from footprint.domain.score_definition import ScoreDefinition
from footprint.domain.written_numbers import read_number
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.dialogs.form import Aside, FormDialog, field_label
from footprint.ui.dialogs.reading_form import range_text
from footprint.ui.plain import plain
from footprint.ui.tasks import Tasks

_ID = int(Qt.ItemDataRole.UserRole)


class AddScoreDialog(FormDialog):
    """Choose a score, or type another name and say how it is written; `added` gives its id."""

    added = Signal(int)

    def __init__(self, tasks: Tasks, parent: QWidget | None = None, sentence: str = "") -> None:
        sentence = sentence or _("Which score shall be kept?")
        super().__init__(sentence, _("&Add score"), self._write_down, parent)
        self._tasks = tasks
        self._known: tuple[ScoreDefinition, ...] = tasks.now(lambda w: w.scoring.definitions())
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for definition in self._known:
            closed = _("{name} (closed)").format(name=definition.name)
            self.name.addItem(closed if definition.closed else definition.name, definition.id)
        completer, line = self.name.completer(), self.name.lineEdit()
        assert completer is not None  # an editable box has both
        assert line is not None
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCurrentIndex(-1)
        line.setPlaceholderText(_("Choose one, or type another name"))
        self.about = QLineEdit()
        self.about.setPlaceholderText(_("Tells two of a kind apart: @name"))
        self.told = Aside()
        self.kind = QComboBox()
        for kind, text in kinds():
            self.kind.addItem(text, kind)
        self.low, self.high, self.letters = QLineEdit("0"), QLineEdit("100"), QLineEdit()
        self.letters.setPlaceholderText(_("Worst to best, with spaces: D C B A"))
        self.better = QComboBox()
        for better, text in (
            (Better.HIGHER, _("Higher is better")),
            (Better.LOWER, _("Lower is better")),
            (Better.NEITHER, _("Neither")),
        ):
            self.better.addItem(text, better)
        self._lay_out()
        self.name.editTextChanged.connect(self._listen)
        self.kind.currentIndexChanged.connect(self._listen)
        self._listen()
        self.name.setFocus()

    def _lay_out(self) -> None:
        for text, field in (
            (_("&Score"), self.name),
            (_("A&bout"), self.about),
            (_("&Written as"), self.kind),
            (_("&Lowest"), self.low),
            (_("Hi&ghest"), self.high),
            (_("&Grades"), self.letters),
            (_("&Direction"), self.better),
        ):
            self.fields.addRow(field_label(text, field), field)
        self.fields.addRow("", self.told)

    @property
    def definition(self) -> ScoreDefinition | None:
        """The entry of the catalogue that is meant; None for a score of the person's own."""
        typed = self.name.currentText().strip()
        place = self.name.findText(typed, Qt.MatchFlag.MatchFixedString)
        return self._known[place] if typed and place >= 0 else None

    @Slot()
    def _listen(self) -> None:
        """Ask for the scale only of a score that the catalogue does not know."""
        known, kind = self.definition, ScaleKind(self.kind.currentData())
        own = known is None and bool(self.name.currentText().strip())
        rows = {
            self.kind: own,
            self.low: own and kind is ScaleKind.BOUNDED,
            self.high: own and kind is ScaleKind.BOUNDED,
            self.letters: own and kind is ScaleKind.LETTER,
            self.better: own,
        }
        for field, wanted in rows.items():
            self.fields.setRowVisible(field, wanted)
        self.told.setText(_about(known) if known else "")

    def _write_down(self) -> None:
        known, about = self.definition, self.about.text().strip()
        if known is not None:
            id_ = self._tasks.now(lambda w: w.scoring.add(known.id, about))
        else:
            name, scale = self.name.currentText().strip(), self._scale()
            id_ = self._tasks.now(lambda w: w.scoring.add_own(name, scale, about))
        self.added.emit(id_)

    def _scale(self) -> Scale:
        kind, better = ScaleKind(self.kind.currentData()), Better(self.better.currentData())
        if kind is ScaleKind.LETTER:
            letters = tuple(dict.fromkeys(self.letters.text().replace(",", " ").split()))
            if len(letters) < 2:
                raise FootprintError(
                    _("The grades are missing."),
                    _("Type at least two, the worst first."),
                )
            return Scale(kind=kind, letters=letters, better=better)
        if kind is not ScaleKind.BOUNDED:
            return Scale(kind=kind, better=better)
        low, high = _number(self.low.text()), _number(self.high.text())
        if low >= high:
            raise FootprintError(
                _("The highest value is not above the lowest."), _("Type a higher one.")
            )
        return Scale(kind=kind, low=low, high=high, better=better)


def kinds() -> list[tuple[ScaleKind, str]]:
    """How a score of one's own can be written."""
    return [
        (ScaleKind.BOUNDED, _("A number between two ends, like 37 of 100")),
        (ScaleKind.UNBOUNDED, _("A number without an end, like 12,410")),
        (ScaleKind.PERCENTILE, _("A share of 100, like the top 5 %")),
        (ScaleKind.LETTER, _("A grade, like B+")),
    ]


def _about(definition: ScoreDefinition) -> str:
    told = [plain(definition.measures.value, limit=300), range_text(definition.scale)]
    if definition.closed:
        told.append(_("Nobody gives it any more: keep what you still have of it."))
    return " ".join(filter(None, told))


def _number(text: str) -> float:
    read = read_number(text.strip())
    if read is None:
        raise FootprintError(
            _("“{text}” is not a number.").format(text=plain(text, limit=60)),
            _("Type where the scale begins and ends, for example 0 and 100."),
        )
    return read.number
