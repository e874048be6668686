"""Reduces a sentence to its form, by which copies with other figures are known.

A form that is filled in anew again and again (a weekly report, a match table) tells of another occasion each time. A
sentence that names its day tells of that day, and its copies are known by it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

from factcheck.conflicts.conflict import Disagreement, Reason
from factcheck.lean import regex as re
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim

DIGITS = re.compile(r"\d+")
# Shorter sentences may be alike by chance ("It opened in 1911.").
LONG = 40
# Words that are alike but for their figures in more versions than this are a form that is filled in.
VERSIONS = 2


@lru_cache(maxsize=1 << 16)
def form_of(sentence: str) -> str:
    """A sentence with its numbers blanked."""
    return DIGITS.sub("#", sentence)


def form_to_fill(claims: Sequence[StoredClaim]) -> tuple[int, int] | None:
    """The form of a passage's sentence and the sentence itself, each as a number; None where it names its day or is
    short. `claims` are all of the passage."""
    dates = [c for c in claims if c.claim.kind is Kind.DATE and any(map(str.isdigit, c.claim.text))]
    sentence = claims[0].claim.sentence
    form = form_of(sentence)
    if len(form) < LONG or (dates and len(claims) > 1):
        return None
    return _number(form), _number(sentence)


def of_no_form(found: Sequence[Disagreement]) -> list[Disagreement]:
    """The disagreements without those whose words are filled in anew each time."""
    versions: dict[str, set[str]] = defaultdict(set)
    texts = {c.claim.text for one in found if one.reason is Reason.WORDING for c in (one.a, one.b)}
    for text in texts:
        versions[form_of(text)].add(text)
    return [one for one in found if one.reason is not Reason.WORDING or not _is_filled(one, versions)]


def _is_filled(one: Disagreement, versions: dict[str, set[str]]) -> bool:
    return max(len(versions[form_of(claim.claim.text)]) for claim in (one.a, one.b)) > VERSIONS


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(errors="surrogatepass"), digest_size=7).digest())
