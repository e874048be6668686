"""Passages in short: what a search sifts hundreds of them by, most of which it never reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from factcheck.lean.record import NamedTuple
from factcheck.model import Kind
from factcheck.store import rows
from factcheck.store.claim_cells import ALWAYS, KINDS, ROLES, SILENT, STEP
from factcheck.store.protocol import StoredClaim, StoredPassage

# Of a passage in a file, and of each claim in a table of claims, what its outline is made of.
HELD = """
SELECT p.number, h.texts, p.lead, p.text, p.claims FROM passages p
LEFT JOIN headings h ON h.number = p.number - p.headings
WHERE p.claims IS NOT NULL AND p.number IN ({}) ORDER BY p.number
"""
IN_ROWS = """
SELECT p.number, p.headings, p.lead, c.kind, c.text, c.value, c.subject, c.measure, c.unit, c.speaker
FROM claims c JOIN passages p ON p.number = c.passage
WHERE c.kind <> 'role' AND c.passage = ANY(%s::bigint[]) ORDER BY c.number
"""
NAMES = [rows.KINDS[kind] for kind in KINDS]
# The cells of a claim that say where its mark is in the passage.
MARK, LONG = 4, 5


class Sketch(NamedTuple):
    """A claim in short. value: as it is written, with its bound; about: its subject, measure, unit and speaker"""

    kind: Kind
    text: str
    value: str
    about: tuple[str, str, str, str]


class Outline(NamedTuple):
    """A passage in short. claims: its figures and quotations, in reading order"""

    headings: tuple[str, ...]
    lead: tuple[str, ...]
    claims: tuple[Sketch, ...]


def outline(passage: StoredPassage, claims: Iterable[StoredClaim]) -> Outline:
    """A passage that is at hand in short."""
    own = (one.claim for one in claims)
    sketches = (Sketch(c.kind, c.text, c.value.text, (c.subject, c.measure, c.unit, c.speaker)) for c in own)
    return Outline(passage.headings, passage.lead, tuple(sketches))


def held(found: Iterable[rows.Row]) -> Iterator[tuple[int, Outline]]:
    """The outlines of rows of `HELD`, but for passages of which only roles are told."""
    import json

    for number, headings, lead, text, cells in found:
        sketches = tuple(_sketch(cell, text) for cell in json.loads(cells) if cell[1] not in ROLES)
        if sketches:
            yield number, Outline(rows.unpacked(headings or "[]"), rows.unpacked(lead), sketches)


def _sketch(cell: Sequence[Any], text: str) -> Sketch:
    unit, subject, measure, _, speaker, _, own, *_ = [*cell[ALWAYS:], *SILENT[len(cell) - ALWAYS :]]
    words = own or text[cell[MARK] : cell[MARK] + cell[LONG]]
    return Sketch(NAMES[cell[1] % STEP], words, cell[2], (subject, measure, unit, speaker))


def in_rows(found: Iterable[rows.Row]) -> Iterator[tuple[int, Outline]]:
    """The outlines of rows of `IN_ROWS`."""
    for (number, headings, lead), own in groupby(found, key=lambda row: row[:3]):
        sketches = tuple(Sketch(rows.KINDS[row[3]], row[4], row[5], row[6:]) for row in own)
        yield number, Outline(rows.unpacked(headings), rows.unpacked(lead), sketches)
