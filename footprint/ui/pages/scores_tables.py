"""The chosen scores as a table: what counts of them, or their whole ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from footprint.domain.score import Score
from footprint.i18n import _
from footprint.ui.models.readings import Fetch, Newest, ReadingsModel, ScoreReading, counting
from footprint.ui.models.scores import score_title
from footprint.ui.pages.scores_loading import Loaded
from footprint.ui.tasks import Tasks
from footprint.ui.widgets.plain_table import PlainTable


class ReadingsTable(PlainTable):
    """The readings of some scores, newest first; Enter opens the one the keyboard is on."""

    def __init__(self, *, ledger: bool, loaded: tuple[Loaded, ...], parent: QWidget) -> None:
        self.ledger = ledger
        scores = [each.score for each in loaded]
        title = _("Ledger of {name}") if ledger else _("Readings of {name}")
        names = ", ".join(score_title(score) for score in scores)
        model = ReadingsModel(scores, ledger=ledger)
        super().__init__(model, title.format(name=names), parent)
        model.setParent(self)
        self.setSelectionMode(PlainTable.SelectionMode.ExtendedSelection)

    @property
    def reading(self) -> ScoreReading | None:
        """The row the keyboard is on."""
        row: ScoreReading | None = self.current_row()
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)


def rows_for(
    tasks: Tasks, loaded: tuple[Loaded, ...], known_on: date | None, *, ledger: bool
) -> Newest:
    """What a table of these scores shows, fetched page by page."""
    until = datetime.combine(known_on, time.max, UTC) if known_on else None
    fetches: list[tuple[Score, Fetch]] = []
    for each in loaded:
        if ledger:
            fetch = _told(tasks, each.score.id, until)
        elif until is not None:
            fetch = _known(each)
        else:
            fetch = _counting(tasks, each.score.id)
        fetches.append((each.score, fetch))
    return Newest(fetches)


def _told(tasks: Tasks, score_id: int, until: datetime | None) -> Fetch:
    return lambda limit, offset: tasks.now(
        lambda w: w.recalling.told(score_id, recorded_by=until, limit=limit, offset=offset)
    )


def _known(loaded: Loaded) -> Fetch:
    newest_first = (loaded.known or ())[::-1]
    return lambda limit, offset: counting(newest_first[offset : offset + limit])


def _counting(tasks: Tasks, score_id: int) -> Fetch:
    return lambda limit, offset: counting(
        tasks.now(lambda w: w.recalling.page(score_id, limit=limit, offset=offset))
    )
