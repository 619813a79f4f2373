"""Speaking at a terminal: tables, JSON, progress, and a question."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from footprint.domain.names import printable
from footprint.i18n import _

DONE, REFUSED = 0, 1


def print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """An array of flat objects, one a line, written as they come."""
    print("[", end="")
    for number, row in enumerate(rows):
        print(",\n " if number else "\n ", end="")
        print(json.dumps(row, ensure_ascii=False), end="")
    print("\n]")


def print_table(
    rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...], empty: str = ""
) -> None:
    """A table for the eye; `empty` is said where there is no row."""
    from tabulate import tabulate  # noqa: PLC0415 - not needed for --json

    cells = [[_cell(row[column]) for column in columns] for row in rows]
    if not cells:
        print(empty or _("Nothing is known yet. Import an archive: footprint import FILE"))
        return
    headers = [column.replace("_", " ") for column in columns]
    print(tabulate(cells, headers, tablefmt="simple", disable_numparse=True))


def print_error(text: str) -> None:
    """A sentence on standard error, so that the output stays clean."""
    print(printable(text), file=sys.stderr)


def asked(question: str) -> bool:
    """Ask at a terminal; a script that did not say --yes gets no for an answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return input(question).strip().lower() in {"y", "yes", _("yes")}


def say(done: int, total: int | None, text: str) -> None:
    """Progress, on standard error so that the output stays clean."""
    if text and sys.stderr.isatty():
        share = f" {done * 100 // total} %" if total else ""
        print(f"\r\033[K{printable(text)}{share}", end="\r", file=sys.stderr, flush=True)


def _cell(value: object) -> str:
    if value is None:
        return _("unknown")
    if isinstance(value, list | tuple):
        return " · ".join(printable(str(part)) for part in value)
    return printable(str(value))
