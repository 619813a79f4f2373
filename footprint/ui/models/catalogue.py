"""The services of the catalogue as a list: searched, filtered, with the standing towards you."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from footprint.domain.names import folded
from footprint.domain.service import Difficulty, Service, ServiceKind
from footprint.domain.standing import StandingState
from footprint.i18n import _, pgettext
from footprint.services.workspace import Workspace
from footprint.ui.models.dates import ago
from footprint.ui.models.service_words import closed_line
from footprint.ui.models.table import Column, Look, PagedTable
from footprint.ui.plain import plain

# The places that the catalogue's sentences on regions speak of, by what stands in the sentence.
_PLACES = (
    ("california", "US-CA"),
    ("united states", "US"),
    ("u.s.", "US"),
    ("united kingdom", "GB"),
    ("european union", "EU"),
    ("germany", "DE"),
    ("austria", "AT"),
    ("switzerland", "CH"),
)


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service with what is known of it towards the person, and what a search looks through."""

    service: Service
    standing: StandingState
    regions: frozenset[str]
    haystack: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What may pass; None lets everything pass."""

    text: str = ""
    kinds: frozenset[ServiceKind] | None = None
    difficulties: frozenset[Difficulty | None] | None = None
    standings: frozenset[StandingState] | None = None
    regions: frozenset[str] | None = None


def rows_of(workspace: Workspace) -> list[ServiceRow]:
    """Every service, by name. Reads everything: for the background."""
    states = workspace.standing.states()
    return [row_of(service, states) for service in workspace.seeing.services()]


def row_of(service: Service, states: Mapping[str, StandingState]) -> ServiceRow:
    """One service."""
    standing = states.get(service.id, StandingState.NEVER_LOOKED)
    limits = service.region_limits.value if service.region_limits else ""
    words = [
        service.name, *service.aliases, *service.domains, kind_short(service.kind),
        *map(kind_short, service.also_kinds), leaving_word(service), standing.word, limits,
    ]  # fmt: skip
    return ServiceRow(service, standing, regions_of(service), folded(" ".join(words)))


def regions_of(service: Service) -> frozenset[str]:
    """The places whose people it answers; empty where no limit is known."""
    text = service.region_limits.value.casefold() if service.region_limits else ""
    named = {place for word, place in _PLACES if word in text}
    countries = service.contact.countries.value if service.contact.countries else ()
    return frozenset(named | {country.upper() for country in countries if len(countries) < 3})


def region_word(region: str) -> str:
    """What a place is called; "" stands for no known limit."""
    return {
        "": _("no limit known"),
        "US": _("United States"),
        "US-CA": _("California"),
        "GB": _("United Kingdom"),
        "EU": _("European Union"),
        "DE": _("Germany"),
        "AT": _("Austria"),
        "CH": _("Switzerland"),
    }.get(region, region)


def passing(rows: Iterable[ServiceRow], narrowing: Narrowing) -> list[ServiceRow]:
    """The rows that may pass."""
    words = folded(narrowing.text).split()
    return [row for row in rows if _passes(row, narrowing, words)]


def _passes(row: ServiceRow, narrowing: Narrowing, words: Sequence[str]) -> bool:
    service = row.service
    if any(word not in row.haystack for word in words):
        return False
    difficulty = service.difficulty.value if service.difficulty else None
    kinds = {service.kind, *service.also_kinds}
    return (
        (narrowing.kinds is None or bool(kinds & narrowing.kinds))
        and (narrowing.difficulties is None or difficulty in narrowing.difficulties)
        and (narrowing.standings is None or row.standing in narrowing.standings)
        and (narrowing.regions is None or bool((row.regions or {""}) & narrowing.regions))
    )


def kind_short(kind: ServiceKind) -> str:
    """What a service is, in a word or two."""
    return {
        ServiceKind.NETWORK: _("network"),
        ServiceKind.SCORING: _("scores people"),
        ServiceKind.PEOPLE_SEARCH: _("people search"),
        ServiceKind.DATA_BROKER: _("data broker"),
        ServiceKind.CONSUMER_SCORE: _("consumer score"),
        ServiceKind.APP: _("app"),
    }[kind]


def difficulty_word(difficulty: Difficulty | None) -> str:
    """How hard it is to leave, in a word."""
    if difficulty is None:
        return _("not known")
    return {
        Difficulty.EASY: pgettext("leaving", "easy"),
        Difficulty.MEDIUM: pgettext("leaving", "medium"),
        Difficulty.HARD: pgettext("leaving", "hard"),
        Difficulty.LIMITED: pgettext("leaving", "limited"),
        Difficulty.IMPOSSIBLE: pgettext("leaving", "impossible"),
    }[difficulty]


def difficulty_meaning(difficulty: Difficulty) -> str:
    """What the word stands for."""
    return {
        Difficulty.EASY: _("There is a page for it, and it takes a few clicks."),
        Difficulty.MEDIUM: _("There is a way, with more steps or a condition on it."),
        Difficulty.HARD: _("You have to write or call, and somebody has to act on it."),
        Difficulty.LIMITED: _("Only some people may: it depends on where you live."),
        Difficulty.IMPOSSIBLE: _("No way to delete the account is known."),
    }[difficulty]


def leaving_word(service: Service) -> str:
    """How hard leaving is, or that there is nothing left to leave."""
    if closed_line(service) is not None:
        return _("closed")
    return difficulty_word(service.difficulty.value if service.difficulty else None)


class CatalogueModel(PagedTable[ServiceRow]):
    """Services, as they were filtered."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: list[Column[ServiceRow]] = [
            Column(
                _("Service"), lambda r: plain(r.service.name, limit=80), width=22, grow=3,
                look=Look.NAME,
            ),
            Column(_("What it is"), lambda r: kind_short(r.service.kind), width=16, grow=1, rank=1),
            Column(
                _("Leaving"), lambda r: leaving_word(r.service), width=13, rank=2,
                spoken=lambda r: _("leaving: {word}").format(word=leaving_word(r.service)),
            ),
            Column(_("Standing"), lambda r: r.standing.word, width=18, grow=1, rank=3),
            Column(
                _("Checked"), lambda r: ago(r.service.identity.checked), width=14, rank=4,
            ),
        ]  # fmt: skip
        super().__init__(columns, lambda r: r.service.id, parent=parent)

    def put(self, rows: Sequence[ServiceRow]) -> None:
        """Show these; place and selection stay where they can."""
        self.renew(lambda limit, offset: rows[offset : offset + limit])
