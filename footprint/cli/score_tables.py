"""Importing tables of scores from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from footprint.cli.terminal import DONE, REFUSED, asked, print_error, print_json, print_table, say
from footprint.domain.score import Score
from footprint.domain.score_preview import ScorePreview, TableChoices
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.progress import Progress
from footprint.reports import scores as reports
from footprint.services.workspace import Workspace

_BAD_SHOWN = 10


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what `import` needs to know of a table of scores."""
    group = parser.add_argument_group(_("tables of scores"))
    group.add_argument("--score", metavar="SCORE", help=_("the score the tables are about"))
    group.add_argument("--date-column", metavar="NAME")
    group.add_argument("--value-column", metavar="NAME")
    group.add_argument("--decimal", choices=(".", ","), help=_("the decimal mark"))
    group.add_argument("--zone", metavar="ZONE", help=_("of times that name none"))
    order = group.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_true", default=None, dest="day_first")
    order.add_argument("--month-first", action="store_false", default=None, dest="day_first")


def import_tables(workspace: Workspace, options: argparse.Namespace) -> int:
    """Look into tables of one score, and import them when that was agreed to."""
    rows = []
    with keeping(workspace, options.score) as score:
        for path in options.files:
            try:
                rows.append(_import(workspace, score, path, options))
            except FootprintError as error:
                print_error(str(error) if path.name in error.title else f"{path.name}: {error}")
                rows.append(reports.refused(path.name, error))
    if options.json:
        print_json(rows)
    return REFUSED if any(row["status"] == "refused" for row in rows) else DONE


def _import(
    workspace: Workspace, score: Score, path: Path, options: argparse.Namespace
) -> reports.Report:
    importing = workspace.score_importing
    preview = importing.inspect_table(path, score.id, _choices(options), progress=Progress(say))
    if not options.json:
        _show(preview, score)
    if preview.questions:
        raise FootprintError(preview.questions[0].text, _answer(preview))
    report = None
    if options.yes or (not options.json and asked(_("Import this? [y/N] "))):
        report = importing.apply(preview, Progress(say))
    row = reports.table(preview, score, report)
    if not options.json:
        print(_done(row))
    return row


def _choices(options: argparse.Namespace) -> TableChoices:
    return TableChoices(
        date_column=_column(options.date_column),
        value_column=_column(options.value_column),
        day_first=options.day_first,
        decimal=options.decimal,
        zone=options.zone,
    )


def _column(name: str | None) -> int | str | None:
    """A column by its heading, or by its number from 1."""
    return int(name) - 1 if name and name.isdecimal() and int(name) else name


def _show(preview: ScorePreview, score: Score) -> None:
    row = reports.table(preview, score, None)
    print_table([row], reports.COLUMNS["import"])
    for bad in preview.reading.bad[:_BAD_SHOWN]:
        print_error(_("Row {n}: {why}").format(n=bad.where.record, why=bad.why))
    more = len(preview.reading.bad) - _BAD_SHOWN
    if more > 0:
        told = ngettext(
            "{n} more row cannot be read; --json lists it.",
            "{n} more rows cannot be read; --json lists them.",
            more,
        )
        print_error(told.format(n=more))
    for warning in preview.reading.warnings:
        print_error(warning)


def _answer(preview: ScorePreview) -> str:
    """The option that answers the first question."""
    question = preview.questions[0]
    options = {
        "day_first": _("Add --day-first or --month-first."),
        "decimal": _("Add --decimal . or --decimal ,"),
        "value_column": _("Add --value-column and one of: {names}.").format(
            names=", ".join(label for _value, label in question.options)
        ),
    }
    return options[question.choice]


def _done(row: reports.Report) -> str:
    if row["status"] == "previewed":
        return _("Nothing was written. Add --yes to import.")
    if row["status"] == "already_imported":
        return _("{file} is already in: nothing changed.").format(file=row["file"])
    told = ngettext("{n} reading imported.", "{n} readings imported.", row["readings"])
    return told.format(n=row["readings"])


@contextmanager
def keeping(workspace: Workspace, word: str) -> Iterator[Score]:
    """The score that is meant; one the catalogue knows is kept if something is recorded of it."""
    score, new = _meant(workspace, word)
    try:
        yield score
    finally:
        if new and not workspace.scoring.forget(score.id):
            print_error(_("{score} is now among your scores.").format(score=score.name))


def _meant(workspace: Workspace, word: str) -> tuple[Score, bool]:
    """The score, and whether it was only now taken from the catalogue."""
    scoring = workspace.scoring
    try:
        return scoring.find(word), False
    except FootprintError:
        definition = scoring.known(word)
        mine = {summary.score.definition for summary in scoring.scores()}
        if definition is None or definition.id in mine:
            raise
    return scoring.score(scoring.add(definition.id)), True
