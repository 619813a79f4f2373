"""Import: inspect, decide, apply, and take back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from footprint.domain.changes import Kind
from footprint.domain.finding import AccountFinding, DateSource, Harvest
from footprint.domain.merging import match_account
from footprint.domain.preview import (
    Decided,
    Download,
    ImportRecord,
    ImportReport,
    Losses,
    Part,
    Preview,
    Refused,
)
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.progress import Progress
from footprint.services.archive_readings import ArchiveReadings
from footprint.services.taking_in import TakingIn
from footprint.store.accounts import Accounts
from footprint.store.apps import Apps
from footprint.store.database import Database
from footprint.store.decisions import Decisions
from footprint.store.imports import Imports
from footprint.store.said_gone import SaidGone

if TYPE_CHECKING:
    from footprint.catalogue.catalogue import Catalogue

_PROPOSED = Decided()


class Importing:
    """Imports of one workspace."""

    def __init__(
        self,
        database: Database,
        taking_in: TakingIn,
        catalogue: Catalogue,
        now: Callable[[], datetime],
        *,
        readings: ArchiveReadings,
    ) -> None:
        self._database = database
        self._taking_in = taking_in
        self._readings = readings
        self._catalogue = catalogue
        self._now = now

    def inspect(self, paths: Sequence[Path], progress: Progress) -> Preview:
        """What importing these files would do; nothing is written.

        Files that are parts of one download become one; a file nobody understands is among
        `refused`, with the reason and a remedy.
        """
        from footprint.importers.reader import read  # noqa: PLC0415 - slow, and not for the start

        reading = read(paths, progress)
        downloads = []
        for found in reading.downloads:
            progress.step(text=_("Comparing with what is known"))
            downloads.append(self._download(found.harvest, found.parts))
        return Preview(tuple(downloads), tuple(self._with_remedy(r) for r in reading.refused))

    def apply(
        self, preview: Preview, progress: Progress, decided: Mapping[int, Decided] | None = None
    ) -> ImportReport:
        """Write what was decided, all of it or nothing; returns what it did.

        `decided` is keyed by the download's place in the preview; what is not named is taken as
        proposed. A download that is already in is skipped.
        """
        choices = decided or {}
        ids: list[int] = []
        skipped: list[str] = []
        with self._database.write(Kind.IMPORTS):
            for number, download in enumerate(preview.downloads):
                choice = choices.get(number, _PROPOSED)
                if choice.leave_out:
                    continue
                import_id = self._apply_one(download, choice, progress)
                if import_id is None:
                    skipped.append(download.archive)
                else:
                    ids.append(import_id)
            records = tuple(r for id_ in ids if (r := Imports(self._database).one(id_)))
            # The last chance to stop: after this the transaction is committed.
            progress.step(1, 1)
        return ImportReport(records, tuple(skipped))

    def losses(self, import_id: int) -> Losses:
        """What of the person's own an undo of this import would lose."""
        return Losses(
            decisions=Decisions(self._database).lost_with(import_id),
            said_gone=SaidGone(self._database).lost_with(import_id),
        )

    def undo(self, import_id: int, progress: Progress | None = None) -> None:
        """Take one import back: what was there before is there again."""
        imports = Imports(self._database)
        everything = (Kind.ACCOUNTS, Kind.GRANTS, Kind.LISTINGS, Kind.IMPORTS, Kind.READINGS)
        now = self._now()
        with self._database.write(*everything):
            record = imports.one(import_id)
            if record is None or record.undone_at is not None:
                raise FootprintError(
                    _("This import is already undone."), _("There is nothing left to take back.")
                )
            account_id = imports.account_of(import_id)
            imports.mark_undone(import_id, now)
            if account_id is not None:
                self._taking_in.tell_anew(account_id)
            self._readings.untake(import_id, now)
            Apps(self._database).remove_unused()
            if progress is not None:
                progress.step(1, 1)

    def _download(self, harvest: Harvest, parts: tuple[Part, ...]) -> Download:
        candidates = tuple(Accounts(self._database).all(harvest.account.network))
        account = match_account(candidates, harvest.account)
        plan = self._taking_in.plan(harvest, account.id if account else None)
        before = self._before(harvest, parts)
        return Download(
            harvest=harvest,
            parts=parts,
            account=account,
            candidates=candidates,
            items=() if before else plan.items,
            unchanged=plan.listed if before else plan.unchanged,
            imported_before=before,
            readings=() if before else self._readings.preview(harvest, account),
        )

    def _before(self, harvest: Harvest, parts: Sequence[Part]) -> ImportRecord | None:
        return Imports(self._database).same(harvest.importer, parts)

    def _apply_one(self, download: Download, choice: Decided, progress: Progress) -> int | None:
        harvest = download.harvest
        if self._before(harvest, download.parts):
            return None
        if choice.as_of is not None:
            harvest = replace(harvest, as_of=choice.as_of, as_of_source=DateSource.PERSON)
        now = self._now()
        import_id, _grants = self._taking_in.take(
            harvest,
            download.parts,
            account_id=self._account_id(harvest, choice),
            now=now,
            progress=progress,
        )
        self._readings.take(harvest, import_id=import_id, archive=download.archive, now=now)
        return import_id

    def _account_id(self, harvest: Harvest, choice: Decided) -> int | None:
        """The account as decided; as proposed, it is found anew: an earlier download of the
        same import may just have made it."""
        if choice.new_account:
            self._refuse_twin(harvest.account)
            return None
        if choice.account_id is not None:
            return choice.account_id
        known = Accounts(self._database).all(harvest.account.network)
        found = match_account(known, harvest.account)
        return found.id if found else None

    def _refuse_twin(self, found: AccountFinding) -> None:
        """Two accounts of a network cannot have the same id of that network."""
        for account in Accounts(self._database).all(found.network):
            if found.native_id is not None and account.native_id == found.native_id:
                raise FootprintError(
                    _("This archive belongs to {account}: it carries the same account number.")
                    .format(account=account.label),
                    _("Import it into that account, or leave it out."),
                )  # fmt: skip

    def _with_remedy(self, refused: Refused) -> Refused:
        """Add the exact option to choose, where the network's download page is known."""
        service = self._catalogue.service(refused.network) if refused.network else None
        if service is None or service.download is None or not service.download.format:
            return refused
        remedy = _("On the download page of {network} choose: {option}").format(
            network=service.name, option=service.download.format
        )
        return replace(refused, hint=f"{refused.hint} {remedy}".strip())
