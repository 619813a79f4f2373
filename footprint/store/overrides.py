"""The person's own corrections of playbooks as rows, apart from what we ship."""

from __future__ import annotations

from datetime import date

from footprint.domain.override import Override
from footprint.store.database import Database


class Overrides:
    """The overrides of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, override: Override, origin: str = "") -> None:
        """Keep an override in the place of an earlier one of the same step."""
        self._database.execute(
            "INSERT OR REPLACE INTO overrides (playbook, step, url, text, day, origin)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                override.playbook,
                override.step,
                override.url,
                override.text,
                override.day.isoformat(),
                origin,
            ),
        )

    def remove(self, playbook: str, step: str) -> None:
        """Take an override away: the step is as shipped again."""
        self._database.execute(
            "DELETE FROM overrides WHERE playbook = ? AND step = ?", (playbook, step)
        )

    def of(self, playbook: str) -> dict[str, Override]:
        """The overrides of a playbook, by step."""
        return {override.step: override for override in self.all() if override.playbook == playbook}

    def all(self) -> list[Override]:
        """Every override, by playbook and step."""
        rows = self._database.rows(
            "SELECT playbook, step, url, text, day FROM overrides ORDER BY playbook, step"
        )
        return [
            Override(playbook=playbook, step=step, url=url, text=text, day=date.fromisoformat(day))
            for playbook, step, url, text, day in rows
        ]
