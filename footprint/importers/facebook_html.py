"""Facebook's downloads as web pages (HTML): apps, advertisers, interests and the profile.

The names of the classes in these pages change all the time; what holds is that a record is a
table of labels and values, and a plain list is one block for each name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from footprint.domain.finding import GrantFinding, Where
from footprint.domain.grant import GrantState
from footprint.i18n import _
from footprint.importers import facebook_apps, labels, meta_ads, meta_apps
from footprint.importers.archive import Member
from footprint.importers.facebook_apps import APPS, BLOCKED
from footprint.importers.facebook_lists import TOPICS
from footprint.importers.fields import text
from footprint.importers.gathering import Finding, Gatherer, Unusable
from footprint.importers.html_page import Cell, Page, Table, read_page
from footprint.importers.labels import Meaning
from footprint.importers.meta_ads import ADVERTISERS, CATEGORIES
from footprint.importers.meta_rows import Row, from_pairs
from footprint.importers.page_moments import PageMoments
from footprint.importers.rolls import Roll

# A name is not a sentence: pages say above a list what it is.
_MOST_WORDS = 12


class _Item(NamedTuple):
    """One name in a list, and the label or heading it stands under."""

    label: str
    name: str


@dataclass(slots=True)
class _Open:
    """A page that is being read; `known` once something in it was recognised."""

    gatherer: Gatherer
    file: str
    page: Page
    moments: PageMoments
    known: bool = False

    def numbered(self, items: Iterable[_Item]) -> Iterator[tuple[Where, str]]:
        """The names and their places; a page with a name in it is a known one."""
        for number, item in enumerate(items, start=1):
            self.known = True
            yield Where(self.file, number), item.name


def _read_apps(open_: _Open) -> Iterator[Finding]:
    """One table for each app; without tables, a name and a date for each."""
    records = [block for table in open_.page.tables for block in _blocks(table)]
    if not records:
        yield from _dated_names(open_)
        return
    open_.known = True
    _warn_states(open_.gatherer, [label for _title, pairs in records for label, _v in pairs])
    titled = all(table.title for table in open_.page.tables)
    for number, (title, pairs) in enumerate(records, start=1):
        dated = ((label, value, open_.moments.read(value)) for label, value in pairs)
        row, where = from_pairs(dated, title if titled else None), Where(open_.file, number)
        try:
            yield _app(open_, row, where)
        except Unusable as unusable:
            open_.gatherer.bad(where, str(unusable), APPS)


def _app(open_: _Open, row: Row, where: Where) -> GrantFinding:
    grant = meta_apps.grant(row, where, roll=APPS, state=GrantState.LIVE)
    if grant.since or grant.last_used or grant.ended:
        open_.gatherer.warn(
            _("The web pages of this download give times without a zone; they count as UTC.")
        )
    return grant


def _dated_names(open_: _Open) -> Iterator[GrantFinding]:
    """The pages before 2021 have no tables: each app is a block that ends in a date."""
    meta_apps.warn_unconfirmed(open_.gatherer, open_.file)
    name: str | None = None
    number = 0
    for piece in open_.page.texts:
        found = text(piece.text)
        moment = open_.moments.read(found or "")
        if found and name and moment:
            number += 1
            row = from_pairs([("name", name, None), ("added on", found, moment)])
            yield _app(open_, row, Where(open_.file, number))
            name = None
        elif found and name is None and not piece.aside and not moment:
            name = found


def _warn_states(gatherer: Gatherer, known: Sequence[str]) -> None:
    meanings = {labels.meaning(label) for label in known}
    if not meanings & {Meaning.CATEGORY, Meaning.REMOVED, Meaning.EXPIRED}:
        gatherer.warn(
            _(
                "The web page form of this download does not say which apps are still active:"
                " all of them are shown as connected. A download as JSON says it."
            )
        )


def _read_blocked(open_: _Open) -> Iterator[Finding]:
    """The blocked apps: every value behind a label that says so, or behind no known one."""
    meta_apps.warn_unconfirmed(open_.gatherer, open_.file)
    items = _names(open_)
    sure = [item for item in items if labels.meaning(item.label) is Meaning.BLOCKED]
    unknown = [item for item in items if labels.meaning(item.label) in {None, Meaning.NAME}]
    for where, name in open_.numbered(sure or unknown):
        yield facebook_apps.blocked(name, where)


def _read_uploaders(open_: _Open) -> Iterator[Finding]:
    """A page that holds nothing but advertisers who uploaded a contact list."""
    for where, name in open_.numbered(_names(open_)):
        yield meta_ads.advertiser(name, where)


def _read_advertisers(open_: _Open) -> Iterator[Finding]:
    """Advertisers under the reason why they are listed; only "a list" counts as uploaded."""
    items = _names(open_)
    uploaded = [item for item in items if labels.says_list(item.label)]
    for where, name in open_.numbered(uploaded):
        yield meta_ads.advertiser(name, where)
    open_.known = open_.known or any(labels.says_interaction(item.label) for item in items)
    if items and not open_.known:
        meta_ads.untold_advertisers(open_.gatherer)


def _read_interests(open_: _Open) -> Iterator[Finding]:
    for where, name in open_.numbered(_names(open_)):
        yield meta_ads.believed(TOPICS, name, _("Interest"), where)


def _read_categories(open_: _Open) -> Iterator[Finding]:
    for where, name in open_.numbered(_names(open_)):
        yield meta_ads.believed(CATEGORIES, name, meta_ads.category_words(), where)


class _Kind(NamedTuple):
    roll: Roll
    read: Callable[[_Open], Iterator[Finding]]


_KINDS: Mapping[str, _Kind] = {
    "apps_and_websites": _Kind(APPS, _read_apps),
    "connected_apps_and_websites": _Kind(APPS, _read_apps),
    "permissions_you_have_granted_to_apps": _Kind(BLOCKED, _read_blocked),
    "advertisers_who_uploaded_a_contact_list_with_your_information": _Kind(
        ADVERTISERS, _read_uploaders
    ),
    "advertisers_using_your_activity_or_information": _Kind(ADVERTISERS, _read_advertisers),
    "ads_interests": _Kind(TOPICS, _read_interests),
    "other_categories_used_to_reach_you": _Kind(CATEGORIES, _read_categories),
}
# The names of the pages that are read, without ".html".
PROFILE = "profile_information"
PAGES = (*_KINDS, PROFILE)


def read(gatherer: Gatherer, member: Member, stem: str) -> None:
    """Read the page `member`; `stem` is one of `PAGES` but not the profile."""
    kind = _KINDS[stem]
    opened = _opened(gatherer, member, kind.roll)
    if opened is None:
        return
    for finding in kind.read(opened):
        gatherer.add(finding)
    if not opened.page.whole:
        gatherer.bad(Where(member.path), _("The page is cut off: its end is missing."), kind.roll)
    elif opened.known:
        gatherer.cover(kind.roll)
    else:
        gatherer.spoil(kind.roll)


def owner_name(gatherer: Gatherer, member: Member) -> str | None:
    """The person's name on the page of the profile."""
    opened = _opened(gatherer, member)
    tables = opened.page.tables if opened else []
    pairs = [pair for table in tables for _title, block in _blocks(table) for pair in block]
    return next((text(v) for label, v in pairs if labels.meaning(label) is Meaning.NAME), None)


