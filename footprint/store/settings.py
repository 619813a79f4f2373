"""Settings: small JSON values under a name."""

from __future__ import annotations

import json
from typing import Any

from footprint.domain.changes import Kind
from footprint.store.database import Database


class Settings:
    """The settings of one database; each `set` is a write of its own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str, default: Any = None) -> Any:
        """The value under `key`, or `default` when nothing was set or somebody has broken it."""
        text = self._database.value("SELECT value FROM settings WHERE key = ?", (key,))
        try:
            return default if text is None else json.loads(text)
        except (ValueError, RecursionError):
            return default

    def set(self, key: str, value: Any) -> None:
        """Keep `value`, anything JSON can hold, under `key`."""
        with self._database.write(Kind.SETTINGS):
            self._database.execute(
                "INSERT INTO settings (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value, ensure_ascii=False)),
            )
