"""What an importer is: a reader of one network's official archives."""

from __future__ import annotations

from typing import Protocol

from footprint.domain.finding import Harvest
from footprint.errors import FootprintError
from footprint.importers.archive import Archive
from footprint.progress import Progress


class WrongDownload(FootprintError):
    """The archive is the network's, but not the kind that can be read (HTML instead of JSON).

    `network` is the service id: the caller adds the exact option to choose on its page.
    """

    def __init__(self, network: str, title: str, hint: str = "") -> None:
        super().__init__(title, hint)
        self.network = network


class Importer(Protocol):
    """Reads the archives of one network; holds nothing, writes nothing."""

    name: str
    network: str

    @property
    def wanted(self) -> tuple[str, ...]:
        """Patterns of the members that matter (a class attribute will do), as `members` takes them.

        The union over all importers is what gets indexed; nothing else can be opened.
        """
        ...

    def claims(self, archive: Archive) -> bool:
        """Whether this archive is this network's, judged by names and root keys alone."""
        ...

    def read(self, archive: Archive, progress: Progress) -> Harvest:
        """All findings of the archive. Raises `WrongDownload` when nothing of it can be read."""
        ...
