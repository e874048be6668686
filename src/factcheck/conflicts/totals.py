"""Finds totals that are not the sum of the parts told just before: "A, B and 6 activists were tried. All 12 …"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from factcheck.conflicts.conflict import Disagreement, Fact, Reason
from factcheck.lean import regex as re
from factcheck.match.alone import One
from factcheck.model import Kind
from factcheck.store.protocol import StoredClaim

# What makes a count the whole of what was told: it comes right before it.
WHOLE = re.compile(r"\ball (?:the )?$", re.IGNORECASE)
NAME = r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*)*"
# A list of names that a count goes on with: "Mara Lund, Jon Berg, and (6 others)". The possessive parts keep it linear.
LIST = re.compile(rf"(?:{NAME}(?:, | and |, and ))+$")
JOINED = re.compile(r" (?:[^\W\d_]+ ){1,3}and (?:\w+ )?$")


def sums(one: One) -> Iterator[Disagreement]:
    """The totals of a document that contradict their parts; "part" is the last of the parts."""
    counts: dict[int, list[StoredClaim]] = defaultdict(list)
    for figure in one.claims:
        if figure.claim.kind is Kind.COUNT and _exact(figure) is not None:
            counts[one.passages[figure.passage].paragraph].append(figure)
    for members in counts.values():
        for at, whole in enumerate(members):
            if at and WHOLE.search(_before(whole)):
                yield from _check(whole, members[:at])


def _check(whole: StoredClaim, parts: list[StoredClaim]) -> Iterator[Disagreement]:
    """The whole against the nearest enumeration before it."""
    total = _exact(whole)
    for at in range(len(parts) - 1, -1, -1):
        last, before = parts[at], parts[at - 1] if at else None
        terms = _terms(last, before)
        if terms:
            if total not in (sum(terms), *terms):
                told = " and ".join(map(str, terms))
                fact = Fact(Kind.COUNT, whole.claim.subject, whole.claim.unit)
                yield Disagreement(whole, last, fact, Reason.SUM, f"{told} make {sum(terms)}, not {total}")
            return


def _terms(last: StoredClaim, before: StoredClaim | None) -> tuple[Decimal, ...]:
    """The parts that a count closes: names in a list, or the count that it is joined to by "and"; () for none."""
    value = _exact(last) or Decimal(0)
    named = LIST.search(_before(last))
    if named:
        return Decimal(len(re.findall(NAME, named[0]))), value
    if before is not None and before.passage == last.passage:
        between = last.claim.sentence[before.claim.mark.end : last.claim.mark.start]
        if JOINED.fullmatch(between):
            return _exact(before) or Decimal(0), value
    return ()


def _exact(claim: StoredClaim) -> Decimal | None:
    value = claim.claim.value
    return value.low if not value.bound and value.low == value.high else None


def _before(claim: StoredClaim) -> str:
    return claim.claim.sentence[: claim.claim.mark.start]
