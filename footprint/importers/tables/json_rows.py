"""JSON of any shape as rows of cells: the numbers stay as they stand, none becomes a float."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.importers.files.limits import MAX_JSON_VALUES

# Where a list of records may hide: {"result": {"scores": [...]}} is three deep.
_DEEPEST = 6


def rows_of(text: str, name: str) -> list[list[str]]:
    """Rows with a header row first. Raises `FootprintError` when there is no list of records.

    Understands a list of records or of lists, a mapping from date to value or to a record,
    columns ({"dates": […], "scores": […]}), all of these inside other records, and one record a
    line.
    """
    if sum(text.count(sign) for sign in ",[{") > MAX_JSON_VALUES:
        raise FootprintError(
            _("{file} lists more than {limit} values.").format(file=name, limit=MAX_JSON_VALUES),
            _("Save it as CSV: that is read in pieces, whatever its size."),
        )
    table = _find(_parsed(text, name), 0)
    if not table:
        raise FootprintError(
            _("{file} holds no list of dated values.").format(file=name),
            _("A list of records with a date and a value each can be read, or a table as CSV."),
        )
    # Only escapes can bring halves of characters in, which no file can hold.
    if "\\ud" in text or "\\uD" in text:
        return [[cell.encode("utf-8", "replace").decode("utf-8") for cell in row] for row in table]
    return table


def _parsed(text: str, name: str) -> Any:
    try:
        return _load(text)
    except RecursionError as error:
        raise _broken(name, 1) from error
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            return [_load(line) for line in lines] if len(lines) > 1 else _refuse(error, name)
        except (json.JSONDecodeError, RecursionError):
            return _refuse(error, name)


def _refuse(error: json.JSONDecodeError, name: str) -> Any:
    raise _broken(name, error.lineno) from error


def _load(text: str) -> Any:
    return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)


def _broken(name: str, line: int) -> FootprintError:
    return FootprintError(
        _("{file} is not the JSON it claims to be (line {line}).").format(file=name, line=line),
        _("Export it again, or save it as CSV."),
    )


def _find(value: Any, depth: int) -> list[list[str]] | None:
    """The table in `value`, or the longest one somewhere inside."""
    if depth > _DEEPEST:
        return None
    table = _table(value)
    if table is not None:
        return table
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [table for part in inner if (table := _find(part, depth + 1))]
    return max(found, key=len, default=None)


def _table(value: Any) -> list[list[str]] | None:
    if isinstance(value, list) and value:
        if sum(isinstance(record, dict) for record in value) * 2 >= len(value):
            return _records(value)
        if all(isinstance(record, list) for record in value):
            return _lists(value)
    if isinstance(value, dict) and value:
        return _columns(value) or _mapping(value)
    return None


def _records(records: Sequence[Any]) -> list[list[str]]:
    """What is no record among them is a row of one cell: it is told that it was not read."""
    flat = [_flat(record) if isinstance(record, dict) else None for record in records]
    names = list(dict.fromkeys(name for record in flat if record for name in record))
    return [
        names,
        *(
            [_cell(other) or json.dumps(other)]
            if record is None
            else [record.get(name, "") for name in names]
            for record, other in zip(flat, records, strict=True)
        ),
    ]


def _flat(record: dict[str, Any], before: str = "") -> dict[str, str]:
    """A record with those inside it: {"score": {"value": 5}} gives "score.value"."""
    flat: dict[str, str] = {}
    for name, value in record.items():
        if isinstance(value, dict) and before.count(".") < _DEEPEST:
            flat |= _flat(value, f"{before}{name}.")
        elif not isinstance(value, list | dict):
            flat[before + name] = _cell(value)
    return flat


def _lists(lists: Iterable[Sequence[Any]]) -> list[list[str]]:
    return [[_cell(value) for value in one] for one in lists]


def _columns(value: dict[str, Any]) -> list[list[str]] | None:
    lists = {name: part for name, part in value.items() if _is_column(part)}
    length = max(map(len, lists.values()), default=0)
    same = {name: part for name, part in lists.items() if len(part) == length}
    if len(same) < 2 or not length:
        return None
    cells = zip(*([_cell(cell) for cell in part] for part in same.values()), strict=True)
    return [list(same), *map(list, cells)]


def _is_column(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(cell, list | dict) for cell in value)


def _mapping(value: dict[str, Any]) -> list[list[str]] | None:
    """{"2011-08-26": 75} and {"2011-08-26": {"score": 75}}; at least one key begins like a date."""
    if not any(key[:1].isdigit() for key in value):
        return None
    if all(isinstance(part, dict) for part in value.values()):
        return _records([{"date": key} | part for key, part in value.items()])
    cells = {key: part for key, part in value.items() if not isinstance(part, list | dict)}
    return [["date", "value"], *([key, _cell(part)] for key, part in cells.items())]


def _cell(value: Any) -> str:
    if value is None or isinstance(value, list | dict):
        return ""
    return value if isinstance(value, str) else json.dumps(value)
