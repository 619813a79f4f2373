"""What is recorded stays; what was known on a day can be told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from footprint.domain.changes import Kind
from footprint.domain.score import Method, Value
from footprint.domain.score_value import NotAValue
from footprint.errors import FootprintError
from footprint.services.recording import Origin
from footprint.services.workspace import Workspace
from tests.services.conftest import Clock

DAY = date(2011, 10, 26)


@pytest.fixture
def klout(workspace: Workspace) -> int:
    return workspace.scoring.add("klout")


@pytest.fixture
def counting(workspace: Workspace, klout: int) -> Callable[..., list[tuple[str, float]]]:
    def tell(as_known_on: datetime | None = None) -> list[tuple[str, float]]:
        found = workspace.recalling.readings(klout, as_known_on=as_known_on)
        return [(r.effective.date().isoformat(), r.value.number) for r in found]

    return tell


def test_a_day_stands_for_its_noon_and_a_moment_for_itself(
    workspace: Workspace, klout: int
) -> None:
    record = workspace.recording.record
    record(klout, "37", DAY)
    record(klout, "38", datetime(2011, 10, 27, 1, 2, 3, tzinfo=timezone(timedelta(hours=2))))
    day, moment = workspace.recalling.readings(klout)
    assert (day.effective, day.whole_day) == (datetime(2011, 10, 26, 12, tzinfo=UTC), True)
    assert (moment.effective, moment.whole_day) == (
        datetime(2011, 10, 26, 23, 2, 3, tzinfo=UTC), False,
    )  # fmt: skip


def test_where_it_came_from_is_kept(workspace: Workspace, klout: int) -> None:
    proof = workspace.keeping.keep_bytes(b"picture", "klout.png").sha256
    origin = Origin(Method.CAPTURED, "klout.com", proof, invented=True)
    recorded = workspace.recording.record(
        klout, Value(68.11, "68.11"), DAY, note=" seen ", origin=origin
    )
    reading = workspace.recording.reading(recorded.id)
    assert (reading.method, reading.source, reading.evidence) == (
        Method.CAPTURED, "klout.com", proof,
    )  # fmt: skip
    assert (reading.note, reading.invented) == ("seen", True)
    assert workspace.take_changes().touches(Kind.READINGS)


def test_no_number_is_refused_and_what_is_odd_is_said(workspace: Workspace, klout: int) -> None:
    recorded = workspace.recording.record(klout, "1234", DAY)
    assert recorded.warnings == ("1234 lies outside the scale, which ends at 100.",)
    typed = workspace.recording.understand(klout, "12", DAY + timedelta(days=1))
    assert len(typed.warnings) == 1
    assert typed.warnings[0].startswith("Check it: it is 1222 away")
    with pytest.raises(NotAValue):
        workspace.recording.record(klout, "NaN", DAY)


def test_a_day_to_come_is_a_sentence(workspace: Workspace, klout: int, clock: Clock) -> None:
    with pytest.raises(FootprintError, match="2026-06-03 is still to come"):
        workspace.recording.record(klout, "37", date(2026, 6, 3))
    clock.moment = datetime(2026, 6, 1, 11, tzinfo=UTC)
    workspace.recording.record(klout, "37", date(2026, 6, 2))  # it is tomorrow already in Kiribati


def test_the_same_again_is_not_written_twice(workspace: Workspace, klout: int) -> None:
    first = workspace.recording.record(klout, "37", DAY)
    again = workspace.recording.record(klout, "37", DAY)
    noted = workspace.recording.record(klout, "37", DAY, note="looked again")
    assert (first.new, again.new, again.id) == (True, False, first.id)
    assert noted.new
    assert len(workspace.recalling.ledger(klout)) == 2


def test_a_correction_is_a_new_row_with_a_reason(
    workspace: Workspace,
    klout: int,
    clock: Clock,
    counting: Callable[..., list[tuple[str, float]]],
) -> None:
    slip = workspace.recording.record(klout, "73", DAY).id
    before = clock.moment
    clock.moment += timedelta(days=1)
    with pytest.raises(FootprintError, match="needs a reason"):
        workspace.recording.correct(slip, "37", reason=" ")
    right = workspace.recording.correct(slip, "37", reason="typed 73 instead of 37").id

    assert counting() == [("2011-10-26", 37)]
    assert counting(before) == [("2011-10-26", 73)], "as it was known then"
    old, new = workspace.recalling.ledger(klout)
    assert (old.value.number, new.corrects, new.reason) == (73, slip, "typed 73 instead of 37")
    workspace.recording.correct(right, "37", reason="the day before", on=date(2011, 10, 25))
    assert counting() == [("2011-10-25", 37)]
    assert workspace.explaining.rewrites(klout) == ()


def test_a_withdrawn_reading_stays_and_can_stand_again(
    workspace: Workspace, klout: int, counting: Callable[..., list[tuple[str, float]]]
) -> None:
    workspace.recording.record(klout, "37", DAY)
    wrong = workspace.recording.record(klout, "99", DAY).id
    workspace.recording.withdraw(wrong, "the score of somebody else")
    assert counting() == [("2011-10-26", 37)]
    with pytest.raises(FootprintError, match="no longer counts"):
        workspace.recording.correct(wrong, "5", reason="x")
    workspace.recording.stand_again(wrong)
    assert counting() == [("2011-10-26", 99)]


def test_a_withdrawn_correction_lets_the_first_value_count_again(
    workspace: Workspace, klout: int, counting: Callable[..., list[tuple[str, float]]]
) -> None:
    first = workspace.recording.record(klout, "37", DAY).id
    mended = workspace.recording.correct(first, "38", reason="x", on=date(2011, 10, 27)).id
    workspace.recording.withdraw(mended, "it was right")
    assert counting() == [("2011-10-26", 37)]


def test_history_rewritten_keeps_both(
    workspace: Workspace,
    klout: int,
    clock: Clock,
    counting: Callable[..., list[tuple[str, float]]],
) -> None:
    clock.moment = datetime(2011, 10, 20, 18, tzinfo=UTC)
    for day in range(10, 20):
        workspace.recording.record(klout, "73", date(2011, 10, day))
    told_first = clock.moment
    clock.moment = datetime(2011, 10, 27, 18, tzinfo=UTC)
    for day in range(10, 20):
        workspace.recording.record(klout, "53", date(2011, 10, day))

    (rewrite,) = workspace.explaining.rewrites(klout)
    assert (rewrite.begins, rewrite.ends) == (date(2011, 10, 10), date(2011, 10, 19))
    assert {(old.number, new.number) for _day, old, new in rewrite.days} == {(73, 53)}
    assert {number for _day, number in counting()} == {53}
    assert {number for _day, number in counting(told_first)} == {73}


def test_readings_of_a_span_and_page_by_page(workspace: Workspace, klout: int) -> None:
    for day in range(1, 11):
        workspace.recording.record(klout, str(day), date(2011, 10, day))
    start, end = datetime(2011, 10, 3, tzinfo=UTC), datetime(2011, 10, 6, tzinfo=UTC)
    later = datetime(2030, 1, 1, tzinfo=UTC)
    recalling = workspace.recalling
    numbers = [[r.value.number for r in found] for found in (
        recalling.readings(klout, start=start, end=end),
        recalling.readings(klout, as_known_on=later, start=start, end=end),
        recalling.ledger(klout, start, end),
        recalling.page(klout, limit=2, offset=1),
    )]  # fmt: skip
    assert numbers == [[3, 4, 5], [3, 4, 5], [3, 4, 5], [9, 8]]
    assert recalling.count(klout) == 10
    assert recalling.count(klout, start, end) == 3
    assert [s.high for s in recalling.stretches(klout, start, end, 1)] == [5]
    span = recalling.span(klout)
    assert span is not None
    assert [moment.day for moment in span] == [1, 10]
    assert recalling.span(workspace.scoring.add("kred")) is None
