"""What a library in PostgreSQL is asked, and how answers come that are no plain rows."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence

from factcheck.store import rows
from factcheck.store.protocol import Notation

CLAIM = f"""
SELECT {", ".join("c." + name.strip() for name in rows.CLAIM.split(","))}, d.id, d.path, p.text
FROM claims c JOIN documents d ON d.number = c.document JOIN passages p ON p.number = c.passage
"""
# Figures and quotations, which most questions are about.
FOUND = "c.kind <> 'role'"
# The claims of values, how often each is there, and the passages of documents, each asked for with two columns.
EQUAL = f"""
{CLAIM} JOIN unnest(%s::text[], %s::text[]) AS k (sort, plain) ON c.sort = k.sort AND c.plain = k.plain
ORDER BY c.number
"""
TIMES = """
SELECT c.sort, c.plain, COUNT(*) FROM claims c
JOIN unnest(%s::text[], %s::text[]) AS k (sort, plain) ON c.sort = k.sort AND c.plain = k.plain
GROUP BY c.sort, c.plain ORDER BY c.sort, c.plain
"""
PASSAGES_OF = f"""
SELECT {rows.PASSAGE} FROM unnest(%s::bigint[], %s::bigint[]) AS k (low, high)
JOIN passages ON number > low AND number < high AND document = low ORDER BY number
"""
# What every connection of a reader begins with. Tables that are locked like this are read, and not replaced.
BEGIN = """
SET search_path TO "{schema}"; SET statement_timeout TO {patience};
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {snapshot}
LOCK TABLE "{schema}".layout IN ACCESS SHARE MODE;
SELECT published FROM layout;
"""


def columns(values: Sequence[Notation]) -> list[list[str]]:
    """Values as the columns of a question."""
    return [[sort.value for sort, _ in values], [plain for _, plain in values]]


def numbers(sent: bytes) -> array[int]:
    """Numbers as a server sends them: 20 bytes of what they are, then 4 bytes before the 8 of each."""
    body = bytearray((len(sent) - 20) // 12 * 8)
    for place in range(8):
        body[place::8] = sent[24 + place :: 12]
    found = array("q", bytes(body))
    if sys.byteorder == "little":
        found.byteswap()
    return found
