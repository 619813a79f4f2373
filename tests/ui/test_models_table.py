"""Every model obeys Qt, pages its rows, and says in words what is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from footprint.domain.account import Account, AccountSummary
from footprint.domain.grant import App, AppGroup, Grant, GrantOrder, GrantState
from footprint.domain.listing import Listing
from footprint.domain.permission import Permission, Risk
from footprint.domain.section import Section
from footprint.ui.models.accounts import AccountsModel, Everything
from footprint.ui.models.grants import GrantsModel
from footprint.ui.models.groups import GroupsModel
from footprint.ui.models.listings import ListingsModel
from footprint.ui.models.table import ROW_ROLE, Column, Look, PagedTable
from footprint.ui.widgets.columns import share
from footprint.ui.widgets.table import Table
from tests.making import day

SEEN = day("2026-05-12")


def naming(service: str) -> str:
    return service.title()


def some_grant(number: int, **other: object) -> Grant:
    told = Permission("x", "write", "Post in your name", Risk.HIGH)
    found = Grant(
        id=number, account_id=1, network="x", account="@sam", app=App(number, "x", f"App {number}"),
        state=GrantState.LIVE, scopes=("write",), risk=Risk.HIGH, since=day("2011-03-04"),
        last_used=None, ended=None, first_seen=SEEN, last_seen=SEEN, gone_since=None,
        permissions=(told,),
    )  # fmt: skip
    return replace(found, **other)  # type: ignore[arg-type]


def some_listing(number: int) -> Listing:
    return Listing(
        number, 1, "x", "@sam", Section.DEVICES, f"Device {number}", "", {"address": "::1"},
        None, SEEN, SEEN, SEEN, None,
    )  # fmt: skip


def some_group(number: int) -> AppGroup:
    return AppGroup(f"app {number}", f"App {number}", None, ("x", "facebook"), 2, 1, Risk.LOW)


def paged(rows: Sequence[object]):
    return lambda limit, offset: rows[offset : offset + limit]


@pytest.mark.parametrize("count", [0, 1, 130])
def test_every_model_obeys_qt(qtmodeltester: ModelTester, count: int) -> None:
    numbers = range(count)
    accounts = AccountsModel(naming)
    accounts.put([AccountSummary(Account(n, "x", f"@{n}"), n, n, None, SEEN) for n in numbers])
    grants, groups = GrantsModel(naming), GroupsModel(naming)
    grants.show(paged([some_grant(n) for n in numbers]))
    groups.show(paged([some_group(n) for n in numbers]))
    listings = ListingsModel(Section.DEVICES, naming)
    listings.show(paged([some_listing(n) for n in numbers]))
    for model in (accounts, grants, groups, listings):
        qtmodeltester.check(model)


@pytest.fixture
def numbers() -> PagedTable[int]:
    columns: list[Column[int]] = [
        Column("Number", str, 5, look=Look.NUMBER, order="n", rank=0),
        Column("Square", lambda n: str(n * n), 5, spoken=lambda n: f"{n} squared", rank=2),
    ]
    return PagedTable(columns, lambda n: n, page=10)


def test_rows_come_page_by_page(numbers: PagedTable[int]) -> None:
    asked = []

    def fetch(limit: int, offset: int) -> list[int]:
        asked.append((limit, offset))
        return list(range(25))[offset : offset + limit]

    numbers.show(fetch)
    assert (numbers.rowCount(), numbers.total) == (10, None)
    while numbers.canFetchMore():
        numbers.fetchMore()
    assert list(numbers.rows) == list(range(25))
    assert numbers.total == 25
    assert asked == [(10, 0), (10, 10), (10, 20)]
    assert not numbers.canFetchMore(numbers.index(0, 0))


def test_a_whole_last_page_ends_too(numbers: PagedTable[int]) -> None:
    numbers.show(paged(range(10)))
    assert numbers.total is None
    numbers.fetchMore()
    assert numbers.total == 10


def test_roles_tell_the_row_and_its_words(numbers: PagedTable[int]) -> None:
    numbers.show(paged(range(3)))
    cell = numbers.index(2, 1)
    assert cell.data() == "4"
    assert cell.data(ROW_ROLE) == 2
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "2 squared"
    assert "2 squared" in cell.data(Qt.ItemDataRole.ToolTipRole)
    right = numbers.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    assert numbers.data(QModelIndex()) is None


def test_reload_of_the_same_rows_resets_nothing(qtbot: QtBot) -> None:
    model = GrantsModel(naming)
    rows = [some_grant(n) for n in range(5)]
    model.show(lambda limit, offset: rows[offset : offset + limit])
    rows[3] = replace(rows[3], state=GrantState.EXPIRED)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as changed:
        model.reload()
    assert changed.args is not None
    assert [index.row() for index in changed.args[:2]] == [3, 3]
    assert "access ran out" in model.text(3, 6)


def test_reload_reads_as_many_as_were_loaded(numbers: PagedTable[int]) -> None:
    rows = list(range(40))
    numbers.show(paged(rows))
    numbers.load(30)
    rows.insert(0, 99)
    numbers.reload()
    assert numbers.rowCount() == 30
    assert numbers.rows[0] == 99


def test_selection_survives_by_identity(qtbot: QtBot, numbers: PagedTable[int]) -> None:
    table = Table(numbers, "Numbers")
    qtbot.addWidget(table)
    table.show()
    numbers.show(paged([1, 2, 3, 4, 5]))
    table.choose([2, 4], 4)
    with qtbot.assertNotEmitted(table.chosen):
        numbers.show(paged([5, 4, 3, 2]))
    assert table.chosen_rows() == [4, 2]
    assert table.current_row() == 4
    with qtbot.waitSignal(table.chosen):
        numbers.show(paged([5, 4]))
    assert table.chosen_rows() == [4]


def test_header_of_a_column_without_order_sorts_nothing(
    qtbot: QtBot, numbers: PagedTable[int]
) -> None:
    table = Table(numbers, "Numbers")
    qtbot.addWidget(table)
    with qtbot.assertNotEmitted(table.sort_wanted):
        table.horizontalHeader().sectionClicked.emit(1)
    with qtbot.waitSignal(table.sort_wanted) as wanted:
        table.horizontalHeader().sectionClicked.emit(0)
    assert wanted.args == ["n", False]
    table.show_order("n", falling=False)
    with qtbot.waitSignal(table.sort_wanted) as wanted:
        table.horizontalHeader().sectionClicked.emit(0)
    assert wanted.args == ["n", True]


def test_everything_sums_what_is_told() -> None:
    model = AccountsModel(naming)
    model.put(
        [
            AccountSummary(Account(1, "x", "@sam"), 3, 3, Risk.HIGH, SEEN),
            AccountSummary(Account(2, "google", "sam"), None, 0, None, None),
        ]
    )
    assert model.rows[0] == Everything(live=3, accounts=2, worst=Risk.HIGH)
    spoken = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(3)]
    assert spoken[2] == "Google · sam: apps not in the export, last looked never"


def test_the_least_needed_columns_leave_first() -> None:
    columns: tuple[Column[int], ...] = (
        Column("a", str, 10, grow=1),
        Column("b", str, 10, rank=1),
        Column("c", str, 10, rank=2),
    )
    wide, narrow, least = columns
    assert share([wide, narrow, least], 400, 10) == [200, 100, 100]
    assert share([wide, narrow, least], 250, 10) == [150, 100, 0]
    assert share([wide, narrow, least], 150, 10) == [150, 0, 0]
    assert share([wide, narrow, least], 50, 10) == [100, 0, 0]
    assert share([None, narrow, least], 250, 10) == [0, 100, 150]
    assert sum(share([wide, narrow, least], 333, 7)) == 333


def test_orders_of_the_grants_are_all_in_its_columns() -> None:
    assert {column.order for column in GrantsModel(naming).columns} - {None} == set(GrantOrder)
