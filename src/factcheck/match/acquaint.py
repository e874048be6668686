"""What the other figures of a sentence and of its evidence tell about one of them, where the evidence is one text."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.compare import Relation
from factcheck.match.candidates import Candidate
from factcheck.match.context import Context
from factcheck.match.derive.in_the_head import is_derived
from factcheck.match.features import STRICT
from factcheck.store.protocol import Library


def acquaint(drafts: Sequence[Context], found: Sequence[list[Candidate]], library: Library) -> list[list[Candidate]]:
    """The candidates of a text's figures, told two more things; those that differ from a figure that follows from two
    others by one step taken in the head are left out.

    known: how many of the text's other figures the evidence has; the more, the likelier that it speaks of this one
    echo:  whether the very number stands somewhere in the evidence, though perhaps in another part than as a figure
    """
    strict = [any(c.compared.relation in STRICT for c in candidates) for candidates in found]
    words = {stem for passage in library.all_passages() for stem in passage.stems}
    claims = list(library.all_claims())
    told = []
    for at, (draft, candidates) in enumerate(zip(drafts, found, strict=True)):
        known = (sum(strict) - strict[at]) / (len(found) - 1) if len(found) > 1 else 0.0
        echo = not strict[at] and bool(_numerals(draft) & words)
        derived = not strict[at] and is_derived(draft.claim.claim, claims)
        told.append([_told(c, known, echo) for c in candidates if not (derived and _differs(c))])
    return told


def _differs(candidate: Candidate) -> bool:
    return candidate.compared.relation is Relation.DIFFERENT


def _told(candidate: Candidate, known: float, echo: bool) -> Candidate:
    measured = candidate.features._replace(known=known, echo=float(echo and _differs(candidate)))
    return candidate._replace(features=measured)


def _numerals(draft: Context) -> set[str]:
    """The number as a token of the index would have it."""
    plain = draft.claim.claim.value.plain
    return {plain} if plain.isdigit() else {digits for digits in plain.split("-") if len(digits) == 4}
