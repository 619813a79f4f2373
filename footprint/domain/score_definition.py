"""What the catalogue knows about a score: its scale, who sees it, where it is read, the way out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from footprint.domain.fact import Fact
from footprint.domain.score import Rhythm, Scale
from footprint.domain.service import ServiceState, host_of, is_within
from footprint.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreDefinition:
    """One score somebody gives people.

    `service` is the entry of who makes it or shows it; a score without one names its own
    `hosts`. `told_apart_by` is what tells two of a person's apart ("handle"). `feeds_on` are
    the services whose activity moves it, as far as is known. `rhythm` is how often looking
    makes sense. `ended` is an ISO date as exact as it is known: "2018-05-25" or "2015-05".
    Whoever has a definition may open its addresses: see `refuse_strange_links`.
    """

    id: str
    name: str
    scale: Scale
    state: Fact[ServiceState]
    measures: Fact[str]
    service: str | None = None
    hosts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    told_apart_by: str = ""
    feeds_on: tuple[str, ...] = ()
    rhythm: Rhythm = Rhythm.WEEKLY
    ended: Fact[str] | None = None
    seen_by: Fact[str] | None = None
    read_at: Fact[str] | None = None
    cadence: Fact[str] | None = None
    opt_out: Fact[str] | None = None
    leaving: Fact[str] | None = None

    def __post_init__(self) -> None:
        if (self.service is None) is not bool(self.hosts):
            raise ValueError(_("a score has either a service or hosts of its own"))

    @property
    def closed(self) -> bool:
        """Whether nobody gives it any more."""
        return self.state.value is ServiceState.DEFUNCT

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every address that could be opened, alternatives too, with its key."""
        for key, fact in (("read_at", self.read_at), ("opt_out", self.opt_out)):
            if fact is not None:
                yield key, fact.value
                yield from ((key, other.value) for other in fact.alternatives)

    def facts(self) -> Iterator[tuple[str, Fact[object]]]:
        """Every fact of the definition, with its key."""
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Fact):
                yield field.name, value

    def refuse_strange_links(self, hosts: tuple[str, ...]) -> None:
        """Raise ValueError unless every address is https and on one of `hosts` or below it."""
        for key, url in self.addresses():
            if not url.startswith("https://"):
                raise ValueError(_("{key}: {url} is not https").format(key=key, url=url))
            if not any(is_within(host_of(url), host) for host in hosts):
                text = _("{key}: {url} is on none of the hosts of {service}")
                owner = self.service or self.id
                raise ValueError(text.format(key=key, url=url, service=owner))
