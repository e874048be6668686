"""Finds two places of a draft that state one fact with two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.compare import Relation, relation
from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.model import Claim, Kind
from factcheck.rules import codes
from factcheck.text.stem import stems
from factcheck.text.tokens import tokenise
from factcheck.verify.checks.problem import Problem, is_exact

# What a draft states once and for all; dates and durations belong to too many events to be compared without a source.
KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENTAGE, Kind.VOTE_SHARE, Kind.RANK, Kind.SCORE, Kind.MEASUREMENT})
# A word in small letters right before the figure, no colon before it.
RUNNING = re.compile(r"\A[^:]*[\s(“\"][a-z]+\s\Z")
# Two statements are one if the words of one are all among those of the other, which adds at most one.
FEWEST_WORDS, MOST_EXTRA = 3, 1
# The most sentences about one kind and unit that are compared with each other; a longer list is a table.
MOST_ALIKE = 40


class Statement(NamedTuple):
    """A figure with the content of its sentence: its stems without the figure's, and the other figures in it."""

    claim: Claim
    stems: frozenset[str]
    others: frozenset[str]


def differing(claims: Sequence[Claim]) -> Iterator[Problem]:
    """Figures that an earlier place of the same document gives another value, in the same words."""
    groups: defaultdict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for statement in _statements(claims):
        claim = statement.claim
        groups[claim.document, claim.kind, claim.unit, claim.scope, claim.speaker].append(statement)
    for group in groups.values():
        if len(group) <= MOST_ALIKE:
            yield from _differing(group)


def _differing(group: Sequence[Statement]) -> Iterator[Problem]:
    for first, second in combinations(group, 2):
        if _is_one_fact(first, second) and _differ(first.claim, second.claim):
            message = f"the draft says {first.claim.words} of the same thing in line {first.claim.line}"
            yield Problem(second.claim, codes.DRAFT_CONTRADICTS_ITSELF, message, first.claim.words)


def _statements(claims: Sequence[Claim]) -> Iterator[Statement]:
    """The figures that stand alone of their kind and unit in their sentence."""
    sentences: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.document, claim.sentence].append(claim)
    for together in sentences.values():
        for claim in together:
            alike = [other for other in together if (other.kind, other.unit) == (claim.kind, claim.unit)]
            if claim.kind in KINDS and len(alike) == 1 and is_exact(claim) and _is_prose(claim):
                others = frozenset(other.value.text for other in together if other is not claim)
                yield Statement(claim, _content(claim), others)


def _is_prose(claim: Claim) -> bool:
    """Whether a figure with a unit stands in running text, and not in a price list or a table of results."""
    return bool(claim.unit) and RUNNING.search(claim.sentence, 0, claim.mark.start) is not None


def _content(claim: Claim) -> frozenset[str]:
    """The stems of a claim's sentence, without its own figure."""
    sentence = claim.sentence[: claim.mark.start] + " " + claim.sentence[claim.mark.end :]
    return frozenset(filter(None, stems(tokenise(sentence))))


def _is_one_fact(first: Statement, second: Statement) -> bool:
    """Whether two sentences say the same but for the figure: same words, same other figures, same subject."""
    fewer, more = sorted((first.stems, second.stems), key=len)
    return (
        len(fewer) >= FEWEST_WORDS
        and fewer <= more
        and len(more) - len(fewer) <= MOST_EXTRA
        and first.others == second.others
        and first.claim.subject == second.claim.subject
    )


def _differ(first: Claim, second: Claim) -> bool:
    both = relation(first.value, second.value), relation(second.value, first.value)
    return both == (Relation.DIFFERENT, Relation.DIFFERENT)
