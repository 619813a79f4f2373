"""Short ways to make playbooks and runs that the tests are about; all of it is invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from footprint.domain.circumstances import Circumstances
from footprint.domain.fact import Confidence, Provenance
from footprint.domain.grant import GrantQuery
from footprint.domain.playbook import Playbook, Purpose
from footprint.domain.run import Run
from footprint.domain.step import Step, StepKind
from footprint.domain.stop import Mark, Outcome, Stop, Subject
from footprint.progress import Progress
from footprint.services.guiding import Visit
from footprint.services.workspace import Workspace
from tests.making import grant, harvest, preview_of

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def step(id_: str, kind: StepKind = StepKind.CONFIRM, **facts: Any) -> Step:
    """A step; its title says its id."""
    return Step(id=id_, kind=kind, title=facts.pop("title", f"Do {id_}"), **facts)


def playbook(*steps: Step, **facts: Any) -> Playbook:
    """A playbook about leaving X."""
    given: dict[str, Any] = {
        "id": "x-delete",
        "purpose": Purpose.DELETE,
        "service": "x",
        "title": "Delete it",
        "summary": "It goes.",
        "provenance": Provenance(confidence=Confidence.GENERAL_KNOWLEDGE, checked=date(2026, 5, 1)),
    } | facts
    return Playbook(steps=steps, **given)


def run_of(
    book: Playbook,
    subjects: Sequence[Subject] = (),
    known: Circumstances | None = None,
    **facts: Any,
) -> Run:
    """A run that was begun just now."""
    return Run(
        id=1,
        playbook=book,
        begun_at=NOW,
        subjects=tuple(subjects),
        known=known or Circumstances(),
        names=facts.pop("names", {}),
        marks={},
        **facts,
    )


def mark(stop: str, outcome: Outcome = Outcome.DONE, **facts: Any) -> Mark:
    """A mark of just now."""
    return Mark(stop=stop, outcome=outcome, at=facts.pop("at", NOW), **facts)


def connected(workspace: Workspace, *names: str, as_of: str = "2026-05-12") -> list[int]:
    """Import an archive of X in which the account has let these apps in; their grant ids."""
    apps = [grant(name, id=name.casefold()) for name in names]
    found = preview_of(harvest(as_of, apps), f"twitter-{as_of}.zip")
    workspace.importing.apply(found, Progress())
    ids = {g.app.name: g.id for g in workspace.seeing.grants(GrantQuery())}
    return [ids[name] for name in names]


def walk(workspace: Workspace, run: Run, until: str = "", **answers: str) -> Run:
    """Tick every stop up to the one of the step `until`; answers by step, "_" for "-"."""
    while (stop := run.at) is not None and stop.step.id != until:
        answer = answers.get(stop.step.id.replace("-", "_"), _usual(stop))
        run = workspace.guiding.done(run, stop, Visit(answer=answer, screens=2, seconds=5))
    return run


def _usual(stop: Stop) -> str:
    if stop.step.kind is StepKind.CHOOSE:
        return stop.step.choices[0].id
    usual = {StepKind.VERIFY: "gone", StepKind.ENTER: "https://www.spokeo.com/Sam-Invented"}
    return usual.get(stop.step.kind, "")


def here(run: Run) -> Stop:
    """The stop a run stands at; there is one."""
    assert run.at is not None
    return run.at
