"""The rules of the catalogue that one entry cannot know by itself, for tests and contributors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from footprint.domain.fact import Provenance, Source
from footprint.domain.names import folded
from footprint.domain.service import Service, host_of, is_within

_OLDEST_CHECK = date(2010, 1, 1)
_LONGEST_GRACE_DAYS = 400
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


def broken_rules(
    entries: Mapping[str, Service], sources: Iterable[Source], today: date
) -> list[str]:
    """One English sentence per broken rule; `entries` by the name of their file."""
    by_id = {entry.id: entry for entry in entries.values()}
    known_sources = frozenset(source.name for source in sources)
    found = [
        f"{file}: {why}"
        for file, entry in entries.items()
        for why in (
            *_about_names(file, entry),
            *_about_hosts(entry),
            *_about_others(entry, by_id),
            *_about_provenance(entry, known_sources, today),
        )
    ]
    return found + list(_claimed_twice(entries.values()))


def _about_names(file: str, entry: Service) -> Iterator[str]:
    if file != f"{entry.id}.toml":
        yield f"id: {entry.id} is not the name of the file"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.id):
        yield "id: only a-z, 0-9 and single hyphens"
    grace = entry.grace_period_days
    if grace and not 0 <= grace.value <= _LONGEST_GRACE_DAYS:
        yield f"grace_period_days: {grace.value} is not between 0 and {_LONGEST_GRACE_DAYS}"


def _about_hosts(entry: Service) -> Iterator[str]:
    for host in (*entry.domains, *entry.trusted_hosts):
        if not _HOST.fullmatch(host):
            yield f"domains: {host} is not a host name in lower case"
    for host in entry.trusted_hosts:
        if any(is_within(host, domain) for domain in entry.domains):
            yield f"trusted_hosts: {host} is its own anyway"
        if host not in {host_of(url) for _key, url in entry.addresses()}:
            yield f"trusted_hosts: no address uses {host}"


def _about_others(entry: Service, by_id: Mapping[str, Service]) -> Iterator[str]:
    successor, owner = entry.status.successor_id, entry.shares_domains_with
    if successor is not None and (successor not in by_id or successor == entry.id):
        yield f"status.successor_id: there is no other entry {successor}"
    if owner is not None and not set(entry.domains) & set(_domains(owner, by_id)):
        yield f"shares_domains_with: {owner} has none of its domains"


def _domains(entry_id: str, by_id: Mapping[str, Service]) -> tuple[str, ...]:
    entry = by_id.get(entry_id)
    return entry.domains if entry else ()


def _about_provenance(entry: Service, sources: frozenset[str], today: date) -> Iterator[str]:
    ended = entry.status.ended
    if ended and ended.value > today.isoformat():
        yield f"status.ended: {ended.value} is still to come"
    for key, fact in _provenances(entry):
        if not _OLDEST_CHECK <= fact.checked <= today:
            yield f"{key}.checked: {fact.checked} cannot be"
    for key, reference in _references(entry):
        name = reference.removeprefix("derived from ").partition(": ")[0]
        if name not in sources and not reference.startswith("https://"):
            yield f"{key}: {name} is not in sources.toml"


def _references(entry: Service) -> Iterator[tuple[str, str]]:
    """Every reference to a source in the entry, with the key where it stands."""
    for key, fact in _provenances(entry):
        others = getattr(fact, "alternatives", ())
        for said in (fact, *others):
            yield from ((f"{key}.source", reference) for reference in said.source)
    for claim in (claim for conflict in entry.conflicts for claim in conflict.claims):
        if claim.source:
            yield "conflicts.claims.source", claim.source


def _provenances(part: object, key: str = "") -> Iterator[tuple[str, Provenance]]:
    """Every provenance in the entry, with the key where it stands."""
    if isinstance(part, Provenance):
        yield key, part
    if is_dataclass(part):
        for field in fields(part):
            below = f"{key}.{field.name}" if key else field.name
            yield from _provenances(getattr(part, field.name), below)


def _claimed_twice(entries: Iterable[Service]) -> Iterator[str]:
    owners: dict[tuple[str, str], str] = {}
    for entry in entries:
        for claim in _claims(entry):
            first = owners.setdefault(claim, entry.id)
            if first != entry.id:
                yield f"{entry.id}.toml: the {claim[0]} {claim[1]} belongs to {first} already"


def _claims(entry: Service) -> Iterator[tuple[str, str]]:
    for name in (entry.name, *entry.aliases):
        yield "name", folded(name)
    if entry.shares_domains_with is None:
        for domain in entry.domains:
            yield "domain", domain
