"""Tells whether an index in PostgreSQL says what was written to it; the server looks, and nothing is sent for it."""

from __future__ import annotations

from factcheck.store.numbering import FILE_BITS
from factcheck.store.postgres_schema import CONTENTS

# The rows of a file as one text, and what that text comes to; "file" is a row that has its number.
ROWS = " || ".join(
    f"""COALESCE((SELECT encode(sha256(convert_to(string_agg(t::text, E'\\n' ORDER BY t.number), 'UTF8')), 'hex')
    FROM {{prefix}}{table} t
    WHERE t.number >= file.number << {FILE_BITS} AND t.number < (file.number + 1) << {FILE_BITS}), '')"""
    for table in CONTENTS
)


def seal(prefix: str = "") -> str:
    """The expression for what the rows of `file` come to."""
    return f"encode(sha256(convert_to({ROWS.format(prefix=prefix)}, 'UTF8')), 'hex')"


# The files, of those that a condition takes, whose rows are not what they were.
ALTERED = f"SELECT path FROM files file WHERE {{}} AND file.seal <> {seal()} ORDER BY path"
# Every stem of a passage with it.
STANDING = """
SELECT stem, number FROM passages, LATERAL (SELECT DISTINCT unnest(string_to_array(stems, ' ')) AS stem) own
WHERE stem <> ''
"""
# A stem, if there is one, whose postings are not those of the passages, which have seals: a search misses none.
UNSEARCHABLE = f"""
SELECT stem FROM (SELECT stem, array_agg(number ORDER BY number) AS postings FROM ({STANDING}) every GROUP BY stem) own
FULL JOIN terms USING (stem)
WHERE own.postings IS DISTINCT FROM terms.postings OR terms.passages <> cardinality(terms.postings)
LIMIT 1
"""
