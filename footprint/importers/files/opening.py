"""Files and folders a person chose, being opened: zips, zips in zips, folders, zips in folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Self, TypeVar

from footprint.domain.preview import Refused
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files.folder_source import FolderSource, open_plain
from footprint.importers.files.kinds import refusal, refuse_unfinished
from footprint.importers.files.limits import MAX_NESTED
from footprint.importers.files.names import Wanted, basename
from footprint.importers.files.source import Source
from footprint.importers.files.zip_end import NotAZip
from footprint.importers.files.zip_source import ZipSource
from footprint.progress import Progress

T = TypeVar("T")


class Opening:
    """What could be opened is in `sources` until this is closed; the rest in `refused`."""

    def __init__(self, wanted: Iterable[str], progress: Progress) -> None:
        self.sources: list[Source] = []
        self.refused: list[Refused] = []
        patterns = tuple(wanted)
        self._wanted = Wanted(patterns)
        self._wanted_or_zip = Wanted((*patterns, "*.zip"))
        self._progress = progress
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_args: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all files."""
        self._open.close()

    def add(self, path: Path) -> None:
        """Open what was given, and look for downloads one level down inside it."""
        given = path.name or str(path)
        self._progress.step(text=given)
        with self._refusing(given):
            refuse_unfinished(given)
            if path.is_dir():
                self._add_folder(path)
            else:
                self._add_zip(path, given, chosen=True)

    def _add_folder(self, path: Path) -> None:
        folder = FolderSource(path)
        folder.index(self._wanted_or_zip, self._progress)
        self.sources.append(folder)
        for zip_path in self._few(folder.nested, folder.name):
            with self._refusing(f"{folder.name} › {zip_path.name}"):
                self._add_zip(zip_path, folder.name, chosen=False)

    def _add_zip(self, path: Path, given: str, *, chosen: bool) -> None:
        """A zip the person chose may be a link and may hold zips; one that lies in a folder not."""
        file = self._open.enter_context(open_plain(path, follow=chosen))
        wanted = self._wanted_or_zip if chosen else self._wanted
        when = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
        outer = ZipSource(file, given=given, name=path.name, file_time=when)
        self._index(outer, file, wanted)
        for record in self._few(outer.nested, outer.name):
            name = basename(record.path)
            with self._refusing(f"{given} › {name}"):
                inner = self._open.enter_context(outer.open_nested(record, self._progress))
                source = ZipSource(inner, given=given, name=name, file_time=when)
                self._index(source, inner, self._wanted)

    def _index(self, source: ZipSource, file: BinaryIO, wanted: Wanted) -> None:
        try:
            source.index(wanted, self._progress)
        except NotAZip:
            raise refusal(file) from None
        self.sources.append(source)

    def _few(self, nested: tuple[T, ...], name: str) -> tuple[T, ...]:
        if len(nested) > MAX_NESTED:
            self.refused.append(
                Refused(
                    name,
                    _("This holds more than {limit} zips; only the first ones were opened.").format(
                        limit=MAX_NESTED
                    ),
                    _("Choose the downloads themselves."),
                )
            )
        return nested[:MAX_NESTED]

    @contextmanager
    def _refusing(self, name: str) -> Iterator[None]:
        try:
            yield
        except FootprintError as error:
            self.refused.append(Refused(name, error.title, error.hint))
        except OSError as error:
            said = _said(error)
            self.refused.append(Refused(name, said.title, said.hint))


def _said(error: OSError) -> FootprintError:
    if isinstance(error, FileNotFoundError):
        return FootprintError(
            _("The file is not there any more."),
            _("It was moved, renamed or deleted. Choose it again from where it is now."),
        )
    if isinstance(error, PermissionError):
        return FootprintError(
            _("You are not allowed to read this file."),
            _("Change its permissions, or copy it to your own folder and choose the copy."),
        )
    return FootprintError(
        _("The file cannot be read: {why}.").format(why=error.strerror or error),
        _("Copy it to another disk or folder and choose the copy."),
    )
