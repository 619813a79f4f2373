"""The verb about what is due: on the terminal, as JSON, or as a calendar file."""

from __future__ import annotations

import argparse
from pathlib import Path

from footprint.cli.terminal import DONE, print_json, print_table
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.reports import guides as reports
from footprint.services.workspace import Workspace


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    due = verbs.add_parser("due", help=_("list what needs you now"))
    due.add_argument("--all", action="store_true", help=_("with what lies ahead"))
    shape = due.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=_("print an array of objects"))
    shape.add_argument("--ics", type=Path, metavar="FILE", help=_("write all dates as a calendar"))


def run(workspace: Workspace, options: argparse.Namespace) -> int:
    """Do what was asked; returns the exit code."""
    if options.ics is not None:
        return _write_calendar(workspace, options.ics)
    rows = list(reports.due(workspace, ahead=options.all))
    if options.json:
        print_json(rows)
    else:
        print_table(rows, reports.COLUMNS["due"], _("Nothing is due."))
    return DONE


def _write_calendar(workspace: Workspace, path: Path) -> int:
    dues = workspace.reminding.all()
    try:
        path.write_bytes(workspace.reminding.calendar())
    except OSError as error:
        raise FootprintError(
            _("The calendar cannot be written: {why}").format(why=error.strerror or str(error)),
            _("Choose another folder, or make room on the disk."),
        ) from error
    text = ngettext("{n} date written to {file}.", "{n} dates written to {file}.", len(dues))
    print(text.format(n=len(dues), file=path.name))
    return DONE
