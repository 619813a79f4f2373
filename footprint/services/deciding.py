"""Keep, watch or leave: the person's own decision on a grant."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from footprint.domain.changes import Kind
from footprint.domain.grant import Choice, Decision
from footprint.store.database import Database
from footprint.store.decisions import Decisions


class Deciding:
    """Decisions of one workspace."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def decide(
        self,
        grant_ids: Sequence[int],
        choice: Choice | None,
        note: str | None = None,
        look_again: date | None = None,
    ) -> Mapping[int, Decision]:
        """Decide on grants; returns the decisions before, which `restore` takes back.

        A `note` of None keeps each grant's note. No choice, note and day means "undecided".
        """
        decisions = Decisions(self._database)
        with self._database.write(Kind.DECISIONS):
            before = decisions.of(grant_ids)
            decisions.put(
                {
                    id_: self._decision(choice, old.note if note is None else note, look_again)
                    for id_, old in before.items()
                }
            )
        return before

    def restore(self, previous: Mapping[int, Decision]) -> None:
        """Put decisions back as `decide` returned them."""
        with self._database.write(Kind.DECISIONS):
            Decisions(self._database).put(previous)

    def _decision(self, choice: Choice | None, note: str, look_again: date | None) -> Decision:
        if choice is None and not note and look_again is None:
            return Decision()
        return Decision(choice, note, look_again, self._now())
