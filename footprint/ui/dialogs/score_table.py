"""Imports a table of readings: how it is understood can be seen and mended before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from footprint.domain.finding import BadRecord
from footprint.domain.preview import ImportReport
from footprint.domain.reading_rows import ReadingRow
from footprint.domain.score import Score
from footprint.domain.score_preview import ScorePreview, TableChoices
from footprint.domain.score_text import display
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.progress import Progress
from footprint.services.workspace import Workspace
from footprint.ui.chart.ticks import to_datetime
from footprint.ui.dialogs.form import Aside, FormDialog, field_label
from footprint.ui.models.dates import exact
from footprint.ui.models.scores import score_title
from footprint.ui.models.table import Column, Look, PagedTable
from footprint.ui.models.words import number
from footprint.ui.plain import plain
from footprint.ui.tasks import Task, Tasks
from footprint.ui.widgets.plain_table import PlainTable
from footprint.ui.widgets.sections import paragraph

_ROWS = 4
_SHOWN_BAD = 8


class ScoreTableDialog(FormDialog):
    """Guesses the columns, shows the first readings, says what is not read and why.

    `imported` tells what was kept, in words and as ids of imports.
    """

    imported = Signal(str, object)

    def __init__(
        self,
        tasks: Tasks,
        scores: Sequence[Score],
        path: Path,
        *,
        chosen: Score,
        parent: QWidget | None = None,
    ) -> None:
        sentence = _("What does {file} hold?").format(file=plain(path.name, limit=60))
        super().__init__(sentence, _("&Import"), self._begin_import, parent)
        self.setWindowTitle(_("Import a table"))
        self._tasks = tasks
        self._score = chosen
        self._path = path
        self._choices = TableChoices()
        self._task: Task | None = None
        self.preview: ScorePreview | None = None
        self.about = QComboBox()
        for score in scores:
            self.about.addItem(score_title(score), score)
        self.about.setCurrentIndex(next(n for n, s in enumerate(scores) if s.id == chosen.id))
        self.about.activated.connect(self._about_chosen)
        self.boxes: dict[str, QComboBox] = {}
        self.rows: PagedTable[ReadingRow] = PagedTable(self._columns(), lambda row: row)
        self.table = PlainTable(self.rows, _("The first readings, as they are understood"))
        self.table.setMinimumHeight(self.table.height_of(_ROWS))
        self.told = paragraph("")
        self.bad = Aside()
        self._lay_out()
        self._inspect()

    def _lay_out(self) -> None:
        self.fields.addRow(field_label(_("Readings &of"), self.about), self.about)
        for choice, text in (
            ("date_column", _("Column of the &day")),
            ("value_column", _("Column of the &value")),
            ("day_first", _("&Order of dates")),
            ("decimal", _("Decimal &mark")),
        ):
            box = QComboBox()
            box.activated.connect(partial(self._chosen, choice))
            self.boxes[choice] = box
            self.fields.addRow(field_label(text, box), box)
        self.fields.addRow(self.table)
        self.fields.addRow(self.told)
        self.fields.addRow(self.bad)

    # --- looking -----------------------------------------------------------------------------

    def _inspect(self) -> None:
        path, id_, choices = self._path, self._score.id, self._choices

        def work(workspace: Workspace, progress: Progress) -> ScorePreview:
            return workspace.score_importing.inspect_table(path, id_, choices, progress=progress)

        self._start(work, self._inspected, _("Reading the table…"))

    def _start(self, work: Any, done: Any, saying: str) -> None:
        self.trouble.hide()
        self.told.setText(saying)
        self.act.setEnabled(False)
        for box in (self.about, *self.boxes.values()):
            box.setEnabled(False)
        self._task = self._tasks.start(
            work,
            done=done,
            failed=self._failed,
            cancelled=self._cancelled,
            progressed=self._progressed,
        )

    @Slot(int, object, str)
    def _progressed(self, done: int, total: int | None, text: str) -> None:
        if text or total:
            share = _("{percent} %").format(percent=round(100 * done / total)) if total else ""
            self.told.setText(" · ".join(filter(None, (text, share))))

    @Slot(object)
    def _failed(self, error: FootprintError) -> None:
        self._task = None
        self.told.setText("")
        self.trouble.setText(f"{error.title} {error.hint}".strip())
        self.trouble.show()
        self.about.setEnabled(True)
        for box in self.boxes.values():
            box.setEnabled(self.preview is not None)

    @Slot()
    def _cancelled(self) -> None:
        self._task = None
        super().reject()

    @Slot(object)
    def _inspected(self, preview: ScorePreview) -> None:
        self._task = None
        self.preview = preview
        self._offer(preview)
        examples = preview.examples
        self.rows.show(lambda limit, offset: examples[offset : offset + limit])
        self.told.setText(" ".join(summary(preview)))
        self.bad.setText("\n".join(unread(preview)))
        count = len(preview.taken)
        self.act.setEnabled(count > 0 and not preview.questions)
        if self.act.isEnabled():
            self.act.setFocus()
        self.act.setText(
            ngettext("&Import {n} reading", "&Import {n} readings", count).format(n=number(count))
        )

    def _offer(self, preview: ScorePreview) -> None:
        """What can be chosen, and what the guess is."""
        layout = preview.reading.layout
        self.about.setEnabled(True)
        asked = {question.choice: question for question in preview.questions}
        columns = [(at, plain(name, limit=40)) for at, name in enumerate(layout.columns)]
        offers: dict[str, tuple[list[tuple[Any, str]], Any]] = {
            "date_column": (columns, layout.date_column),
            "value_column": (columns, layout.value_column),
            "day_first": (
                [(True, _("day before month")), (False, _("month before day"))],
                layout.day_first,
            ),
            "decimal": ([(".", _("point: 1.5")), (",", _("comma: 1,5"))], layout.decimal),
        }
        for choice, (options, guess) in offers.items():
            box = self.boxes[choice]
            box.clear()
            for value, text in options:
                box.addItem(text, value)
            box.setCurrentIndex(-1 if choice in asked else box.findData(guess))
            box.setEnabled(True)
            self.fields.setRowVisible(
                box, choice in asked or choice.endswith("column") or guess is not None
            )

    @Slot(int)
    def _about_chosen(self, place: int) -> None:
        self._score = self.about.itemData(place)
        # What is a value depends on the scale: the guess is made anew.
        self._choices = TableChoices()
        self._inspect()

    def _chosen(self, choice: str, place: int) -> None:
        value = self.boxes[choice].itemData(place)
        self._choices = replace(self._choices, **{choice: value})
        self._inspect()

    def _columns(self) -> list[Column[ReadingRow]]:
        return [
            Column(_("Day"), lambda row: exact(to_datetime(row.effective)), 17),
            Column(
                _("Value"),
                lambda row: plain(display(row.value, self._score.scale)),
                14,
                look=Look.NUMBER,
            ),
            Column(_("Note"), lambda row: plain(row.note or ""), 20, grow=1),
        ]

    # --- keeping -----------------------------------------------------------------------------

    @Slot()
    def accept(self) -> None:
        """Not closed by the button: the import runs in the background and closes it."""
        self._begin_import()

    def _begin_import(self) -> None:
        preview = self.preview
        if preview is None or self._task is not None:
            return

        def work(workspace: Workspace, progress: Progress) -> ImportReport:
            return workspace.score_importing.apply(preview, progress)

        self._start(work, self._applied, _("Importing…"))

    @Slot(object)
    def _applied(self, report: ImportReport) -> None:
        self._task = None
        count = len(self.preview.taken) if self.preview else 0
        told = ngettext("{n} reading is imported.", "{n} readings are imported.", count)
        known = _("Everything in it was known already.")
        ids = tuple(record.id for record in report.records)
        self.imported.emit(told.format(n=number(count)) if ids else known, ids)
        self.done(int(self.DialogCode.Accepted))

    @Slot()
    def reject(self) -> None:
        """Stop what is under way; then, or at once, leave."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()


