"""Advertisers and beliefs in Meta's downloads: the same reading for Facebook and Instagram."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from footprint.domain.finding import ListingFinding, Where
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.importers import labels
from footprint.importers.fields import folded, mapping, present
from footprint.importers.gathering import Gatherer, Unusable
from footprint.importers.meta_rows import named_values
from footprint.importers.meta_text import text
from footprint.importers.rolls import Roll

ADVERTISERS = Roll("advertisers", Section.ADVERTISERS)
CATEGORIES = Roll("ad categories", Section.INFERENCES)


def flagged_advertiser(record: Any, where: Where) -> Iterator[ListingFinding]:
    """An advertiser with what it has; only those that uploaded a contact list are told."""
    entry = mapping(record)
    name = text(entry.get("advertiser_name"))
    if name is None:
        raise Unusable(_("This advertiser has no name."))
    uploaded = entry.get("has_data_file_custom_audience", False)
    if not isinstance(uploaded, bool):
        raise Unusable(_("This entry does not say whether the advertiser uploaded a list."))
    if uploaded:
        yield advertiser(
            name,
            where,
            visited=entry.get("has_remarketing_custom_audience") is True,
            in_shop=entry.get("has_in_person_store_visit") is True,
        )


def listed_advertiser(record: Any, where: Where) -> Iterator[ListingFinding]:
    """An advertiser of a list that holds nothing but those who uploaded a contact list."""
    name = text(record) or text(mapping(record).get("advertiser_name"))
    if name is None:
        raise Unusable(_("This advertiser has no name."))
    yield advertiser(name, where)


def advertiser(
    name: str, where: Where, *, visited: bool = False, in_shop: bool = False
) -> ListingFinding:
    """An advertiser that uploaded a contact list; what else it knows are facts."""
    return ListingFinding(
        section=ADVERTISERS.section,
        key=f"advertiser:{folded(name)}",
        title=name,
        roll=ADVERTISERS.name,
        where=where,
        detail=_("Uploaded a contact list with your details"),
        facts=present(
            {
                "website or app activity": "yes" if visited else None,
                "visits to a shop": "yes" if in_shop else None,
            }
        ),
    )


def belief(
    roll: Roll, words: Callable[[], str]
) -> Callable[[Any, Where], Iterator[ListingFinding]]:
    """A reader of lists of plain texts: topics, categories, groups."""

    def read(record: Any, where: Where) -> Iterator[ListingFinding]:
        title = text(record) or text(mapping(record).get("name"))
        if title is None:
            raise Unusable(_("This entry has no name."))
        yield believed(roll, title, words(), where)

    return read


def believed(roll: Roll, title: str, words: str, where: Where) -> ListingFinding:
    """One thing the network believes about the person."""
    return ListingFinding(
        section=roll.section,
        key=f"{roll.name}:{title}",
        title=title,
        roll=roll.name,
        where=where,
        detail=words,
    )


def read_label_advertisers(gatherer: Gatherer, document: Any, file: str) -> None:
    """Read the advertisers of a `label_values` document, in which a label gives the reason."""
    gatherer.cover(ADVERTISERS)
    told = True
    for number, (reasons, name) in enumerate(named_values(document), start=1):
        told = number > 1 and told
        if name is None:
            gatherer.bad(Where(file, number), _("This advertiser has no name."), ADVERTISERS)
        elif any(map(labels.says_list, reasons)):
            told = True
            gatherer.add(advertiser(name, Where(file, number)))
        else:
            told = told or any(map(labels.says_interaction, reasons))
    if not told:
        untold_advertisers(gatherer)


def untold_advertisers(gatherer: Gatherer) -> None:
    """Say that the advertisers are there, but not which of them uploaded a list."""
    gatherer.spoil(ADVERTISERS)
    gatherer.warn(
        _(
            "This download lists advertisers, but Footprint does not recognise which of them"
            " uploaded a contact list. None of them is shown."
        )
    )


def read_label_beliefs(
    gatherer: Gatherer, document: Any, file: str, *, roll: Roll, words: str
) -> None:
    """Read every text of a `label_values` document as one belief."""
    gatherer.cover(roll)
    for number, (_labels, name) in enumerate(named_values(document), start=1):
        if name is None:
            gatherer.bad(Where(file, number), _("This entry has no name."), roll)
        else:
            gatherer.add(believed(roll, name, words, Where(file, number)))


def read_label_categories(gatherer: Gatherer, document: Any, file: str) -> None:
    """Read the categories of a `label_values` document."""
    read_label_beliefs(gatherer, document, file, roll=CATEGORIES, words=category_words())


def category_words() -> str:
    """What a category is, in words for the person."""
    return _("Category advertisers can choose")
