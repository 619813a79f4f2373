"""Harvests of invented downloads, and how a harvest is written down to be compared."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from footprint.domain.finding import Harvest
from footprint.importers.archive import Archive
from footprint.importers.facebook import FacebookImporter
from footprint.importers.importer import Importer
from footprint.importers.instagram import InstagramImporter
from footprint.importers.x import XImporter
from footprint.progress import Progress
from tests.importers.conftest import Members, write_zip

IMPORTERS: dict[str, Importer] = {
    "x": XImporter(),
    "facebook": FacebookImporter(),
    "instagram": InstagramImporter(),
}


def harvest(network: str, path: Path) -> Harvest:
    """What the importer of `network` finds in the download at `path`; it must claim it."""
    importer = IMPORTERS[network]
    with Archive.open([path], importer.wanted, Progress()) as archive:
        assert importer.claims(archive)
        return importer.read(archive, Progress())


def claimants(path: Path) -> list[str]:
    """The importers that call the download at `path` theirs."""
    return [name for name, importer in IMPORTERS.items() if _claims(importer, path)]


def made(network: str, folder: Path, members: Members, name: str = "download.zip") -> Harvest:
    """What is found in a zip of `members`."""
    return harvest(network, write_zip(folder / name, members))


def written(value: Any) -> Any:
    """`value` as JSON would hold it, without what is at its default."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = {f.name: written(getattr(value, f.name)) for f in fields(value)}
        return {name: content for name, content in pairs.items() if _says(name, content)}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [written(item) for item in value]
    return dict(sorted(value.items())) if isinstance(value, dict) else value


def _says(name: str, content: Any) -> bool:
    """An empty list of scopes says that an app may do nothing; other empty things say nothing."""
    return content not in (None, "", [], {}) or (name == "scopes" and content == [])


def _claims(importer: Importer, path: Path) -> bool:
    with Archive.open([path], importer.wanted, Progress()) as archive:
        return importer.claims(archive)
