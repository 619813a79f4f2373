"""The tables of scores, readings, evidence and events: the second change of the schema.

`readings` is the ledger: rows are added and never changed or removed, which triggers enforce for
whoever opens the file. What counts now (`series`) is told from it. A reading that was withdrawn,
or whose import was undone, stays in the ledger and stands in nothing told from it, unless a later
import listed it too: what an import finds unchanged is not written again but confirmed.
Moments are whole seconds since 1970 (UTC) here, not text: a chart reads a million of them.
"""

from __future__ import annotations

TABLES = (
    """
    CREATE TABLE scores (
        id INTEGER PRIMARY KEY,
        definition TEXT,
        name TEXT NOT NULL CHECK (name <> ''),
        about TEXT NOT NULL DEFAULT '',
        scale TEXT NOT NULL CHECK (json_valid(scale)),
        rhythm TEXT NOT NULL DEFAULT 'never'
            CHECK (rhythm IN ('daily', 'weekly', 'monthly', 'never')),
        snoozed_until TEXT,
        added_at TEXT NOT NULL,
        removed_at TEXT,
        import_id INTEGER REFERENCES imports(id)
    ) STRICT
    """,
    """
    CREATE TABLE evidence (
        sha256 TEXT PRIMARY KEY
            CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
        name TEXT NOT NULL,
        size INTEGER NOT NULL CHECK (size > 0),
        media_type TEXT NOT NULL,
        kept_at TEXT NOT NULL,
        shows TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE readings (
        id INTEGER PRIMARY KEY,
        score_id INTEGER NOT NULL REFERENCES scores(id),
        effective INTEGER NOT NULL,
        recorded INTEGER NOT NULL,
        number REAL NOT NULL CHECK (abs(number) <= 1.7976931348623157e308),
        text TEXT,
        precision REAL NOT NULL DEFAULT 0,
        parts TEXT CHECK (parts IS NULL OR json_valid(parts)),
        method TEXT NOT NULL CHECK (method IN ('typed', 'imported', 'pasted', 'captured')),
        whole_day INTEGER NOT NULL,
        source TEXT,
        record INTEGER,
        note TEXT,
        corrects INTEGER REFERENCES readings(id),
        reason TEXT,
        evidence TEXT REFERENCES evidence(sha256),
        invented INTEGER NOT NULL DEFAULT 0,
        import_id INTEGER REFERENCES imports(id)
    ) STRICT
    """,
    """
    CREATE TABLE withdrawn (
        reading_id INTEGER PRIMARY KEY REFERENCES readings(id),
        withdrawn_at TEXT NOT NULL,
        reason TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE import_scores (
        import_id INTEGER NOT NULL REFERENCES imports(id),
        score_id INTEGER NOT NULL REFERENCES scores(id),
        PRIMARY KEY (import_id, score_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE confirmations (
        import_id INTEGER NOT NULL REFERENCES imports(id),
        first_id INTEGER NOT NULL REFERENCES readings(id),
        last_id INTEGER NOT NULL REFERENCES readings(id),
        PRIMARY KEY (first_id, last_id, import_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE series (
        score_id INTEGER NOT NULL REFERENCES scores(id),
        effective INTEGER NOT NULL,
        reading_id INTEGER NOT NULL,
        number REAL NOT NULL,
        PRIMARY KEY (score_id, effective)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE events (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('own_act', 'their_change', 'outcome')),
        day TEXT NOT NULL,
        ends TEXT,
        exact INTEGER NOT NULL DEFAULT 1,
        title TEXT NOT NULL CHECK (title <> ''),
        detail TEXT NOT NULL DEFAULT '',
        scores TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(scores)),
        services TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(services)),
        link TEXT,
        worth TEXT NOT NULL DEFAULT '',
        retells_past INTEGER NOT NULL DEFAULT 0,
        added_at TEXT NOT NULL,
        removed_at TEXT
    ) STRICT
    """,
)

INDEXES = (
    "CREATE INDEX readings_score ON readings(score_id, effective)",
    "CREATE INDEX readings_corrects ON readings(corrects) WHERE corrects IS NOT NULL",
    "CREATE INDEX import_scores_score ON import_scores(score_id)",
    "CREATE INDEX events_day ON events(day)",
)

# INSERT OR REPLACE removes a row without asking a DELETE trigger, so the id is asked first.
TRIGGERS = (
    """
    CREATE TRIGGER readings_are_never_changed BEFORE UPDATE ON readings
    BEGIN SELECT RAISE(ABORT, 'a reading is never changed: add one that corrects it'); END
    """,
    """
    CREATE TRIGGER readings_are_never_removed BEFORE DELETE ON readings
    BEGIN SELECT RAISE(ABORT, 'a reading is never removed: withdraw it'); END
    """,
    """
    CREATE TRIGGER readings_are_never_replaced BEFORE INSERT ON readings
    WHEN EXISTS (SELECT 1 FROM readings WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'a reading is never changed: add one that corrects it'); END
    """,
)

VIEWS = (
    """
    CREATE VIEW readings_standing AS
    SELECT * FROM readings
     WHERE NOT EXISTS (SELECT 1 FROM withdrawn WHERE reading_id = readings.id)
       AND (import_id IS NULL
            OR (SELECT undone_at FROM imports WHERE id = import_id) IS NULL
            OR EXISTS (SELECT 1 FROM confirmations c JOIN imports i ON i.id = c.import_id
                        WHERE readings.id BETWEEN c.first_id AND c.last_id
                          AND i.undone_at IS NULL))
    """,
    """
    CREATE VIEW readings_readable AS
    SELECT readings.id, scores.name AS score, scores.about,
           strftime('%Y-%m-%dT%H:%M:%SZ', readings.effective, 'unixepoch') AS effective,
           strftime('%Y-%m-%dT%H:%M:%SZ', readings.recorded, 'unixepoch') AS recorded,
           coalesce(readings.text, readings.number) AS value, readings.parts, readings.method,
           coalesce(readings.source, imports.archive) AS source, readings.record, readings.note,
           readings.corrects, readings.reason,
           series.reading_id IS readings.id AS counts,
           withdrawn.withdrawn_at, imports.undone_at
      FROM readings JOIN scores ON scores.id = readings.score_id
                    LEFT JOIN imports ON imports.id = readings.import_id
                    LEFT JOIN withdrawn ON withdrawn.reading_id = readings.id
                    LEFT JOIN series ON series.score_id = readings.score_id
                                    AND series.effective = readings.effective
    """,
)
