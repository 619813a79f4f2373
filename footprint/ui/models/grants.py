"""The columns of a list of grants."""

from __future__ import annotations

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


def grant_columns(naming: Naming) -> list[Column[Grant]]:
    """App, account, what it may do, risk, since, last seen, state, decision."""
    return [
        Column(
            _("App"), app_name, width=18, grow=2, look=Look.NAME,
            order=GrantOrder.APP,
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
        Column(
            _("Decision"), lambda g: decided(g.decision) if g.decision.decided_at else "–",
            width=14, grow=1,
            spoken=lambda g: decided_told(g.decision), rank=3, order=GrantOrder.DECISION,
        ),
    ]  # fmt: skip


def app_name(grant: Grant) -> str:
    """The app's name as harmless text."""
    return plain(grant.app.name, limit=120) or _("(no name)")


class GrantsModel(PagedTable[Grant]):
    """Grants, as the source filtered and sorted them."""

    def __init__(self, naming: Naming, parent: QObject | None = None) -> None:
        super().__init__(grant_columns(naming), lambda grant: grant.id, parent=parent)