def summary(preview: ScorePreview) -> list[str]:
    """What an import would do, in a few sentences."""
    told = [words.format(n=number(count)) for count, words in _counted(preview) if count > 0]
    if preview.imported_before is not None:
        told.append(_("This very file was imported before."))
    told += [plain(question.text, limit=300) for question in preview.questions]
    told += [plain(warning, limit=300) for warning in preview.reading.warnings]
    return told


def _counted(preview: ScorePreview) -> list[tuple[int, str]]:
    new, retold, same = preview.new, preview.retold, preview.unchanged
    twice, again = preview.repeated, len(preview.taken) - new - retold
    return [
        (new, ngettext("{n} new reading.", "{n} new readings.", new)),
        (retold, ngettext("{n} tells a day anew.", "{n} tell a day anew.", retold)),
        (same, ngettext("{n} is known already.", "{n} are known already.", same)),
        (twice, ngettext("{n} stands in it twice.", "{n} stand in it twice.", twice)),
        (
            again,
            ngettext(
                "{n} tells a day again that stands in the table with another value; all are kept.",
                "{n} tell a day again that stands in the table with another value; all are kept.",
                again,
            ),
        ),
    ]


def unread(preview: ScorePreview) -> list[str]:
    """Which rows are not read, and why; the first of them by name."""
    bad = preview.reading.bad
    if not bad:
        return []
    count = len(bad)
    head = ngettext("{n} row is not read:", "{n} rows are not read:", count)
    lines = [_unread_row(record) for record in bad[:_SHOWN_BAD]]
    more = count - len(lines)
    if more:
        lines.append(ngettext("and {n} more", "and {n} more", more).format(n=number(more)))
    return [head.format(n=number(count)), *lines]


def _unread_row(record: BadRecord) -> str:
    row, why = record.where.record, plain(record.why, limit=160)
    return _("Row {n}: {why}").format(n=number(row), why=why) if row else why
