"""Finds utterances that two documents quote in different words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.conflicts.form import form_of
from factcheck.match.one_fact import Rivals
from factcheck.model import Kind
from factcheck.quotations.rivals import differing
from factcheck.store.protocol import StoredClaim

# Words that are alike but for their figures in more versions than this are a form that is filled in.
VERSIONS = 2


def wordings(one: Sequence[StoredClaim], other: Sequence[StoredClaim], rivals: Rivals) -> Iterator[Disagreement]:
    """The disagreements of two passages of two documents about what a speaker said, word for word."""
    for a, b in product(_quotes(one), _quotes(other)):
        differs = differing(a, b)
        if differs and not rivals.of_series(a, b):
            mine, its = (f'"{words}"' if words else "nothing" for words in differs)
            fact = Fact(Kind.QUOTE, a.claim.speaker, "said")
            yield Disagreement(a, b, fact, Reason.WORDING, f"{mine} in one, {its} in the other")


def of_no_form(found: Sequence[Disagreement]) -> list[Disagreement]:
    """The disagreements without those whose words are filled in anew each time."""
    versions: dict[str, set[str]] = defaultdict(set)
    texts = {c.claim.text for one in found if one.reason is Reason.WORDING for c in (one.a, one.b)}
    for text in texts:
        versions[form_of(text)].add(text)
    return [one for one in found if one.reason is not Reason.WORDING or not _is_filled(one, versions)]


def _is_filled(one: Disagreement, versions: dict[str, set[str]]) -> bool:
    return max(len(versions[form_of(claim.claim.text)]) for claim in (one.a, one.b)) > VERSIONS


def _quotes(claims: Sequence[StoredClaim]) -> list[StoredClaim]:
    return [claim for claim in claims if claim.claim.kind is Kind.QUOTE]
