"""The sections of what an archive lists about an account."""

from __future__ import annotations

from enum import StrEnum


class Section(StrEnum):
    """Kinds of things an archive lists; each has first seen, last seen and gone since."""

    GRANTS = "grants"
    LINKED_IDENTITIES = "linked_identities"
    DEVICES = "devices"
    INFERENCES = "inferences"
    ADVERTISERS = "advertisers"
