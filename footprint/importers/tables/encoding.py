"""How the bytes of a table are encoded, and whether they are text at all."""

from __future__ import annotations

import codecs

from footprint.errors import FootprintError
from footprint.i18n import _

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_KNOWN = (
    (b"PK\x03\x04", "sheet"), (b"\xd0\xcf\x11\xe0", "sheet"), (b"\x1f\x8b", "packed"),
    (b"%PDF", ""), (b"SQLite format 3", ""),
)  # fmt: skip
_TEXT_CONTROLS = b"\t\n\r\x0b\x0c\x1a\x1b"


def encoding_of(head: bytes, name: str, *, whole: bool) -> str:
    """The encoding of a file that begins with `head`: by its mark, by what is valid, by its zeros.

    Whatever is not Unicode is read as Windows-1252: dates and numbers are the same in all of its
    relatives, only accents in notes may differ. `whole`: nothing follows `head`. Raises
    `FootprintError` for what is no text; `name` is for the sentence.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    for mark, kind in _KNOWN:
        if head.startswith(mark):
            raise _not_text(name, kind)
    if head.strip(b"\0") and 0 in head:
        return _utf16(head, name)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=whole)
    except UnicodeDecodeError:
        return _one_byte(head, name)
    return "utf-8"


def _utf16(head: bytes, name: str) -> str:
    """UTF-16 without a mark has its zeros on one side."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) * 6 < len(head) or min(even, odd) * 10 > max(even, odd):
        raise _not_text(name, "")
    return "utf-16-be" if even > odd else "utf-16-le"


def _one_byte(head: bytes, name: str) -> str:
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in head)
    if controls * 200 > len(head):
        raise _not_text(name, "")
    return "cp1252"


def _not_text(name: str, kind: str) -> FootprintError:
    if kind == "sheet":
        return FootprintError(
            _("{file} is a spreadsheet or an archive, not a text table.").format(file=name),
            _("Open it in your spreadsheet program and save the sheet as CSV."),
        )
    if kind == "packed":
        return FootprintError(
            _("{file} is compressed.").format(file=name), _("Unpack it and import what is inside.")
        )
    return FootprintError(
        _("{file} is not a text file, whatever its name says.").format(file=name),
        _("Export the scores again as CSV, TSV or JSON."),
    )
