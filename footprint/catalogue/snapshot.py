"""A playbook as a text that is kept with a run, so that the run outlives its playbook."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import Any

from footprint.catalogue.shape import ShapeError, shaped
from footprint.domain.fact import Confidence, Provenance
from footprint.domain.playbook import Playbook, Purpose
from footprint.domain.step import Step, StepKind
from footprint.i18n import _


def to_text(playbook: Playbook) -> str:
    """The playbook as JSON; what is as declared is left out."""
    return json.dumps(_plain(playbook), ensure_ascii=False)


def from_text(text: str) -> Playbook:
    """The playbook of a text that `to_text` wrote; raises ShapeError for any other."""
    raw = json.loads(text)
    try:
        raw["provenance"]["checked"] = date.fromisoformat(raw["provenance"]["checked"])
    except (KeyError, TypeError) as error:
        raise ShapeError(str(error)) from error
    return shaped(raw, Playbook)


def remnant(id: str, service: str | None, title: str, begun: date) -> Playbook:
    """What stands in the place of a playbook that nobody can read any more.

    The notes of the run are still seen beside it, and it can be brought to its end.
    """
    return Playbook(
        id=id,
        purpose=Purpose.ADVICE,
        service=service,
        title=title.replace("{", "(").replace("}", ")"),
        summary=_("This guide was begun with another version of Footprint and is no longer there."),
        provenance=Provenance(confidence=Confidence.GENERAL_KNOWLEDGE, checked=begun),
        steps=(
            Step(
                id="remnant",
                kind=StepKind.CONFIRM,
                title=_("The steps of this guide can no longer be read"),
                text=_("What you did and noted is kept. Finish it here, or begin the guide anew."),
            ),
        ),
    )


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if field.default is MISSING or getattr(value, field.name) != field.default
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
