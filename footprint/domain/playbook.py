"""A playbook: the guide we ship for one service and one purpose, and what it costs to follow it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from footprint.domain.fact import Confidence, Provenance
from footprint.domain.step import Step, StepKind
from footprint.i18n import _

KNOWN_PLACES = frozenset({"app", "handle", "name", "service"})


class Purpose(StrEnum):
    """What a playbook is for."""

    DISCONNECT_APP = "disconnect_app"
    DISCONNECT_ALL = "disconnect_all"
    DOWNLOAD = "download"
    DEACTIVATE = "deactivate"
    DELETE = "delete"
    OPT_OUT = "opt_out"
    ADVICE = "advice"


def id_for(service_id: str, purpose: Purpose) -> str:
    """The id of the playbook for a service and a purpose; there is at most one."""
    return f"{service_id}-{purpose.value.replace('_', '-')}"


class Making(StrEnum):
    """How a playbook came to be."""

    HAND_WRITTEN = "hand_written"
    GENERATED = "generated"


@dataclass(frozen=True, slots=True, kw_only=True)
class DarkPattern:
    """Something that stands in the way on purpose or by neglect; `type` is one of our list.

    `step` is where it bites. The list (dark_patterns.toml) says which category of the EDPB
    guidelines 03/2022 a type belongs to.
    """

    type: str
    fact: str
    confidence: Confidence
    source: tuple[str, ...] = ()
    step: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookHead:
    """The top of a playbook, which is enough for a list.

    `service` is a catalogue id, absent in advice about no service. `regions` are where it holds
    (ISO codes, "EU", "US-CA"; empty: everywhere). `remains` is what stays behind afterwards,
    `cannot_undo` what is gone for good, `recheck_days` after how many days to look again.
    """

    id: str
    purpose: Purpose
    title: str
    summary: str
    service: str | None = None
    regions: tuple[str, ...] = ()
    remains: tuple[str, ...] = ()
    cannot_undo: tuple[str, ...] = ()
    grace_period_days: int | None = None
    grace_login_cancels: bool | None = None
    recheck_days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook(PlaybookHead):
    """A guide. Steps have stable ids: a Run that was begun with an older text still fits."""

    provenance: Provenance
    steps: tuple[Step, ...]
    dark_patterns: tuple[DarkPattern, ...] = ()
    making: Making = Making.HAND_WRITTEN

    def __post_init__(self) -> None:
        if self.service is None and self.purpose is not Purpose.ADVICE:
            raise ValueError(_("only advice is about no service"))
        if not self.steps:
            raise ValueError(_("a playbook has steps"))
        self._refuse_unknown_references()
        self._refuse_access_that_stays()

    @property
    def minutes(self) -> int:
        """How long it takes, without the days of waiting."""
        return sum(step.minutes for step in self.steps)

    def step(self, step_id: str) -> Step | None:
        """The step of that id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def _refuse_unknown_references(self) -> None:
        """Each step names only what stands before it."""
        seen: set[str] = set()
        known, answers = set(KNOWN_PLACES), set[str]()
        for step in self.steps:
            if step.id in seen:
                raise ValueError(_("{step}: two steps have this id").format(step=step.id))
            if strange := step.places - known:
                text = _("{step}: nothing is known as {names}")
                raise ValueError(text.format(step=step.id, names=", ".join(sorted(strange))))
            if "app" in step.places and step.each is None:
                text = _("{step}: {{app}} stands only in a step for each app")
                raise ValueError(text.format(step=step.id))
            if step.when.chosen is not None and step.when.chosen not in answers:
                text = _("{step}: no earlier step offers {choice}")
                raise ValueError(text.format(step=step.id, choice=step.when.chosen))
            seen.add(step.id)
            known.update(filter(None, [step.field]))
            answers.update(f"{step.id}={choice.id}" for choice in step.choices)
        for pattern in self.dark_patterns:
            if pattern.step is not None and pattern.step not in seen:
                raise ValueError(_("dark_patterns: no step {step}").format(step=pattern.step))

    def _refuse_access_that_stays(self) -> None:
        """Every access that is granted on the way is taken back later, and nothing else is."""
        given: set[str] = set()
        for step in self.steps:
            if step.kind is StepKind.GRANT_ACCESS:
                given.add(step.id)
            if step.kind is StepKind.TAKE_BACK_ACCESS:
                if step.takes_back not in given:
                    text = _("{step}: takes back {other}, which grants nothing before it")
                    raise ValueError(text.format(step=step.id, other=step.takes_back))
                given.remove(step.takes_back)
        if given:
            text = _("{step}: grants access that no later step takes back")
            raise ValueError(text.format(step=sorted(given)[0]))
