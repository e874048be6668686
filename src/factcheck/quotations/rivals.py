"""Tells in which words two quotations of two documents differ, though they are one utterance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.quotations.align import SourceWord, Step, align
from factcheck.quotations.normal import Sort, Word, visible, words
from factcheck.quotations.speakers import same_speaker
from factcheck.store.protocol import StoredClaim

# So many words in a row make two quotations worth comparing; shorter quotations are phrases.
SHINGLE, SHORTEST = 4, 7
# Two quotations are one utterance if the shorter has at least this share of its words from the longer.
ALIKE = 0.75


def differing(one: StoredClaim, other: StoredClaim) -> tuple[str, str] | None:
    """The words in which two quotations of one speaker differ; None where they do not, or are two utterances."""
    left, right = _said(one), _said(other)
    if min(len(left), len(right)) < SHORTEST or not same_speaker(one.claim.speaker, other.claim.speaker):
        return None
    if _rows(left).isdisjoint(_rows(right)):
        return None
    return _difference(left, right) if len(left) <= len(right) else _swapped(_difference(right, left))


@lru_cache(maxsize=1 << 12)
def _said(claim: StoredClaim) -> tuple[Word, ...]:
    return tuple(word for word in words(visible(claim.claim)) if word.sort is Sort.WORD)


@lru_cache(maxsize=1 << 12)
def _rows(said: tuple[Word, ...]) -> frozenset[tuple[str, ...]]:
    """Every so many words in a row."""
    forms = [word.form for word in said]
    return frozenset(tuple(forms[at : at + SHINGLE]) for at in range(len(forms) - SHINGLE + 1))


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
