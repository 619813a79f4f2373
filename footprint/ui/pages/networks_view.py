"""What the person looks at on the Networks page: the account, the filters, the order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from footprint.domain.grant import (
    ENDED_STATES,
    Choice,
    GrantOrder,
    GrantQuery,
    GrantState,
)
from footprint.domain.permission import Risk

# What is folded away unless asked for: hundreds of apps of a single archive that ended long ago.
USUAL_STATES = frozenset(GrantState) - ENDED_STATES


@dataclass(frozen=True, slots=True)
class GrantView:
    """One way to look at the grants; `states`, `risks` and `choices` of None let all pass."""

    account_id: int | None = None
    text: str = ""
    states: frozenset[GrantState] | None = USUAL_STATES
    risks: frozenset[Risk | None] | None = None
    choices: frozenset[Choice | None] | None = None
    grouped: bool = False
    order: GrantOrder = GrantOrder.APP
    falling: bool = False

    @property
    def query(self) -> GrantQuery:
        """What is shown."""
        return GrantQuery(
            account_id=self.account_id,
            text=self.text,
            states=self.states,
            risks=self.risks,
            choices=self.choices,
            order=self.order,
            descending=self.falling,
        )

    @property
    def folded(self) -> GrantQuery | None:
        """What is folded away; None when nothing is."""
        hidden = ENDED_STATES - (frozenset(GrantState) if self.states is None else self.states)
        return replace(self.query, states=hidden) if hidden else None

    @property
    def shows_ended(self) -> bool:
        """Whether everything that ended is shown."""
        return self.states is None or self.states >= ENDED_STATES

    @property
    def narrowed(self) -> bool:
        """Whether something besides the usual folding keeps grants out of the list."""
        return bool(self.text.strip()) or (
            self.states not in (None, USUAL_STATES)
            or self.risks is not None
            or self.choices is not None
        )

    def of_group(self, key: str) -> GrantQuery:
        """The grants of one app over all networks, as the filters on state let them pass."""
        return GrantQuery(states=self.states, group=key, order=GrantOrder.NETWORK)
