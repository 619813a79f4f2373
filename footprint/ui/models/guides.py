"""The person's runs in sections: what is under way, waiting, put aside, finished, given up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Qt

from footprint.domain.run import RunState
from footprint.domain.step import StepKind
from footprint.i18n import _, ngettext
from footprint.services.guiding import RunSummary
from footprint.ui.models.dates import ago, exact
from footprint.ui.models.table import Column, Index, Look, PagedTable
from footprint.ui.models.words import number
from footprint.ui.plain import plain


class RunSection(StrEnum):
    """The sections, in the order in which they stand."""

    RUNNING = "running"
    WAITING = "waiting"
    PAUSED = "paused"
    FINISHED = "finished"
    ABANDONED = "abandoned"

    @property
    def word(self) -> str:
        """The heading of the section."""
        return {
            RunSection.RUNNING: _("Under way"),
            RunSection.WAITING: _("Waiting for a day"),
            RunSection.PAUSED: _("Put aside"),
            RunSection.FINISHED: _("Finished"),
            RunSection.ABANDONED: _("Given up"),
        }[self]


@dataclass(frozen=True, slots=True)
class SectionRow:
    """The heading of a section within the list."""

    section: RunSection
    count: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run in the list, with the day on which it is looked at."""

    summary: RunSummary
    today: date

    @property
    def section(self) -> RunSection:
        """Where it stands."""
        return section_of(self.summary, self.today)


GuideRow = SectionRow | RunRow


def section_of(summary: RunSummary, today: date) -> RunSection:
    """The section of a run: one that waits for a day to come has a section of its own."""
    state = summary.run.state
    if state is not RunState.RUNNING:
        return RunSection(state.value)
    waits = summary.waits_until is not None and summary.waits_until > today
    return RunSection.WAITING if waits else RunSection.RUNNING


def rows_of(summaries: Iterable[RunSummary], today: date, text: str = "") -> list[GuideRow]:
    """The rows of the list: each section with its heading, empty ones left out."""
    words = text.casefold().split()
    runs = [
        RunRow(summary, today)
        for summary in summaries
        if all(word in f"{summary.title} {summary.service_name}".casefold() for word in words)
    ]
    rows: list[GuideRow] = []
    for section in RunSection:
        found = [run for run in runs if run.section is section]
        if section is RunSection.WAITING:
            found.sort(key=lambda run: run.summary.waits_until or today)
        if found:
            rows += [SectionRow(section, len(found)), *found]
    return rows


def identity(row: GuideRow) -> object:
    """What names a row for ever."""
    return row.section.value if isinstance(row, SectionRow) else row.summary.id


def title_of(summary: RunSummary) -> str:
    """What a run is about, as harmless text."""
    return plain(summary.title, limit=160)


def next_of(row: RunRow) -> str:
    """What is next, in a few words."""
    summary = row.summary
    if row.section is RunSection.FINISHED:
        return _("finished {when}").format(when=_ended(row))
    if row.section is RunSection.ABANDONED:
        return _("given up {when}").format(when=_ended(row))
    if row.section is RunSection.WAITING and summary.waits_until:
        text = _("wait until {day}")
        return text.format(day=exact(summary.waits_until))
    return plain(summary.next_step or _("nothing is left: finish it"), limit=160)


def why_of(row: RunRow) -> str:
    """Why this is next."""
    summary = row.summary
    here = summary.run.at
    if row.section is RunSection.WAITING and summary.waits_until:
        left = (summary.waits_until - row.today).days
        text = ngettext("{n} day is left.", "{n} days are left.", left).format(n=number(left))
        if summary.run.playbook.grace_login_cancels:
            text += " " + _("Signing in before, by an app too, may undo what you did.")
        return text
    if here is None:
        return _("Every step has been looked at.")
    if summary.run.obligations:
        return _("Access that you granted on the way is still open.")
    if here.step.kind is StepKind.WAIT_UNTIL:
        return _("The wait is over.")
    return _("You stopped here {when}.").format(when=ago(summary.touched_at, row.today))


def step_of(row: RunRow) -> str:
    """ "3 of 7"; nothing where the run is over."""
    if row.section in {RunSection.FINISHED, RunSection.ABANDONED}:
        return ""
    text = _("{n} of {count}")
    return text.format(n=number(row.summary.step_number), count=number(row.summary.step_count))


def step_told(row: RunRow) -> str:
    """The same as a screen reader says it."""
    step = step_of(row)
    return _("step {step}").format(step=step) if step else row.section.word


def left_of(row: RunRow) -> str:
    """About how long it still takes."""
    if not step_of(row):
        return ""
    minutes = row.summary.run.minutes_left
    return ngettext("about {n} min", "about {n} min", minutes).format(n=number(minutes))


def _ended(row: RunRow) -> str:
    ended = row.summary.run.ended_at
    return ago(ended, row.today) if ended else _("some time ago")


class RunsModel(PagedTable[GuideRow]):
    """Runs under the headings of their sections; a heading cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        columns: list[Column[GuideRow]] = [
            Column(
                _("Guide"),
                _title,
                width=30,
                grow=3,
                look=Look.NAME,
                spoken=_title_told,
                value=_initial,
            ),
            Column(_("What is next"), _next, width=26, grow=3, rank=1),
            Column(_("Step"), _step, width=9, rank=2, spoken=_step_told),
            Column(_("Still to do"), _left, width=14, rank=3),
        ]
        super().__init__(columns, identity, parent=parent)

    def put(self, rows: Sequence[GuideRow]) -> None:
        """Show these rows; place and selection stay where they can."""
        self.renew(lambda limit, offset: rows[offset : offset + limit])

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.row(index), SectionRow):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def section_line(row: SectionRow) -> str:
    """The heading with how many there are."""
    text = _("{section} · {n}")
    return text.format(section=row.section.word, n=number(row.count))


def _initial(row: GuideRow) -> str:
    return "" if isinstance(row, SectionRow) else row.summary.service_name


def _title(row: GuideRow) -> str:
    return section_line(row) if isinstance(row, SectionRow) else title_of(row.summary)


def _title_told(row: GuideRow) -> str:
    if isinstance(row, SectionRow):
        return section_line(row)
    text = _("{guide}, {section}")
    return text.format(guide=title_of(row.summary), section=row.section.word.lower())


def _next(row: GuideRow) -> str:
    return "" if isinstance(row, SectionRow) else next_of(row)


def _step(row: GuideRow) -> str:
    return "" if isinstance(row, SectionRow) else step_of(row)


def _step_told(row: GuideRow) -> str:
    return "" if isinstance(row, SectionRow) else step_told(row)


def _left(row: GuideRow) -> str:
    return "" if isinstance(row, SectionRow) else left_of(row)
