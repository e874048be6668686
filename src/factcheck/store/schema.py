"""The tables of the index, for this tool and for anyone with an SQLite browser."""

from __future__ import annotations

# Raised whenever a table or the meaning of a column changes: an index of another version is built anew.
VERSION = 9
PAGE_SIZE = 4096

# Numbers of documents, passages and claims begin with the number of their file, so that a file can be replaced
# without renumbering another: see numbering.py.
TABLES = """
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

CREATE TABLE passages (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    paragraph INTEGER NOT NULL,
    role TEXT NOT NULL,
    line INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    headings TEXT NOT NULL,
    lead TEXT NOT NULL,
    text TEXT NOT NULL,
    stems TEXT,
    place TEXT NOT NULL
);

CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (number),
    passage INTEGER NOT NULL REFERENCES passages (number),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    value TEXT NOT NULL,
    unit TEXT NOT NULL,
    subject TEXT NOT NULL,
    measure TEXT NOT NULL,
    scope TEXT NOT NULL,
    speaker TEXT NOT NULL,
    line INTEGER NOT NULL,
    "column" INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sort TEXT NOT NULL,
    plain TEXT,
    low TEXT,
    high TEXT,
    step TEXT NOT NULL,
    near INTEGER NOT NULL,
    mark_start INTEGER NOT NULL,
    mark_end INTEGER NOT NULL,
    first_token INTEGER NOT NULL,
    last_token INTEGER NOT NULL,
    frame TEXT NOT NULL,
    sentence TEXT,
    place TEXT NOT NULL,
    row_head TEXT NOT NULL,
    column_head TEXT NOT NULL,
    speaker_words TEXT NOT NULL
);

CREATE TABLE terms (stem TEXT PRIMARY KEY, passages INTEGER NOT NULL, postings BLOB NOT NULL);
"""

# Made after the rows of a first build, which is faster than keeping them up row by row.
INDEXES = """
CREATE INDEX IF NOT EXISTS documents_by_id ON documents (id);
CREATE INDEX IF NOT EXISTS documents_by_file ON documents (file);
CREATE INDEX IF NOT EXISTS claims_by_passage ON claims (passage);
CREATE INDEX IF NOT EXISTS claims_by_id ON claims (id);
CREATE INDEX IF NOT EXISTS claims_by_value ON claims (sort, plain);
CREATE INDEX IF NOT EXISTS roles_by_bearer ON claims (subject) WHERE kind = 'role';
"""

# Counts that would cost a scan at every start.
COUNTS = """
INSERT INTO meta
SELECT 'documents', COUNT(*) FROM documents UNION ALL
SELECT 'passages', COUNT(*) FROM passages UNION ALL
SELECT 'claims', (SELECT COUNT(*) FROM claims) - (SELECT COUNT(*) FROM claims WHERE kind = 'role') UNION ALL
SELECT 'roles', COUNT(*) FROM claims WHERE kind = 'role' UNION ALL
SELECT 'values of sort ' || sort, COUNT(plain) FROM claims GROUP BY sort
"""
# The documents whose id another one has.
SAME_IDS = """
SELECT number, id, path FROM documents
WHERE id IN (SELECT id FROM documents GROUP BY id HAVING COUNT(*) > 1) ORDER BY number
"""
