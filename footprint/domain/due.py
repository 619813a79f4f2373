"""What needs the person now: one list, whatever it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DueKind(StrEnum):
    """Where something that is due comes from."""

    STEP = "step"  # the wait of a run is over
    RUN = "run"  # a run was left open
    GRACE = "grace"  # a grace period runs: do not sign in
    CHECK_BACK = "check_back"  # look whether it really worked
    LOOK_AGAIN = "look_again"  # a grant that the person wanted to look at again
    CAME_BACK = "came_back"  # a grant that was said to be gone is listed again
    STANDING = "standing"  # "not visible" is too old to be said
    SCORE = "score"  # a reading by the rhythm of a score
    MISSED = "missed"  # a month later: do you miss it?


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing that is due on `day`; `target` is the id of what `kind` names.

    `counts` is False for what is only good to know, such as a grace period that runs; `until` is
    the day on which that is over.
    """

    kind: DueKind
    day: date
    title: str
    detail: str = ""
    target: str = ""
    counts: bool = True
    until: date | None = None

    @property
    def key(self) -> str:
        """Stable over days, for calendars and for what was put off."""
        return f"{self.kind.value}-{self.target}"
