"""The timeline: the chart or the same as a table, and what can be chosen about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from footprint.domain.ledger_row import Fate, LedgerRow
from footprint.domain.score import Reading, Score
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.services.workspace import Workspace
from footprint.ui.chart.chart import Chart
from footprint.ui.chart.ticks import to_datetime
from footprint.ui.models.dates import exact
from footprint.ui.models.readings import ScoreReading, read_out
from footprint.ui.models.scores import score_title
from footprint.ui.pages.scores_bar import CHART, LEDGER, TimelineBar
from footprint.ui.pages.scores_loading import Loaded, picture_of
from footprint.ui.pages.scores_tables import ReadingsTable, rows_for
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.card import Card
from footprint.ui.widgets.notice_strip import NoticeStrip
from footprint.ui.widgets.placeholder import Placeholder

_RANGES = (None, 365.25, 30.44)  # days, as the bar offers them
_SECOND = timedelta(seconds=1)


class Timeline(QWidget):
    """Shows what was loaded; `known_on_changed` asks for it as it was known on another day.

    `reading_chosen` gives the reading that was chosen in chart or table, `menu_wanted` one with
    the place (global) of the menu that is asked for, `event_chosen` an event of the chart.
    """

    known_on_changed = Signal()
    record_wanted = Signal()
    reading_chosen = Signal(object)  # ScoreReading
    menu_wanted = Signal(object, QPoint)
    event_chosen = Signal(object)  # Event

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._loaded: tuple[Loaded, ...] = ()
        self._told: dict[tuple[int, float], tuple[str, ...]] = {}
        self.chart = Chart(_("Timeline of your scores"))
        self.table: ReadingsTable | None = None
        self.bar = TimelineBar()
        self.then = NoticeStrip(_("&Back to today"))
        self._place()
        self._connect()

    def _place(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.chart)
        self.notice = Placeholder()
        self._stack.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.then)
        column.addWidget(Card(self._stack), 1)

    def _connect(self) -> None:
        self.bar.range.chosen.connect(self._look_back)
        self.bar.look.chosen.connect(self._turn)
        self.bar.shapes.activated.connect(self._reshape)
        self.bar.known_changed.connect(self._look_then)
        self.then.pressed.connect(self._look_now)
        self.chart.point_opened.connect(self.open_point)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def as_known_on(self) -> date | None:
        """The day as of which it is shown; None is today."""
        return self.bar.known_day

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        """What is shown."""
        return self._loaded

    @property
    def score(self) -> Score | None:
        """The first of the scores shown, which the pane is about."""
        return self._loaded[0].score if self._loaded else None

    def put(self, loaded: Sequence[Loaded]) -> None:
        """Show something else; of the same scores the same stretch of time."""
        same = [x.score.id for x in loaded] == [x.score.id for x in self._loaded]
        self._loaded = tuple(loaded)
        self._told.clear()
        stacks = len(self._loaded) == 1 and bool(self._loaded[0].parts)
        self.bar.offer_shapes(several=len(self._loaded) > 1, stacks=stacks)
        self._show(keep=same)
        if not same:
            self._look_back(self.bar.range.place)
        self._turn(self.bar.look.place, again=same)

    def fail(self, error: FootprintError) -> None:
        """Say why nothing is shown."""
        self.notice.say(error.title, error.hint, [(_("Try a&gain"), self.known_on_changed.emit)])
        self._stack.setCurrentWidget(self.notice)

    def _show(self, *, keep: bool) -> None:
        shape = self.bar.shape
        self.chart.show_picture(picture_of(self._loaded, shape, self._tell), keep=keep)

    def _tell(self, score_id: int, moment: float) -> tuple[str, ...]:
        """The read-out of a point, asked of the ledger once."""
        key = (score_id, moment)
        if key not in self._told:
            found = self._reading_at(score_id, moment)
            self._told[key] = read_out(found.reading, found.score.scale) if found else ()
        return self._told[key]

    @Slot(int)
    def _look_back(self, place: int) -> None:
        days = _RANGES[place]
        if days is None:
            self.chart.fit()
        else:
            self.chart.look_at_last(days)

    @Slot(int)
    def _reshape(self, _place: int) -> None:
        self._show(keep=True)

    # --- as it was known ---------------------------------------------------------------------

    @Slot()
    def _look_then(self) -> None:
        """Say that another day's knowledge is shown, and ask for it."""
        day = self.as_known_on
        told = _("You see what was known on {day}. What was recorded later is left out.")
        self.then.say(told.format(day=exact(day)) if day else "")
        self.known_on_changed.emit()

    @Slot()
    def _look_now(self) -> None:
        self.bar.known.setChecked(False)
        self.bar.known.setFocus()

    # --- the same as a table -----------------------------------------------------------------

    @Slot(int)
    def _turn(self, place: int, *, again: bool = False) -> None:
        self.bar.fold(chart=place == CHART)
        if self.chart.picture.empty and place != LEDGER:
            self._say_empty()
        elif place == CHART:
            self._stack.setCurrentWidget(self.chart)
        else:
            self._fill_table(ledger=place == LEDGER, again=again)

    def _say_empty(self) -> None:
        name = score_title(self.score) if self.score else ""
        if self.as_known_on is not None:
            self.notice.say(_("Nothing of {name} was known on that day.").format(name=name))
        else:
            self.notice.say(
                _("No reading of {name} yet.").format(name=name),
                _("With the first one its timeline begins."),
                [(_("Record the &first one…"), self.record_wanted.emit)],
            )
        self._stack.setCurrentWidget(self.notice)

    def _fill_table(self, *, ledger: bool, again: bool) -> None:
        """Fill a table anew; `again`: with the same scores, so that place and choice stay."""
        rows = rows_for(self._tasks, self._loaded, self.as_known_on, ledger=ledger)
        table = self.table
        try:
            if again and table is not None and table.ledger is ledger:
                table.rows_model.renew(rows)
            else:
                table = self._new_table(ledger=ledger)
                table.rows_model.show(rows)
        except FootprintError as error:
            self.notice.say(error.title, error.hint)
            self._stack.setCurrentWidget(self.notice)
            return
        if table.rows_model.rows:
            self._stack.setCurrentWidget(table)
        else:
            self._say_empty()

    def _new_table(self, *, ledger: bool) -> ReadingsTable:
        if self.table is not None:
            self._stack.removeWidget(self.table)
            self.table.deleteLater()
        self.table = ReadingsTable(ledger=ledger, loaded=self._loaded, parent=self._stack)
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._chosen)
        self.table.menu_wanted.connect(self._menu)
        self._stack.addWidget(self.table)
        return self.table

    # --- one reading -------------------------------------------------------------------------

    @Slot()
    def _chosen(self) -> None:
        if self.table is not None and self.table.reading is not None:
            self.reading_chosen.emit(self.table.reading)

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        if self.table is not None and self.table.reading is not None:
            self.menu_wanted.emit(self.table.reading, at)

    def open_mark(self, place: int) -> None:
        """Choose the event of that place among the marks of the picture."""
        id_ = self.chart.picture.marks[place].id
        events = (event for each in self._loaded for event in each.events)
        self.event_chosen.emit(next(event for event in events if event.id == id_))

    @Slot(int, int)
    def open_point(self, curve: int, point: int) -> None:
        """Choose the reading of a point of the picture."""
        if curve < len(self._loaded):
            loaded = self._loaded[curve]
            found = self._reading_at(loaded.score.id, loaded.track.times[point])
            if found is not None:
                self.reading_chosen.emit(found)

    def _reading_at(self, score_id: int, moment: float) -> ScoreReading | None:
        """The reading that counts at a moment, or counted on the day that is looked at."""
        loaded = next(each for each in self._loaded if each.score.id == score_id)
        if self.as_known_on is not None:
            found = [r for r in loaded.known or () if r.effective.timestamp() == moment]
        else:
            found = self._tasks.now(lambda w: _counting_at(w, score_id, moment))
        return ScoreReading(loaded.score, LedgerRow(found[-1], Fate.COUNTS)) if found else None


def _counting_at(workspace: Workspace, score_id: int, moment: float) -> list[Reading]:
    begins = to_datetime(moment)
    return workspace.recalling.readings(score_id, start=begins, end=begins + _SECOND)
