"""Finds quotations that two documents of a library give in different words, though they are one utterance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from factcheck.model import Kind
from factcheck.quotations.align import SourceWord, Step, align
from factcheck.quotations.normal import Sort, Word, words
from factcheck.quotations.shown import visible
from factcheck.quotations.speakers import same_speaker
from factcheck.store.protocol import Library, StoredClaim

# So many words in a row make two quotations worth comparing; shorter quotations are phrases.
SHINGLE, SHORTEST = 4, 7
# Rows of words that more quotations share are set phrases.
COMMONEST = 20
# Two quotations are one utterance if the shorter has at least this share of its words from the longer.
ALIKE = 0.75


class Rivals(NamedTuple):
    """Two claims of one utterance, and the words in which the first and the second differ."""

    one: StoredClaim
    other: StoredClaim
    differs: tuple[str, str]


def rivals(library: Library) -> Iterator[Rivals]:
    """All pairs of quotations of one speaker in different documents that differ in a word, in reading order."""
    claims = [(claim, said) for claim in library.all_claims(Kind.QUOTE) if len(said := _said(claim)) >= SHORTEST]
    for first, second in sorted(_alike([said for _, said in claims])):
        (one, left), (other, right) = claims[first], claims[second]
        if one.document != other.document and same_speaker(one.claim.speaker, other.claim.speaker):
            differs = _difference(left, right) if len(left) <= len(right) else _swapped(_difference(right, left))
            if differs:
                yield Rivals(one, other, differs)


def _said(claim: StoredClaim) -> list[Word]:
    return [word for word in words(visible(claim.claim)) if word.sort is Sort.WORD]


def _alike(texts: Sequence[Sequence[Word]]) -> set[tuple[int, int]]:
    """Pairs of texts that share a row of words."""
    rows: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        forms = [word.form for word in text]
        for at in range(len(forms) - SHINGLE + 1):
            rows[tuple(forms[at : at + SHINGLE])].add(number)
    shared = (sorted(numbers) for numbers in rows.values() if 1 < len(numbers) <= COMMONEST)
    return {pair for numbers in shared for pair in combinations(numbers, 2)}


def _difference(short: Sequence[Word], long: Sequence[Word]) -> tuple[str, str] | None:
    """The words in which the shorter quotation parts from the longer; None where it does not, or is another one."""
    moves = align(short, [SourceWord(word.form, False) for word in long]).moves
    same = sum(move.step is Step.SAME for move in moves)
    inner = [move for move in moves if move.step is not Step.SAME]
    if not inner or same < ALIKE * len(short):
        return None
    left = " ".join(short[move.draft].form for move in inner if move.draft >= 0)
    right = " ".join(long[move.source].form for move in inner if move.source >= 0)
    return (left, right) if left.replace(" ", "") != right.replace(" ", "") else None


def _swapped(pair: tuple[str, str] | None) -> tuple[str, str] | None:
    return (pair[1], pair[0]) if pair else None
