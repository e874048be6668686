"""What stands in a file as an index in a file keeps it: the rows of its tables, and what is found where in it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.model import Kind
from factcheck.store.claim_cells import HOLDER, Holder, packed, pressed_stems, unpacked, unpressed_stems
from factcheck.store.numbering import BEGINNING
from factcheck.store.protocol import UNSTATED
from factcheck.store.rows import CLAIM, PASSAGE, Row
from factcheck.values import split_bound

# The tables with rows of a file by number, and those that say by one column in which passages something is found.
CONTENTS = ("documents", "passages", "headings")
POSTINGS = {"terms": "stem", "notations": "value", "bearers": "name", "identifiers": "beginning"}
# What is found in a passage: the table, and there by what.
Key = tuple[str, str]


def in_tables(rows: Mapping[str, Sequence[Row]]) -> Mapping[str, Sequence[Row]]:
    """The rows of a file's passages and headings, of its passages and claims as any store takes them."""
    claims: dict[int, list[Row]] = defaultdict(list)
    for row in rows[CLAIM]:
        claims[row[3]].append(row)
    passages: list[Row] = []
    headings: dict[tuple[int, str], int] = {}
    for number, document, paragraph, role, line, start, end, above, lead, text, stems, place in rows[PASSAGE]:
        under = number - headings.setdefault((document, above), number) if above != "[]" else None
        cells = packed(claims[number], text, line, start)
        passages.append(
            (number, document, paragraph, role, line, start, end, under, lead, text, pressed_stems(stems, text), place,
             *cells)
        )  # fmt: skip
    return {"headings": [(number, above) for (_, above), number in headings.items()], "passages": passages}


def found(passages: Iterable[Row], claims: Iterable[Row]) -> Iterator[tuple[Key, int]]:
    """What is found by its rows in which passage: a stem once, a value, a bearer or an id as often as it stands there.

    passages: numbers and stems
    """
    for number, stems in passages:
        for stem in set((stems or "").split(" ")) - {""}:
            yield ("terms", stem), number
    for row in claims:
        identifier, passage, kind, value, subject, sort = row[1], row[3], row[4], row[6], row[8], row[16]
        yield ("identifiers", identifier[:BEGINNING]), passage
        plain = split_bound(value)[1]
        if plain not in UNSTATED:
            yield ("notations", f"{sort} {plain}"), passage
        if kind == Kind.ROLE:
            yield ("bearers", subject), passage


def standing(db: sqlite3.Connection, span: tuple[int, int]) -> Iterator[tuple[Key, int]]:
    """The same of the passages that an index holds. span: the first number, and the one after the last"""
    rows = db.execute(
        f"SELECT {HOLDER}, p.stems FROM passages p WHERE number >= ? AND number < ? ORDER BY number", span
    )
    for *cells, stems in rows:
        holder = Holder(*cells)
        own = unpacked(holder) if holder.claims else ()
        yield from found([(holder.number, unpressed_stems(stems, holder.text))], own)
