"""The rows of the step list: the first page, headings for many apps, the steps, the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from itertools import groupby

from footprint.domain.run import Run
from footprint.domain.step import StepKind
from footprint.domain.stop import Outcome, Stop
from footprint.i18n import _
from footprint.ui.models.dates import exact
from footprint.ui.plain import plain
from footprint.ui.wizards.words import title_of


class RowKind(Enum):
    """What a row is."""

    INTRO = auto()
    HEADING = auto()
    STOP = auto()
    END = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One row; `sign` is a mark, `state` the same in words; `short` is seen in place of `title`."""

    kind: RowKind
    title: str
    short: str = ""
    key: str = ""
    sign: str = ""
    state: str = ""
    number: int = 0
    deep: bool = False
    current: bool = False

    @property
    def text(self) -> str:
        """What is seen."""
        title = self.short or self.title
        return f"{title} ({self.state})" if self.state else title

    @property
    def spoken(self) -> str:
        """What is read out."""
        if self.kind is not RowKind.STOP:
            return self.title
        state = self.state or (_("done") if self.sign == "✓" else "")
        here = _("you are here") if self.current else ""
        name = _("Step {n}: {title}").format(n=self.number, title=self.title)
        return ", ".join(part for part in (name, state, here) if part)


@dataclass(frozen=True, slots=True)
class _Way:
    """What every row needs to know of its run."""

    run: Run
    here: str | None
    today: date
    numbers: dict[str, int]


def rows_of(run: Run, today: date, *, intro: bool, over: bool) -> list[StepRow]:
    """The whole list; `intro`: the person is on the first page, `over`: at the end."""
    here = None if intro or over or run.at is None else run.at.key
    at_end = not intro and here is None
    rows = [StepRow(kind=RowKind.INTRO, title=_("Before you begin"), current=intro)]
    way = _Way(run, here, today, {stop.key: n for n, stop in enumerate(run.stops, 1)})
    for each, group in groupby(run.stops, key=lambda stop: stop.step.each):
        stops = list(group)
        if each is None or len(run.subjects) < 2:
            rows += [_row(way, stop) for stop in stops]
        else:
            rows += _for_apps(way, stops)
    rows.append(StepRow(kind=RowKind.END, title=_("The end"), current=at_end))
    return rows


def _for_apps(way: _Way, stops: list[Stop]) -> Iterator[StepRow]:
    """The steps of each app: one step a row of names below its title, else app by app."""
    done = sum(stop.key in way.run.marks for stop in stops)
    single = len({stop.step.id for stop in stops}) == 1
    title = _("For each app")
    if single:
        title = plain(stops[0].step.title.replace("{app}", _("each app")))
    text = _("{title}: {done} of {n} done") if all(s.sure for s in stops) else _unsure()
    yield StepRow(kind=RowKind.HEADING, title=text.format(title=title, done=done, n=len(stops)))
    for subject, group in groupby(stops, key=lambda stop: stop.subject):
        name = plain(subject.name, limit=60) if subject else ""
        if not single:
            yield StepRow(kind=RowKind.HEADING, title=name, deep=True)
        for stop in group:
            row = _row(way, stop)
            short = name if single else row.title
            state = "" if row.state == _if_it_applies() else row.state
            yield replace(row, short=short, state=state, deep=True)


def _unsure() -> str:
    return _("{title} (if it applies): {done} of {n} done")


def _if_it_applies() -> str:
    return _("if it applies")


def _row(way: _Way, stop: Stop) -> StepRow:
    current = stop.key == way.here
    sign, state = _state(way.run, stop, way.today)
    return StepRow(
        kind=RowKind.STOP,
        title=title_of(way.run, stop),
        key=stop.key,
        sign="▸" if current else sign,
        state=state,
        number=way.numbers[stop.key],
        current=current,
    )


def _state(run: Run, stop: Stop, today: date) -> tuple[str, str]:
    mark = run.marks.get(stop.key)
    if mark is not None:
        return {
            Outcome.DONE: ("✓", ""),
            Outcome.SKIPPED: ("–", _("skipped")),
            Outcome.NOT_APPLICABLE: ("–", _("does not apply")),
        }[mark.outcome]
    if stop.step.kind is StepKind.WAIT_UNTIL and run.at is not None and run.at.key == stop.key:
        until = run.waits_until(stop, today)
        if until is not None and until > today:
            return "…", _("until {day}").format(day=exact(until))
    return "", "" if stop.sure else _if_it_applies()
