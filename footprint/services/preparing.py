"""Prepare: what is known before a guide begins, and what hangs on an account before it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from footprint.domain.account import Account
from footprint.domain.changes import Kind
from footprint.domain.circumstances import YES_OR_NO, Circumstances
from footprint.domain.grant import Grant, GrantQuery, GrantState
from footprint.domain.names import folded
from footprint.domain.playbook import Playbook, Purpose
from footprint.domain.preflight import Hanging, Login, Preflight
from footprint.domain.run import Run
from footprint.domain.section import Section
from footprint.domain.stop import Subject
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.services.guides import Guides
from footprint.services.seeing import Seeing
from footprint.store.database import Database
from footprint.store.imports import Imports
from footprint.store.logins import Logins
from footprint.store.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

_COUNTRY = "country"
_SETTLED = "settled-{account}"
_MOST = 5_000
_RELEASED = "handle_released"
_LATER = 1 << 40


class Preparing:
    """What the guides of one workspace can know by themselves, and the person's own logins."""

    def __init__(
        self, database: Database, seeing: Seeing, guides: Guides, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._seeing = seeing
        self._guides = guides
        self._now = now

    def service_name(self, service_id: str | None) -> str:
        """What a service is called; "" where a guide is about none."""
        return self._seeing.service_name(service_id) if service_id else ""

    def account_of(self, grant_ids: Sequence[int]) -> int | None:
        """The account that grants belong to. Raises FootprintError when they belong to several."""
        accounts = {grant.account_id for grant in self._grants(grant_ids)}
        if len(accounts) > 1:
            raise FootprintError(
                _("These apps are connected to different accounts."),
                _("Choose the apps of one account; the others get a guide of their own."),
            )
        return next(iter(accounts), None)

    def subjects(self, grant_ids: Sequence[int]) -> tuple[Subject, ...]:
        """The apps of grants, in the order in which the network's own list names them."""
        grants = self._grants(grant_ids)
        places = {grant.id: self._place(grant) for grant in grants}
        grants.sort(key=lambda grant: (places[grant.id], folded(grant.app.name)))
        return tuple(Subject(str(grant.id), grant.app.name, grant.id) for grant in grants)

    def names(
        self, playbook: Playbook, account_id: int | None, subjects: Sequence[Subject]
    ) -> dict[str, str]:
        """What is known to stand for the names in braces of a playbook."""
        account = self._account(account_id)
        known = {
            "service": self.service_name(playbook.service),
            "handle": (account.handle or "") if account else "",
            "name": (account.name or "") if account else "",
            "app": subjects[0].name if len(subjects) == 1 else "",
        }
        return {key: value for key, value in known.items() if value}

    def circumstances(self, account_id: int | None) -> Circumstances:
        """What is known without asking: the country from the settings, archives by the imports."""
        kept = Settings(self._database).get(_COUNTRY)
        country = kept if isinstance(kept, str) else None
        if account_id is None:
            return Circumstances(country=country)
        return Circumstances(
            country=country,
            account_known=True,
            archive_downloaded=self._archive_as_of(account_id) is not None,
        )

    def questions(self, playbook: Playbook, known: Circumstances) -> tuple[str, ...]:
        """The circumstances that matter to a playbook and are not known, to be asked first."""
        conditions = [step.when for step in playbook.steps]
        wanted = [key for key in YES_OR_NO if any(getattr(c, key) is not None for c in conditions)]
        if playbook.regions or any(condition.countries for condition in conditions):
            wanted.append(_COUNTRY)
        return tuple(key for key in wanted if getattr(known, key) is None)

    def remember_country(self, country: str | None) -> None:
        """Keep the country the person lives in: an ISO code, "US-CA" with a part of it."""
        Settings(self._database).set(_COUNTRY, country)

    def preflight(self, run: Run) -> Preflight:
        """What hangs on the account of a run, in the order in which to settle it."""
        account = self._account(run.account_id)
        service = run.playbook.service or ""
        download = self._guides.find(service, Purpose.DOWNLOAD)
        return Preflight(
            account=(account.label or "") if account else "",
            archive_as_of=self._archive_as_of(account.id) if account else None,
            hanging=tuple(self._hanging(run.account_id)) if run.account_id else (),
            remains=run.playbook.remains,
            cannot_undo=run.playbook.cannot_undo,
            warnings=tuple(
                pattern.fact
                for pattern in run.playbook.dark_patterns
                if pattern.type in {_RELEASED, "subscription_block", "linked_account_deleted"}
            ),
            grace_period_days=run.playbook.grace_period_days,
            grace_login_cancels=run.playbook.grace_login_cancels,
            download_guide=download.id if download else None,
        )

    def must_be_there(self, account_id: int | None) -> None:
        """Raise FootprintError when the account went with an import that was undone."""
        if account_id is not None and self._account(account_id) is None:
            raise FootprintError(
                _("That account is no longer in your list."),
                _("Import its archive again, or add the account on the Networks page."),
            )

    def logins(self, account_id: int) -> list[Login]:
        """Where the person signs in with an account, as they said."""
        return Logins(self._database).of(account_id)

    def add_login(self, account_id: int, name: str) -> int:
        """Add a place where the person signs in with an account; returns its id."""
        if not name.strip():
            raise FootprintError(_("A login needs a name."), _("Type where you sign in with it."))
        self.must_be_there(account_id)
        with self._database.write(Kind.RUNS):
            return Logins(self._database).add(account_id, name.strip(), self._now())

    def move_login(self, login_id: int, *, moved: bool) -> None:
        """Say that the person signs in there another way now, or that they do not yet."""
        with self._database.write(Kind.RUNS):
            Logins(self._database).move(login_id, self._now() if moved else None)

    def remove_login(self, login_id: int) -> None:
        """Take a login off the list."""
        with self._database.write(Kind.RUNS):
            Logins(self._database).remove(login_id)

    def settle(self, account_id: int, name: str, *, settled: bool) -> None:
        """Say that what hangs on an account by that name was moved, or that it was not."""
        names = self._settled(account_id) - {folded(name)}
        kept = sorted(names | ({folded(name)} if settled else set()))
        Settings(self._database).set(_SETTLED.format(account=account_id), kept)

    def _settled(self, account_id: int) -> set[str]:
        kept = Settings(self._database).get(_SETTLED.format(account=account_id))
        return {name for name in kept if isinstance(name, str)} if isinstance(kept, list) else set()

    def _hanging(self, account_id: int) -> Iterable[Hanging]:
        """First what the person signs in to, then linked identities, then apps that may act."""
        settled = self._settled(account_id)
        for login in self.logins(account_id):
            yield Hanging(
                name=login.name,
                why=_("You sign in there with this account: set another way first."),
                login_id=login.id,
                settled=login.moved_at is not None,
            )
        for listing in self._seeing.listings(Section.LINKED_IDENTITIES, account_id):
            if listing.gone_since is None:
                yield Hanging(
                    name=listing.title,
                    why=_("It is linked with this account: signing in by it stops."),
                    settled=folded(listing.title) in settled,
                )
        live = frozenset({GrantState.LIVE, GrantState.EXPIRED})
        query = GrantQuery(account_id=account_id, states=live)
        grants = self._seeing.grants(query, limit=_MOST)
        for grant in sorted(grants, key=lambda g: (-(g.risk or 0), folded(g.app.name))):
            yield Hanging(
                name=grant.app.name,
                why=_why(grant),
                grant_id=grant.id,
                settled=folded(grant.app.name) in settled,
            )

    def _archive_as_of(self, account_id: int) -> date | None:
        newest = Imports(self._database).newest_archive(account_id)
        return newest.date() if newest else None

    def _account(self, account_id: int | None) -> Account | None:
        found = (summary.account for summary in self._seeing.accounts())
        return next((account for account in found if account.id == account_id), None)

    def _grants(self, grant_ids: Sequence[int]) -> list[Grant]:
        found = [self._seeing.grant(grant_id) for grant_id in grant_ids]
        return [grant for grant in found if grant is not None]

    def _place(self, grant: Grant) -> int:
        """The place of a grant in the newest list that names one."""
        records = (s.record for s in self._seeing.sightings(grant.id) if s.present)
        return next((record for record in records if record is not None), _LATER)


def _why(grant: Grant) -> str:
    if grant.permissions is None:
        return _("It is let in; what it may do is not told. It stops working.")
    words = [permission.words for permission in grant.permissions[:3]]
    more = len(grant.permissions) - len(words)
    told = " · ".join(words)
    if more > 0:
        told += " · " + ngettext("{n} more", "{n} more", more).format(n=more)
    return _("It is let in and stops working: {permissions}").format(permissions=told)
