"""The history of imports: when, which archive, whose, and what it did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject

from footprint.domain.finding import DateSource
from footprint.domain.preview import ImportRecord
from footprint.i18n import _
from footprint.ui.models.accounts import Naming, place
from footprint.ui.models.dates import exact
from footprint.ui.models.preview_downloads import date_source
from footprint.ui.models.table import Column, Look, PagedTable
from footprint.ui.models.words import number, when, when_told
from footprint.ui.plain import plain

BY_HAND = "hand"


def archive_word(record: ImportRecord) -> str:
    """What was imported: the file's name, or what was added by hand."""
    name = plain(record.archive, limit=120)
    return _("{what}, added by hand").format(what=name) if record.importer == BY_HAND else name


def state_word(record: ImportRecord) -> str:
    """Whether the import still counts."""
    if record.undone_at is None:
        return _("in use")
    return _("undone on {day}").format(day=exact(record.undone_at))


def size_word(size: int) -> str:
    """A number of bytes as people write it; nothing for what has no file."""
    return str(QLocale().formattedDataSize(size)) if size else ""


def as_of_told(record: ImportRecord) -> str:
    """The day of the archive, and how it is known."""
    source = date_source(DateSource(record.as_of_source))
    return _("{day} ({source})").format(day=exact(record.as_of), source=source)


class ImportsModel(PagedTable[ImportRecord]):
    """One row an import, newest first."""

    def __init__(self, naming: Naming, parent: QObject | None = None) -> None:
        columns: list[Column[ImportRecord]] = [
            Column(
                _("Imported"), lambda row: when(row.imported_at), width=13,
                spoken=lambda row: when_told(row.imported_at),
            ),
            Column(_("Archive"), archive_word, width=26, grow=2),
            Column(
                _("Account"), lambda row: place(row.network, row.account, naming), width=20,
                grow=1, rank=1,
            ),
            Column(_("As of"), lambda row: exact(row.as_of), width=16, rank=3, spoken=as_of_told),
            Column(_("New"), lambda row: number(row.new), width=8, look=Look.NUMBER, rank=2),
            Column(
                _("Changed"), lambda row: number(row.changed), width=13, look=Look.NUMBER, rank=4,
            ),
            Column(_("Gone"), lambda row: number(row.gone), width=10, look=Look.NUMBER, rank=4),
            Column(
                _("Unreadable"), lambda row: number(row.unreadable), width=13, look=Look.NUMBER,
                rank=4,
            ),
            Column(
                _("Size"), lambda row: size_word(row.size), width=11, look=Look.NUMBER, rank=5,
            ),
            Column(_("State"), state_word, width=22, grow=1, rank=1),
        ]  # fmt: skip
        super().__init__(columns, lambda row: row.id, parent=parent)

    def put(self, records: Sequence[ImportRecord]) -> None:
        """Show these imports."""
        rows = list(records)
        self.renew(lambda limit, offset: rows[offset : offset + limit])
