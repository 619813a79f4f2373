"""An override: what the person found different on a page, kept apart from what we ship."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from footprint.domain.playbook import Playbook
from footprint.domain.step import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """The person's own words for one step of one playbook; empty means as shipped.

    `url` is https; it may lead anywhere, because the person chose it, and is marked as theirs.
    """

    playbook: str
    step: str
    day: date
    url: str | None = None
    text: str = ""


def overridden(step: Step, override: Override | None) -> Step:
    """The step with the person's own link and words in their place."""
    if override is None:
        return step
    return replace(step, url=override.url or step.url, text=override.text or step.text)


def fits(playbook: Playbook, override: Override) -> bool:
    """Whether the playbook still has the step that the override is about."""
    return playbook.id == override.playbook and playbook.step(override.step) is not None
