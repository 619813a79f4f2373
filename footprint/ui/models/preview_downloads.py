"""The downloads of one import with their numbers, and below them the files that are refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject

from footprint.domain.account import Account
from footprint.domain.finding import AccountFinding, DateSource, Harvest
from footprint.domain.grant import GrantState
from footprint.domain.merging import distinct_grants
from footprint.domain.preview import Change, Decided, Download, Refused
from footprint.domain.section import Section
from footprint.i18n import _, ngettext
from footprint.ui.models.accounts import Naming, place
from footprint.ui.models.dates import exact
from footprint.ui.models.preview_choices import Choices
from footprint.ui.models.table import Column, Look, PagedTable
from footprint.ui.models.words import apps, number, section_word
from footprint.ui.plain import plain


@dataclass(frozen=True, slots=True)
class DownloadRow:
    """One download with what is decided about it; `index` is its place in the preview."""

    index: int
    download: Download
    decided: Decided
    counts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """One file that was not understood; `index` is its place among the refused."""

    index: int
    refused: Refused


FileRow = DownloadRow | RefusedRow


def file_rows(choices: Choices) -> list[FileRow]:
    """The rows of one preview, as decided so far."""
    downloads = [_download_row(choices, at) for at in range(len(choices.preview.downloads))]
    refused = [RefusedRow(at, file) for at, file in enumerate(choices.preview.refused)]
    return [*downloads, *refused]


def _download_row(choices: Choices, index: int) -> DownloadRow:
    download = choices.preview.downloads[index]
    counts = tuple(choices.count(index, change) for change in Change)
    return DownloadRow(index, download, choices.decided(index), counts)


def found_label(finding: AccountFinding) -> str | None:
    """How the archive calls its account: handle, else name, else the network's id."""
    return finding.handle or finding.name or finding.native_id


def target(download: Download, decided: Decided) -> Account | None:
    """The known account the download would go to; None for a new one."""
    if decided.new_account:
        return None
    if decided.account_id is None:
        return download.account
    return next(a for a in download.candidates if a.id == decided.account_id)


def account_word(row: DownloadRow, naming: Naming) -> str:
    """The account a download goes to, and that it is new where it is."""
    account = target(row.download, row.decided)
    if account is not None:
        return place(account.network, account.label, naming)
    finding = row.download.harvest.account
    name = place(finding.network, found_label(finding), naming)
    return _("{account} (new account)").format(account=name)


def status(row: FileRow) -> str:
    """What becomes of a file, in a few words."""
    if isinstance(row, RefusedRow):
        return _("cannot be imported")
    if row.download.imported_before is not None:
        return _("already imported")
    return _("left out") if row.decided.leave_out else _("ready")


def date_source(source: DateSource) -> str:
    """How the date of an archive is known."""
    return {
        DateSource.STATED: _("the archive says so"),
        DateSource.FILE_NAME: _("guessed from the file name"),
        DateSource.MEMBERS: _("guessed from the files inside"),
        DateSource.FILE_TIME: _("guessed from the date of the file"),
        DateSource.PERSON: _("you said so"),
    }[source]


def button_text(choices: Choices) -> str:
    """What the import would do, in the words of its button."""
    if count := choices.touched(Section.GRANTS):
        return ngettext("&Import {n} app", "&Import {n} apps", count).format(n=number(count))
    if entries := choices.touched():
        text = ngettext("&Import {n} entry", "&Import {n} entries", entries)
        return text.format(n=number(entries))
    if readings := sum(len(choices.preview.downloads[at].readings) for at in choices.taken()):
        text = ngettext("&Import {n} reading", "&Import {n} readings", readings)
        return text.format(n=number(readings))
    return _("&Import as seen again")


def by_section(choices: Choices, index: int) -> str:
    """What the import touches, section by section; nothing while only the import can tell."""
    if any(choices.count(index, change) is None for change in Change):
        return ""
    told = []
    for section in Section:
        count = sum(choices.count(index, change, section) or 0 for change in Change)
        if count:
            told.append(_("{section}: {n}").format(section=section_word(section), n=number(count)))
    return " · ".join(told)


def app_states(harvest: Harvest) -> str:
    """How many apps a download lists in which state; nothing where all of them are connected."""
    grants = distinct_grants(harvest.grants)
    counts = Counter(grant.state for grant in grants)
    if counts[GrantState.LIVE] == len(grants):
        return ""
    told = [f"{number(counts[s])} {s.word}" for s in GrantState if counts[s]]
    return _("{apps}: {states}").format(apps=apps(len(grants)), states=", ".join(told))


def file_name(row: FileRow) -> str:
    """The name of the file, with the number of further parts."""
    if isinstance(row, RefusedRow):
        return plain(row.refused.name, limit=120)
    name = plain(row.download.archive, limit=120)
    more = len(row.download.parts) - 1
    return _("{file} and {n} more").format(file=name, n=number(more)) if more else name


class DownloadsModel(PagedTable[FileRow]):
    """One row a file: where it goes and what it would change."""

    def __init__(self, naming: Naming, parent: QObject | None = None) -> None:
        def account(row: FileRow) -> str:
            return account_word(row, naming) if isinstance(row, DownloadRow) else ""

        columns: list[Column[FileRow]] = [
            Column(_("File"), file_name, width=20, grow=2),
            Column(_("Account"), account, width=24, grow=1, rank=1),
            Column(_("As of"), _as_of, width=16, rank=3),
            Column(_("New"), lambda row: _count(row, 0), width=8, look=Look.NUMBER, rank=2),
            Column(_("Changed"), lambda row: _count(row, 1), width=13, look=Look.NUMBER, rank=2),
            Column(_("Gone"), lambda row: _count(row, 2), width=10, look=Look.NUMBER, rank=2),
            Column(_("Unreadable"), _bad, width=13, look=Look.NUMBER, rank=4),
            Column(_("State"), status, width=22),
        ]
        super().__init__(columns, lambda row: (type(row).__name__, row.index), parent=parent)

    def put(self, choices: Choices) -> None:
        """Show the files of this preview as they are decided now."""
        rows = file_rows(choices)
        self.renew(lambda limit, offset: rows[offset : offset + limit])


def _as_of(row: FileRow) -> str:
    if isinstance(row, RefusedRow):
        return ""
    return exact(row.decided.as_of or row.download.harvest.as_of)


def _count(row: FileRow, place_of_change: int) -> str:
    if isinstance(row, RefusedRow):
        return ""
    count = row.counts[place_of_change]
    return _("?") if count is None else number(count)


def _bad(row: FileRow) -> str:
    return number(len(row.download.harvest.bad)) if isinstance(row, DownloadRow) else ""
