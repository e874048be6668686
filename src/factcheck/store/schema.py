"""The tables of the index, for this tool and for anyone with an SQLite browser.

What stands in a file takes a multiple of its room, so nothing is kept twice: a passage holds its claims, without what
follows from its text; headings are kept where they begin; and where a word, a value, a name or an id is found is one
list of numbers. What a person may look for stays readable; what only this tool asks for is pressed.
"""

from __future__ import annotations

# Raised whenever a table or the meaning of a column changes: an index of another version is built anew.
VERSION = 10
PAGE_SIZE = 16384

# Numbers of documents and passages begin with the number of their file, so that a file can be replaced without
# renumbering another: see numbering.py. These tables are the same in every database.
SHARED = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE files (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    checked_ns INTEGER NOT NULL,
    hash TEXT NOT NULL,
    notes TEXT NOT NULL,
    problem TEXT NOT NULL,
    warnings TEXT NOT NULL,
    aside INTEGER NOT NULL,
    digest TEXT NOT NULL
);

CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files (number),
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    author TEXT NOT NULL,
    published TEXT NOT NULL,
    published_basis TEXT NOT NULL,
    url TEXT NOT NULL,
    path TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    view_start INTEGER NOT NULL,
    view_end INTEGER NOT NULL
);
"""

# What a passage has, however an engine keeps its words and claims.
PASSAGE = """
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    paragraph INTEGER NOT NULL,
    role TEXT NOT NULL,
    line INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,"""

# passages.headings: how many numbers before this passage the one stands under which its headings are kept.
TABLES = f"""{SHARED}
CREATE TABLE headings (number INTEGER PRIMARY KEY, texts TEXT NOT NULL);

CREATE TABLE passages ({PASSAGE}
    headings INTEGER,
    lead TEXT NOT NULL,
    text TEXT NOT NULL,
    stems BLOB,
    place TEXT NOT NULL,
    claims TEXT,
    frames BLOB
);

CREATE TABLE terms (stem TEXT PRIMARY KEY, passages INTEGER NOT NULL, postings BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE notations (value TEXT PRIMARY KEY, claims INTEGER NOT NULL, postings BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE bearers (name TEXT PRIMARY KEY, roles INTEGER NOT NULL, postings BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE identifiers (beginning TEXT PRIMARY KEY, claims INTEGER NOT NULL, postings BLOB NOT NULL) WITHOUT ROWID;
"""

# Made after the rows of a first build, which is faster than keeping them up row by row.
INDEXES = """
CREATE INDEX IF NOT EXISTS documents_by_id ON documents (id);
CREATE INDEX IF NOT EXISTS documents_by_file ON documents (file);
"""

# Counts that would cost a scan at every start. Every claim has an id, and every role a bearer.
COUNTS = """
INSERT INTO meta
SELECT 'documents', COUNT(*) FROM documents UNION ALL
SELECT 'passages', COUNT(*) FROM passages UNION ALL
SELECT 'claims', IFNULL(SUM(claims), 0) - (SELECT IFNULL(SUM(roles), 0) FROM bearers) FROM identifiers UNION ALL
SELECT 'roles', IFNULL(SUM(roles), 0) FROM bearers UNION ALL
SELECT 'values of sort ' || substr(value, 1, instr(value, ' ') - 1), SUM(claims) FROM notations GROUP BY 1
"""
# The documents whose id another one has.
SAME_IDS = """
SELECT number, id, path FROM documents
WHERE id IN (SELECT id FROM documents GROUP BY id HAVING COUNT(*) > 1) ORDER BY number
"""
