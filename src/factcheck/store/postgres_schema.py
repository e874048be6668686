"""The tables of an index in PostgreSQL: those of the index in a file, and beside them what is not yet published."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.lean import regex as re
from factcheck.store.schema import TABLES

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
    """The columns of a table of a file as PostgreSQL knows them.

    Texts are ordered by their bytes, as in a file, whatever the language of the server. Rows come with their file, so
    that nothing has to look whether what they refer to is there.
    """
    types = REFERENCE.sub("", written).replace("INTEGER", "BIGINT").replace(" TEXT", ' TEXT COLLATE "C"')
    return types.replace("postings BLOB", "postings BIGINT[]")
