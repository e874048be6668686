"""Adds up the parts that a sentence names of a whole: "ten people, four adults and five children"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby, pairwise

from factcheck.lean import regex as re
from factcheck.lexicon import forms, table
from factcheck.model import Claim
from factcheck.rules import codes
from factcheck.values.number import plain
from factcheck.verify.checks.problem import Problem, is_exact_count

# "7 of the 5 seats", "7 out of 5 seats": between a part and its whole.
OF = re.compile(r"(?:\s+[\w-]+)?\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|his|her|our|these|those)\s+){0,2}\Z")
# What shows that a figure counts something else than the noun behind it.
ELSEWHERE = re.compile(r"-|\s[\w-]+[’']")
# The whole's noun and the sign that opens the list of its parts.
OPENING = re.compile(
    r"\s(?P<noun>[\w’'-]+(?:\s[\w’'-]+){0,5}?)\s*(?P<sign>:|\(|,(?:\s(?:including|among\sthem))?)\s*\Z"
)
# A part's noun, and what stands between it and the next part.
BETWEEN = re.compile(r"\s[\w’'-]+(?:\s[\w’'-]+){0,3}?(?:,\s|,?\sand\s)\Z")
# A part's noun, and what ends the list.
CLOSING = re.compile(r"\s[\w’'-]+(?:\s[\w’'-]+){0,3}?\s*(?P<sign>[.;:)—–,!?]|\Z)")
# Words of a list that does not name all.
OPEN_LIST = re.compile(r"\b(?:others?|etc|including|among|some|several|more|mostly|mainly|many|most|various|rest)\b")


def exceeding(claims: Sequence[Claim]) -> Iterator[Problem]:
    """Parts that exceed or miss the whole that their own sentence gives."""
    for _, together in groupby(claims, key=lambda claim: (claim.document, claim.sentence)):
        counts = [claim for claim in together if is_exact_count(claim)]
        yield from _larger_parts(counts)
        for index in range(len(counts) - 2):
            yield from _sums(counts, index)


def _larger_parts(counts: Sequence[Claim]) -> Iterator[Problem]:
    """ "66 of the 60 seats": a part that is larger than its whole."""
    for part, whole in pairwise(counts):
        between = part.sentence[part.mark.end : whole.mark.start]
        if part.unit and part.unit == whole.unit and OF.match(between) and _of(part) > _of(whole) and _ends(whole):
            yield Problem(part, codes.PARTS_DO_NOT_ADD_UP, f"{part.text} cannot be a part of {whole.text}")


def _ends(claim: Claim) -> bool:
    """Whether a figure counts the noun behind it, unlike the one of "three-star" and of "five clubs' fans"."""
    return ELSEWHERE.match(claim.sentence, claim.mark.end) is None


def _sums(counts: Sequence[Claim], index: int) -> Iterator[Problem]:
    """A whole, by its place among the counts of its sentence, that the parts behind it do not make up."""
    whole, parts = counts[index], _parts(counts, index)
    if len(parts) < 2:
        return
    opening = OPENING.match(whole.sentence[whole.mark.end : parts[0].mark.start])
    assert opening is not None, "parts follow an opening"
    total = sum(map(_of, parts), Decimal(0))
    divides = _divides(whole.unit, [part.unit for part in parts])
    partial = "," in opening["sign"] and len(opening["sign"]) > 1
    if total == _of(whole) or (total < _of(whole) and partial) or ("," in opening["sign"] and not divides):
        return
    listed = " and ".join(filter(None, (", ".join(part.text for part in parts[:-1]), parts[-1].text)))
    yield Problem(whole, codes.PARTS_DO_NOT_ADD_UP, f"{listed} make {plain(total)}, not {whole.text}")


def _parts(counts: Sequence[Claim], index: int) -> list[Claim]:
    """The counts that a list behind the whole consists of; none where the list holds anything else."""
    whole, first = counts[index : index + 2]
    sentence = whole.sentence
    if not OPENING.match(sentence[whole.mark.end : first.mark.start]):
        return []
    parts = [first]
    for place in range(index + 2, len(counts)):
        if not BETWEEN.match(sentence[parts[-1].mark.end : counts[place].mark.start]):
            break
        parts.append(counts[place])
    opens = sentence[whole.mark.end : parts[0].mark.start].strip()[-1]
    closing = CLOSING.match(sentence, parts[-1].mark.end)
    if closing is None or OPEN_LIST.search(sentence, parts[0].mark.start, closing.end()):
        return []
    fits = {"(": ")", ":": ".;!?"}.get(opens, ".;:)—–,!?")
    return parts if closing["sign"] in fits else []


def _divides(whole: str, parts: Sequence[str]) -> bool:
    """Whether these parts divide such a whole between them, as men and women do people."""
    return len(set(parts)) == len(parts) and any(
        set(parts) <= members and whole in wholes for members, wholes in _complements()
    )


@cache
def _complements() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple((frozenset(forms(row["parts"])), frozenset(forms(row["wholes"]))) for row in table("complements"))


def _of(claim: Claim) -> Decimal:
    assert claim.value.low is not None, "exact counts have bounds"
    return claim.value.low
