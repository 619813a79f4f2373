"""Walks a playbook without a window: every way through it, to its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product

from footprint.domain.circumstances import YES_OR_NO, Circumstances
from footprint.domain.playbook import Playbook
from footprint.domain.run import Run, RunState
from footprint.domain.step import StepKind
from footprint.domain.stop import Mark, Outcome, Stop, Subject
from tests.guiding import NOW, run_of

ONE = (Subject("7", "Klout", 7),)
THREE = (*ONE, Subject("9", "Buffer", 9), Subject("11", "{handle} <b>\u202eexe.</b>", 11))
NAMES = {"handle": "@sam", "name": "Sam", "service": "X"}
_OPEN_PLACE = re.compile(r"\{[a-z_]+\}")


@dataclass
class Ways:
    """What was seen on all ways through one playbook."""

    count: int = 0
    met: set[str] = field(default_factory=set)


def walk_every_way(playbook: Playbook) -> Ways:
    """Walk it with every answer to what it asks; AssertionError where a way does not end."""
    seen = Ways()
    each = any(step.each for step in playbook.steps)
    for known, subjects in product(_circumstances(playbook), (ONE, THREE) if each else ((),)):
        names = NAMES | ({"app": subjects[0].name} if len(subjects) == 1 else {})
        begun = run_of(playbook, subjects, known, names=names)
        for outcome in Outcome:
            for ended in _ways(begun, outcome, seen):
                assert ended.state is RunState.FINISHED
                assert ended.minutes_left == 0
                assert ended.obligations == ()
                seen.count += 1
    return seen


def _circumstances(playbook: Playbook) -> Iterator[Circumstances]:
    """Every combination of what the guide asks: yes, no and not known; in and out of regions."""
    conditions = [step.when for step in playbook.steps]
    asked = [key for key in YES_OR_NO if any(getattr(c, key) is not None for c in conditions)]
    regions = {*playbook.regions, *(c for when in conditions for c in when.countries)}
    countries = [None, *(_a_country_of(region) for region in sorted(regions)), "NZ"]
    for answers in product((True, False, None), repeat=len(asked)):
        for country in countries if regions else [None]:
            yield Circumstances(country=country, **dict(zip(asked, answers, strict=True)))


def _a_country_of(region: str) -> str:
    return {"EU": "FR", "EEA": "NO"}.get(region, region)


def _ways(run: Run, outcome: Outcome, seen: Ways) -> Iterator[Run]:
    """Every way from here to the end, a branch for each choice; each step shown is looked at."""
    stop = run.at
    if stop is None:
        yield run.finish(NOW + timedelta(days=1))
        return
    assert stop.key not in run.marks
    assert len(run.marks) <= len(run.playbook.steps) * max(1, len(run.subjects))
    seen.met.add(stop.step.id)
    if outcome is Outcome.DONE:
        _reads_well(run, stop)
    for answer in _answers(stop, outcome):
        reason = "" if outcome is Outcome.DONE else "not today"
        mark = Mark(stop=stop.key, outcome=outcome, at=NOW, answer=answer, reason=reason)
        yield from _ways(run.mark(mark), outcome, seen)


def _answers(stop: Stop, outcome: Outcome) -> tuple[str, ...]:
    if outcome is not Outcome.DONE:
        return ("",)
    return {
        StepKind.CHOOSE: tuple(choice.id for choice in stop.step.choices),
        StepKind.ENTER: ("https://www.example.org/sam",),
        StepKind.VERIFY: ("gone", "still_there", "cannot_check"),
    }.get(stop.step.kind, ("",))


def _reads_well(run: Run, stop: Stop) -> None:
    """Nothing stands in braces any more, but what an app calls itself."""
    step = stop.step
    for text in (run.title, step.title, step.text, step.refuse, step.copy or ""):
        said = run.says(text, stop)
        for subject in run.subjects:
            said = said.replace(subject.name, "")
        assert not _OPEN_PLACE.search(said), f"{run.playbook.id}, {step.id}: {said}"
    if step.kind is StepKind.WAIT_UNTIL:
        until = run.waits_until(stop, NOW.date())
        assert until is not None
        assert until > NOW.date(), f"{run.playbook.id}, {step.id}"
