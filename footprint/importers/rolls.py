"""A roll: one list of an archive, by a name that stays the same in every language and era."""

from __future__ import annotations

from typing import NamedTuple

from footprint.domain.section import Section


class Roll(NamedTuple):
    """The name of a list and the section its entries belong to."""

    name: str
    section: Section
