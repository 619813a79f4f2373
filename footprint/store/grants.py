"""Grants: pages of them as a person asks for them, filtered, sorted and limited by SQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footprint.domain.grant import App, AppGroup, Grant, GrantOrder, GrantQuery, GrantState
from footprint.domain.known import KnownGrant
from footprint.domain.names import folded
from footprint.domain.permission import Risk, Scopes
from footprint.store.database import Database, Row
from footprint.store.decisions import decision
from footprint.store.rows import moment, to_moment, to_scopes

_SELECT = """
SELECT g.id, g.account_id, a.network, coalesce(a.handle, a.name, a.native_id),
       p.id, p.network, p.name, p.native_id, p.description, p.organisation, p.url,
       p.privacy_url, p.terms_url, p.service,
       g.state, g.scopes, g.risk, g.since, g.last_used, g.ended, g.first_seen, g.last_seen,
       g.gone_since, g.member_id, d.choice, d.note, d.look_again, d.decided_at
  FROM {grants} g JOIN accounts a ON a.id = g.account_id JOIN apps p ON p.id = g.app_id
  LEFT JOIN decisions d ON d.grant_id = g.id
"""

# The page is chosen by narrow rows first, so that a sort never carries whole grants.
_CHOSEN = """
(SELECT * FROM grants WHERE id IN
  (SELECT g.id FROM grants g {joins} {where} ORDER BY {order} LIMIT :limit OFFSET :offset))
"""

# The tables a condition or an order may need, by the column that needs them.
_JOINS = {
    "a.network": "JOIN accounts a ON a.id = g.account_id",
    "d.choice": "LEFT JOIN decisions d ON d.grant_id = g.id",
}

# Unknown comes last in either direction: it is not a value.
_ORDERS = {
    GrantOrder.APP: "g.sort_name {d}",
    GrantOrder.RISK: "g.risk IS NULL, g.risk {d}, g.sort_name",
    GrantOrder.SINCE: "g.since IS NULL, g.since {d}, g.sort_name",
    GrantOrder.LAST_SEEN: "g.last_seen {d}, g.sort_name",
    GrantOrder.STATE: "g.state {d}, g.sort_name",
    GrantOrder.NETWORK: "a.network {d}, a.handle, g.sort_name",
    GrantOrder.DECISION: "d.choice IS NULL, d.choice {d}, g.sort_name",
}


@dataclass(frozen=True, slots=True)
class Derived:
    """The columns of a grant that follow from its app and its scopes."""

    risk: Risk | None
    sort_name: str
    app_group: str
    search: str


@dataclass(frozen=True, slots=True)
class Underived:
    """What a grant's derived columns follow from, and what they are `now`."""

    id: int
    app_id: int
    network: str
    name: str
    organisation: str | None
    service: str | None
    scopes: Scopes
    now: Derived


