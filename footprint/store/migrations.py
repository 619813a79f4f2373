"""The schema, one function a change; a function is never edited once it was released.

Times are ISO 8601 text in UTC ("2026-05-12T08:00:00Z"), which sorts as it reads; NULL is always
"unknown". The truth is in `sightings`, `listing_sightings` and `coverage`: what each archive
listed, and which lists it held completely. `grants`, `listings` and `accounts` are folded from
them (`footprint/store/folding.py`), so that an import can be taken back and an older archive
never overwrites newer knowledge.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database as SqliteUtils
from sqlite_utils import Migrations

from footprint.i18n import _
from footprint.store import schema_guides, schema_scores
from footprint.store.backup import back_up
from footprint.store.failures import StoreDamaged

migrations = Migrations("footprint")
# Earlier releases left the file to be read by everybody on the machine.
_OWNER_ONLY = 0o600

_TABLES = (
    """
    CREATE TABLE accounts (
        id INTEGER PRIMARY KEY,
        network TEXT NOT NULL,
        native_id TEXT,
        handle TEXT,
        name TEXT
    ) STRICT
    """,
    """
    CREATE TABLE imports (
        id INTEGER PRIMARY KEY,
        importer TEXT NOT NULL,
        network TEXT NOT NULL,
        account_id INTEGER REFERENCES accounts(id) ON DELETE SET NULL,
        native_id TEXT,
        handle TEXT,
        name TEXT,
        archive TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        era TEXT NOT NULL,
        as_of TEXT NOT NULL,
        as_of_source TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        undone_at TEXT,
        new INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL DEFAULT 0,
        gone INTEGER NOT NULL DEFAULT 0,
        unreadable INTEGER NOT NULL DEFAULT 0,
        warnings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warnings))
    ) STRICT
    """,
    """
    CREATE TABLE import_parts (
        import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE bad_records (
        import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
        file TEXT NOT NULL,
        record INTEGER,
        why TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE coverage (
        import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
        roll TEXT NOT NULL,
        section TEXT NOT NULL,
        PRIMARY KEY (import_id, roll)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE apps (
        id INTEGER PRIMARY KEY,
        network TEXT NOT NULL,
        native_id TEXT,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        description TEXT,
        organisation TEXT,
        url TEXT,
        privacy_url TEXT,
        terms_url TEXT,
        service TEXT
    ) STRICT
    """,
    """
    CREATE TABLE permissions (
        network TEXT NOT NULL,
        scope TEXT NOT NULL,
        words TEXT NOT NULL,
        risk INTEGER CHECK (risk BETWEEN 0 AND 4),
        reason TEXT NOT NULL,
        known INTEGER NOT NULL,
        PRIMARY KEY (network, scope)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE grants (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        app_id INTEGER NOT NULL REFERENCES apps(id),
        member_id TEXT,
        state TEXT NOT NULL CHECK (state IN ('live', 'expired', 'removed', 'blocked', 'gone')),
        scopes TEXT CHECK (scopes IS NULL OR json_valid(scopes)),
        risk INTEGER CHECK (risk BETWEEN 0 AND 4),
        since TEXT,
        last_used TEXT,
        ended TEXT,
        first_seen TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        gone_since TEXT,
        roll TEXT NOT NULL,
        sort_name TEXT NOT NULL,
        app_group TEXT NOT NULL,
        search TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sightings (
        id INTEGER PRIMARY KEY,
        grant_id INTEGER NOT NULL REFERENCES grants(id) ON DELETE CASCADE,
        import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
        as_of TEXT NOT NULL,
        roll TEXT NOT NULL,
        state TEXT NOT NULL,
        scopes TEXT CHECK (scopes IS NULL OR json_valid(scopes)),
        since TEXT,
        last_used TEXT,
        ended TEXT,
        member_id TEXT,
        app TEXT NOT NULL CHECK (json_valid(app)),
        file TEXT NOT NULL,
        record INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE decisions (
        grant_id INTEGER PRIMARY KEY REFERENCES grants(id) ON DELETE CASCADE,
        choice TEXT CHECK (choice IN ('keep', 'watch', 'leave')),
        note TEXT NOT NULL DEFAULT '',
        look_again TEXT,
        decided_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE listings (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        section TEXT NOT NULL,
        key TEXT NOT NULL,
        title TEXT NOT NULL,
        detail TEXT NOT NULL,
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        since TEXT,
        last_used TEXT,
        first_seen TEXT NOT NULL,
        last_seen TEXT NOT NULL,
        gone_since TEXT,
        roll TEXT NOT NULL,
        search TEXT NOT NULL,
        UNIQUE (account_id, section, key)
    ) STRICT
    """,
    """
    CREATE TABLE listing_sightings (
        id INTEGER PRIMARY KEY,
        listing_id INTEGER NOT NULL REFERENCES listings(id) ON DELETE CASCADE,
        import_id INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
        as_of TEXT NOT NULL,
        roll TEXT NOT NULL,
        title TEXT NOT NULL,
        detail TEXT NOT NULL,
        facts TEXT NOT NULL CHECK (json_valid(facts)),
        since TEXT,
        last_used TEXT,
        file TEXT NOT NULL,
        record INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE settings (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID
    """,
)

_INDEXES = (
    "CREATE UNIQUE INDEX accounts_native ON accounts(network, native_id)",
    "CREATE INDEX imports_account ON imports(account_id)",
    "CREATE UNIQUE INDEX apps_native ON apps(network, native_id) WHERE native_id IS NOT NULL",
    "CREATE INDEX apps_folded ON apps(network, folded)",
    # Wide enough to filter and sort by alone: a keystroke over 100,000 grants reads no table.
    "CREATE INDEX grants_account ON grants(account_id, sort_name, search, state, risk)",
    "CREATE INDEX grants_app ON grants(app_id)",
    "CREATE INDEX grants_name ON grants(sort_name, search, state, risk)",
    "CREATE INDEX grants_group ON grants(app_group)",
    "CREATE INDEX grants_summary ON grants(account_id, state, risk)",
    "CREATE INDEX sightings_grant ON sightings(grant_id, as_of)",
    "CREATE INDEX sightings_import ON sightings(import_id)",
    "CREATE INDEX listing_sightings_listing ON listing_sightings(listing_id, as_of)",
    "CREATE INDEX listing_sightings_import ON listing_sightings(import_id)",
)

# What a reader with the sqlite3 shell or Datasette wants to see first.
_VIEWS = (
    """
    CREATE VIEW grants_readable AS
    SELECT accounts.network, accounts.handle AS account, apps.name AS app, grants.state,
           (SELECT group_concat(coalesce(permissions.words, scope.value), ' · ')
              FROM json_each(grants.scopes) AS scope
              LEFT JOIN permissions ON permissions.network = accounts.network
                                   AND permissions.scope = scope.value) AS permissions,
           grants.risk, grants.since, grants.first_seen, grants.last_seen, grants.gone_since
      FROM grants JOIN accounts ON accounts.id = grants.account_id
                  JOIN apps ON apps.id = grants.app_id
    """,
)


@migrations()
def m001_first_schema(db: SqliteUtils) -> None:
    """Everything of the first release."""
    for statement in (*_TABLES, *_INDEXES, *_VIEWS):
        db.execute(statement)


@migrations()
def m002_scores(db: SqliteUtils) -> None:
    """Scores, their readings, and events."""
    tables, indexes = schema_scores.TABLES, schema_scores.INDEXES
    for statement in (*tables, *indexes, *schema_scores.TRIGGERS, *schema_scores.VIEWS):
        db.execute(statement)


@migrations()
def m003_guides(db: SqliteUtils) -> None:
    """Runs of playbooks, what they disclosed, standings, and the person's own corrections."""
    for statement in (*schema_guides.TABLES, *schema_guides.INDEXES):
        db.execute(statement)


def migrate(connection: sqlite3.Connection, path: Path, version: int, now: datetime) -> None:
    """Bring an older or empty file to schema `version`, after a dated backup of what is there.

    Foreign keys are off meanwhile, because rebuilding a table would cascade into others.
    """
    connection.execute("PRAGMA foreign_keys = OFF")
    # The lock is taken first: two programs may open an older file at the same moment.
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < version:
            _change(connection, path, version, now)
        connection.execute("COMMIT")
    except BaseException:
        # A full disk has rolled back by itself.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _change(connection: sqlite3.Connection, path: Path, version: int, now: datetime) -> None:
    with suppress(PermissionError):  # it is somebody else's, who lets us write
        path.chmod(_OWNER_ONLY)
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        back_up(path, now)
    migrations.apply(SqliteUtils(connection))
    if connection.execute("PRAGMA foreign_key_check").fetchall():
        raise StoreDamaged(
            _("The database {file} does not fit together.").format(file=path),
            _("Put a backup (footprint-….backup.db, same folder) in its place."),
        )
    connection.execute(f"PRAGMA user_version = {version:d}")
