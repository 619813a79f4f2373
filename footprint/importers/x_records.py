"""How X wraps its records: one list over several files, each record in an object of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from footprint.i18n import _
from footprint.importers.fields import mapping
from footprint.importers.gathering import Unusable


def parts(stem: str) -> tuple[str, str]:
    """The patterns of a list's files: "x.js" and, from the second on, "x-part1.js"."""
    return f"{stem}.js", f"{stem}-part*.js"


def inner(record: Any, kind: str) -> Mapping[str, Any]:
    """What stands in {kind: {…}}, in {anything: {…}}, or the record itself.

    Raises `Unusable` for anything but an object.
    """
    if not isinstance(record, dict):
        raise Unusable(_("This record is not of the expected form."))
    if kind in record:
        return mapping(record[kind])
    only = next(iter(record.values())) if len(record) == 1 else None
    return only if isinstance(only, dict) else record
