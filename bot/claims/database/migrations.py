"""The schema of the claim database, step by step: each change to it is a new migration, none is ever edited.

The file is meant to be read by people too (with Datasette, or any SQLite tool): foreign keys are declared, every named
thing has a `name` to show in place of its id, and the view `figures` says a claim in one row. Entity tables repeat the
columns of the package (`bot.claims.tables`). Lists are JSON arrays. What left the package keeps its row, with the
number of the load that retired it.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("claims")

_LOADS = """
CREATE TABLE loads (
    id INTEGER PRIMARY KEY, -- the database's revision number
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    package TEXT NOT NULL,
    version TEXT NOT NULL,
    digest TEXT NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    retired INTEGER NOT NULL,
    restored INTEGER NOT NULL
);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""

_ENTITIES = """
CREATE TABLE parties (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (name_en) VIRTUAL,
    name_en TEXT NOT NULL, name_uk TEXT NOT NULL, name_ru TEXT NOT NULL,
    side TEXT REFERENCES parties(id) DEFERRABLE INITIALLY DEFERRED,
    adjective_en TEXT, adjective_uk TEXT, adjective_ru TEXT,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE populations (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (name_en) VIRTUAL,
    name_en TEXT NOT NULL, name_uk TEXT NOT NULL, name_ru TEXT NOT NULL,
    parent TEXT REFERENCES populations(id) DEFERRABLE INITIALLY DEFERRED,
    party TEXT REFERENCES parties(id) DEFERRABLE INITIALLY DEFERRED,
    "group" TEXT,
    counterpart TEXT REFERENCES populations(id) DEFERRABLE INITIALLY DEFERRED,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE measures (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (name_en) VIRTUAL,
    name_en TEXT NOT NULL, name_uk TEXT NOT NULL, name_ru TEXT NOT NULL,
    "of" TEXT NOT NULL,
    definition_en TEXT, definition_uk TEXT, definition_ru TEXT,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE objects (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (name_en) VIRTUAL,
    name_en TEXT NOT NULL, name_uk TEXT NOT NULL, name_ru TEXT NOT NULL,
    parent TEXT REFERENCES objects(id) DEFERRABLE INITIALLY DEFERRED,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE places (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (name_en) VIRTUAL,
    name_en TEXT NOT NULL, name_uk TEXT NOT NULL, name_ru TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT REFERENCES places(id) DEFERRABLE INITIALLY DEFERRED,
    country TEXT,
    population TEXT REFERENCES populations(id) DEFERRABLE INITIALLY DEFERRED,
    aliases TEXT NOT NULL DEFAULT '[]',
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE subjects (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (name_en) VIRTUAL,
    name_en TEXT NOT NULL, name_uk TEXT NOT NULL, name_ru TEXT NOT NULL,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE claimants (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (name_en) VIRTUAL,
    name_en TEXT NOT NULL, name_uk TEXT NOT NULL, name_ru TEXT NOT NULL,
    kind TEXT NOT NULL,
    parent TEXT REFERENCES claimants(id) DEFERRABLE INITIALLY DEFERRED,
    party TEXT REFERENCES parties(id) DEFERRABLE INITIALLY DEFERRED,
    counts_itself INTEGER NOT NULL,
    aliases TEXT NOT NULL DEFAULT '[]',
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE spokespersons (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (name_en) VIRTUAL,
    name_en TEXT NOT NULL, name_uk TEXT NOT NULL, name_ru TEXT NOT NULL,
    claimant TEXT NOT NULL REFERENCES claimants(id) DEFERRABLE INITIALLY DEFERRED,
    role_en TEXT, role_uk TEXT, role_ru TEXT,
    aliases TEXT NOT NULL DEFAULT '[]',
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE publishers (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, note TEXT,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    publisher TEXT NOT NULL REFERENCES publishers(id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT, url TEXT, archived_url TEXT, author TEXT, published TEXT, language TEXT, via TEXT,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE notes (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (text_en) VIRTUAL,
    author TEXT NOT NULL, text_en TEXT NOT NULL, text_uk TEXT NOT NULL, text_ru TEXT NOT NULL,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE caveats (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (text_en) VIRTUAL,
    rule TEXT, text_en TEXT NOT NULL, text_uk TEXT NOT NULL, text_ru TEXT NOT NULL,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE glossary (
    id TEXT PRIMARY KEY, name TEXT GENERATED ALWAYS AS (en) VIRTUAL,
    kind TEXT NOT NULL, en TEXT NOT NULL, uk TEXT NOT NULL, ru TEXT NOT NULL,
    avoid TEXT NOT NULL DEFAULT '[]', note TEXT,
    retired_in INTEGER REFERENCES loads(id)
);
CREATE TABLE words (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, form TEXT NOT NULL
);
CREATE TABLE texts (language TEXT PRIMARY KEY, fluent TEXT NOT NULL);
"""

