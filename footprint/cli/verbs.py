"""The command line: the same workspace without a window, for terminals and scripts."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from footprint.cli import due, score_tables, scores
from footprint.cli.terminal import DONE, REFUSED, asked, print_error, print_json, print_table, say
from footprint.cli.words import ABOUT_DATES, ABOUT_SCORES
from footprint.domain.preview import ImportReport, Preview
from footprint.domain.preview_text import reading_count, readings_told
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.progress import Cancelled, Progress
from footprint.reports import lists as reports
from footprint.services.workspace import Workspace

_TABLES = {".csv", ".tsv", ".json", ".jsonl", ".txt"}


def add_verbs(parser: argparse.ArgumentParser) -> None:
    """Add the verbs and their options to the program's parser."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    importing = verbs.add_parser("import", help=_("look into archives and import them"))
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument("--yes", action="store_true", help=_("import without asking"))
    importing.add_argument("--json", action="store_true", help=_("print an array of objects"))
    score_tables.add_options(importing)
    scores.add_verbs(verbs)
    due.add_verbs(verbs)
    listing = verbs.add_parser("list", help=_("list what is known"))
    listing.add_argument("what", choices=tuple(reports.LISTS))
    listing.add_argument("--json", action="store_true", help=_("print an array of objects"))


def run(options: argparse.Namespace, folder: Path, *, demo: bool = False) -> int:
    """Do what was asked on the data folder; returns the exit code."""
    try:
        with Workspace.open(folder) as workspace:
            if demo:
                _fill_demo(workspace)
            return _do(workspace, options)
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


def _do(workspace: Workspace, options: argparse.Namespace) -> int:
    if options.verb in ABOUT_SCORES:
        return scores.run(workspace, options)
    if options.verb in ABOUT_DATES:
        return due.run(workspace, options)
    if options.verb == "import" and options.score is not None:
        return score_tables.import_tables(workspace, options)
    workspace.rating.refresh()
    return _import(workspace, options) if options.verb == "import" else _list(workspace, options)


def _fill_demo(workspace: Workspace) -> None:
    from footprint.services.demo import fill  # noqa: PLC0415 - for --demo alone

    fill(workspace)


def _list(workspace: Workspace, options: argparse.Namespace) -> int:
    rows = reports.LISTS[options.what](workspace)
    if options.json:
        print_json(rows)
    else:
        empty = _("No guide was begun yet.") if options.what == "runs" else ""
        print_table(rows, reports.COLUMNS[options.what], empty)
    sys.stdout.flush()
    return DONE


def _import(workspace: Workspace, options: argparse.Namespace) -> int:
    preview = workspace.importing.inspect(options.files, Progress(say))
    _say_refused(preview)
    agreed = options.yes
    if preview.downloads and not options.json:
        _show(preview)
        agreed = agreed or asked(_("Import this? [y/N] "))
    report = None
    if agreed and preview.downloads:
        report = workspace.importing.apply(preview, Progress(say))
    if options.json:
        print_json(reports.preview(preview, report))
    elif report is not None:
        _say_done(report)
    elif preview.downloads:
        print(_("Nothing was written. Add --yes to import."))
    return REFUSED if preview.refused else DONE


def _say_refused(preview: Preview) -> None:
    for refused in preview.refused:
        print_error(f"{refused.name}: {refused.title} {refused.hint}")
        if Path(refused.name).suffix.casefold() in _TABLES:
            print_error(_("If it is a table of a score, add --score and which."))


def _show(preview: Preview) -> None:
    found = [row for row in reports.preview(preview, None) if row["status"] != "refused"]
    print_table(found, reports.COLUMNS["preview"])
    for download in preview.downloads:
        if download.readings:
            print(readings_told(download.readings))


def _say_done(report: ImportReport) -> None:
    imported, skipped = len(report.records), len(report.skipped)
    done = ngettext("{n} archive imported.", "{n} archives imported.", imported)
    print(done.format(n=imported))
    if report.readings:
        print(_("Recorded: {readings}.").format(readings=reading_count(report.readings)))
    if skipped:
        text = ngettext(
            "{n} archive is already in: nothing changed.",
            "{n} archives are already in: nothing changed.",
            skipped,
        )
        print(text.format(n=skipped))
