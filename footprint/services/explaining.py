"""Explain: the ledger, the events and the rules of the domain put together for one score."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from footprint.domain.event import Event
from footprint.domain.explaining.before_after import BeforeAfter, before_and_after
from footprint.domain.explaining.changing import span_change
from footprint.domain.explaining.ending import Ending, ending
from footprint.domain.explaining.explanation import Explanation, background_of, explain, explain_all
from footprint.domain.explaining.history import as_known_now, history_of, rewrites
from footprint.domain.explaining.worth import Worth, worth
from footprint.domain.score import Reading, Rewrite, Score
from footprint.domain.series import series_of
from footprint.services.marking import Marking
from footprint.services.scoring import Scoring
from footprint.store.database import Database
from footprint.store.readings import Readings

# Beyond this a score is looked at once a day: an object for each of a million readings would
# take a gigabyte, and a change within a day is not what is asked for.
_MOST_READINGS = 50_000


class Explaining:
    """What explains the changes of the scores of one workspace; slow enough for a Task."""

    def __init__(self, database: Database, scoring: Scoring, marking: Marking) -> None:
        self._database = database
        self._scoring = scoring
        self._marking = marking

    def explain(
        self, score_id: int, as_known_on: datetime | None = None
    ) -> tuple[Explanation, ...]:
        """Every significant change and every rewrite, explained, by date.

        With a time only from what was known by then.
        """
        score = self._scoring.score(score_id)
        events = self._marking.of(score, as_known_on)
        return explain_all(self._ledger(score, as_known_on), score.scale, events)

    def explain_span(self, score_id: int, begins: datetime, ends: datetime) -> Explanation | None:
        """What happened in a span the person chose; None where there is nothing to see."""
        score = self._scoring.score(score_id)
        ledger = self._ledger(score)
        change = span_change(series_of(as_known_now(ledger)), score.scale, begins, ends)
        if change is None:
            return None
        events = self._marking.of(score)
        return explain(change, background_of(history_of(ledger), score.scale, events))

    def rewrites(self, score_id: int) -> tuple[Rewrite, ...]:
        """Where the scorer told the past anew, in the order of telling."""
        moments = Readings(self._database).told_again(score_id)
        return rewrites(Readings(self._database).connected(score_id, moments))

    def before_and_after(self, score_id: int, event: Event) -> BeforeAfter:
        """What the score did after an event."""
        score = self._scoring.score(score_id)
        return before_and_after(self._ledger(score), score.scale, event, self._marking.of(score))

    def worth(self, score_id: int) -> Worth:
        """The score's ups and downs beside the outcomes, and the networks it feeds on."""
        score = self._scoring.score(score_id)
        definition = self._scoring.definition(score)
        feeds = definition.feeds_on if definition else ()
        return worth(self._ledger(score), score.scale, self._marking.of(score), feeds)

    def ending(self, score_id: int) -> Ending | None:
        """Why there are no new readings; None while there are."""
        score = self._scoring.score(score_id)
        definition = self._scoring.definition(score)
        ended = definition.ended if definition else None
        return ending(
            self._ledger(score),
            self._marking.of(score),
            self._scoring.today(),
            closed=ended.value if ended else None,
        )

    def _ledger(self, score: Score, until: datetime | None = None) -> Sequence[Reading]:
        readings = Readings(self._database)
        if readings.count(score.id) > _MOST_READINGS:
            return readings.daily(score.id, at=until)
        return readings.standing(score.id, at=until)
