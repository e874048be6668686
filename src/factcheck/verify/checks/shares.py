"""Adds up the shares that one vote gives to several: together they cannot exceed the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from factcheck.model import Claim, Kind
from factcheck.rules import codes
from factcheck.values.number import plain
from factcheck.verify.checks.problem import Problem, is_exact

HUNDRED = Decimal(100)


def oversubscribed(claims: Sequence[Claim]) -> Iterator[Problem]:
    """Vote shares of one sentence, each with a subject of its own, that add up to more than the whole vote."""
    for _, together in groupby(claims, key=lambda claim: (claim.document, claim.sentence)):
        sentence = list(together)
        shares = [claim for claim in sentence if claim.kind is Kind.VOTE_SHARE]
        if len(shares) > 1 and _is_one_vote(sentence, shares):
            total = sum((claim.value.low or Decimal(0) for claim in shares), Decimal(0))
            rounding = sum((claim.value.step / 2 for claim in shares), Decimal(0))
            if total - rounding > HUNDRED:
                listed = ", ".join(claim.words for claim in shares)
                message = f"the shares of this sentence ({listed}) add up to {plain(total)} percent"
                yield Problem(shares[-1], codes.PARTS_DO_NOT_ADD_UP, message)


def _is_one_vote(sentence: Sequence[Claim], shares: Sequence[Claim]) -> bool:
    """Whether the shares are exact, of different subjects, of one occasion."""
    subjects = {claim.subject for claim in shares if claim.subject}
    dates = sum(claim.kind is Kind.DATE for claim in sentence)
    one = len({(claim.scope, claim.unit) for claim in shares}) == 1
    return all(map(is_exact, shares)) and len(subjects) == len(shares) and one and dates < 2
