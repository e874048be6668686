"""Says whether words that credit a quotation without a name ("he said") may mean somebody else whom the text names."""

from __future__ import annotations

from itertools import takewhile

from factcheck.model import Claim
from factcheck.quotations.normal import words
from factcheck.quotations.speakers import telling_names
from factcheck.store.protocol import Library, StoredPassage

# So many passages before a quotation say whom its pronoun may mean.
BEFORE = 30


def may_mean(claim: Claim, library: Library, other: str) -> bool:
    """Whether a quotation of a library that names its speaker by a pronoun may as well be another's.

    other: a name; it may be that person who is meant if the section names him up to the quotation, or its headings do
    """
    if not _by_pronoun(claim):
        return False
    held = library.find_claims([claim.id]).get(claim.id)
    if held is None:
        return False
    before = library.around([(held.passage, BEFORE)])[held.passage, BEFORE]
    section = [passage for passage in before if passage.id <= held.passage]
    return not telling_names(other).isdisjoint(_words(section, section[-1]))


def _by_pronoun(claim: Claim) -> bool:
    """Whether nothing of the speaker's name stands beside the quotation."""
    beside = {word.form for word in words(claim.speaker_words)}
    return bool(beside) and beside.isdisjoint(telling_names(claim.speaker))


def _words(passages: list[StoredPassage], last: StoredPassage) -> set[str]:
    """The words of the passages under the headings of the last, and of these."""
    own = list(takewhile(lambda passage: passage.headings == last.headings, reversed(passages)))
    return {word.form.removesuffix("'s") for text in (*last.headings, *(p.text for p in own)) for word in words(text)}
