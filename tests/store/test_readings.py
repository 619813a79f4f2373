"""The ledger cannot be rewritten, and what counts is told from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.changes import Kind
from footprint.domain.event import Event, EventKind
from footprint.domain.evidence import Evidence
from footprint.domain.explaining.history import as_known_now
from footprint.domain.score import Method, Reading, Scale, Value
from footprint.store.database import Database
from footprint.store.events import Events
from footprint.store.evidence import EvidenceRows
from footprint.store.readings import Readings, seconds
from footprint.store.scores import Scores, scale_to_text, to_scale
from footprint.store.series import Series
from tests import scales

START = datetime(2011, 10, 1, 12, tzinfo=UTC)


def now() -> datetime:
    return datetime(2026, 6, 1, tzinfo=UTC)


def reading(day: int, number: float, told: int = 0, corrects: int | None = None) -> Reading:
    """A value about day `day`, recorded `told` days after it all began."""
    return Reading(
        id=0, score_id=1, effective=START + timedelta(days=day),
        recorded=START + timedelta(days=told), value=Value(number, str(number)),
        method=Method.TYPED, corrects=corrects,
    )  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = new_database(tmp_path / "footprint.db")
    yield opened
    opened.close()


def new_database(path: Path) -> Database:
    opened = Database.open(path, now)
    with opened.write(Kind.SCORES):
        Scores(opened).add("Klout", scales.HUNDRED, definition=None, about="", added_at=now())
    return opened


def put(db: Database, *readings: Reading) -> list[int]:
    with db.write(Kind.READINGS):
        ids = [Readings(db).add(each) for each in readings]
        Series(db).settle(1, [seconds(each.effective) for each in readings])
    return ids


def counting(db: Database) -> list[tuple[int, float]]:
    moments, numbers = Series(db).columns(1)
    return [((m - seconds(START)) // 86_400, n) for m, n in zip(moments, numbers, strict=True)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE readings SET number = 99",
        "UPDATE readings SET note = 'better' WHERE id = 1",
        "DELETE FROM readings",
        "INSERT OR REPLACE INTO readings (id, score_id, effective, recorded, number, method,"
        " whole_day) VALUES (1, 1, 0, 0, 99, 'typed', 1)",
        "INSERT INTO readings (id, score_id, effective, recorded, number, method, whole_day)"
        " VALUES (1, 1, 0, 0, 99, 'typed', 1) ON CONFLICT (id) DO UPDATE SET number = 99",
        "INSERT INTO readings (score_id, effective, recorded, number, method, whole_day)"
        " VALUES (1, 0, 0, 9e999, 'typed', 1)",
        "INSERT INTO readings (score_id, effective, recorded, number, method, whole_day)"
        " VALUES (1, 0, 0, 5, 'guessed', 1)",
    ],
)
def test_nobody_rewrites_the_ledger(db: Database, statement: str) -> None:
    put(db, reading(0, 73))
    with closing(sqlite3.connect(db.path)) as raw, raw:
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(statement)
        assert raw.execute("SELECT number FROM readings").fetchall() == [(73,)]


def test_a_reading_comes_back_as_it_went_in(db: Database) -> None:
    sha256 = "ab" * 32
    with db.write(Kind.EVIDENCE):
        EvidenceRows(db).add(Evidence(sha256, "a.png", 1, "image/png", now()))
    told = Reading(
        id=0, score_id=1, effective=START, recorded=START + timedelta(days=3),
        value=Value(1_230_000, "1.23M", 5_000, {"brand": 15.25}), method=Method.CAPTURED,
        whole_day=False, source="page", note="note", reason="why", evidence=sha256, invented=True,
    )  # fmt: skip
    (id_,) = put(db, told)
    found = Readings(db).one(id_)
    assert found is not None
    assert found == Reading(**{name: getattr(told, name) for name in told.__slots__} | {"id": id_})


def test_the_value_told_last_counts_and_both_stay(db: Database) -> None:
    put(db, reading(0, 73, told=0), reading(0, 53, told=30))
    assert counting(db) == [(0, 53)]
    assert [r.value.number for r in Readings(db).standing(1)] == [73, 53]
    assert Readings(db).told_again(1) == [seconds(START)]


def test_a_correction_stands_where_the_slip_stood(db: Database) -> None:
    (slip,) = put(db, reading(0, 36, told=0))
    put(db, reading(0, 61, told=5))
    put(db, reading(0, 63, told=9, corrects=slip))
    assert counting(db) == [(0, 61)], "what was told after the slip still counts"


def test_a_correction_may_move_the_day(db: Database) -> None:
    (slip,) = put(db, reading(0, 36, told=0))
    moved = reading(1, 36, told=1, corrects=slip)
    with db.write(Kind.READINGS):
        Readings(db).add(moved)
        Series(db).settle(1, [seconds(START), seconds(moved.effective)])
    assert counting(db) == [(1, 36)]
    put(db, reading(0, 40, told=2))
    assert counting(db) == [(0, 40), (1, 36)]


def test_what_is_withdrawn_stays_in_the_ledger_and_counts_nowhere(db: Database) -> None:
    first, second = put(db, reading(0, 73, told=0), reading(0, 53, told=1))
    with db.write(Kind.READINGS):
        Readings(db).withdraw(second, now(), "typed into the wrong score")
        Series(db).settle(1, [seconds(START)])
    assert counting(db) == [(0, 73)]
    assert [r.id for r in Readings(db).standing(1)] == [first]
    assert db.value("SELECT count(*) FROM readings") == 2


_LEDGERS = st.lists(
    st.tuples(
        st.integers(0, 4), st.integers(0, 9), st.integers(0, 5), st.none() | st.integers(0, 9)
    ),
    max_size=10,
)


@given(told=_LEDGERS)
def test_the_series_is_what_the_history_says(
    told: list[tuple[int, int, int, int | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    db = new_database(tmp_path_factory.mktemp("ledger") / "footprint.db")
    for number, (day, value, when, of) in enumerate(told):
        corrects = of + 1 if of is not None and of < number else None
        with db.write(Kind.READINGS):
            id_ = Readings(db).add(reading(day, value, when, corrects))
            linked = Readings(db).connected(1, [seconds(START + timedelta(days=day))])
            Series(db).settle(1, sorted({seconds(each.effective) for each in linked}))
        assert id_ == number + 1
    step_by_step = counting(db)
    with db.write(Kind.READINGS):
        Series(db).tell_anew(1)
    assert step_by_step == counting(db)
    expected = [
        ((each.effective - START).days, each.value.number)
        for each in as_known_now(Readings(db).standing(1))
    ]
    assert step_by_step == expected
    db.close()


@given(
    points=st.lists(st.tuples(st.integers(0, 500), st.integers(-50, 50)), max_size=60),
    start=st.integers(-10, 510), width=st.integers(1, 300), buckets=st.integers(1, 40),
)  # fmt: skip
def test_no_zoom_loses_an_extreme(
    points: list[tuple[int, int]],
    start: int,
    width: int,
    buckets: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    db = new_database(tmp_path_factory.mktemp("line") / "footprint.db")
    known = dict(points)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    with db.write(Kind.READINGS):
        db.execute_many(
            "INSERT INTO series VALUES (1, ?, 1, ?)", [(m, float(n)) for m, n in known.items()]
        )
    begin, end = start, start + width
    found = Series(db).stretches(
        1, epoch + timedelta(seconds=begin), epoch + timedelta(seconds=end), buckets
    )
    expected = []
    for bucket in range(buckets):
        low, high = (begin + width * (bucket + k) // buckets for k in (0, 1))
        inside = [(m, float(n)) for m, n in sorted(known.items()) if low <= m < high]
        if inside:
            numbers = [number for _moment, number in inside]
            expected.append(
                (bucket, *inside[0], *inside[-1], min(numbers), max(numbers), len(inside))
            )
    assert [tuple(stretch) for stretch in found] == expected
    db.close()


@pytest.mark.parametrize("scale", scales.ALL)
def test_a_scale_comes_back_as_it_went_in(scale: Scale) -> None:
    assert to_scale(scale_to_text(scale)) == scale


def test_events_can_be_told_as_they_were_known(db: Database) -> None:
    def named(when: datetime | None = None) -> Sequence[str]:
        return [event.title for event in Events(db).all(when)]

    left = Event("", EventKind.OWN_ACT, date(2011, 8, 25), "Left all but X", ends=date(2011, 8, 26),
                 exact=False, detail="d", scores=("klout",), services=("facebook",),
                 link="https://example.org", worth="w", retells_past=True)  # fmt: skip
    with db.write(Kind.EVENTS):
        id_ = Events(db).add(left, now())
    assert Events(db).one(id_) == Event(
        **{name: getattr(left, name) for name in left.__slots__} | {"id": str(id_)}
    )
    with db.write(Kind.EVENTS):
        Events(db).take_away(id_, now() + timedelta(days=9))
    assert named() == []
    assert named(now() - timedelta(days=1)) == []
    assert named(now() + timedelta(days=1)) == ["Left all but X"]
    assert Events(db).one(id_) is None
