"""The verbs about scores: record, scores, readings, explain."""

from __future__ import annotations

import argparse
import sys
from datetime import date, datetime, time
from pathlib import Path

from footprint.cli.score_tables import keeping
from footprint.cli.terminal import DONE, print_error, print_json, print_table
from footprint.domain import score_csv
from footprint.domain.explaining.explanation_text import none_found
from footprint.domain.score_csv import moment
from footprint.domain.score_text import display
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.reports import scores as reports
from footprint.services.recording import Origin
from footprint.services.workspace import Workspace


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs and their options."""
    recording = verbs.add_parser("record", help=_("record a value of a score"))
    recording.add_argument("score", metavar="SCORE", help=_("its number, id or name"))
    recording.add_argument("value", metavar="VALUE", help=_("as the page shows it"))
    recording.add_argument("--on", metavar="DATE", help=_("what day or moment it is about"))
    recording.add_argument("--note", default="", metavar="TEXT")
    recording.add_argument(
        "--screenshot", type=Path, metavar="FILE", help=_("keep a copy of it as evidence")
    )
    keeping = verbs.add_parser("scores", help=_("list the scores you keep"))
    keeping.add_argument("--json", action="store_true", help=_("print an array of objects"))
    reading = verbs.add_parser("readings", help=_("list the readings of a score"))
    reading.add_argument("score", metavar="SCORE")
    reading.add_argument("--as-known-on", metavar="DATE", help=_("what counted on that day"))
    reading.add_argument(
        "--all", action="store_true", help=_("with those that were corrected or re-told")
    )
    shape = reading.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=_("print an array of objects"))
    shape.add_argument("--csv", action="store_true", help=_("print a table for spreadsheets"))
    explaining = verbs.add_parser("explain", help=_("say what explains each change of a score"))
    explaining.add_argument("score", metavar="SCORE")
    explaining.add_argument("--as-known-on", metavar="DATE", help=_("from what was known then"))
    explaining.add_argument("--json", action="store_true", help=_("print an array of objects"))


def run(workspace: Workspace, options: argparse.Namespace) -> int:
    """Do one of `words.ABOUT_SCORES`; returns the exit code."""
    verbs = {"record": _record, "scores": _scores, "readings": _readings, "explain": _explain}
    code = verbs[options.verb](workspace, options)
    sys.stdout.flush()
    return code


def _record(workspace: Workspace, options: argparse.Namespace) -> int:
    on = _day(options.on) if options.on is not None else None
    with keeping(workspace, options.score) as score:
        # Understood before anything is kept: of what is refused no file stays behind.
        workspace.recording.understand(score.id, options.value, on)
        recorded = workspace.recording.record(
            score.id, options.value, on, note=options.note, origin=_origin(workspace, options)
        )
    for warning in recorded.warnings:
        print_error(warning)
    told = _("Recorded: {score} {value}, {day}.")
    if not recorded.new:
        told = _("Known already: {score} {value}, {day}.")
    reading = workspace.recording.reading(recorded.id)
    day = moment(reading.effective, whole_day=reading.whole_day)
    print(told.format(score=score.name, value=display(reading.value, score.scale), day=day))
    return DONE


def _origin(workspace: Workspace, options: argparse.Namespace) -> Origin | None:
    if options.screenshot is None:
        return None
    kept = workspace.keeping.keep(options.screenshot, options.note)
    return Origin(evidence=kept.sha256)


def _scores(workspace: Workspace, options: argparse.Namespace) -> int:
    rows = reports.scores(workspace)
    if options.json:
        print_json(rows)
    else:
        empty = _("You keep no scores yet. Record one: footprint record SCORE VALUE")
        print_table(rows, reports.COLUMNS["scores"], empty)
    return DONE


def _readings(workspace: Workspace, options: argparse.Namespace) -> int:
    score = workspace.scoring.find(options.score)
    until = _until(options.as_known_on)
    counting = workspace.recalling.readings(score.id, as_known_on=until)
    shown = counting
    if options.all:
        shown = workspace.recalling.ledger(score.id, as_known_on=until)
    if options.csv:
        score_csv.write(shown, score.scale, sys.stdout)
        return DONE
    rows = reports.readings(shown, {reading.id for reading in counting}, score.scale)
    if options.json:
        print_json(rows)
    else:
        print_table(rows, reports.COLUMNS["readings"], _("There are no readings of it."))
    return DONE


def _explain(workspace: Workspace, options: argparse.Namespace) -> int:
    score = workspace.scoring.find(options.score)
    until = _until(options.as_known_on)
    found = workspace.explaining.explain(score.id, until)
    rows = list(reports.explanations(found, score.scale))
    end = None if until else workspace.explaining.ending(score.id)
    ends = [reports.ending(end)] if end else []
    if options.json:
        print_json([*rows, *ends])
        return DONE
    for row in rows:
        print(row["sentence"])
        print(_("  How sure: {words} ({number}).").format(
            words=row["how_sure"], number=row["sure"]))  # fmt: skip
        for figure in row["arithmetic"]:
            print(f"  {figure}")
    if not found:
        print(none_found(len(workspace.recalling.readings(score.id, as_known_on=until))))
    for row in ends:
        print(row["sentence"])
    return DONE


def _day(text: str) -> date | datetime:
    """A day, or a moment; one without a zone is the person's own time."""
    try:
        if len(text) == 10:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError) as error:
        raise _no_date(text) from error


def _no_date(text: str) -> FootprintError:
    return FootprintError(
        _("“{text}” is not a date.").format(text=text[:60]),
        _("Write it like 2011-10-26 or 2011-10-26T14:30."),
    )


def _until(text: str | None) -> datetime | None:
    """The moment up to which something was known: the end of a day."""
    if text is None:
        return None
    day = _day(text)
    if isinstance(day, datetime):
        return day
    try:
        return datetime.combine(day, time.max).astimezone()
    except (ValueError, OverflowError) as error:
        raise _no_date(text) from error
