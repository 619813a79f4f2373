"""The columns of a list of grants."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from footprint.domain.grant import Grant, GrantOrder
from footprint.i18n import _
from footprint.ui.models.accounts import Naming, place
from footprint.ui.models.table import Column, Look, PagedTable
from footprint.ui.models.words import (
    capabilities,
    decided,
    decided_told,
    may,
    risk_word,
    standing,
    standing_told,
    when,
    when_copied,
    when_told,
)
from footprint.ui.plain import plain

APP_COLUMN = 0  # left out where the list is of one app
ACCOUNT_COLUMN = 1  # left out where the list is of one account
STATE_COLUMN = 6  # the last to leave where what ended is shown


def grant_columns(
    naming: Naming, leaving: Callable[[int], str] | None = None
) -> list[Column[Grant]]:
    """App, account, what it may do, risk, since, last seen, state, decision.

    `leaving` says of a grant where the guide stands that takes it out, "" where none does.
    """
    return [
        Column(
            _("App"), app_name, width=18, grow=2, look=Look.NAME, order=GrantOrder.APP,
        ),
        Column(
            _("Account"), lambda g: place(g.network, g.account, naming), width=14, grow=1,
            rank=1, order=GrantOrder.NETWORK,
        ),
        Column(
            _("What it may do"), may, width=24, grow=4, rank=1, look=Look.CHIPS,
            value=lambda g: None if g.permissions is None else capabilities(g.permissions),
        ),
        Column(
            _("Risk"), lambda g: risk_word(g.risk), width=11, look=Look.RISK,
            spoken=lambda g: _("risk {risk}").format(risk=risk_word(g.risk)),
            order=GrantOrder.RISK, falling=True, value=lambda g: g.risk,
        ),
        Column(
            _("Since"), lambda g: when(g.since), width=13, rank=2,
            spoken=lambda g: when_told(g.since),
            copied=lambda g: when_copied(g.since), order=GrantOrder.SINCE,
        ),
        Column(
            _("Last seen"), lambda g: when(g.last_seen), width=13, rank=4,
            spoken=lambda g: when_told(g.last_seen),
            copied=lambda g: when_copied(g.last_seen), order=GrantOrder.LAST_SEEN, falling=True,
        ),
        Column(
            _("State"), standing, width=16, grow=1, rank=5,
            spoken=standing_told, order=GrantOrder.STATE,
        ),
        _decision_column(leaving),
    ]  # fmt: skip


def _decision_column(leaving: Callable[[int], str] | None) -> Column[Grant]:
    """The decision, or how far the guide is that carries it out."""

    def step(grant: Grant) -> str:
        return leaving(grant.id) if leaving else ""

    def told(grant: Grant) -> str:
        return decided(grant.decision) if grant.decision.decided_at else "–"

    return Column(
        _("Decision"), lambda g: step(g) or told(g), width=14, grow=1,
        spoken=lambda g: step(g) or decided_told(g.decision),
        rank=3, order=GrantOrder.DECISION,
    )  # fmt: skip


def app_name(grant: Grant) -> str:
    """The app's name as harmless text."""
    return plain(grant.app.name, limit=120) or _("(no name)")


class GrantsModel(PagedTable[Grant]):
    """Grants, as the source filtered and sorted them."""

    def __init__(
        self,
        naming: Naming,
        parent: QObject | None = None,
        *,
        leaving: Callable[[int], str] | None = None,
    ) -> None:
        super().__init__(grant_columns(naming, leaving), lambda grant: grant.id, parent=parent)