# The columns after `notes` are computed by the loader; those before are as the package states.
_CLAIMS = """
CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    population TEXT REFERENCES populations(id) DEFERRABLE INITIALLY DEFERRED,
    measure TEXT REFERENCES measures(id) DEFERRABLE INITIALLY DEFERRED,
    object TEXT REFERENCES objects(id) DEFERRABLE INITIALLY DEFERRED,
    subject TEXT REFERENCES subjects(id) DEFERRABLE INITIALLY DEFERRED,
    place TEXT REFERENCES places(id) DEFERRABLE INITIALLY DEFERRED,
    claimant TEXT NOT NULL REFERENCES claimants(id) DEFERRABLE INITIALLY DEFERRED,
    spokesperson TEXT REFERENCES spokespersons(id) DEFERRABLE INITIALLY DEFERRED,
    low INTEGER,
    high INTEGER,
    qualifier TEXT NOT NULL,
    counting TEXT NOT NULL,
    per TEXT,
    period_start TEXT,
    as_of TEXT NOT NULL,
    as_of_inferred INTEGER NOT NULL,
    said_on TEXT,
    method TEXT NOT NULL,
    status TEXT NOT NULL,
    status_reason TEXT REFERENCES notes(id) DEFERRABLE INITIALLY DEFERRED,
    status_date TEXT,
    caveats TEXT NOT NULL,
    notes TEXT NOT NULL,
    topic TEXT, -- population/measure or population/measure/object
    interest TEXT NOT NULL,
    known_on TEXT, -- the day by which it had certainly been said
    as_of_first TEXT NOT NULL,
    as_of_last TEXT NOT NULL,
    covers_from TEXT, -- the first day it counts
    computed_caveats TEXT NOT NULL,
    digest TEXT NOT NULL, -- of everything this row and its appearances and relations say
    added_in INTEGER NOT NULL REFERENCES loads(id),
    changed_in INTEGER REFERENCES loads(id),
    retired_in INTEGER REFERENCES loads(id)
);
-- Figures are read in this order (`figures.py`), by claimant or all together, a page at a time. Both indexes hold
-- all that is needed to count, `retired_in` too, so that counting does not touch the table.
CREATE INDEX claims_by_claimant ON claims (
    topic, place, claimant, as_of_last, known_on, interest, id, counting, status, retired_in
) WHERE retired_in IS NULL;
CREATE INDEX claims_by_date ON claims (
    topic, place, as_of_last, known_on, interest, id, counting, status, retired_in
) WHERE retired_in IS NULL;
CREATE INDEX claims_by_value ON claims (topic, place, coalesce(low, high)) WHERE retired_in IS NULL;
CREATE INDEX claims_by_low ON claims (low);
CREATE INDEX claims_by_high ON claims (high);
CREATE INDEX claims_by_subject ON claims (subject, as_of_last) WHERE subject IS NOT NULL;
CREATE INDEX claims_by_spokesperson ON claims (spokesperson, as_of_last) WHERE spokesperson IS NOT NULL;

CREATE TABLE appearances (
    claim TEXT NOT NULL REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL REFERENCES sources(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, -- 0: the report it is shown with first
    as_printed TEXT,
    quote TEXT,
    quote_language TEXT,
    distortion TEXT,
    note TEXT REFERENCES notes(id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (claim, source)
);
CREATE INDEX appearances_by_source ON appearances (source);

CREATE TABLE relations (
    id INTEGER PRIMARY KEY,
    claim TEXT NOT NULL REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    other TEXT REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED, -- empty: reports in general
    note TEXT REFERENCES notes(id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX relations_by_claim ON relations (claim);
CREATE INDEX relations_by_other ON relations (other);

CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    claim TEXT NOT NULL REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED,
    load INTEGER NOT NULL REFERENCES loads(id),
    change TEXT NOT NULL CHECK (change IN ('changed', 'retired', 'restored')),
    old TEXT NOT NULL, -- the whole claim as the package stated it, with its appearances and relations (JSON)
    new TEXT -- the same after the change; empty where it was retired
);
CREATE INDEX revisions_by_claim ON revisions (claim);
CREATE INDEX revisions_by_load ON revisions (load);
"""

