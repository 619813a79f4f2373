"""The command line: the same workspace without a window, for terminals and scripts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from footprint import reports
from footprint.domain.names import printable
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.progress import Cancelled, Progress
from footprint.services.workspace import Workspace

VERBS = ("import", "list")
DONE, REFUSED = 0, 1


def add_verbs(parser: argparse.ArgumentParser) -> None:
    """Add the verbs and their options to the program's parser."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    importing = verbs.add_parser("import", help=_("look into archives and import them"))
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument("--yes", action="store_true", help=_("import without asking"))
    importing.add_argument("--json", action="store_true", help=_("print an array of objects"))
    listing = verbs.add_parser("list", help=_("list what is known"))
    listing.add_argument("what", choices=tuple(reports.LISTS))
    listing.add_argument("--json", action="store_true", help=_("print an array of objects"))


def run(options: argparse.Namespace, folder: Path, *, demo: bool = False) -> int:
    """Do what was asked on the data folder; returns the exit code."""
    try:
        with Workspace.open(folder) as workspace:
            if demo:
                _fill_demo(workspace)
            workspace.rating.refresh()
            if options.verb == "import":
                return _import(workspace, options)
            return _list(workspace, options)
    except FootprintError as error:
        print(error, file=sys.stderr)
        return REFUSED
    except (KeyboardInterrupt, Cancelled):
        print(_("Stopped: nothing was written."), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader (head, less) has seen enough; keep Python from complaining at its exit.
        sys.stdout = None
        return DONE


def _fill_demo(workspace: Workspace) -> None:
    from footprint.services.demo import fill  # noqa: PLC0415 - for --demo alone

    fill(workspace)


def _list(workspace: Workspace, options: argparse.Namespace) -> int:
    rows = reports.LISTS[options.what](workspace)
    if options.json:
        _print_json(rows)
    else:
        _print_table(rows, reports.COLUMNS[options.what])
    sys.stdout.flush()
    return DONE


def _import(workspace: Workspace, options: argparse.Namespace) -> int:
    preview = workspace.importing.inspect(options.files, Progress(_say))
    for refused in preview.refused:
        text = f"{refused.name}: {refused.title} {refused.hint}".strip()
        print(printable(text), file=sys.stderr)
    agreed = options.yes
    if preview.downloads and not options.json:
        found = [row for row in reports.preview(preview, None) if row["status"] != "refused"]
        _print_table(found, reports.COLUMNS["preview"])
        agreed = agreed or _asked()
    report = None
    if agreed and preview.downloads:
        report = workspace.importing.apply(preview, Progress(_say))
    if options.json:
        _print_json(reports.preview(preview, report))
    elif report is not None:
        _say_done(len(report.records), len(report.skipped))
    elif preview.downloads:
        print(_("Nothing was written. Add --yes to import."))
    return REFUSED if preview.refused else DONE


def _asked() -> bool:
    """Ask at a terminal; a script that did not say --yes gets no for an answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    return input(_("Import this? [y/N] ")).strip().lower() in {"y", "yes", _("yes")}


def _say_done(imported: int, skipped: int) -> None:
    done = ngettext("{n} archive imported.", "{n} archives imported.", imported)
    print(done.format(n=imported))
    if skipped:
        text = ngettext(
            "{n} archive is already in: nothing changed.",
            "{n} archives are already in: nothing changed.",
            skipped,
        )
        print(text.format(n=skipped))


def _say(done: int, total: int | None, text: str) -> None:
    """Progress on the terminal, on standard error so that the output stays clean."""
    if text and sys.stderr.isatty():
        share = f" {done * 100 // total} %" if total else ""
        print(f"\r\033[K{printable(text)}{share}", end="\r", file=sys.stderr, flush=True)


def _print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """An array of flat objects, one a line, written as they come."""
    print("[", end="")
    for number, row in enumerate(rows):
        print(",\n " if number else "\n ", end="")
        print(json.dumps(row, ensure_ascii=False), end="")
    print("\n]")


def _print_table(rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...]) -> None:
    from tabulate import tabulate  # noqa: PLC0415 - not needed for --json

    cells = [[_cell(row[column]) for column in columns] for row in rows]
    if not cells:
        print(_("Nothing is known yet. Import an archive: footprint import FILE"))
        return
    headers = [column.replace("_", " ") for column in columns]
    print(tabulate(cells, headers, tablefmt="simple", disable_numparse=True))


def _cell(value: object) -> str:
    if value is None:
        return _("unknown")
    if isinstance(value, list | tuple):
        return " · ".join(printable(str(part)) for part in value)
    return printable(str(value))
