"""Sign-ins counted by internet address: one listing for each, however often it was used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address

from footprint.domain.finding import ListingFinding, Where
from footprint.i18n import _
from footprint.importers.agents import agent_name
from footprint.importers.gathering import Unusable
from footprint.importers.rolls import Roll

_LONGEST = 64


@dataclass(slots=True)
class _Uses:
    where: Where
    count: int = 0
    first: datetime | None = None
    last: datetime | None = None
    agent: str | None = None


class Tally:
    """The sign-ins of one roll, by address."""

    def __init__(self, roll: Roll) -> None:
        self.roll = roll
        self._uses: dict[str, _Uses] = {}

    def add(
        self,
        address: str | None,
        moment: datetime | None,
        where: Where,
        *,
        agent: str | None = None,
    ) -> None:
        """Count one sign-in. Raises `Unusable` when there is no address."""
        if address is None or len(address) > _LONGEST:
            raise Unusable(_("This sign-in has no internet address."))
        uses = self._uses.setdefault(_plain(address), _Uses(where))
        uses.count += 1
        if moment is not None:
            uses.first = min(moment, uses.first or moment)
            if uses.last is None or moment >= uses.last:
                uses.last, uses.agent = moment, agent or uses.agent
        uses.agent = uses.agent or agent

    def listings(self) -> Iterator[ListingFinding]:
        """One listing for each address, in the order in which they first appeared."""
        for address, uses in self._uses.items():
            yield ListingFinding(
                section=self.roll.section,
                key=f"ip:{address}",
                title=address,
                roll=self.roll.name,
                where=uses.where,
                detail=agent_name(uses.agent) if uses.agent else "",
                facts={"times": str(uses.count)},
                since=uses.first,
                last_used=uses.last,
            )


def _plain(address: str) -> str:
    """One way of writing the same address; what is no address stays as it is."""
    try:
        return str(ip_address(address))
    except ValueError:
        return address
