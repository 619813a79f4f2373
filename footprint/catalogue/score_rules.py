"""The rules of the book of scores that one entry cannot know by itself, for contributors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from footprint.catalogue.catalogue import Catalogue
from footprint.domain.event import Event, EventKind
from footprint.domain.fact import Confidence
from footprint.domain.names import folded
from footprint.domain.score import Scale, ScaleKind
from footprint.domain.score_definition import ScoreDefinition

_OLDEST_CHECK = date(2010, 1, 1)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def broken_rules(
    definitions: Mapping[str, ScoreDefinition],
    events: Mapping[str, tuple[Event, ...]],
    folder: Path,
    today: date,
) -> list[str]:
    """One English sentence per broken rule; both mappings are by the name of their file."""
    catalogue = Catalogue(folder)
    sources = frozenset(source.name for source in catalogue.sources())
    known = frozenset(entry.id for entry in definitions.values())
    found = [
        f"{file}: {why}"
        for file, entry in definitions.items()
        for why in (
            *_about_names(file, entry, catalogue),
            *_about_scale(entry.scale),
            *_about_end(entry, catalogue, today),
            *_about_facts(entry, sources, today),
        )
    ]
    found += [
        f"{file}: {event.id}: {why}"
        for file, listed in events.items()
        for event in listed
        for why in (
            *_about_event(file, event),
            *_about_days(event, today),
            *_about_subjects(event, known, catalogue),
            *_about_reference("source", event.source, sources),
        )
    ]
    return found + list(_twice(definitions.values(), events))


def _about_names(file: str, entry: ScoreDefinition, catalogue: Catalogue) -> Iterator[str]:
    if file != f"{entry.id}.toml":
        yield f"id: {entry.id} is not the name of the file"
    if not _ID.fullmatch(entry.id):
        yield "id: only a-z, 0-9 and single hyphens"
    for service in entry.feeds_on:
        if catalogue.service(service) is None:
            yield f"feeds_on: there is no service {service}"


def _about_scale(scale: Scale) -> Iterator[str]:
    if scale.low is not None and scale.high is not None and scale.low >= scale.high:
        yield f"scale: {scale.low} is not below {scale.high}"
    bounded = scale.low is not None and scale.high is not None
    if scale.kind is ScaleKind.BOUNDED and not bounded:
        yield "scale: what is bounded has low and high"
    if scale.kind is ScaleKind.PERCENTILE and (scale.low, scale.high) != (0, 100):
        yield "scale: a percentile is from 0 to 100"
    letters = scale.letters
    if (scale.kind is ScaleKind.LETTER) is not bool(letters):
        yield "scale: letters belong to the kind letter, and to it alone"
    if len(set(letters)) < len(letters):
        yield "scale: a letter stands there twice"
    if scale.kind is ScaleKind.PAIR and len(scale.parts) != 1:
        yield "scale: a pair names its second number as its only part"
    highs = [part.high or 0 for part in scale.parts]
    if scale.kind is ScaleKind.PARTS and sum(highs) != scale.high:
        yield "scale: the parts do not add up to the whole"


def _about_end(entry: ScoreDefinition, catalogue: Catalogue, today: date) -> Iterator[str]:
    ended = entry.ended.value if entry.ended else None
    if ended and not entry.closed:
        yield "ended: only a defunct score has an end"
    if ended and ended > today.isoformat():
        yield f"ended: {ended} is still to come"
    service = catalogue.service(entry.service) if entry.service else None
    if service and service.status.state.value is not entry.state.value:
        yield f"state: the service {service.id} is {service.status.state.value}"
    if service and ended and service.status.ended and service.status.ended.value != ended:
        yield f"ended: the service {service.id} ended {service.status.ended.value}"


def _about_facts(entry: ScoreDefinition, sources: frozenset[str], today: date) -> Iterator[str]:
    for key, fact in entry.facts():
        if not _OLDEST_CHECK <= fact.checked <= today:
            yield f"{key}.checked: {fact.checked} cannot be"
        yield from _about_reference(key, fact.source, sources)


def _about_reference(key: str, references: Iterable[str], sources: frozenset[str]) -> Iterator[str]:
    """A source is shown as text and not opened, so an old page may be http."""
    for reference in references:
        name = reference.partition(": ")[0]
        if name not in sources and not reference.startswith(("https://", "http://")):
            yield f"{key}: {name} is not in sources.toml"


def _about_event(file: str, event: Event) -> Iterator[str]:
    if not event.id.startswith(f"{file.removesuffix('.toml')}-{event.day:%Y-%m}"):
        yield "id: it begins with the name of the file and the month"
    if not _ID.fullmatch(event.id):
        yield "id: only a-z, 0-9 and single hyphens"
    if event.kind is not EventKind.THEIR_CHANGE:
        yield "kind: only changes of theirs are shipped"
    if event.link is not None and not event.link.startswith("https://"):
        yield f"link: {event.link} is not https"
    if event.confidence not in {word.value for word in Confidence}:
        yield f"confidence: {event.confidence!r} is no word for it"
    if event.confidence == Confidence.PUBLIC_SOURCE and not event.source:
        yield "source: a fact from a public source names its source"


def _about_days(event: Event, today: date) -> Iterator[str]:
    if event.day > today or (event.ends and not event.day <= event.ends <= today):
        yield "day: it has not come yet, or it ends before it begins"
    if not event.exact and event.ends is None:
        yield "exact: without an exact day the last possible one is named in ends"
    if event.checked is None or not _OLDEST_CHECK <= event.checked <= today:
        yield f"checked: {event.checked} cannot be"


def _about_subjects(event: Event, known: frozenset[str], catalogue: Catalogue) -> Iterator[str]:
    if not event.scores:
        yield "scores: it names the scores it is about"
    for score in event.scores:
        if score not in known:
            yield f"scores: there is no score {score}"
    for service in event.services:
        if catalogue.service(service) is None:
            yield f"services: there is no service {service}"


def _twice(
    definitions: Iterable[ScoreDefinition], events: Mapping[str, tuple[Event, ...]]
) -> Iterator[str]:
    owners: dict[str, str] = {}
    for entry in definitions:
        for name in {folded(each) for each in (entry.name, *entry.aliases)}:
            if owners.setdefault(name, entry.id) != entry.id:
                yield f"{entry.id}.toml: the name {name} belongs to {owners[name]} already"
    seen: set[str] = set()
    for file, listed in events.items():
        for event in listed:
            if event.id in seen:
                yield f"{file}: {event.id}: it stands there twice"
            seen.add(event.id)
