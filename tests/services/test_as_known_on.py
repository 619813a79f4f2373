"""What is asked of the past is answered as it would have been answered then."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.progress import Progress
from footprint.services.workspace import Workspace
from tests import scales
from tests.services.conftest import Clock

DAYS = range(1, 9)
_NUMBERS = count()
Told = dict[int, float]


@dataclass
class Ledger:
    """One score, what was done to it so far, and what counted after each act."""

    workspace: Workspace
    clock: Clock
    score: int

    def counting(self, when: datetime | None = None) -> Told:
        found = self.workspace.recalling.readings(self.score, as_known_on=when)
        return {r.effective.day: r.value.number for r in found}

    def record(self, day: int, number: int) -> None:
        self.workspace.recording.record(self.score, str(number), date(2011, 10, day))

    def correct(self, nth: int, number: int, day: int | None) -> None:
        if standing := self.workspace.recalling.ledger(self.score):
            on = None if day is None else date(2011, 10, day)
            id_ = standing[nth % len(standing)].id
            self.workspace.recording.correct(id_, str(number), reason="slip", on=on)

    def withdraw(self, nth: int) -> None:
        if standing := self.workspace.recalling.ledger(self.score):
            self.workspace.recording.withdraw(standing[nth % len(standing)].id, "wrong score")

    def take(self, told: Told) -> None:
        path = self.workspace.folder / f"{next(_NUMBERS)}.csv"
        rows = "".join(f"2011-10-{day:02},{number}\n" for day, number in told.items())
        path.write_text(f"date,score\n{rows}", encoding="utf-8")
        importing = self.workspace.score_importing
        importing.apply(importing.inspect_table(path, self.score, progress=Progress()), Progress())

    def undo(self, nth: int) -> None:
        name = self.workspace.scoring.score(self.score).name
        done = [
            record
            for record in self.workspace.seeing.imports()
            if record.undone_at is None and record.account == name
        ]
        if done:
            self.workspace.importing.undo(done[nth % len(done)].id)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Ledger]]:
    """A new score at each call, all of them in one workspace."""
    clock = Clock()
    folder: Path = tmp_path_factory.mktemp("ledgers")
    with Workspace.open(folder, clock) as workspace:

        def make() -> Ledger:
            name = f"Invented {next(_NUMBERS)}"
            return Ledger(workspace, clock, workspace.scoring.add_own(name, scales.HUNDRED))

        yield make


_days = st.sampled_from(DAYS)
_values = st.integers(1, 5)
_nths = st.integers(0, 9)
_tables = st.dictionaries(_days, _values, min_size=1)
_acts = st.one_of(
    st.tuples(st.just("record"), _days, _values),
    st.tuples(st.just("correct"), _nths, _values, st.none() | _days),
    st.tuples(st.just("withdraw"), _nths),
    st.tuples(st.just("take"), _tables),
    st.tuples(st.just("undo"), _nths),
)


@settings(max_examples=60)
@given(acts=st.lists(_acts, max_size=12))
def test_the_past_is_answered_as_it_was_at_every_boundary(
    made: Callable[[], Ledger], acts: Sequence[tuple[object, ...]]
) -> None:
    ledger = made()
    answers: list[tuple[datetime, Told]] = [(ledger.clock(), {})]
    for name, *arguments in acts:
        getattr(ledger, str(name))(*arguments)
        answers.append((ledger.clock(), ledger.counting()))
    for (when, answer), (following, _next) in zip(
        answers, [*answers[1:], answers[-1]], strict=True
    ):
        assert ledger.counting(when) == answer
        # Each act takes place a minute and more after the answer before it.
        just_before = max(when, min(following, when + timedelta(seconds=59)))
        assert ledger.counting(just_before) == answer
    assert ledger.counting(datetime(2999, 1, 1, tzinfo=UTC)) == ledger.counting()


@settings(max_examples=60)
@given(acts=st.lists(_acts.filter(lambda act: act[0] != "undo"), max_size=12))
def test_nothing_ever_leaves_the_ledger(
    made: Callable[[], Ledger], acts: Sequence[tuple[object, ...]]
) -> None:
    ledger = made()
    seen: dict[int, tuple[datetime, float, datetime]] = {}
    for name, *arguments in acts:
        getattr(ledger, str(name))(*arguments)
        rows = ledger.workspace.recalling.told(ledger.score, limit=-1)
        now = {
            row.reading.id: (row.reading.effective, row.reading.value.number, row.reading.recorded)
            for row in rows
        }
        assert seen.items() <= now.items()
        seen = now


@dataclass(eq=False)
class _Row:
    """A row of the naive model: a value for a day, and the row it mends."""

    day: int
    number: float
    mends: _Row | None = None
    stands: bool = True

    @property
    def place(self) -> _Row:
        """The first of its chain that stands: it is told where that one was told."""
        before = self.mends
        return before.place if before is not None and before.stands else self


def _naively(rows: Sequence[_Row]) -> Told:
    """Read the list from its beginning; a row stands where the one it mends stood."""
    standing = [row for row in rows if row.stands]
    last = {id(row.mends): row for row in standing if row.mends is not None}
    telling = [
        row
        for row in standing
        if id(row) not in last and (row.mends is None or last[id(row.mends)] is row)
    ]
    ordered = sorted(telling, key=lambda row: (rows.index(row.place), rows.index(row)))
    return {row.day: row.number for row in ordered}


_typed = st.one_of(
    st.tuples(st.just("record"), _days, _values),
    st.tuples(st.just("correct"), _nths, _values, st.none() | _days),
    st.tuples(st.just("withdraw"), _nths),
)


@settings(max_examples=100)
@given(acts=st.lists(_typed, max_size=12))
def test_what_counts_is_what_a_naive_reader_of_the_ledger_says(
    made: Callable[[], Ledger], acts: Sequence[tuple[object, ...]]
) -> None:
    ledger = made()
    rows: dict[int, _Row] = {}
    for name, *arguments in acts:
        before = [reading.id for reading in ledger.workspace.recalling.ledger(ledger.score)]
        getattr(ledger, str(name))(*arguments)
        for row in ledger.workspace.recalling.told(ledger.score, limit=-1):
            told = row.reading
            mends = rows[told.corrects] if told.corrects is not None else None
            rows.setdefault(told.id, _Row(told.effective.day, told.value.number, mends))
        if name == "withdraw" and before:
            rows[before[int(str(arguments[0])) % len(before)]].stands = False
        assert ledger.counting() == _naively(list(rows.values()))
        assert ledger.counting(ledger.clock()) == _naively(list(rows.values()))


def test_what_was_withdrawn_or_undone_later_was_known_before(made: Callable[[], Ledger]) -> None:
    ledger = made()
    ledger.record(1, 70)
    ledger.take({2: 71, 3: 72})
    then = ledger.clock()
    ledger.withdraw(0)
    between = ledger.clock()
    ledger.undo(0)
    assert ledger.counting(then) == {1: 70, 2: 71, 3: 72}
    assert ledger.counting(between) == {2: 71, 3: 72}
    assert ledger.counting() == {}
