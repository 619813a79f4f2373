"""A standing: the honest status of a service towards the person, which expires."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from footprint.i18n import _

# People-search sites list people again: the guides they come from plan 7-14 days, then months.
RELIST_DAYS = 90


class StandingState(StrEnum):
    """What is known; *not visible* holds only as long as the service keeps people off its list."""

    NEVER_LOOKED = "never_looked"
    FOUND = "found"
    REQUESTED = "requested"
    ACKNOWLEDGED = "acknowledged"
    NOT_VISIBLE = "not_visible"
    VISIBLE_AGAIN = "visible_again"
    CANNOT_BE_CHECKED = "cannot_be_checked"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        """The words a person reads."""
        return {
            StandingState.NEVER_LOOKED: _("never looked"),
            StandingState.FOUND: _("found"),
            StandingState.REQUESTED: _("requested"),
            StandingState.ACKNOWLEDGED: _("acknowledged"),
            StandingState.NOT_VISIBLE: _("not visible"),
            StandingState.VISIBLE_AGAIN: _("visible again"),
            StandingState.CANNOT_BE_CHECKED: _("cannot be checked"),
            StandingState.UNKNOWN: _("unknown: look again"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What was seen of a service on a day, and how: "you looked", "a letter", "an archive".

    `relist_days` is after how many days "not visible" says nothing any more.
    """

    service: str
    state: StandingState
    day: date
    method: str = ""
    run_id: int | None = None
    relist_days: int = RELIST_DAYS

    @property
    def expires(self) -> date | None:
        """The day from which it is unknown again; None where it does not expire."""
        if self.state is not StandingState.NOT_VISIBLE:
            return None
        return self.day + timedelta(days=self.relist_days)

    def on(self, today: date) -> StandingState:
        """The state as it may be said today."""
        expired = self.expires is not None and today >= self.expires
        return StandingState.UNKNOWN if expired else self.state


def seen_now(earlier: Standing | None, visible: bool) -> StandingState:
    """The state after the person looked: visible where it had been not visible is news."""
    if not visible:
        return StandingState.NOT_VISIBLE
    gone = earlier is not None and earlier.state in {
        StandingState.NOT_VISIBLE,
        StandingState.VISIBLE_AGAIN,
    }
    return StandingState.VISIBLE_AGAIN if gone else StandingState.FOUND
