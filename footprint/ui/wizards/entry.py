"""What the person has typed and counted at an open stop, before it is ticked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import monotonic

from footprint.domain.run import Run
from footprint.domain.stop import Draft, Stop
from footprint.services.guiding import Visit

# Longer than this nobody reads one screen: the person has gone away in between.
_LONGEST = 20 * 60


@dataclass(slots=True)
class Entry:
    """One stop's answer, note, screens and seconds; `dirty` while that is not kept."""

    draft: Draft
    opened: float
    dirty: bool = False

    def write(self, **said: str | int) -> None:
        """Take over what was typed or counted."""
        after = replace(self.draft, **said)  # type: ignore[arg-type]
        self.dirty = self.dirty or after != self.draft
        self.draft = after

    def so_far(self) -> Draft:
        """The draft with the time until now."""
        spent = min(_LONGEST, int(monotonic() - self.opened))
        return replace(self.draft, seconds=self.draft.seconds + spent)

    def visit(self, reason: str = "") -> Visit:
        """What is kept with the mark."""
        now = self.so_far()
        return Visit(
            answer=now.answer,
            note=now.note,
            reason=reason,
            screens=now.screens,
            seconds=now.seconds,
        )


def entry_of(run: Run, stop: Stop, draft: Draft) -> Entry:
    """What was typed and not ticked, else what was ticked when the person was here before."""
    mark = run.marks.get(stop.key)
    if draft == Draft() and mark is not None:
        draft = Draft(mark.answer, mark.note, mark.screens, mark.seconds)
    return Entry(draft, monotonic())
