"""The single things an import would add, change or mark as gone, and what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from footprint.domain.finding import BadRecord, Where
from footprint.domain.preview import Change, Download, PreviewItem
from footprint.domain.section import Section
from footprint.i18n import _, ngettext, pgettext
from footprint.ui.models.table import Column, PagedTable
from footprint.ui.models.words import number
from footprint.ui.plain import plain


class Fate(StrEnum):
    """What becomes of one thing, an unreadable record included."""

    NEW = Change.NEW
    CHANGED = Change.CHANGED
    GONE = Change.GONE
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One line of the list; `number` is its place in the whole list."""

    number: int
    fate: Fate
    section: Section | None
    title: str
    detail: str


def fate_word(fate: Fate) -> str:
    """The word of one line."""
    return {
        Fate.NEW: pgettext("import", "new"),
        Fate.CHANGED: pgettext("import", "changed"),
        Fate.GONE: pgettext("import", "no longer listed"),
        Fate.UNREADABLE: pgettext("import", "unreadable"),
    }[fate]


def fate_count(fate: Fate, count: int) -> str:
    """A number of things with their fate: "37 new"."""
    texts = {
        Fate.NEW: ngettext("{n} new", "{n} new", count),
        Fate.CHANGED: ngettext("{n} changed", "{n} changed", count),
        Fate.GONE: ngettext("{n} no longer listed", "{n} no longer listed", count),
        Fate.UNREADABLE: ngettext("{n} unreadable", "{n} unreadable", count),
    }
    return texts[fate].format(n=number(count))


def section_thing(section: Section) -> str:
    """What one entry of a section is called."""
    return {
        Section.GRANTS: _("App"),
        Section.LINKED_IDENTITIES: _("Linked identity"),
        Section.DEVICES: _("Device or session"),
        Section.INFERENCES: _("What they think of you"),
        Section.ADVERTISERS: _("Advertiser"),
    }[section]


def place_in(where: Where) -> str:
    """The file of an archive and the record in it."""
    file = plain(where.file, limit=200)
    if where.record is None:
        return file
    return _("{file}, record {n}").format(file=file, n=number(where.record))


def item_rows(download: Download) -> list[ItemRow]:
    """Everything of one download: apps before the rest, what is unreadable at the end."""
    ordered = sorted(download.items, key=_rank)
    told = [(Fate(i.change.value), i.section, i.title, i.detail) for i in ordered]
    bad = [_unreadable(record) for record in download.harvest.bad]
    return [ItemRow(place, *parts) for place, parts in enumerate([*told, *bad])]


_FATES = list(Change)
_SECTIONS = list(Section)


def _rank(item: PreviewItem) -> tuple[int, int, str]:
    place = _SECTIONS.index(item.section), _FATES.index(item.change)
    return *place, item.title.casefold()


def _unreadable(record: BadRecord) -> tuple[Fate, Section | None, str, str]:
    return Fate.UNREADABLE, None, place_in(record.where), record.why


class ItemsModel(PagedTable[ItemRow]):
    """The lines of one download, all of them or those of one fate."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: list[Column[ItemRow]] = [
            Column(_("What happens"), lambda row: fate_word(row.fate), width=21),
            Column(
                _("Kind"), lambda row: section_thing(row.section) if row.section else _("Record"),
                width=18, rank=2,
            ),
            Column(
                _("Name"), lambda row: plain(row.title, limit=200) or _("(no name)"), width=26,
                grow=2,
            ),
            Column(
                _("Details"), lambda row: plain(row.detail, limit=300), width=26, grow=2, rank=1,
            ),
        ]  # fmt: skip
        super().__init__(columns, lambda row: row.number, parent=parent)

    def put(self, rows: Sequence[ItemRow], fate: Fate | None) -> None:
        """Show these lines, or only those of one fate."""
        shown = [row for row in rows if fate is None or row.fate is fate]
        self.show(lambda limit, offset: shown[offset : offset + limit])
