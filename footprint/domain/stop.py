"""A stop: a step as it is met on the way of one run, and the mark that is left at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby

from footprint.domain.playbook import Playbook
from footprint.domain.step import Step


class Outcome(StrEnum):
    """What became of a stop."""

    DONE = "done"
    SKIPPED = "skipped"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Subject:
    """One of the apps a run is about; `key` is stable: the id of the grant."""

    key: str
    name: str
    grant_id: int | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """A step as it is met on the way: once, or once for each app."""

    step: Step
    subject: Subject | None = None
    sure: bool = True

    @property
    def key(self) -> str:
        """The name of the stop within its run."""
        return f"{self.step.id}@{self.subject.key}" if self.subject else self.step.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the person did at a stop: when (UTC), with which answer, and what it cost.

    `answer` is what was entered or the id of the choice; `screens` were counted by one click
    each, `seconds` is how long the stop was open.
    """

    stop: str
    outcome: Outcome
    at: datetime
    answer: str = ""
    note: str = ""
    reason: str = ""
    screens: int = 0
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed at an open stop and not yet marked."""

    answer: str = ""
    note: str = ""
    screens: int = 0
    seconds: int = 0


def every_stop(playbook: Playbook, subjects: tuple[Subject, ...]) -> Iterator[Stop]:
    """The steps in order; those for each app in a row are walked app by app."""
    for each, group in groupby(playbook.steps, key=lambda step: step.each):
        steps = list(group)
        if each is None:
            yield from map(Stop, steps)
        else:
            yield from (Stop(step, subject) for subject in subjects for step in steps)
