"""What the dictionary says of every scope that was ever seen, kept beside the grants.

Kept so that the first page needs no dictionary file, and so that a person who opens the
database with another program reads words and reasons, not raw scopes.
"""

from __future__ import annotations

from collections.abc import Iterable

from footprint.domain.permission import Permission, Risk
from footprint.store.database import Database


class Permissions:
    """The seen scopes of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[tuple[str, str], Permission]:
        """Every seen scope by (network, scope)."""
        return {
            (network, scope): Permission(
                network=network, scope=scope, words=words,
                risk=None if risk is None else Risk(risk), reason=reason, known=bool(known),
            )
            for network, scope, words, risk, reason, known in self._database.rows(
                "SELECT network, scope, words, risk, reason, known FROM permissions"
            )
        }  # fmt: skip

    def put(self, permissions: Iterable[Permission]) -> None:
        """Keep what the dictionary says now of these scopes."""
        self._database.execute_many(
            "INSERT INTO permissions (network, scope, words, risk, reason, known)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (network, scope) DO UPDATE SET"
            " words = excluded.words, risk = excluded.risk, reason = excluded.reason,"
            " known = excluded.known",
            [(p.network, p.scope, p.words, p.risk, p.reason, int(p.known)) for p in permissions],
        )
