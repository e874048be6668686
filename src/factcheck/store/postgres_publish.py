"""Makes what was staged what readers see, inside one transaction: those who have begun to read see what they saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.store.identity import Named, not_told_apart, told_apart
from factcheck.store.numbering import FILE_BITS, numbers_of
from factcheck.store.postgres_schema import CONTENTS, COUNTS, INDEXES, PUBLISHED, STAGE, STAGED, published
from factcheck.store.postgres_seal import STANDING, seal
from factcheck.store.protocol import FileState
from factcheck.store.rows import CLAIM, DOCUMENT, FILE, PASSAGE
from factcheck.store.schema import SAME_IDS, VERSION

if TYPE_CHECKING:
    from psycopg import Connection

COLUMNS = dict(zip(CONTENTS, (DOCUMENT, PASSAGE, CLAIM), strict=True))
# A change to more than one file in so many finds the postings of all stems anew, which then is faster.
ONE_IN = 20
SETTINGS = """
SET LOCAL synchronous_commit TO on; SET LOCAL work_mem TO '256MB'; SET LOCAL maintenance_work_mem TO '256MB';
"""
# Made in the place of tables of another version. Readers hold a lock on the layout from before their first look.
RENEW = "LOCK TABLE layout IN ACCESS EXCLUSIVE MODE; {tables} UPDATE layout SET published = {version};"
TOUCH = "UPDATE files SET size = %s, modified_ns = %s, changed_ns = %s, inode = %s, checked_ns = %s WHERE path = %s"
# A file's stretch of the postings of its stems taken out, and put in where it belongs: both know where by halving.
BEFORE, AFTER = "width_bucket(%(low)s - 1, terms.postings)", "width_bucket(%(high)s - 1, terms.postings)"
OF_FILE = "number >= %(low)s AND number < %(high)s"
CUT = f"""
UPDATE terms SET passages = passages - {AFTER} + {BEFORE}, postings = postings[:{BEFORE}] || postings[{AFTER} + 1:]
WHERE stem IN (SELECT unnest(string_to_array(stems, ' ')) FROM passages WHERE {OF_FILE})
"""
PUT = f"""
INSERT INTO terms SELECT stem, COUNT(*), array_agg(number ORDER BY number) FROM ({STANDING} AND {OF_FILE}) own
GROUP BY stem
ON CONFLICT (stem) DO UPDATE SET passages = terms.passages + EXCLUDED.passages,
postings = terms.postings[:{BEFORE}] || EXCLUDED.postings || terms.postings[{BEFORE} + 1:]
"""
ALL = f"INSERT INTO terms SELECT stem, COUNT(*), array_agg(number ORDER BY number) FROM ({STANDING}) own GROUP BY stem"


def publish(db: Connection[Any], gone: Sequence[int] | None) -> None:
    """Put the staged files in the place of others. gone: the numbers of published files that go, None for all."""
    db.execute(SETTINGS)
    ((version,),) = db.execute("SELECT published FROM layout")
    if version != VERSION:
        db.execute(RENEW.format(tables=published(), version=VERSION))
    new = [number for (number,) in db.execute(f"SELECT number FROM {STAGE}files ORDER BY number")]
    ((before,),) = db.execute("SELECT COUNT(*) FROM files")
    every = gone is None or (len(gone) + len(new)) * ONE_IN > before
    for number in () if every else gone or ():
        db.execute(CUT, _span(number))
    _remove(db, gone)
    for table, columns in COLUMNS.items():
        db.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {STAGE}{table} ORDER BY number")
    columns = f"number, {FILE}, digest"
    db.execute(f"INSERT INTO files ({columns}, seal) SELECT {columns}, {seal(STAGE)} FROM {STAGE}files file")
    if every:
        db.execute("DELETE FROM terms")
        db.execute(ALL)
    else:
        for number in new:
            db.execute(PUT, _span(number))
        db.execute("DELETE FROM terms WHERE passages = 0")
    db.execute(INDEXES)
    db.execute(f"TRUNCATE {', '.join(STAGE + table for table in STAGED)}")
    if every:
        db.execute(f"ANALYZE {', '.join(PUBLISHED)}")


def describe(db: Connection[Any], meta: Mapping[str, str], problems: Iterable[str]) -> None:
    """Note what the library says of itself: what its builder tells, and how much there is."""
    known = told_apart(Named(*row) for row in db.execute(SAME_IDS))
    lines = "\n".join(f"{number} {name}" for number, name in sorted(known.ids.items()))
    own = {**meta, "problems": "\n".join([*problems, *not_told_apart(known)]), "ids": lines}
    db.execute("DELETE FROM meta")
    with db.cursor() as cursor:
        cursor.executemany("INSERT INTO meta VALUES (%s, %s)", list(own.items()))
    db.execute(COUNTS)


def touch(db: Connection[Any], states: Iterable[FileState]) -> None:
    """Note the new times of files whose content is what it was."""
    with db.cursor() as cursor:
        cursor.executemany(TOUCH, [(*state[1:6], state.path) for state in states])


def _remove(db: Connection[Any], gone: Sequence[int] | None) -> None:
    """Remove files; numbers that begin with theirs are what stands in them."""
    if gone is None:
        for table in ("files", *CONTENTS):
            db.execute(f"DELETE FROM {table}")
        return
    db.execute("DELETE FROM files WHERE number = ANY(%s::bigint[])", [gone])
    for table in CONTENTS:
        where = f"t.number >= gone << {FILE_BITS} AND t.number < (gone + 1) << {FILE_BITS}"
        db.execute(f"DELETE FROM {table} t USING unnest(%s::bigint[]) AS gone WHERE {where}", [gone])


def _span(number: int) -> dict[str, int]:
    return dict(zip(("low", "high"), numbers_of(number), strict=True))
