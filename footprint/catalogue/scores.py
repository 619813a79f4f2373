"""The book of scores: what scores there are, and which changes of theirs are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from footprint.catalogue.loader import CatalogueError, load, load_head, refusal
from footprint.domain.event import Event
from footprint.domain.names import folded
from footprint.domain.score_definition import ScoreDefinition
from footprint.domain.service import ServiceName
from footprint.paths import resources


@dataclass(frozen=True, slots=True)
class EventList:
    """The layout of a file of events."""

    events: tuple[Event, ...]


class ScoreBook:
    """What `resources/scores` and `resources/events` say; raises CatalogueError on a bad file."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resources()
        self._definitions: dict[str, ScoreDefinition | None] = {}

    def definition(self, definition_id: str) -> ScoreDefinition | None:
        """The whole entry; None when there is none. Reads one file, the first time."""
        if definition_id not in self._definitions:
            path = self._folder / "scores" / f"{definition_id}.toml"
            # An id that could lead out of the folder has no file.
            known = definition_id.replace("-", "").isalnum() and path.is_file()
            self._definitions[definition_id] = self._load(path) if known else None
        return self._definitions[definition_id]

    def definitions(self) -> tuple[ScoreDefinition, ...]:
        """Every entry, sorted by name. Reads all files, once."""
        entries = (self.definition(path.stem) for path in self._paths("scores"))
        return tuple(sorted(filter(None, entries), key=lambda entry: folded(entry.name)))

    def events(self, definition_id: str | None = None) -> tuple[Event, ...]:
        """Their known changes, oldest first; with an id only those that concern that score."""
        if definition_id is None:
            return self._events
        return tuple(event for event in self._events if definition_id in event.scores)

    def problems(self, today: date) -> list[str]:
        """What is wrong with the book, a sentence each with file and key; [] is the aim."""
        from footprint.catalogue.score_rules import broken_rules  # noqa: PLC0415 - contributors only

        refused: list[str] = []
        definitions = {
            path.name: entry
            for path in self._paths("scores")
            if (entry := self._attempt(path, refused))
        }
        events: dict[str, tuple[Event, ...]] = {}
        for path in self._paths("events"):
            try:
                events[path.name] = load(path, EventList).events
            except CatalogueError as error:
                refused.append(error.title)
        return refused + broken_rules(definitions, events, self._folder, today)

    @cached_property
    def _events(self) -> tuple[Event, ...]:
        lists = (load(path, EventList).events for path in self._paths("events"))
        return tuple(sorted((event for events in lists for event in events), key=_by_day))

    def _attempt(self, path: Path, refused: list[str]) -> ScoreDefinition | None:
        try:
            return self._load(path)
        except CatalogueError as error:
            refused.append(error.title)
            return None

    def _load(self, path: Path) -> ScoreDefinition:
        """The definition, whose addresses lie on hosts of its service or its own."""
        entry = load(path, ScoreDefinition)
        hosts = entry.hosts
        if entry.service is not None:
            name = load_head(self._folder / "services" / f"{entry.service}.toml", ServiceName)
            hosts = (*name.domains, *name.trusted_hosts)
        try:
            entry.refuse_strange_links(hosts)
        except ValueError as error:
            raise refusal(path, str(error)) from error
        return entry

    def _paths(self, kind: str) -> list[Path]:
        return sorted((self._folder / kind).glob("*.toml"))


def _by_day(event: Event) -> tuple[date, str]:
    return event.day, event.id
