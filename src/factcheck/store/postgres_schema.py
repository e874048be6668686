"""The tables of an index in PostgreSQL: what readers see, and beside that what is not yet published."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.lean import regex as re
from factcheck.store.schema import PASSAGE, SHARED

# A claim is a row, which the server can look for: what a file has to press, it keeps small by itself, and it asks for
# many rows at once.
TABLES = f"""{SHARED}
CREATE TABLE passages ({PASSAGE}
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
SELECT 'values of sort ' || sort, COUNT(plain) FROM claims WHERE plain IS NOT NULL GROUP BY sort
"""

# What holds the rows of files, and all that readers see.
CONTENTS = ("documents", "passages", "claims")
PUBLISHED = ("meta", "files", *CONTENTS, "terms")
# What a builder fills, whose tables are called so.
STAGED, STAGE = ("files", *CONTENTS), "staged_"

# The one row of this table says of which version the tables are that readers see, and those that a builder fills.
LAYOUT = """
CREATE TABLE IF NOT EXISTS layout (published INTEGER NOT NULL, staged INTEGER NOT NULL);
INSERT INTO layout SELECT 0, 0 WHERE NOT EXISTS (SELECT FROM layout);
"""
# What the published tables have besides. Postings are numbers that the server can cut and join: as they ascend, they
# are not worth the time to press them, and nobody asks for those that one number is in.
OWN = """
ALTER TABLE files ADD seal TEXT COLLATE "C" NOT NULL;
ALTER TABLE terms ALTER postings SET STORAGE EXTERNAL, ALTER postings SET STATISTICS 0;
"""
TABLE = re.compile(r"CREATE TABLE (\w+) (\(.*?\))(?: WITHOUT ROWID)?;", re.DOTALL)
REFERENCE = re.compile(r" REFERENCES \w+ \(\w+\)")


def published() -> str:
    """The statements that make the tables that readers see, in the place of older ones."""
    return _made(PUBLISHED, "") + OWN


def staged() -> str:
    """The statements that make the tables that a builder fills, in the place of older ones.

    mark: of the tool that has read a file: no other would have found the same in it
    """
    return _made(STAGED, STAGE) + f'ALTER TABLE {STAGE}files ADD mark TEXT COLLATE "C" NOT NULL;\n'


def _made(names: Iterable[str], prefix: str) -> str:
    columns = {match[1]: _columns(match[2]) for match in TABLE.finditer(TABLES)}
    return "".join(
        f"DROP TABLE IF EXISTS {prefix}{name};\nCREATE TABLE {prefix}{name} {columns[name]};\n" for name in names
    )


def _columns(written: str) -> str:
    """The columns of a table as PostgreSQL knows them.

    Texts are ordered by their bytes, as in a file, whatever the language of the server. Rows come with their file, so
    that nothing has to look whether what they refer to is there.
    """
    types = REFERENCE.sub("", written).replace("INTEGER", "BIGINT").replace(" TEXT", ' TEXT COLLATE "C"')
    return types.replace("postings BLOB", "postings BIGINT[]")
