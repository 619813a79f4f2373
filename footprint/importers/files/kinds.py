"""What a file is that is not a zip, by its first bytes, and what to do about it."""

from __future__ import annotations

from typing import BinaryIO

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files.stretch import size_of

_HEAD = 512
_PACKED = {
    b"\x1f\x8b": ".tar.gz",
    b"7z\xbc\xaf\x27\x1c": ".7z",
    b"Rar!\x1a\x07": ".rar",
    b"\xfd7zXZ\x00": ".xz",
    b"BZh": ".bz2",
    b"\x28\xb5\x2f\xfd": ".zst",
}
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x07\x08")
_UNFINISHED = (".crdownload", ".part", ".partial", ".opdownload", ".download")


def refuse_unfinished(name: str) -> None:
    """Raise `FootprintError` for a name that browsers give to what is still on its way."""
    if name.lower().endswith(_UNFINISHED):
        raise FootprintError(
            _("The download is not finished: the browser is still writing this file."),
            _("Wait until it is done, then choose the zip."),
        )


def refusal(file: BinaryIO) -> FootprintError:
    """Why `file`, which is no whole zip, cannot be read."""
    if not size_of(file):
        return FootprintError(
            _("The file is empty."),
            _("Download it again: the transfer was probably interrupted."),
        )
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(_ZIP_STARTS):
        return FootprintError(
            _("The zip is cut off: its end is missing."),
            _("Download it again: the transfer was probably interrupted."),
        )
    return _packed(head) or _single(head) or _foreign(head)


def _packed(head: bytes) -> FootprintError | None:
    kinds = [kind for start, kind in _PACKED.items() if head.startswith(start)]
    if head[257:262] == b"ustar":
        kinds.append(".tar")
    if not kinds:
        return None
    return FootprintError(
        _("This is a {kind} archive, not a zip.").format(kind=kinds[0]),
        _("Unpack it and choose the unpacked folder."),
    )


def _single(head: bytes) -> FootprintError | None:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return FootprintError(
            _("This is a web page, not the download itself."),
            _("Choose the zip you downloaded, or the whole folder unpacked from it."),
        )
    if start.startswith((b"{", b"[", b"window.")):
        return FootprintError(
            _("This is one file out of a download: alone it does not say whose it is."),
            _("Choose the zip you downloaded, or the whole folder unpacked from it."),
        )
    return None


def _foreign(head: bytes) -> FootprintError:
    title = _("This is neither a zip nor a folder.")
    if head.startswith(b"%PDF"):
        title = _("This is a PDF, not a download from a network.")
    return FootprintError(
        title, _("Choose the zip you downloaded, or the folder unpacked from it.")
    )
