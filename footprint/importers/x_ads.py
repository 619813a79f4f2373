"""What X believes about a person, and the advertisers that uploaded a list naming them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from footprint.domain.finding import ListingFinding, Where
from footprint.domain.section import Section
from footprint.i18n import _
from footprint.importers import moments
from footprint.importers.archive import Member
from footprint.importers.fields import folded, mapping, present, sequence, text
from footprint.importers.gathering import Gatherer, Unusable
from footprint.importers.rolls import Roll
from footprint.importers.x_records import inner

UPLOADED = Roll("advertisers", Section.ADVERTISERS)
DO_NOT_REACH = Roll("do-not-reach lists", Section.ADVERTISERS)
SEEN = Roll("advertisers of ads you saw", Section.ADVERTISERS)

# Advertisements fill hundreds of megabytes in some archives; reading them all is not worth it.
_ADS_LIMIT = 64_000_000
_LISTS_SHOWN = 5
# The kinds of targeting that use a list which the advertiser brought along.
_OWN_LISTS = {"list", "tailored audiences", "tailored audiences (lists)"}


Words = Callable[[], str]


def _belief(name: str) -> Roll:
    return Roll(name, Section.INFERENCES)


class _Belief(NamedTuple):
    """A list in personalization.js: the way to it, its roll, its words, the key of a name."""

    path: tuple[str, ...]
    roll: Roll
    words: Words
    name: str = "name"


_BELIEFS = (
    _Belief(("interests", "interests"), _belief("interests"), lambda: _("Interest")),
    _Belief(
        ("interests", "partnerInterests"),
        _belief("partner interests"),
        lambda: _("Interest, from a partner"),
    ),
    _Belief(("interests", "shows"), _belief("shows"), lambda: _("Programme you follow")),
    _Belief(("demographics", "languages"), _belief("languages"), lambda: _("Language"), "language"),
    _Belief(("demographics", "genderInfo"), _belief("gender"), lambda: _("Gender"), "gender"),
    _Belief(("inferredAgeInfo", "age"), _belief("age"), lambda: _("Age")),
    _Belief(("locationHistory",), _belief("places"), lambda: _("Place you have been to")),
    _Belief(
        ("interests", "audienceAndAdvertisers", "lookalikeAdvertisers"),
        _belief("look-alike audiences"),
        lambda: _("You resemble the customers of this advertiser"),
    ),
)
_AUDIENCES: tuple[tuple[str, Roll, Words], ...] = (
    ("advertisers", UPLOADED, lambda: _("Has you in an audience of its own")),
    ("doNotReachAdvertisers", DO_NOT_REACH, lambda: _("Uploaded a list of people to leave out")),
)


def read_personalization(gatherer: Gatherer, members: tuple[Member, ...]) -> None:
    """Read the beliefs and the advertisers of personalization.js."""
    rolls = (*(belief.roll for belief in _BELIEFS), UPLOADED, DO_NOT_REACH)
    for member in members:
        loaded = gatherer.load(member, *rolls, after="=")
        for where, record in gatherer.rows(loaded, member.path):
            try:
                _read_person(gatherer, inner(record, "p13nData"), member.path)
            except Unusable as unusable:
                gatherer.bad(where, str(unusable), *rolls)


def _read_person(gatherer: Gatherer, found: Mapping[str, Any], file: str) -> None:
    for belief in _BELIEFS:
        gatherer.read(_down(found, belief.path), file, belief.roll, _believed(belief))
    audiences = mapping(_down(found, ("interests", "audienceAndAdvertisers")))
    for key, roll, words in _AUDIENCES:
        gatherer.read(audiences.get(key), file, roll, _advertiser(roll, words()))


def _down(found: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    """What stands at the end of `path`; a text there counts as a list of one."""
    value: Any = found
    for step in path:
        value = mapping(value).get(step)
    return [value] if isinstance(value, str) else value


def _believed(belief: _Belief) -> Callable[[Any, Where], Iterator[ListingFinding]]:
    words = belief.words()

    def read(record: Any, where: Where) -> Iterator[ListingFinding]:
        entry = mapping(record)
        title = text(record) or text(entry.get(belief.name))
        if title is None:
            raise Unusable(_("This entry has no name."))
        yield ListingFinding(
            section=belief.roll.section,
            key=f"{belief.roll.name}:{title}",
            title=title,
            roll=belief.roll.name,
            where=where,
            detail=words,
            facts=present({"switched off": "yes" if entry.get("isDisabled") is True else None}),
        )

    return read


def _advertiser(roll: Roll, words: str) -> Callable[[Any, Where], Iterator[ListingFinding]]:
    def read(record: Any, where: Where) -> Iterator[ListingFinding]:
        title = text(record)
        if title is None:
            raise Unusable(_("This advertiser has no name."))
        yield ListingFinding(
            section=roll.section,
            key=_key(title) if roll == UPLOADED else f"{roll.name}:{_key(title)}",
            title=title,
            roll=roll.name,
            where=where,
            detail=words,
        )

    return read


def _key(handle: str) -> str:
    return "advertiser:" + folded(handle).removeprefix("@")


@dataclass(slots=True)
class _Seen:
    """The ads of one advertiser that were aimed with a list of its own."""

    title: str
    name: str | None
    where: Where
    lists: dict[str, None] = field(default_factory=dict)
    times: list[datetime] = field(default_factory=list)


def read_ads(gatherer: Gatherer, members: tuple[Member, ...]) -> None:
    """Name the advertisers whose own list was the reason for an ad that was shown."""
    seen: dict[str, _Seen] = {}
    budget = _ADS_LIMIT
    for member in members:
        budget -= member.size
        if budget < 0:
            gatherer.spoil(SEEN)
            gatherer.warn(_("The list of ads you saw is very long; only a part of it was read."))
            break
        loaded = gatherer.load(member, SEEN, after="=")
        for where, record in gatherer.rows(loaded, member.path, SEEN):
            for impression in _impressions(record):
                _note(seen, impression, where)
    for key, ads in seen.items():
        gatherer.add(_listing(key, ads))


def _impressions(record: Any) -> Iterator[Mapping[str, Any]]:
    shown = mapping(mapping(mapping(record).get("ad")).get("adsUserData"))
    for impression in sequence(mapping(shown.get("adImpressions")).get("impressions")):
        yield mapping(impression)
    for engagement in sequence(mapping(shown.get("adEngagements")).get("engagements")):
        yield mapping(mapping(engagement).get("impressionAttributes"))


def _note(seen: dict[str, _Seen], impression: Mapping[str, Any], where: Where) -> None:
    criteria = [mapping(c) for c in sequence(impression.get("matchedTargetingCriteria"))]
    own = [c for c in criteria if folded(text(c.get("targetingType")) or "") in _OWN_LISTS]
    advertiser = mapping(impression.get("advertiserInfo"))
    name = text(advertiser.get("advertiserName"))
    title = text(advertiser.get("screenName")) or name
    if not own or title is None:
        return
    ads = seen.setdefault(_key(title), _Seen(title, name, where))
    if moment := moments.from_text(impression.get("impressionTime")):
        ads.times.append(moment)
    for criterion in own:
        if len(ads.lists) < _LISTS_SHOWN and (named := text(criterion.get("targetingValue"))):
            ads.lists[named] = None


def _listing(key: str, ads: _Seen) -> ListingFinding:
    return ListingFinding(
        section=SEEN.section,
        key=key,
        title=ads.title,
        roll=SEEN.name,
        where=ads.where,
        detail=_("Showed you ads because you are on its list"),
        facts=present(
            {
                "name": ads.name if ads.name != ads.title else None,
                "lists": "; ".join(ads.lists),
                "ads seen": str(len(ads.times)) if ads.times else None,
            }
        ),
        since=min(ads.times, default=None),
        last_used=max(ads.times, default=None),
    )
