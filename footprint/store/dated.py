"""Whether anything is kept that can fall due: one cheap look, for the start of the window."""

from __future__ import annotations

from footprint.store.database import Database


def anything_dated(database: Database) -> bool:
    """Whether there is a guide, a standing, a day to look again, or a score with a rhythm."""
    return bool(
        database.value(
            "SELECT EXISTS (SELECT 1 FROM runs) OR EXISTS (SELECT 1 FROM standings)"
            " OR EXISTS (SELECT 1 FROM decisions WHERE look_again IS NOT NULL)"
            " OR EXISTS (SELECT 1 FROM scores)"
        )
    )
