"""Everything that can be wrong with curated claims, each found as a problem with its file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from factcheck.claims.curation import Citation, CuratedClaim, Curation, Entity, Problem, Status
from factcheck.claims.discretion import discreetly
from factcheck.claims.notation import read_all, read_value
from factcheck.claims.selector import SourceText, Standing, occurrences, place
from factcheck.compare import compare
from factcheck.rules import codes
from factcheck.text.wording import clipped
from factcheck.values import UNKNOWN, Value

# Problems of the library itself: FC901 and FC902 are found while a file is read.
# What is wrong with a passage, by how it stands; one that stands exactly has another value than its claim.
TROUBLE = {
    Standing.MISSING: (codes.PASSAGE_MISSING, "the passage is not in {document} any more: “{words}”"),
    Standing.ALTERED: (codes.PASSAGE_ALTERED, "the passage now reads “{now}”, not “{words}”"),
    Standing.SHIFTED: (codes.PASSAGE_SHIFTED, "the words around the passage have changed: “{words}”"),
    Standing.AMBIGUOUS: (
        codes.PASSAGE_AMBIGUOUS,
        "the passage stands more than once; add a prefix or suffix: “{words}”",
    ),
    Standing.EXACT: (codes.PASSAGE_DISAGREES, "the claim says “{value}”, its passage “{words}”"),
}

# The visible text of a document by its id; None where the library has no such document.
# So much of a passage is shown.
SHOWN = 60

TextOf = Callable[[str], str | None]


def check(curation: Curation, text_of: TextOf, today: str = "") -> tuple[Problem, ...]:
    """All problems of the claims of a library, those of reading included, by file and line.

    today: the ISO date by which embargoes are judged; without one, none has ended
    """
    found: list[Problem] = []
    for examine in (_ids, _names, _chains, _rulings):
        found += examine(curation)
    found += _passages(curation.claims, text_of)
    return tuple(sorted([*curation.problems, *discreetly(found, curation, today)]))


def _at(table: CuratedClaim | Entity | Citation, rule: str, message: str) -> Problem:
    return Problem(table.origin.path, table.origin.line, rule, message)


def _place(table: CuratedClaim | Entity) -> str:
    return f"{table.origin.path}:{table.origin.line}"


def _ids(curation: Curation) -> Iterator[Problem]:
    first: dict[str, CuratedClaim] = {}
    for claim in curation.claims:
        other = first.setdefault(claim.id, claim)
        if other is not claim:
            yield _at(claim, codes.CLAIMED_TWICE, f"id {claim.id!r} is taken, {_place(other)}")


def _names(curation: Curation) -> Iterator[Problem]:
    first: dict[str, Entity] = {}
    for entity in curation.entities:
        for name in dict.fromkeys(entity.names):
            other = first.setdefault(name, entity)
            if other is not entity:
                yield _at(entity, codes.CLAIMED_TWICE, f"{name!r} already names {other.name!r}, {_place(other)}")


def _chains(curation: Curation) -> Iterator[Problem]:
    """A superseded claim names a newer one, and so on, until one that stands."""
    claims = {claim.id: claim for claim in curation.claims}
    for claim in curation.claims:
        if (claim.status is Status.SUPERSEDED) != bool(claim.superseded_by):
            yield _at(claim, codes.BROKEN_SUCCESSION, f"{claim.id!r}: status superseded and superseded-by go together")
        elif claim.superseded_by and claim.superseded_by not in claims:
            yield _at(claim, codes.UNKNOWN_CLAIM, f"superseded-by names no claim: {claim.superseded_by!r}")
        elif _circular(claim, claims):
            yield _at(claim, codes.BROKEN_SUCCESSION, f"{claim.id!r} is superseded in a circle")


def _circular(claim: CuratedClaim, claims: dict[str, CuratedClaim]) -> bool:
    seen: set[str] = set()
    while claim.superseded_by in claims and claim.id not in seen:
        seen.add(claim.id)
        claim = claims[claim.superseded_by]
    return claim.id in seen


def _rulings(curation: Curation) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for ruling in curation.rulings:
        line = first.setdefault(ruling.conflict, ruling.origin.line)
        if line != ruling.origin.line:
            yield Problem(
                *ruling.origin, codes.CLAIMED_TWICE, f"conflict {ruling.conflict!r} is already ruled on in line {line}"
            )


def _passages(claims: Sequence[CuratedClaim], text_of: TextOf) -> Iterator[Problem]:
    source_of = cache(lambda document: None if (text := text_of(document)) is None else SourceText(text))
    for claim in claims:
        if not claim.citations and claim.status not in (Status.PROPOSED, Status.RETRACTED):
            yield _at(claim, codes.CLAIM_WITHOUT_SOURCE, f"{claim.id!r} rests on no source")
        for citation in claim.citations:
            source = source_of(citation.document)
            if source is None:
                yield _at(citation, codes.UNKNOWN_DOCUMENT, f"the library has no document {citation.document!r}")
            elif claim.status is not Status.RETRACTED:
                yield from _passage(claim, citation, source)


def _passage(claim: CuratedClaim, citation: Citation, source: SourceText) -> Iterator[Problem]:
    standing, span = place(citation.selector, source)
    if standing is Standing.EXACT and _agrees(claim, citation.selector.exact):
        return
    rule, message = TROUBLE[standing]
    now, words = (clipped(text, SHOWN) for text in (source.text[slice(*span)], citation.selector.exact))
    yield _at(citation, rule, message.format(document=citation.document, words=words, now=now, value=claim.notation))


def _agrees(claim: CuratedClaim, words: str) -> bool:
    """Whether a passage has a value of the claim's kind that can be the claim's, or none at all."""
    printed = read_value(claim.as_printed, claim.kind) if claim.as_printed else None
    value = printed.value if printed else claim.value
    # Most passages have the value as it is written; reading every figure of the others takes its time.
    if value == UNKNOWN or occurrences(claim.as_printed or claim.notation, words):
        return True
    said = [read.value for read in read_all(words, claim.kind)]
    return not said or any(_may_be(value, other) for other in said)


def _may_be(value: Value, said: Value) -> bool:
    """Whether what a passage says can be the value; "last year" can be any, without the date of its document."""
    return said.plain == UNKNOWN.plain or compare(value, said).agrees or compare(said, value).agrees
