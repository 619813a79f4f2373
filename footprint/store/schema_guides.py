"""The tables of guides: the third change of the schema.

`run_marks` is only added to: of several marks of one stop the last counts, so that what was done
twice is seen to be. `standings` too: what was so stays, with its day.
"""

from __future__ import annotations

TABLES = (
    """
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        playbook TEXT NOT NULL,
        service TEXT,
        purpose TEXT NOT NULL,
        title TEXT NOT NULL,
        account_id INTEGER REFERENCES accounts(id) ON DELETE SET NULL,
        state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'finished', 'abandoned')),
        current TEXT,
        begun_at TEXT NOT NULL,
        touched_at TEXT NOT NULL,
        ended_at TEXT,
        version INTEGER NOT NULL DEFAULT 0,
        subjects TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(subjects)),
        names TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(names)),
        circumstances TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(circumstances)),
        snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
        missed TEXT CHECK (missed IN ('yes', 'no', 'not_said')),
        missed_note TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE run_marks (
        id INTEGER PRIMARY KEY,
        run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        stop TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('done', 'skipped', 'not_applicable')),
        at TEXT NOT NULL,
        answer TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        screens INTEGER NOT NULL DEFAULT 0,
        seconds INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE run_drafts (
        run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        stop TEXT NOT NULL,
        answer TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        screens INTEGER NOT NULL DEFAULT 0,
        seconds INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (run_id, stop)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE run_evidence (
        run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        stop TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        added_at TEXT NOT NULL,
        PRIMARY KEY (run_id, stop, sha256)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE said_gone (
        run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        grant_id INTEGER NOT NULL REFERENCES grants(id) ON DELETE CASCADE,
        said_at TEXT NOT NULL,
        PRIMARY KEY (grant_id, run_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE disclosures (
        id INTEGER PRIMARY KEY,
        service TEXT NOT NULL,
        identifier TEXT NOT NULL,
        at TEXT NOT NULL,
        run_id INTEGER REFERENCES runs(id) ON DELETE SET NULL,
        stop TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE standings (
        id INTEGER PRIMARY KEY,
        service TEXT NOT NULL,
        state TEXT NOT NULL,
        day TEXT NOT NULL,
        method TEXT NOT NULL DEFAULT '',
        run_id INTEGER REFERENCES runs(id) ON DELETE SET NULL,
        relist_days INTEGER NOT NULL,
        recorded_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE logins (
        id INTEGER PRIMARY KEY,
        account_id INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
        name TEXT NOT NULL CHECK (name <> ''),
        added_at TEXT NOT NULL,
        moved_at TEXT,
        UNIQUE (account_id, name)
    ) STRICT
    """,
    """
    CREATE TABLE overrides (
        playbook TEXT NOT NULL,
        step TEXT NOT NULL,
        url TEXT,
        text TEXT NOT NULL DEFAULT '',
        day TEXT NOT NULL,
        origin TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (playbook, step)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE put_off (
        key TEXT PRIMARY KEY,
        until TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

INDEXES = (
    "CREATE INDEX run_marks_run ON run_marks(run_id, id)",
    "CREATE INDEX runs_state ON runs(state, touched_at)",
    "CREATE INDEX standings_service ON standings(service, id)",
    "CREATE INDEX disclosures_service ON disclosures(service, at)",
)
