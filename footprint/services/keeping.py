"""Keep: files as proof of what was shown, a screenshot of a score for example."""

from __future__ import annotations

import mimetypes
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from footprint.domain.changes import Kind
from footprint.domain.evidence import Evidence
from footprint.domain.names import printable
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.store.database import Database
from footprint.store.evidence import EvidenceFiles, EvidenceRows, Placed

FOLDER = "evidence"
LARGEST = 100 * 1024**2
_CHUNK = 1024**2
_UNKNOWN_TYPE = "application/octet-stream"


class Keeping:
    """The evidence of one workspace. Nothing that is kept is ever opened or looked into."""

    def __init__(self, database: Database, folder: Path, now: Callable[[], datetime]) -> None:
        """`folder` is the data folder."""
        self._database = database
        self._files = EvidenceFiles(folder / FOLDER)
        self._now = now

    def keep(self, path: Path, shows: str = "") -> Evidence:
        """Keep a copy of the file; one whose bytes are kept already is not kept twice.

        Raises `FootprintError` when it cannot be read, is empty or larger than 100 MB, or when
        there is no room.
        """
        return self._keep(_pieces(path), path.name, shows)

    def keep_bytes(self, data: bytes, name: str, shows: str = "") -> Evidence:
        """`keep` what is in memory (a picture from the clipboard) as a file called `name`."""
        return self._keep(iter((data,)), name, shows)

    def evidence(self, sha256: str) -> Evidence | None:
        """What is known of the evidence of that hash."""
        return EvidenceRows(self._database).one(sha256)

    def path(self, sha256: str) -> Path:
        """The kept file. Raises `FootprintError` when it was never kept, or is gone."""
        evidence = self.evidence(sha256)
        if evidence is None:
            raise FootprintError(_("That file was not kept."), _("Keep it again."))
        path = self._files.path(sha256)
        if not path.is_file():
            raise FootprintError(
                _("{file} is no longer in the data folder.").format(file=evidence.name),
                _("Take it from a backup of the data folder, or keep it again."),
            )
        return path

    def copy_out(self, sha256: str, target: Path) -> None:
        """Write a copy of the kept file elsewhere. Raises `FootprintError` when it cannot."""
        path = self.path(sha256)
        try:
            shutil.copyfile(path, target)
        except OSError as error:
            raise FootprintError(
                _("{file} cannot be written: {reason}.").format(
                    file=target.name, reason=error.strerror or error
                ),
                _("Choose another place. The kept file is untouched."),
            ) from error

    def all(self) -> list[Evidence]:
        """Everything that was kept, the newest first."""
        return EvidenceRows(self._database).all()

    def _keep(self, pieces: Iterator[bytes], name: str, shows: str) -> Evidence:
        called = printable(name).strip()[:200] or _("file")
        now = self._now()
        placed = self._files.put(_limited(pieces, called), now)
        try:
            with self._database.write(Kind.EVIDENCE):
                return self._write(placed, called, shows.strip(), now)
        except BaseException:
            # The file stands before its row does: a row without a file would be a false proof.
            if self.evidence(placed.sha256) is None:
                self._files.remove(placed.sha256)
            raise

    def _write(self, placed: Placed, name: str, shows: str, now: datetime) -> Evidence:
        rows = EvidenceRows(self._database)
        known = rows.one(placed.sha256)
        if known is None:
            kind = mimetypes.guess_type(name)[0] or _UNKNOWN_TYPE
            rows.add(Evidence(placed.sha256, name, placed.size, kind, now, shows))
        elif shows and shows not in known.shows.split("\n"):
            rows.say(placed.sha256, f"{known.shows}\n{shows}".strip())
        kept = rows.one(placed.sha256)
        if kept is None:
            raise RuntimeError("the row of the evidence was not written")
        return kept


def _limited(pieces: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The pieces, as long as they are together neither too many nor none at all."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST:
            raise FootprintError(
                _("{file} is larger than {limit} MB.").format(file=name, limit=LARGEST // 1024**2),
                _("Keep a smaller picture, or a part of it."),
            )
        yield piece
    if not size:
        raise FootprintError(_("{file} is empty.").format(file=name), _("Choose another file."))


def _pieces(path: Path) -> Iterator[bytes]:
    """The bytes of a file, a piece at a time."""
    try:
        if path.exists() and not path.is_file():
            raise FootprintError(
                _("{file} is not a file.").format(file=path.name),
                _("Choose a picture or a document."),
            )
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                yield piece
    except OSError as error:
        raise FootprintError(
            _("{file} cannot be read: {reason}.").format(
                file=path.name, reason=error.strerror or error
            ),
            _("Check that the file is there and that you may read it."),
        ) from error
