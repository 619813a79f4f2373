"""The columns of what an archive lists besides apps: identities, devices, inferences, uploaders."""

from __future__ import annotations

from PySide6.QtCore import QObject

from footprint.domain.listing import Listing
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.ui.models.accounts import Naming, place
from footprint.ui.models.dates import exact
from footprint.ui.models.table import Column, Look, PagedTable
from footprint.ui.models.words import when, when_copied, when_told
from footprint.ui.plain import plain

ACCOUNT_COLUMN = 2  # left out where the list is of one account


def title_word(section: Section) -> str:
    """What the first column of a section holds."""
    return {
        Section.LINKED_IDENTITIES: _("Identity"),
        Section.DEVICES: _("Device or session"),
        Section.INFERENCES: _("What they think"),
        Section.ADVERTISERS: _("Who"),
    }[section]


def details(listing: Listing) -> str:
    """The detail and the other values of a listing, in one line."""
    named = [f"{plain(name)}: {plain(value)}" for name, value in listing.facts.items()]
    return " · ".join(part for part in (plain(listing.detail), *named) if part) or _("not told")


def standing(listing: Listing) -> str:
    """Whether the newest archive that could list it still does."""
    if listing.gone_since:
        return _("not listed since {day}").format(day=exact(listing.gone_since))
    return _("listed")


class ListingsModel(PagedTable[Listing]):
    """The listings of one section."""

    def __init__(self, section: Section, naming: Naming, parent: QObject | None = None) -> None:
        columns: list[Column[Listing]] = [
            Column(
                title_word(section), lambda row: plain(row.title, limit=200) or _("(no name)"),
                width=26, grow=2, look=Look.NAME if section is Section.ADVERTISERS else Look.TEXT,
            ),
            Column(_("Details"), details, width=30, grow=3, rank=1),
            Column(
                _("Account"), lambda row: place(row.network, row.account, naming), width=18,
                grow=1, rank=3,
            ),
            Column(
                _("Since"), lambda row: when(row.since), width=15, rank=4,
                spoken=lambda row: when_told(row.since),
            copied=lambda row: when_copied(row.since),
            ),
            Column(
                _("Last used"), lambda row: when(row.last_used), width=15, rank=5,
                spoken=lambda row: when_told(row.last_used),
            copied=lambda row: when_copied(row.last_used),
            ),
            Column(
                _("Last seen"), lambda row: when(row.last_seen), width=15, rank=2,
                spoken=lambda row: when_told(row.last_seen),
            copied=lambda row: when_copied(row.last_seen),
            ),
            Column(_("State"), standing, width=16, grow=1, rank=2),
        ]  # fmt: skip
        super().__init__(columns, lambda row: row.id, parent=parent)
