"""From the files a person chose to what they say: downloads that were read, files refused."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from footprint import plugins
from footprint.domain.preview import Refused
from footprint.errors import FootprintError
from footprint.importers import strangers
from footprint.importers.archive import Archive, UnreadableMember
from footprint.importers.files.opening import Opening
from footprint.importers.files.portions import Portion, download_key, downloads, portions
from footprint.importers.files.source import label
from footprint.importers.importer import Importer, WrongDownload
from footprint.importers.merging import ReadDownload, merged
from footprint.progress import Progress


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and what could not be."""

    downloads: tuple[ReadDownload, ...]
    refused: tuple[Refused, ...]


def installed() -> tuple[Importer, ...]:
    """The importers of this installation."""
    return tuple(importer() for _name, importer in plugins.load(plugins.IMPORTERS))


def read(
    paths: Sequence[Path], progress: Progress, importers: Sequence[Importer] | None = None
) -> Reading:
    """Read everything given, with the installed importers unless others are named.

    What cannot be read is refused with a sentence and does not stop the rest. Raises `Cancelled`.
    """
    return _Reader(installed() if importers is None else importers, progress).read(paths)


class _Reader:
    def __init__(self, importers: Sequence[Importer], progress: Progress) -> None:
        self._importers = importers
        self._progress = progress
        self._read: list[ReadDownload] = []
        self._refused: list[Refused] = []

    def read(self, paths: Sequence[Path]) -> Reading:
        wanted = [pattern for importer in self._importers for pattern in importer.wanted]
        with Opening(wanted, self._progress) as opening:
            for path in dict.fromkeys(path.absolute() for path in paths):
                opening.add(path)
            self._refused += opening.refused
            self._read_all([p for source in opening.sources for p in portions(source)])
        return Reading(merged(self._read), tuple(self._refused))

    def _read_all(self, held: Sequence[Portion]) -> None:
        """Read the downloads; then say of what nothing was recognised in."""
        keys: set[str] = set()
        places: set[str] = set()
        for group in downloads(portion for portion in held if portion.entries):
            if self._read_one(Archive(group, self._progress)):
                keys.update(download_key(portion.name) for portion in group)
                places.update(portion.source.given for portion in group)
        self._refuse_rest([p for p in held if download_key(p.name) not in keys], places)

    def _refuse_rest(self, held: Sequence[Portion], places: Collection[str]) -> None:
        """Of what lies beside a download that was read, only other downloads are worth a word."""
        groups: dict[str, list[Portion]] = {}
        for portion in held:
            given = portion.source.given
            name = label(portion.source) if given in places else given
            groups.setdefault(name, []).append(portion)
        readable = {importer.network for importer in self._importers}
        for name, group in groups.items():
            kind = strangers.resemblance(name, group, self._progress)
            if name not in places and (kind or group[0].source.given not in places):
                self._refused.append(strangers.refusal(name, group, kind, readable=readable))

    def _read_one(self, archive: Archive) -> bool:
        """Let the importers read `archive`; whether one of them knew it."""
        known = False
        for importer in self._importers:
            try:
                if importer.claims(archive):
                    known = True
                    harvest = importer.read(archive, self._progress)
                    self._read.append(ReadDownload(harvest, archive.parts))
            except FootprintError as error:
                known = True
                self._refused.append(_refused(archive, error))
        return known


def _refused(archive: Archive, error: FootprintError) -> Refused:
    network = error.network if isinstance(error, WrongDownload) else None
    title = error.title
    if isinstance(error, UnreadableMember) and error.file:
        title = f"{error.file}: {error.title}"
    return Refused(archive.name, title, error.hint, network)
