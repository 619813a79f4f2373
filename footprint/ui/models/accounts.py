"""The accounts beside the list of apps, under a first row that stands for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from footprint.domain.account import Account, AccountSummary
from footprint.domain.permission import Risk, worst
from footprint.i18n import _, ngettext
from footprint.ui.models.dates import ago
from footprint.ui.models.table import Column, PagedTable
from footprint.ui.models.words import number, risk_word, when_told
from footprint.ui.plain import plain

Naming = Callable[[str], str]  # a service id -> its name


@dataclass(frozen=True, slots=True)
class Everything:
    """The row "All apps": what is known over all accounts; `live` counts the told ones only."""

    live: int
    accounts: int
    worst: Risk | None


AccountRow = AccountSummary | Everything


def account_rows(summaries: Sequence[AccountSummary]) -> list[AccountRow]:
    """The rows of the list: everything first, then each account. None at all: no rows."""
    if not summaries:
        return []
    total = Everything(
        live=sum(summary.live or 0 for summary in summaries),
        accounts=len(summaries),
        worst=worst(summary.worst for summary in summaries),
    )
    return [total, *summaries]


def account_title(account: Account, naming: Naming) -> str:
    """The network and how the person is called there: "X · @sam"."""
    return place(account.network, account.label, naming)


def place(network: str, label: str | None, naming: Naming) -> str:
    """The network's name with the account's label, as far as it is told."""
    name = plain(naming(network), limit=60)
    return (
        _("{network} · {account}").format(network=name, account=plain(label, limit=60))
        if label
        else name
    )


def account_id(row: AccountRow) -> int | None:
    """The account a row stands for; None for everything."""
    return None if isinstance(row, Everything) else row.account.id


def live_word(row: AccountRow) -> str:
    """The number of connected apps, or that no export tells."""
    return _("not in the export") if row.live is None else number(row.live)


def second_lines(row: AccountRow) -> tuple[str, ...]:
    """What stands under an account's name, after its worst risk: in full, and shorter."""
    if isinstance(row, Everything):
        return (accounts_word(row.accounts),)
    if row.last_looked is None:
        return (_("never looked"),)
    distance = ago(row.last_looked)
    return _("looked {when}").format(when=distance), distance


def accounts_word(count: int) -> str:
    """A number of accounts."""
    return ngettext("{n} account", "{n} accounts", count).format(n=number(count))


def _spoken(row: AccountRow, naming: Naming) -> str:
    if isinstance(row, Everything):
        text = _("All apps: {live} connected, worst risk {risk}, {accounts}")
        return text.format(
            live=number(row.live), risk=risk_word(row.worst), accounts=accounts_word(row.accounts)
        )
    title = account_title(row.account, naming)
    looked = when_told(row.last_looked) if row.last_looked else _("never")
    if row.live is None:
        text = _("{account}: apps not in the export, last looked {when}")
        return text.format(account=title, when=looked)
    text = ngettext(
        "{account}: {n} connected app, worst risk {risk}, last looked {when}",
        "{account}: {n} connected apps, worst risk {risk}, last looked {when}",
        row.live,
    )
    return text.format(account=title, n=number(row.live), risk=risk_word(row.worst), when=looked)


class AccountsModel(PagedTable[AccountRow]):
    """One column that holds an account's whole line; drawn by `widgets/account_cells.py`."""

    def __init__(self, naming: Naming, parent: QObject | None = None) -> None:
        def title(row: AccountRow) -> str:
            if isinstance(row, Everything):
                return _("All apps")
            return account_title(row.account, naming)

        column: Column[AccountRow] = Column(
            _("Account"), title, width=30, spoken=lambda row: _spoken(row, naming)
        )
        super().__init__([column], account_id, parent=parent)

    def put(self, summaries: Sequence[AccountSummary]) -> None:
        """Show these accounts."""
        rows = account_rows(summaries)
        self.renew(lambda limit, offset: rows[offset : offset + limit])