class Grants:
    """The grants of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, query: GrantQuery, limit: int, offset: int) -> list[Grant]:
        """One page of what `query` asks for; `permissions` are left to the caller."""
        where, values = _where(query)
        # The id settles ties, so that pages neither lose nor repeat a grant.
        direction = "DESC" if query.descending else "ASC"
        order = _ORDERS[query.order].format(d=direction) + ", g.id"
        needed = [join for alias, join in _JOINS.items() if alias in f"{where} {order}"]
        chosen = _CHOSEN.format(joins=" ".join(needed), where=where, order=order)
        rows = self._database.rows(
            f"{_SELECT.format(grants=chosen)} ORDER BY {order}",
            {**values, "limit": limit, "offset": offset},
        )
        return [_grant(row) for row in rows]

    def count(self, query: GrantQuery) -> int:
        """How many grants `query` asks for."""
        where, values = _where(query)
        join = _JOINS["d.choice"] if query.choices is not None else ""
        count: int = self._database.value(f"SELECT count(*) FROM grants g {join} {where}", values)
        return count

    def one(self, grant_id: int) -> Grant | None:
        """The grant of that id."""
        row = self._database.row(_SELECT.format(grants="grants") + " WHERE g.id = ?", (grant_id,))
        return _grant(row) if row else None

    def groups(self, query: GrantQuery, limit: int, offset: int) -> list[AppGroup]:
        """The grants `query` asks for, put together by service or app name."""
        where, values = _where(query)
        rows = self._database.rows(
            "SELECT g.app_group, min(p.name), min(p.service),"
            " group_concat(DISTINCT p.network), count(*), sum(g.state = 'live'), max(g.risk)"
            " FROM grants g JOIN apps p ON p.id = g.app_id"
            f" LEFT JOIN decisions d ON d.grant_id = g.id {where}"
            " GROUP BY g.app_group ORDER BY g.app_group LIMIT :limit OFFSET :offset",
            {**values, "limit": limit, "offset": offset},
        )
        return [
            AppGroup(
                key=key, name=name, service=service, networks=tuple(sorted(networks.split(","))),
                grants=grants, live=live, worst=None if worst is None else Risk(worst),
            )
            for key, name, service, networks, grants, live, worst in rows
        ]  # fmt: skip

    def known(self, account_id: int) -> list[KnownGrant]:
        """Every grant of the account with what matching needs."""
        rows = self._database.rows(
            "SELECT g.id, p.name, p.native_id, g.member_id, g.state, g.scopes, g.since,"
            " g.last_seen, g.roll, g.gone_since FROM grants g JOIN apps p ON p.id = g.app_id"
            " WHERE g.account_id = ? ORDER BY g.id",
            (account_id,),
        )
        return [
            KnownGrant(
                id=id_, name=name, native_id=native, member_id=member, state=GrantState(state),
                scopes=to_scopes(scopes), since=to_moment(since), last_seen=moment(seen), roll=roll,
                gone_since=to_moment(gone),
            )
            for id_, name, native, member, state, scopes, since, seen, roll, gone in rows
        ]  # fmt: skip

    def next_id(self) -> int:
        """An id above all present ones; valid until the end of this write."""
        highest: int = self._database.value("SELECT coalesce(max(id), 0) FROM grants")
        return highest + 1

    def add(self, rows: Iterable[Sequence[object]]) -> None:
        """Insert new grants, as rows in the order of the statement."""
        self._database.execute_many(
            "INSERT INTO grants (id, account_id, app_id, member_id, state, scopes, risk, since,"
            " last_used, ended, first_seen, last_seen, roll, sort_name, app_group, search)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )

    def to_derive(self, account_id: int | None) -> list[Underived]:
        """What the derived columns follow from, for one account's grants or for all."""
        rows = self._database.rows(
            "SELECT g.id, p.id, a.network, p.name, p.organisation, p.service, g.scopes, g.risk,"
            " g.sort_name, g.app_group, g.search FROM grants g"
            " JOIN apps p ON p.id = g.app_id JOIN accounts a ON a.id = g.account_id"
            " WHERE :account IS NULL OR g.account_id = :account",
            {"account": account_id},
        )
        return [
            Underived(
                id_, app_id, network=network, name=name, organisation=organisation,
                service=service, scopes=to_scopes(scopes),
                now=Derived(None if risk is None else Risk(risk), sort_name, group, search),
            )
            for id_, app_id, network, name, organisation, service, scopes, risk, sort_name, group,
            search in rows
        ]  # fmt: skip

    def derive(self, derived: Iterable[tuple[int, Derived]]) -> None:
        """Set the derived columns of grants, by id."""
        self._database.execute_many(
            "UPDATE grants SET risk = ?, sort_name = ?, app_group = ?, search = ? WHERE id = ?",
            [(d.risk, d.sort_name, d.app_group, d.search, id_) for id_, d in derived],
        )

    def seen_scopes(self) -> list[tuple[str, str]]:
        """Every (network, scope) that any grant names."""
        return [
            (network, scope)
            for network, scope in self._database.rows(
                "SELECT DISTINCT a.network, s.value FROM (SELECT DISTINCT account_id, scopes"
                " FROM grants WHERE scopes IS NOT NULL) g JOIN accounts a ON a.id = g.account_id,"
                " json_each(g.scopes) s"
            )
        ]


def _where(query: GrantQuery) -> tuple[str, dict[str, object]]:
    parts: list[str] = []
    values: dict[str, object] = {}
    if query.account_id is not None:
        parts.append("g.account_id = :account")
        values["account"] = query.account_id
    if query.group is not None:
        parts.append("g.app_group = :group")
        values["group"] = query.group
    for number, word in enumerate(folded(query.text).split()):
        parts.append(f"instr(g.search, :word{number}) > 0")
        values[f"word{number}"] = word
    for column, wanted in (
        ("g.state", query.states), ("g.risk", query.risks), ("d.choice", query.choices),
    ):  # fmt: skip
        if wanted is not None:
            parts.append(_one_of(column, wanted, values))
    return ("WHERE " + " AND ".join(parts) if parts else ""), values


def _one_of(column: str, wanted: Iterable[object], values: dict[str, object]) -> str:
    """A condition that `column` is one of `wanted`, where None stands for unknown."""
    known = sorted((w for w in wanted if w is not None), key=str)
    names = [f"{column.replace('.', '_')}{number}" for number in range(len(known))]
    values.update(zip(names, known, strict=True))
    condition = f"{column} IN ({', '.join(':' + name for name in names)})"
    return f"({condition} OR {column} IS NULL)" if len(known) < len(list(wanted)) else condition


def _grant(row: Row) -> Grant:
    return Grant(
        id=row[0],
        account_id=row[1],
        network=row[2],
        account=row[3],
        app=App(*row[4:14]),
        state=GrantState(row[14]),
        scopes=to_scopes(row[15]),
        risk=None if row[16] is None else Risk(row[16]),
        since=to_moment(row[17]),
        last_used=to_moment(row[18]),
        ended=to_moment(row[19]),
        first_seen=moment(row[20]),
        last_seen=moment(row[21]),
        gone_since=to_moment(row[22]),
        member_id=row[23],
        decision=decision(row[24:28]),
    )
