"""What the command line prints of guides and of what is due; the promises of lists.py hold here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from footprint.services.standing_of import cost_of
from footprint.services.workspace import Workspace

Report = dict[str, Any]

# The columns a person sees; `--json` has every key.
COLUMNS = {
    "playbooks": ("id", "service", "purpose", "steps", "minutes", "made", "checked"),
    "runs": ("id", "title", "state", "step", "steps", "next", "waits_until"),
    "due": ("day", "title", "detail"),
}


def playbooks(workspace: Workspace) -> Iterator[Report]:
    """Every guide that can be started; `made` is hand_written or generated."""
    for playbook in workspace.guides.all():
        yield {
            "id": playbook.id,
            "service": playbook.service,
            "purpose": playbook.purpose.value,
            "title": playbook.title,
            "steps": len(playbook.steps),
            "minutes": playbook.minutes,
            "made": playbook.making.value,
            "regions": list(playbook.regions),
            "confidence": playbook.provenance.confidence.value,
            "checked": playbook.provenance.checked.isoformat(),
            "source": list(playbook.provenance.source),
        }


def runs(workspace: Workspace) -> Iterator[Report]:
    """Every guide that was begun, the one touched last first."""
    for summary in workspace.guiding.runs():
        run, cost = summary.run, cost_of(summary.run)
        yield {
            "id": summary.id,
            "playbook": run.playbook.id,
            "service": summary.service,
            "title": summary.title,
            "state": run.state.value,
            "step": summary.step_number,
            "steps": summary.step_count,
            "at": run.at.key if run.at else None,
            "next": summary.next_step,
            "waits_until": summary.waits_until.isoformat() if summary.waits_until else None,
            "begun": run.begun_at.isoformat(),
            "touched": summary.touched_at.isoformat(),
            "ended": run.ended_at.isoformat() if run.ended_at else None,
            "screens": cost.screens,
            "seconds": cost.seconds,
            "demanded": list(cost.demands),
            "missed": summary.missed,
        }


def due(workspace: Workspace, *, ahead: bool) -> Iterator[Report]:
    """What is due, by day; with `ahead` also what lies ahead."""
    reminding = workspace.reminding
    for each in reminding.all() if ahead else reminding.due():
        yield {
            "day": each.day.isoformat(),
            "kind": each.kind.value,
            "title": each.title,
            "detail": each.detail,
            "target": each.target,
            "counts": int(each.counts),
        }
