"""JSON out of archives, parsed so that no text can hang the program or fill the memory."""

from __future__ import annotations

import json
from typing import Any

from footprint.i18n import _
from footprint.importers.files.limits import MAX_JSON_DEPTH, MAX_JSON_VALUES, MEGABYTE
from footprint.importers.files.source import UnreadableMember
from footprint.progress import Cancelled, Progress

_HOLDERS = (list, dict)


def parse(text: str, progress: Progress) -> Any:
    """The value `text` stands for; NaN and repeated keys may be. Raises `UnreadableMember`."""
    if sum(text.count(sign) for sign in ",[{") > MAX_JSON_VALUES:
        raise UnreadableMember(
            _("The file lists more than {limit} values.").format(limit=MAX_JSON_VALUES),
            _("No network makes such a file. Request a new download from the network itself."),
        )

    def listen(value: dict[str, Any]) -> dict[str, Any]:
        # The parser is C and lets nobody in until it is done, neither the window nor a cancel.
        if progress.cancelled:
            raise Cancelled
        return value

    try:
        value = json.loads(text, object_hook=listen if len(text) > MEGABYTE else None)
    except RecursionError as error:
        raise _too_deep() from error
    except json.JSONDecodeError as error:
        raise _not_json(error.lineno) from error
    except ValueError as error:
        raise _not_json(1) from error
    if _is_deep(value, progress):
        raise _too_deep()
    return value


def _is_deep(value: Any, progress: Progress) -> bool:
    """How deep the parser goes differs between Pythons; what reads its results is recursive."""
    level = [value] if isinstance(value, list | dict) else []
    for _depth in range(MAX_JSON_DEPTH):
        if progress.cancelled:
            raise Cancelled
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, _HOLDERS)
        ]
        if not level:
            return False
    return True


def _too_deep() -> UnreadableMember:
    return UnreadableMember(
        _("The file nests its records deeper than any real one."),
        _("Request a new download from the network itself."),
    )


def _not_json(line: int) -> UnreadableMember:
    return UnreadableMember(
        _("The file is not the JSON it claims to be (line {line}).").format(line=line),
        _("If it was edited or converted, use the download as it came from the network."),
    )