def _opened(gatherer: Gatherer, member: Member, *rolls: Roll) -> _Open | None:
    source = gatherer.load_text(member, *rolls)
    if source is None:
        return None
    page = read_page(source, gatherer.step)
    known = labels.languages(pair[0] for t in page.tables for _t, b in _blocks(t) for pair in b)
    likely = [*known, *([page.language] if page.language else [])]
    return _Open(gatherer, member.path, page, PageMoments(likely))


def _blocks(table: Table) -> Iterator[tuple[str | None, list[tuple[str, str]]]]:
    """The records of a table: a new one begins where its first label comes again."""
    block: list[tuple[str, str]] = []
    for row in table.rows:
        pair = _pair(row)
        if pair is None:
            continue
        if block and pair[0] and pair[0] == block[0][0]:
            yield table.title, block
            block = []
        block.append(pair)
    if block:
        yield table.title, block


def _pair(row: Sequence[Cell]) -> tuple[str, str] | None:
    """Label and value of a row: two cells, or one cell with a block inside."""
    if len(row) > 1:
        return row[0].text, " ".join(cell.text for cell in row[1:]).strip()
    if row and row[0].inner:
        return row[0].direct, " ".join(t.text for t in row[0].inner)
    return None


def _items(open_: _Open) -> Iterator[_Item]:
    """Every name of a page with the label or the heading it stands under."""
    for table in open_.page.tables:
        for row in table.rows:
            yield from _row_items(row, table.title or "")
    pieces = [piece for piece in open_.page.texts if not piece.aside]
    headed = any(not piece.heading for piece in pieces) or any(open_.page.tables)
    heading = ""
    for piece in pieces:
        if piece.heading and headed:
            heading = piece.text
        else:
            yield _Item(heading, piece.text)


def _row_items(row: Sequence[Cell], title: str) -> Iterator[_Item]:
    if len(row) > 1:
        yield _Item(row[0].text, " ".join(cell.text for cell in row[1:]).strip())
    elif row and row[0].inner:
        for piece in row[0].inner:
            yield _Item(row[0].direct or title, piece.text)
    elif row:
        yield _Item(title, row[0].direct)


def _names(open_: _Open) -> list[_Item]:
    """The items that can be names: no dates and no sentences."""
    found = []
    for item in _items(open_):
        name = text(" ".join(item.name.split()))
        if name and len(name.split()) <= _MOST_WORDS and not open_.moments.read(name):
            found.append(_Item(item.label, name))
    return found