# The text of each claim is kept beside its index, so that the index can be rebuilt and the text read.
_SEARCH = """
CREATE TABLE claim_texts (
    id INTEGER PRIMARY KEY,
    claim TEXT NOT NULL UNIQUE REFERENCES claims(id) DEFERRABLE INITIALLY DEFERRED,
    names TEXT NOT NULL,
    topic TEXT NOT NULL,
    quotes TEXT NOT NULL,
    notes TEXT NOT NULL
);
CREATE VIRTUAL TABLE claim_texts_fts USING fts5 (
    names, topic, quotes, notes,
    content="claim_texts", content_rowid="id", tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER claim_texts_ai AFTER INSERT ON claim_texts BEGIN
    INSERT INTO claim_texts_fts (rowid, names, topic, quotes, notes)
    VALUES (new.id, new.names, new.topic, new.quotes, new.notes);
END;
CREATE TRIGGER claim_texts_ad AFTER DELETE ON claim_texts BEGIN
    INSERT INTO claim_texts_fts (claim_texts_fts, rowid, names, topic, quotes, notes)
    VALUES ('delete', old.id, old.names, old.topic, old.quotes, old.notes);
END;
CREATE TRIGGER claim_texts_au AFTER UPDATE ON claim_texts BEGIN
    INSERT INTO claim_texts_fts (claim_texts_fts, rowid, names, topic, quotes, notes)
    VALUES ('delete', old.id, old.names, old.topic, old.quotes, old.notes);
    INSERT INTO claim_texts_fts (rowid, names, topic, quotes, notes)
    VALUES (new.id, new.names, new.topic, new.quotes, new.notes);
END;
"""

_VIEWS = """
CREATE VIEW figures AS
SELECT
    claims.id,
    claims.as_of,
    claimants.name_en AS claimant,
    spokespersons.name_en AS spokesperson,
    populations.name_en AS population,
    measures.name_en AS measure,
    objects.name_en AS object,
    subjects.name_en AS subject,
    places.name_en AS place,
    claims.qualifier,
    claims.low,
    claims.high,
    claims.counting,
    claims.per,
    claims.period_start,
    claims.said_on,
    claims.known_on,
    claims.interest,
    claims.method,
    claims.status,
    reasons.text_en AS status_reason,
    publishers.name AS publisher,
    sources.published,
    sources.url,
    appearances.as_printed,
    appearances.quote,
    claims.computed_caveats,
    claims.caveats,
    claims.topic
FROM claims
JOIN claimants ON claimants.id = claims.claimant
LEFT JOIN spokespersons ON spokespersons.id = claims.spokesperson
LEFT JOIN populations ON populations.id = claims.population
LEFT JOIN measures ON measures.id = claims.measure
LEFT JOIN objects ON objects.id = claims.object
LEFT JOIN subjects ON subjects.id = claims.subject
LEFT JOIN places ON places.id = claims.place
LEFT JOIN notes AS reasons ON reasons.id = claims.status_reason
LEFT JOIN appearances ON appearances.claim = claims.id AND appearances.position = 0
LEFT JOIN sources ON sources.id = appearances.source
LEFT JOIN publishers ON publishers.id = sources.publisher
WHERE claims.retired_in IS NULL;

CREATE VIEW revisions_readable AS
SELECT
    revisions.id, loads.at, loads.by, loads.version, revisions.claim, revisions.change, fields.key AS field,
    fields.value AS old, json_extract(revisions.new, fields.fullkey) AS new
FROM revisions
JOIN loads ON loads.id = revisions.load
JOIN json_each(revisions.old) AS fields
WHERE revisions.new IS NULL OR fields.value IS NOT json_extract(revisions.new, fields.fullkey);
"""

