"""The catalogue of services: each entry is read when it is asked for, and only once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from footprint.catalogue.loader import CatalogueError, load, load_head
from footprint.catalogue.matching import AppMatcher
from footprint.domain.fact import Source
from footprint.domain.names import folded
from footprint.domain.service import Service, ServiceName
from footprint.paths import resources


@dataclass(frozen=True, slots=True)
class SourceList:
    """The layout of sources.toml."""

    sources: tuple[Source, ...]


class Catalogue:
    """What `resources/services/*.toml` say; every method raises CatalogueError on a bad file."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resources()
        self._services: dict[str, Service | None] = {}
        self._names: dict[str, ServiceName | None] = {}

    def service(self, service_id: str) -> Service | None:
        """The whole entry; None when the catalogue has none. Reads one file, the first time."""
        if service_id not in self._services:
            path = self._path(service_id)
            self._services[service_id] = load(path, Service) if path else None
        return self._services[service_id]

    def service_name(self, service_id: str) -> str:
        """How the service is called; its id when the catalogue has no entry. Reads ten lines."""
        if service_id not in self._names:
            path = self._path(service_id)
            self._names[service_id] = load_head(path, ServiceName) if path else None
        known = self._names[service_id]
        return known.name if known else service_id

    def services(self) -> tuple[Service, ...]:
        """Every entry, sorted by name. Reads all files, which takes a moment."""
        entries = (self.service(path.stem) for path in self._paths())
        return tuple(sorted(filter(None, entries), key=lambda entry: folded(entry.name)))

    def match_app(self, name: str, urls: Iterable[str] = ()) -> Service | None:
        """The service an App is, by its name or its addresses; None rather than a guess."""
        service_id = self._matcher.find(name, urls)
        return self.service(service_id) if service_id else None

    def sources(self) -> tuple[Source, ...]:
        """The collections that facts were taken from."""
        return load(self._folder / "sources.toml", SourceList).sources

    def problems(self, today: date) -> list[str]:
        """What is wrong with the catalogue, a sentence each with file and key; [] is the aim."""
        from footprint.catalogue.rules import broken_rules  # noqa: PLC0415 - contributors only

        entries, refused = [], []
        for path in self._paths():
            try:
                entries.append((path.name, load(path, Service)))
            except CatalogueError as error:
                refused.append(error.title)
        return refused + broken_rules(dict(entries), self.sources(), today)

    @cached_property
    def _matcher(self) -> AppMatcher:
        return AppMatcher(load_head(path, ServiceName) for path in self._paths())

    def _paths(self) -> list[Path]:
        return sorted((self._folder / "services").glob("*.toml"))

    def _path(self, service_id: str) -> Path | None:
        """The file of an entry; an id that could lead out of the folder has none."""
        path = self._folder / "services" / f"{service_id}.toml"
        return path if service_id.replace("-", "").isalnum() and path.is_file() else None
