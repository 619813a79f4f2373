"""Add by hand what no archive tells: an account, an app and what it may do."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, time

from footprint.domain.changes import Kind
from footprint.domain.finding import (
    AccountFinding,
    AppFinding,
    DateSource,
    GrantFinding,
    Harvest,
    Where,
)
from footprint.domain.merging import match_account
from footprint.domain.permission import Scopes
from footprint.domain.preview import Part
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.taking_in import TakingIn
from footprint.store.accounts import Accounts
from footprint.store.database import Database

BY_HAND = "hand"


class Adding:
    """What the person adds is an import like any other: it has a source and can be undone."""

    def __init__(
        self, database: Database, taking_in: TakingIn, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._taking_in = taking_in
        self._now = now

    def account(self, network: str, handle: str, name: str = "") -> int:
        """Add an account; returns its id. Raises `FootprintError` when it is there already."""
        account = AccountFinding(network, handle=handle.strip() or None, name=name.strip() or None)
        if account.handle is None and account.name is None:
            raise FootprintError(
                _("An account needs a name."), _("Type the name you have on that network.")
            )
        with self._database.write(Kind.ACCOUNTS):
            accounts = Accounts(self._database)
            present = match_account(accounts.all(network), account)
            if present is not None and present.label is not None:
                raise FootprintError(
                    _("{account} is already in your list.").format(account=present.label),
                    _("Choose it on the left, and add the app to it."),
                )
            self._take(account, (), None)
            return max(a.id for a in accounts.all(network))

    def grant(
        self, account_id: int, app_name: str, scopes: Scopes, since: date | None = None
    ) -> int:
        """Add an app to an account; returns the grant's id. `scopes` None means "I don't know"."""
        if not app_name.strip():
            raise FootprintError(_("The app needs a name."), _("Type it as the network shows it."))
        account = Accounts(self._database).one(account_id)
        if account is None:
            raise FootprintError(
                _("That account is no longer in your list."), _("Choose another one.")
            )
        finding = GrantFinding(
            app=AppFinding(app_name.strip()),
            roll=BY_HAND,
            where=Where(BY_HAND),
            scopes=scopes,
            since=datetime.combine(since, time(), UTC) if since else None,
        )
        owner = AccountFinding(account.network, account.native_id, account.handle, account.name)
        return self._take(owner, (finding,), account_id)[0]

    def _take(
        self, account: AccountFinding, grants: tuple[GrantFinding, ...], account_id: int | None
    ) -> tuple[int, ...]:
        now = self._now()
        title = grants[0].app.name if grants else account.handle or account.name or ""
        harvest = Harvest(
            importer=BY_HAND,
            account=account,
            era=BY_HAND,
            as_of=now,
            as_of_source=DateSource.STATED,
            grants=grants,
        )
        told = f"{account.network}\n{account.handle}\n{title}\n{now.isoformat()}"
        part = Part(title, 0, hashlib.sha256(told.encode()).hexdigest())
        _import, ids = self._taking_in.take(
            harvest, (part,), account_id=account_id, now=now, progress=Progress()
        )
        return ids
