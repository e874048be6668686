"""Finds utterances that two documents quote in different words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.match.one_fact import Rivals
from factcheck.model import Kind
from factcheck.quotations.rivals import differing
from factcheck.store.protocol import StoredClaim


def wordings(one: Sequence[StoredClaim], other: Sequence[StoredClaim], rivals: Rivals) -> Iterator[Disagreement]:
    """The disagreements of two passages of two documents about what a speaker said, word for word."""
    for a, b in product(_quotes(one), _quotes(other)):
        differs = differing(a, b)
        if differs and not rivals.of_series(a, b):
            mine, its = (f'"{words}"' if words else "nothing" for words in differs)
            fact = Fact(Kind.QUOTE, a.claim.speaker, "said")
            yield Disagreement(a, b, fact, Reason.WORDING, f"{mine} in one, {its} in the other")


def _quotes(claims: Sequence[StoredClaim]) -> list[StoredClaim]:
    return [claim for claim in claims if claim.claim.kind is Kind.QUOTE]
