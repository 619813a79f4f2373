"""What the pane below the timeline says: every change, a chosen span, or one reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from footprint.domain.event import Event
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.ui.chart.view import View
from footprint.ui.models.readings import ScoreReading
from footprint.ui.pages.scores_explaining import ExplainingTask
from footprint.ui.pages.scores_pane import ExplainPane
from footprint.ui.pages.scores_reading import look_up
from footprint.ui.pages.scores_timeline import Timeline
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.placeholder import Action


class SidePane(QObject):
    """Listens to the timeline and fills the pane."""

    # What can be done with a reading or an event; the page, which knows the acts, sets it.
    reading_acts: Callable[[ScoreReading], Sequence[Action]]
    event_acts: Callable[[Event], Sequence[Action]]

    def __init__(self, tasks: Tasks, timeline: Timeline, pane: ExplainPane) -> None:
        super().__init__(pane)
        self._tasks = tasks
        self._timeline = timeline
        self._pane = pane
        self._explaining = ExplainingTask(tasks, pane)
        self._reading: ScoreReading | None = None
        timeline.reading_chosen.connect(self.show_reading)
        timeline.event_chosen.connect(self.show_event)
        timeline.chart.span_selected.connect(self._explain_span)
        timeline.chart.span_cleared.connect(self.explain)
        timeline.known_on_changed.connect(self.forget)
        pane.all_wanted.connect(self._show_all)
        pane.span_wanted.connect(self._show_span)

    def renew(self, *, same: bool) -> None:
        """What is shown was read again; `same` scores keep the reading or the span looked at."""
        span = self._timeline.chart.span
        if same and self._reading is not None:
            self.show_reading(self._reading)
        elif span is not None:
            self._explain_span(*span)
        else:
            self.explain()

    @Slot()
    def forget(self) -> None:
        """Another day's knowledge is asked for: the reading may not have been known then."""
        self._reading = None

    @Slot()
    def explain(self) -> None:
        """Explain every change of the first score."""
        self._reading = None
        if not self._timeline.loaded:
            return
        first = self._timeline.loaded[0]
        if len(first.track) > 1:
            self._explaining.changes(first.score, first.events, self._timeline.as_known_on)
            return
        self._explaining.stop()
        if len(first.track):
            self._pane.say(
                _("One reading so far"),
                _("With the next one there is a line, and with a few more there are changes."),
            )
        else:
            self._pane.say(
                _("No reading yet"), _("Record the first one: what does the page say today?")
            )

    @Slot(object)
    def show_reading(self, row: ScoreReading) -> None:
        """Say what a reading is and how it is known."""
        self._explaining.stop()
        self._reading = row
        try:
            facts = self._tasks.now(partial(look_up, row=row))
        except FootprintError as error:
            self._pane.say(error.title, error.hint)
            return
        self._pane.show_reading(facts, self.reading_acts(facts.row))

    @Slot(object)
    def show_event(self, event: Event) -> None:
        """Say what an event is, and of an act what the score did afterwards."""
        self._reading = None
        if self._timeline.score is not None:
            self._explaining.of_event(self._timeline.score, event, self.event_acts(event))

    @Slot(float, float)
    def _explain_span(self, begin: float, end: float) -> None:
        self._reading = None
        if self._timeline.score is not None:
            self._explaining.span(self._timeline.score, begin, end)

    @Slot()
    def _show_all(self) -> None:
        """From a span or a reading back to all changes."""
        if self._timeline.chart.span is not None:
            self._timeline.chart.clear_span()
        else:
            self.explain()

    @Slot(float, float)
    def _show_span(self, begin: float, end: float) -> None:
        """Bring a change into sight, with as much around it as it is long."""
        self._timeline.bar.look.buttons[0].setChecked(True)
        self._timeline.chart.look(View(begin - (end - begin), end + (end - begin)))
