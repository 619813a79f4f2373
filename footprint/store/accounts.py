"""Accounts: rows in, frozen accounts out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from footprint.domain.account import Account, AccountSummary
from footprint.domain.permission import Risk
from footprint.domain.section import Section
from footprint.store.database import Database
from footprint.store.rows import to_moment

if TYPE_CHECKING:
    from footprint.domain.finding import AccountFinding

_SUMMARIES = f"""
WITH counted AS (
    SELECT account_id, count(*) AS listed,
           sum(state = 'live') AS live,
           max(CASE WHEN state = 'live' THEN risk END) AS worst
      FROM grants GROUP BY account_id
), looked AS (
    SELECT imports.account_id, max(imports.as_of) AS as_of,
           max(coverage.section IS '{Section.GRANTS}') AS told
      FROM imports LEFT JOIN coverage ON coverage.import_id = imports.id
     WHERE imports.undone_at IS NULL GROUP BY imports.account_id
)
SELECT a.id, a.network, a.handle, a.name, a.native_id,
       c.live, c.listed, c.worst, l.as_of, l.told
  FROM accounts a
  LEFT JOIN counted c ON c.account_id = a.id
  LEFT JOIN looked l ON l.account_id = a.id
 ORDER BY a.network, a.handle, a.id
"""


class Accounts:
    """The accounts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, network: str | None = None) -> list[Account]:
        """Every account, or those of one network, oldest first."""
        rows = self._database.rows(
            "SELECT id, network, handle, name, native_id FROM accounts"
            " WHERE :network IS NULL OR network = :network ORDER BY id",
            {"network": network},
        )
        return [Account(*row) for row in rows]

    def one(self, account_id: int) -> Account | None:
        """The account of that id."""
        row = self._database.row(
            "SELECT id, network, handle, name, native_id FROM accounts WHERE id = ?", (account_id,)
        )
        return Account(*row) if row else None

    def summaries(self) -> list[AccountSummary]:
        """Every account with its counts; `live` is None where no archive listed its apps."""
        summaries = []
        for *account, live, listed, worst, looked, told in self._database.rows(_SUMMARIES):
            summaries.append(
                AccountSummary(
                    account=Account(*account),
                    live=(live or 0) if told or listed else None,
                    listed=listed or 0,
                    worst=None if worst is None else Risk(worst),
                    last_looked=to_moment(looked),
                )
            )
        return summaries

    def add(self, finding: AccountFinding) -> int:
        """A new account; returns its id."""
        return self._database.execute(
            "INSERT INTO accounts (network, native_id, handle, name) VALUES (?, ?, ?, ?)",
            (finding.network, finding.native_id, finding.handle, finding.name),
        )

    def fold(self, account_id: int) -> None:
        """Tell the account's names anew from its imports: the newest that says one wins.

        Removes the account when no import that was not undone speaks of it.
        """
        parts = ", ".join(
            f"{column} = (SELECT {column} FROM imports WHERE account_id = accounts.id"
            f" AND undone_at IS NULL AND {column} IS NOT NULL"
            " ORDER BY as_of DESC, id DESC LIMIT 1)"
            for column in ("native_id", "handle", "name")
        )
        self._database.execute(f"UPDATE accounts SET {parts} WHERE id = ?", (account_id,))
        self._database.execute(
            "DELETE FROM accounts WHERE id = ? AND NOT EXISTS"
            " (SELECT 1 FROM imports WHERE account_id = accounts.id AND undone_at IS NULL)",
            (account_id,),
        )
