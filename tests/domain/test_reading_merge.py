"""A table against the ledger: what is new, told anew, known as it is, or there twice."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from footprint.domain.reading_merge import Ledger, merge
from footprint.domain.reading_rows import ReadingRow, ReadingRows

EMPTY = Ledger()
Pairs = Iterable[tuple[int, float]]


def rows(pairs: Pairs) -> ReadingRows:
    made = ReadingRows()
    for record, (moment, number) in enumerate(pairs, 2):
        made.append(ReadingRow(moment, number, None, 0.0, None, True, record, None))
    return made


def taken(pairs: Pairs, ledger: Ledger = EMPTY) -> list[tuple[int, float]]:
    table = rows(pairs)
    return [(table.moments[k], table.numbers[k]) for k in merge(table, ledger).taken]


def test_a_table_into_an_empty_ledger_is_taken_in_the_order_of_time() -> None:
    found = merge(rows([(3, 30), (1, 10), (2, 20)]), Ledger())
    assert list(found.taken) == [1, 2, 0]
    assert (found.new, found.retold, found.unchanged, found.repeated) == (3, 0, 0, 0)


def test_two_runs_appended_repeat_nothing_and_the_later_value_comes_last() -> None:
    table = [(1, 10), (2, 20), (1, 10), (2, 21), (2, 21)]
    found = merge(rows(table), Ledger())
    assert (found.new, found.repeated) == (2, 2)
    assert taken(table) == [(1, 10), (2, 20), (2, 21)]


def test_a_value_that_returns_within_a_moment_counts_last() -> None:
    assert taken([(1, 10), (1, 11), (1, 10)]) == [(1, 11), (1, 10)]


def test_what_is_known_is_not_written_again() -> None:
    ledger = Ledger(counts=[(1, 10.0, 7), (2, 20.0, 8)])
    found = merge(rows([(1, 10), (2, 20), (3, 30)]), ledger)
    assert (list(found.taken), found.new, found.unchanged) == ([2], 1, 2)
    assert found.confirmed == ((7, 8),)


def test_days_told_anew_are_taken_with_two_unchanged_ones_on_either_side() -> None:
    known = [(day, 10.0, day) for day in range(1, 11)]
    table = [(day, 12 if day in {5, 6} else 10) for day in range(1, 11)]
    found = merge(rows(table), Ledger(counts=known))
    assert (found.retold, found.unchanged) == (2, 8)
    assert found.confirmed == ((1, 4), (7, 10))
    days = [day for day, _number in taken(table, Ledger(counts=known))]
    assert days == [3, 4, 5, 6, 7, 8]


def test_a_moment_with_several_values_that_are_all_known_is_unchanged() -> None:
    ledger = Ledger(counts=[(1, 11.0, 1)], values={1: frozenset({10.0, 11.0})})
    assert merge(rows([(1, 10), (1, 11)]), ledger).unchanged == 1
    ledger = Ledger(counts=[(1, 11.0, 1)])
    assert merge(rows([(1, 10), (1, 11)]), ledger).retold == 1


def test_other_parts_of_the_same_whole_are_news() -> None:
    table = ReadingRows()
    table.append(ReadingRow(1, 30.0, None, 0.0, {"a": 10.0, "b": 20.0}, True, 2, None))
    same = Ledger(counts=[(1, 30.0, 1)], parts={1: {"a": 10.0, "b": 20.0}})
    other = Ledger(counts=[(1, 30.0, 1)], parts={1: {"a": 11.0, "b": 19.0}})
    assert merge(table, same).unchanged == 1
    assert merge(table, other).retold == 1


_TABLES = st.lists(st.tuples(st.integers(0, 6), st.sampled_from([1.0, 2.0, 3.0])), max_size=12)


@given(_TABLES)
def test_every_value_of_a_table_is_taken_once(table: list[tuple[int, float]]) -> None:
    assert sorted(set(table)) == sorted(taken(table))
    last = dict(table)
    assert dict(taken(table)) == last


@given(_TABLES, _TABLES)
def test_taking_a_table_twice_takes_nothing_the_second_time(
    first: list[tuple[int, float]], second: list[tuple[int, float]]
) -> None:
    values: dict[int, set[float]] = {}
    counts: dict[int, float] = {}

    def take(table: list[tuple[int, float]]) -> int:
        told = {moment: frozenset(numbers) for moment, numbers in values.items()}
        written = taken(
            table, Ledger(counts=[(m, n, 1) for m, n in sorted(counts.items())], values=told)
        )
        for moment, number in written:
            values.setdefault(moment, set()).add(number)
            counts[moment] = number
        return len(written)

    take(first)
    take(second)
    assert take(second) == 0
    assert {**counts, **dict(second)} == counts