_BY_COUNTING = """
CREATE INDEX claims_by_counting ON claims (
    topic, place, counting, claimant, as_of_last, known_on, covers_from, interest, retired_in
) WHERE retired_in IS NULL;
"""

# A row for each month in which a claimant has figures. Of each of their dates it has the least and the most, so that a
# limit can pass or leave a month as a whole; where one of the figures lacks the date, "" and "~" let it do neither.
_COUNTS = """
CREATE VIEW counts_of_claims AS
SELECT
    topic, place, counting, claimant, substr(as_of_last, 1, 7) AS month, min(interest) AS interest,
    count(*) AS total, count(*) - count(known_on) AS undated,
    min(as_of_last) AS as_of_last_least, max(as_of_last) AS as_of_last_most,
    CASE count(known_on) WHEN count(*) THEN min(known_on) ELSE '' END AS known_on_least,
    CASE count(known_on) WHEN count(*) THEN max(known_on) ELSE '~' END AS known_on_most,
    CASE count(covers_from) WHEN count(*) THEN min(covers_from) ELSE '' END AS covers_from_least,
    CASE count(covers_from) WHEN count(*) THEN max(covers_from) ELSE '~' END AS covers_from_most
FROM claims INDEXED BY claims_by_counting WHERE topic IS NOT NULL AND retired_in IS NULL GROUP BY 1, 2, 3, 4, 5;
CREATE TABLE counts (
    topic TEXT NOT NULL,
    place TEXT REFERENCES places(id) DEFERRABLE INITIALLY DEFERRED,
    counting TEXT NOT NULL,
    claimant TEXT NOT NULL REFERENCES claimants(id) DEFERRABLE INITIALLY DEFERRED,
    month TEXT NOT NULL,
    interest TEXT NOT NULL,
    total INTEGER NOT NULL,
    undated INTEGER NOT NULL, -- of how many it is not known by when they had been said
    as_of_last_least TEXT NOT NULL,
    as_of_last_most TEXT NOT NULL,
    known_on_least TEXT NOT NULL,
    known_on_most TEXT NOT NULL,
    covers_from_least TEXT NOT NULL,
    covers_from_most TEXT NOT NULL
);
CREATE INDEX counts_by_topic ON counts (topic, place, counting, claimant);
INSERT INTO counts SELECT * FROM counts_of_claims;
"""


@MIGRATIONS(name="0001_claims")
def _claims(db: Database) -> None:
    """Loads, entities, claims with their appearances, relations and revisions, search, and views to read them by."""
    for script in (_LOADS, _ENTITIES, _CLAIMS, _SEARCH, _VIEWS):
        db.executescript(script)


@MIGRATIONS(name="0002_kept")
def _kept(db: Database) -> None:
    """What a program computes of the words it reads, kept until the words or the program change."""
    db.executescript("CREATE TABLE kept (name TEXT PRIMARY KEY, made_of TEXT NOT NULL, value TEXT NOT NULL);")


@MIGRATIONS(name="0003_by_counting")
def _by_counting(db: Database) -> None:
    """Who has how many figures, counted from an index: of ways of counting that few have, in no time."""
    db.executescript(_BY_COUNTING)


@MIGRATIONS(name="0004_counts")
def _counts(db: Database) -> None:
    """How many figures each claimant has in each month: counted once, whatever is asked."""
    db.executescript(_COUNTS)


def migrate(connection: sqlite3.Connection) -> None:
    """Apply what is pending."""
    MIGRATIONS.apply(Database(connection))
